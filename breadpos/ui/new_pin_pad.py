"""Choosing a PIN: typed twice, and not one that anybody would guess."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.domain.errors import PinRefused
from breadpos.domain.pin import PinFault, SealedPin, check_new_pin
from breadpos.ui.errand import Errand, beside
from breadpos.ui.pin_pad import PinPad
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import GAP_PX

Seal = Callable[[str], SealedPin]


class NewPinPad(QWidget):
    """The same keypad as for signing in, twice.

    Args:
        seal: makes of a PIN what is kept; takes a while, so it is called beside the window.
    """

    decided = Signal(object)  # SealedPin

    def __init__(self, seal: Seal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seal = seal
        self._sealing = Errand(self, beside)
        self._sealing.done.connect(self._decide)
        self._sealing.crashed.connect(self.start)
        self._first = ""
        self.caption = Prose(alignment=Qt.AlignmentFlag.AlignCenter)
        self.caption.setProperty("words", "line")
        self.pad = PinPad()
        self.pad.entered.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addStretch()
        layout.addWidget(self.caption)
        layout.addWidget(self.pad)
        self.start()

    def start(self) -> None:
        """Begin with no PIN thought of."""
        self._sealing.drop()
        self._first = ""
        self._retranslate()
        self.pad.start(self.tr("Next"))

    def _take(self, pin: str) -> None:
        if self._first:
            self._compare(pin)
            return
        try:
            check_new_pin(pin)
        except PinRefused as refused:
            self.pad.show_problem(self._refusal(PinFault(refused.fault)))
            return
        self._first = pin
        self._retranslate()
        self.pad.start(self.tr("Use this PIN"))

    def _compare(self, pin: str) -> None:
        if pin != self._first:
            self.start()
            self.pad.show_problem(self.tr("The two were not the same. Begin again."))
            return
        self._sealing.run(lambda: self._seal(pin))

    @Slot(object)
    def _decide(self, pin: SealedPin) -> None:
        self.start()
        self.decided.emit(pin)

    def _refusal(self, fault: PinFault) -> str:
        match fault:
            case PinFault.FORM:
                return self.tr("A PIN has 4 to 8 digits.")
            case PinFault.SAME_DIGIT:
                return self.tr("One digit over and over is guessed first. Choose another PIN.")
            case PinFault.STRAIGHT:
                return self.tr("Digits in order are guessed first. Choose another PIN.")
            case PinFault.REPEATED:
                return self.tr("A pattern is guessed first. Choose another PIN.")

    def _retranslate(self) -> None:
        again = self.tr("The same PIN once more")
        self.caption.setText(again if self._first else self.tr("Choose a PIN of 4 to 8 digits"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # left, and not only the whole window out of sight
            self.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is not QEvent.Type.LanguageChange:
            return
        if self.pad.is_busy:
            self._retranslate()
        else:
            self.start()
