"""The one question that matters now, under the picture."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.domain.recognition import Status
from breadpos.ui.candidate_button import CandidateButton
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import restyle
from breadpos.ui.thumbnails import Thumbnails
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, STEP_PX, TOUCH_PX, Palette

_MOST_CANDIDATES = 3
_NARROW_PX = 720
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class Asked:
    """What the card asks about.

    Attributes:
        item_ids: one item, or several that get the same answer.
        candidates: likeliest first.
        open_count: items still to be named, these among them.
        by_tap: the cashier tapped the item; the card can be closed again.
        cut: a part of it is outside the picture.
    """

    item_ids: tuple[int, ...]
    status: Status
    candidates: tuple[Product, ...]
    open_count: int = 1
    by_tap: bool = False
    cut: bool = False


class QuestionCard(QFrame):
    """Which bread is it? One tap, or one key, answers."""

    named = Signal(object, str)  # items, product
    other_requested = Signal(object)  # items
    one_by_one_requested = Signal()
    dismissed = Signal(object)  # items
    closed = Signal()

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question_card")
        self._asked: Asked | None = None
        self._placed: tuple[bool, bool] | None = None
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self.count = QLabel()
        self.count.setProperty("words", "muted")
        self.cut_note = QLabel()
        self.cut_note.setProperty("words", "warn")
        self.close_button = KeyButton(kind="plain", icon="x", keys=("Esc",))
        self.candidate_buttons = [
            CandidateButton(number + 1, currency, thumbnails, palette)
            for number in range(_MOST_CANDIDATES)
        ]
        self.one_by_one_button = KeyButton(kind="answer", keys=("9",), stacked=True)
        self.other_button = KeyButton(kind="answer", keys=("0",), stacked=True)
        self.dismiss_button = KeyButton(kind="answer", keys=("Del",), stacked=True)
        self._lay_out()
        self._connect()
        self._retranslate()

    def ask(self, asked: Asked) -> None:
        """Show a question; the same one again changes nothing."""
        if asked == self._asked:
            return
        self._asked = asked
        self.setProperty("tone", asked.status.value)
        restyle(self)
        self._retranslate()

    def _lay_out(self) -> None:
        head, self._answers = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(GAP_PX)
        for label in (self.title, self.count, self.cut_note):
            head.addWidget(label)
        head.addStretch()
        self._below = QHBoxLayout()
        self._below.setSpacing(GAP_PX)
        self._narrow = QHBoxLayout()
        self._narrow.setSpacing(GAP_PX)
        head.addLayout(self._narrow)
        head.addWidget(self.close_button)
        self._answers.setSpacing(GAP_PX + 2)
        for button in self.candidate_buttons:
            self._answers.addWidget(button, stretch=5)
        self._place_plain()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, GAP_PX, EDGE_PX, PAD_PX)
        layout.setSpacing(STEP_PX)
        layout.addLayout(head)
        layout.addLayout(self._answers)
        layout.addLayout(self._below)

    def _place_plain(self) -> None:
        """Beside the candidates; above them where there is little room, below for large words."""
        has_candidates = bool(self._asked and self._asked.candidates)
        is_large = has_candidates and words_are_large()
        is_narrow = has_candidates and self.width() < _NARROW_PX
        if self._placed == (is_large, is_narrow):
            return  # whatever is placed again is measured again
        self._placed = (is_large, is_narrow)
        self._answers.setDirection(_DOWN if is_large else _ACROSS)
        for plain in (self.one_by_one_button, self.other_button, self.dismiss_button):
            if is_large:
                self._below.addWidget(plain, stretch=1)
            elif is_narrow:
                self._narrow.addWidget(plain)
            else:
                self._answers.addWidget(plain, stretch=3)
            plain.setMinimumHeight(TOUCH_PX if is_narrow or is_large else TOUCH_PX + 36)
            plain.set_words(plain.face.text(), "" if is_large else plain.keys[0])

    def _connect(self) -> None:
        for button in self.candidate_buttons:
            button.chosen.connect(self._name)
        self.one_by_one_button.clicked.connect(self.one_by_one_requested)
        self.other_button.clicked.connect(self._ask_for_other)
        self.dismiss_button.clicked.connect(self._dismiss)
        self.close_button.clicked.connect(self.closed)

    def _name(self, product_id: str) -> None:
        if self._asked:
            self.named.emit(self._asked.item_ids, product_id)

    def _ask_for_other(self) -> None:
        if self._asked:
            self.other_requested.emit(self._asked.item_ids)

    def _dismiss(self) -> None:
        if self._asked:
            self.dismissed.emit(self._asked.item_ids)

    def _retranslate(self) -> None:
        self.one_by_one_button.set_words(self.tr("One by one"))
        self.other_button.set_words(self.tr("Other product…"))
        self.dismiss_button.set_words(self.tr("Not for sale"))
        self.close_button.setAccessibleName(self.tr("Close"))
        asked = self._asked
        if asked is None:
            return
        self.title.setText(self._title(asked))
        self.count.setVisible(asked.open_count > len(asked.item_ids) and not asked.by_tap)
        self.count.setText(self.tr("%n left", "", asked.open_count))
        self.cut_note.setText(self.tr("It sticks out of the picture"))
        self.cut_note.setVisible(asked.cut)
        self.one_by_one_button.setVisible(len(asked.item_ids) > 1)
        self.close_button.setVisible(asked.by_tap)
        shown = asked.candidates[:_MOST_CANDIDATES]
        for number, button in enumerate(self.candidate_buttons):
            product = shown[number] if number < len(shown) else None
            button.show_product(product, large=len(shown) <= 2)
        self._place_plain()

    def _title(self, asked: Asked) -> str:
        if asked.status is Status.UNKNOWN:
            return self.tr("Unknown bread. What is it?")
        if asked.status is Status.SURE:
            return self.tr("Change this item")
        if len(asked.item_ids) > 1:
            return self.tr("Which bread are these %n?", "", len(asked.item_ids))
        return self.tr("Which bread is this?")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_plain()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._place_plain()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
