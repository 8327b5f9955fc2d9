"""The set-up's step for the owner: a name and a PIN, now or later."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from breadpos.domain.errors import BreadposError
from breadpos.domain.pin import SealedPin
from breadpos.ui.failures import message_for
from breadpos.ui.fonts import text_percent, words_are_large
from breadpos.ui.named import named
from breadpos.ui.new_pin_pad import Seal
from breadpos.ui.owner_form import OwnerForm
from breadpos.ui.prose import Prose
from breadpos.ui.rolling import Rolling
from breadpos.ui.tokens import EDGE_PX, GAP_PX

_FORM_PX, _FORM_HIGH_PX = 420, 560


class OwnerStep(QWidget):
    """Makes the owner, or says who it is.

    Args:
        owner: the owner's name; empty while there is none.
        make: makes the owner, or raises a BreadposError.
        seal: makes of a PIN what is kept, beside the window.
    """

    made = Signal()

    def __init__(
        self,
        owner: Callable[[], str],
        make: Callable[[str, SealedPin], None],
        seal: Seal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._owner, self._make = owner, make
        self.title, self.sentence = QLabel(), Prose()
        self.title.setProperty("words", "heading")
        self.sentence.setProperty("words", "muted")
        self.there = named("hint_good", Prose())
        self.form = OwnerForm(seal)
        self.form.made.connect(self._try)
        layout, whole = QVBoxLayout(), QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(Rolling(layout))
        layout.setContentsMargins(EDGE_PX + GAP_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        for widget in (self.title, self.sentence, self.there):
            layout.addWidget(widget)
        layout.addWidget(self.form, stretch=1, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self._retranslate()

    def is_done(self) -> bool:
        return bool(self._owner())

    def _try(self, name: str, pin: SealedPin) -> None:
        try:
            self._make(name, pin)
        except BreadposError as error:
            message = message_for(error)
            self.form.show_problem(f"{message.title} {message.sentence}")
            return
        self._retranslate()
        self.made.emit()

    def _make_room(self) -> None:
        """Large words get the keypad beside the name, where both are in sight."""
        high = _FORM_HIGH_PX * text_percent() // 100
        room = self.width() - 3 * EDGE_PX
        wide = _FORM_PX * text_percent() // 100 if words_are_large() else _FORM_PX
        self.form.setFixedWidth(min(wide, max(room, _FORM_PX)))
        self.form.setMaximumHeight(high)
        self.form.setMinimumHeight(min(self.form.minimumSizeHint().height(), high))

    def _retranslate(self) -> None:
        self._make_room()
        self.title.setText(self.tr("The owner's PIN"))
        self.sentence.setText(
            self.tr(
                "It allows voids, refunds and new prices, and lets others in. It can be made later,"
                " too."
            )
        )
        owner = self._owner()
        self.there.setText(self.tr("%1 is the owner.").replace("%1", owner))
        self.there.setVisible(bool(owner))
        self.form.setVisible(not owner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._retranslate()
        if not self.is_done():
            self.form.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
