"""Typing a PIN: dots, keypad, and one large button."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.domain.pin import LONGEST, SHORTEST
from breadpos.ui.amount_entry import BACK
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.named import restyle
from breadpos.ui.pin_dots import PinDots
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import GAP_PX, HEADING_PX, PRIMARY_HEIGHT_PX

_SOON_MS = 200
"""Within this nobody need be told that they wait."""

_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", "", "0", BACK)


class PinPad(QWidget):
    """Works by mouse, touch and number keys; what is wrong is said above the keys.

    A PIN stays on it, and no key changes it, until whoever took it starts anew or says a problem.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._words = ""
        self._wait_s = 0
        self._is_busy = False
        self._late = QTimer(self, singleShot=True, interval=_SOON_MS)
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
            layout.addWidget(widget, stretch=int(widget is self.keypad))
        self.keypad.pressed.connect(self._press)
        self.done_button.clicked.connect(self._finish)
        self._late.timeout.connect(self._ask_patience)
        self._retranslate()

    def start(self, words: str = "") -> None:
        """Begin with no digit typed.

        Args:
            words: on the large button.
        """
        self._digits, self._wait_s, self._words = "", 0, words
        self.show_problem("")

    @property
    def is_busy(self) -> bool:
        """A PIN was typed, and nobody has said yet what is wrong with it."""
        return self._is_busy

    def show_problem(self, words: str) -> None:
        """Say in one line what was wrong, and begin anew."""
        self._end(words)

    def show_wait(self, wait_s: int) -> None:
        """Take no digit for so many seconds; told again and again, it counts down."""
        is_news = wait_s > 0 or self._wait_s > 0
        self._wait_s = wait_s
        if is_news:
            self._end("")

    def _end(self, words: str) -> None:
        """The digits have been looked at, or nobody wants them."""
        self._digits, self._is_busy = "", False
        self._late.stop()
        self._say(words, "problem")
        self._retranslate()

    def _press(self, key: str) -> None:
        if self._is_busy:
            return
        if key != BACK and not self._digits:
            self.problem.setText("")
        self._digits = self._digits[:-1] if key == BACK else (self._digits + key)[:LONGEST]
        self._retranslate()

    def _finish(self) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._late.start()
            self.entered.emit(self._digits)

    def _ask_patience(self) -> None:
        self._say(self.tr("One moment…"), "muted")

    def _say(self, words: str, kind: str) -> None:
        self.problem.setText(words)
        if self.problem.property("words") != kind:
            self.problem.setProperty("words", kind)
            restyle(self.problem)

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

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # left, and not only the whole window out of sight
            self._end("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
