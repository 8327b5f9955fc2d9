"""Typing a PIN: dots, keypad, and one large button."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.domain.pin import LONGEST, SHORTEST
from breadpos.ui.amount_entry import BACK
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.pin_dots import PinDots
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import GAP_PX, HEADING_PX, PRIMARY_HEIGHT_PX

_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", "", "0", BACK)


class PinPad(QWidget):
    """Works by mouse, touch and number keys; what is wrong is said above the keys."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._words = ""
        self._wait_s = 0
        self.dots = PinDots()
        self.problem = Prose(alignment=Qt.AlignmentFlag.AlignCenter)
        self.problem.setProperty("words", "problem")
        self.problem.setMinimumHeight(HEADING_PX)
        self.keypad = Keypad(_KEYS)
        self.done_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.done_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addStretch()
        parts: tuple[QWidget, ...] = (self.dots, self.problem, self.keypad, self.done_button)
        for widget in parts:
            layout.addWidget(widget)
        self.keypad.pressed.connect(self._press)
        self.done_button.clicked.connect(self._finish)
        self._retranslate()

    def start(self, words: str = "") -> None:
        """Begin with no digit typed.

        Args:
            words: on the large button.
        """
        self._digits, self._wait_s, self._words = "", 0, words
        self.show_problem("")

    def show_problem(self, words: str) -> None:
        """Say in one line what was wrong, and begin anew."""
        self._digits = ""
        self.problem.setText(words)
        self._retranslate()

    def show_wait(self, wait_s: int) -> None:
        """Take no digit for so many seconds; told again and again, it counts down."""
        if self._wait_s and not wait_s:
            self.problem.setText("")
        self._wait_s = wait_s
        self._retranslate()

    def _press(self, key: str) -> None:
        if key != BACK and not self._digits:
            self.problem.setText("")
        self._digits = self._digits[:-1] if key == BACK else (self._digits + key)[:LONGEST]
        self._retranslate()

    def _finish(self) -> None:
        pin = self._digits
        self._digits = ""
        self._retranslate()
        self.entered.emit(pin)

    def _retranslate(self) -> None:
        is_waiting = self._wait_s > 0
        if is_waiting:
            words = self.tr("Too many wrong PINs. %n second(s) to wait.", "", self._wait_s)
            self.problem.setText(words)
        self.dots.show_count(len(self._digits))
        self.keypad.setEnabled(not is_waiting)
        is_whole = len(self._digits) >= SHORTEST
        self.done_button.setEnabled(is_whole and not is_waiting)
        hint = "Enter" if is_whole else self.tr("4 to 8 digits")
        self.done_button.set_words(self._words or self.tr("OK"), hint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
