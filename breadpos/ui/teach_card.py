"""How well a bread is photographed by now: the ring, what is missing, the photos, the next step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.teaching import (
    ENOUGH,
    ENOUGH_TO_SELL,
    Advice,
    Coverage,
    Refusal,
    Shot,
)
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.photo_ring import PhotoRing
from breadpos.ui.prose import Prose
from breadpos.ui.scrolled import scrolled
from breadpos.ui.shot_strip import ShotStrip
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX, Palette

_MOST_MARKS = 3
_LOW_PX = 660
"""A card lower than this has no room for large photos and the words below them."""


class TeachCard(QFrame):
    """Shows one bread's photos; knows no camera and no recogniser."""

    back_requested = Signal()
    sell_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._coverage = Coverage()
        self._shots: Sequence[Shot] = ()
        self._is_ready = self._is_priced = False
        self.head = PanelHead()
        self.ring = PhotoRing(palette)
        self.marks = [(QLabel(), QLabel()) for _ in range(4)]
        self.advice = named("hint_good", QLabel(wordWrap=True))
        self.strip = ShotStrip(palette)
        self.note = named("hint_box", Prose())
        self.sell_button = KeyButton(kind="primary", keys=("F12",), stacked=True)
        self.sell_button.setMinimumHeight(PRIMARY_HEIGHT_PX)
        self._lay_out()
        self.head.back_requested.connect(self.back_requested)
        self.sell_button.clicked.connect(self.sell_requested)
        self._retranslate()

    def show_title(self, name: str, *, priced: bool) -> None:
        self.head.show_title(name)
        self._is_priced = priced
        self._retranslate()

    def show_photos(self, coverage: Coverage, shots: Sequence[Shot]) -> None:
        """What there is by now; refused shots stay in the strip until the next ones come."""
        self._coverage, self._shots = coverage, tuple(shots)
        self._retranslate()

    def show_ready(self, *, ready: bool) -> None:
        """Whether the counter knows the bread already."""
        self._is_ready = ready
        self._retranslate()

    def reason(self, refusal: Refusal) -> str:
        """In a word why a photo was not taken."""
        match refusal:
            case Refusal.BLURRED:
                return self.tr("Blurred")
            case Refusal.DARK:
                return self.tr("Too dark")
            case Refusal.CUT:
                return self.tr("Cut off")
            case Refusal.DUPLICATE:
                return self.tr("Same as before")

    def remedy(self, refusal: Refusal) -> str:
        """What to do about it, in a sentence."""
        match refusal:
            case Refusal.BLURRED:
                return self.tr("That was blurred. Leave it still for a moment.")
            case Refusal.DARK:
                return self.tr("That was too dark. Switch on a light.")
            case Refusal.CUT:
                return self.tr("It was cut off. Put it in the middle.")
            case Refusal.DUPLICATE:
                return self.tr("That is the same photo again. Turn the bread a little.")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD_PX)
        grid.setVerticalSpacing(GAP_PX)
        for row, (name, mark) in enumerate(self.marks):
            grid.addWidget(name, row, 0)
            grid.addWidget(mark, row, 1)
        grid.setColumnStretch(1, 1)
        top = QHBoxLayout()
        top.setSpacing(EDGE_PX + GAP_PX)
        top.addWidget(self.ring)
        top.addLayout(grid, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.head)
        layout.addWidget(scrolled(top, self.advice, self.strip, self.note), stretch=1)
        layout.addWidget(self.sell_button)

    def _of_how_many(self, photos: int) -> str:
        if photos < ENOUGH:
            return self.tr("of %n photos", "", ENOUGH)
        return self.tr("enough")

    def _retranslate(self) -> None:
        coverage = self._coverage
        self.ring.show_count(coverage.photos, ENOUGH, self._of_how_many(coverage.photos))
        rows = (
            (self.tr("Pieces"), coverage.pieces),
            (self.tr("Turns"), coverage.turns),
            (self.tr("Underside"), int(coverage.other_side)),
            (self.tr("Light"), coverage.lights),
        )
        for (name, mark), (words, count) in zip(self.marks, rows, strict=True):
            name.setText(words)
            mark.setText("✓" * min(count, _MOST_MARKS) if count else self.tr("○ not yet"))
            mark.setProperty("words", "good" if count else "muted")
            mark.style().unpolish(mark)
            mark.style().polish(mark)
        self.advice.setText(self._advice())
        self.strip.show_shots(
            [(shot, self.reason(shot.refusal) if shot.refusal else "") for shot in self._shots]
        )
        self.note.setText(self._note())
        self._show_sell_button()

    def _show_sell_button(self) -> None:
        lacking = ENOUGH_TO_SELL - self._coverage.photos
        can_sell = lacking <= 0 and self._is_ready
        self.sell_button.setEnabled(can_sell)
        words = self.tr("Start selling") if self._is_priced else self.tr("Set the price and sell")
        if can_sell:
            hint = "F12"
        elif lacking > 0:
            hint = self.tr("%n photo(s) more", "", lacking)
        else:
            hint = self.tr("learning…")
        self.sell_button.set_words(words, hint)

    def _advice(self) -> str:
        match self._coverage.advice:
            case Advice.PUT_BREAD:
                return self.tr("Put the bread on the tray, one piece or several.")
            case Advice.ANOTHER_PIECE:
                return self.tr("Next, put <b>another piece</b> beside it, please.")
            case Advice.TURN:
                return self.tr("Next, <b>turn it</b> or put it elsewhere.")
            case Advice.TURN_OVER:
                return self.tr("Next, <b>turn it over</b>, please.")
            case Advice.OTHER_LIGHT:
                return self.tr("Next, take one in <b>another light</b>.")
            case Advice.ENOUGH:
                return self.tr("That is enough. More photos would gain little.")

    def _note(self) -> str:
        if not self._coverage.can_sell:
            return self.tr("From five photos on it can be sold.")
        return self.tr("It can be sold now. For a while the register will ask every time.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.be_low(low=self.height() < _LOW_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
