"""The shop's first person: the owner's name and PIN."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from breadpos.domain.person import LONGEST_NAME
from breadpos.domain.pin import SealedPin
from breadpos.ui.form_field import FormField
from breadpos.ui.new_pin_pad import NewPinPad, Seal
from breadpos.ui.tokens import GAP_PX


class OwnerForm(QWidget):
    """A name, and a PIN typed twice; there is no default one. Stands wherever it is put."""

    made = Signal(str, object)  # name, SealedPin

    def __init__(self, seal: Seal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin: SealedPin | None = None
        self.name = FormField()
        self.name.line.setMaxLength(LONGEST_NAME)
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("words", "problem")
        self.problem.hide()
        self.pin = NewPinPad(seal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.name)
        layout.addWidget(self.problem)
        layout.addWidget(self.pin, stretch=1)
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
