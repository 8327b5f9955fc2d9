"""The shop's first person: the owner's name and PIN."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from breadpos.domain.person import LONGEST_NAME
from breadpos.domain.pin import SealedPin
from breadpos.ui.form_field import FormField
from breadpos.ui.new_pin_pad import NewPinPad, Seal
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX

_BESIDE_PX = 700
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class OwnerForm(QWidget):
    """A name, and a PIN typed twice; there is no default one. Stands wherever it is put."""

    made = Signal(str, object)  # name, SealedPin

    def __init__(self, seal: Seal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin: SealedPin | None = None
        self.name = FormField()
        self.name.line.setMaxLength(LONGEST_NAME)
        self.problem = Prose()
        self.problem.setProperty("words", "problem")
        self.problem.hide()
        self.pin = NewPinPad(seal)
        name = QVBoxLayout()
        name.setSpacing(GAP_PX)
        name.addWidget(self.name)
        name.addWidget(self.problem)
        name.addStretch()
        self._parts = QBoxLayout(_BELOW, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(GAP_PX)
        self._parts.addLayout(name)
        self._parts.addWidget(self.pin, stretch=1)
        self.name.line.returnPressed.connect(self._leave_name)
        self.name.changed.connect(lambda: self.show_problem(""))
        self.pin.decided.connect(self._make)
        self._retranslate()

    def start(self) -> None:
        """Begin with nothing typed, at the name."""
        self._pin = None
        self.name.set_text("")
        self.show_problem("")
        self.pin.start()
        self.name.line.setFocus()

    def show_problem(self, words: str) -> None:
        """Say in one line what stands in the way."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With room for both the keypad stands beside the name."""
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_PX
        self._parts.setDirection(_BESIDE if is_wide else _BELOW)
        self._parts.setStretch(0, int(is_wide))
        self._parts.setSpacing(EDGE_PX if is_wide else GAP_PX)

    def _leave_name(self) -> None:
        """From the name, Enter leads to the keypad, whose keys are the keyboard's then."""
        if self._pin is not None:
            self._make(self._pin)
        elif self.name.text():
            self.name.line.clearFocus()
            self.setFocus()
        else:
            self.show_problem(self.tr("Type the name first."))

    def _make(self, pin: SealedPin) -> None:
        self._pin = None if self.name.text() else pin
        if self._pin is not None:
            self.show_problem(self.tr("Type the name, then Enter."))
            self.name.line.setFocus()
        else:
            self.made.emit(self.name.text(), pin)

    def _retranslate(self) -> None:
        self.name.set_words(self.tr("The owner's name"), self.tr("as receipts print it"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
