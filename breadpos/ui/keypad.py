"""Large keys for an amount or a PIN."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from breadpos.ui.amount_entry import BACK, KEYS
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX, STEP_PX, TOUCH_PX

_ACROSS = 3
_TALLEST_PX = 72
"""Of a key, where a panel has room to spare."""


class Keypad(QWidget):
    """Tells which key was pressed, on the screen or on the keyboard.

    With large words it is a row lower: the last row of three stands at the others' right.

    Args:
        keys: four rows of three; an empty one leaves its place free.
    """

    pressed = Signal(str)

    def __init__(self, keys: Sequence[str] = KEYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, KeyButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._places = tuple(keys)
        self._is_close = False
        for key in filter(None, keys):
            button = self._button(key)
            button.setMinimumHeight(TOUCH_PX)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
            self.keys[key] = button
        self._arrange()
        self._retranslate()

    def stand_close(self, *, is_close: bool) -> None:
        """Leave less between the keys, where a panel has no room for more."""
        if is_close != self._is_close:
            self._is_close = is_close
            self._arrange()

    def _arrange(self) -> None:
        is_low = words_are_large()
        gap = STEP_PX if is_low or self._is_close else GAP_PX
        self._grid.setSpacing(gap)
        rows = len(self._places) // _ACROSS - is_low
        self.setMaximumHeight(rows * (_TALLEST_PX + gap) - gap)
        for place, key in enumerate(self._places):
            row, column = divmod(place, _ACROSS)
            if is_low and row == _ACROSS:
                row, column = _ACROSS - 1 - column, _ACROSS
            if key:
                self._grid.addWidget(self.keys[key], row, column)

    def _button(self, key: str) -> KeyButton:
        if key == BACK:
            button = KeyButton(kind="key", icon="backspace", keys=("Backspace",), shown_key="")
        else:
            typed = (key,) if len(key) == 1 else ()
            button = KeyButton(key, kind="key", keys=typed, shown_key="")
        button.clicked.connect(lambda: self.pressed.emit(key))
        return button

    def _retranslate(self) -> None:
        self.keys[BACK].setAccessibleName(self.tr("Delete the last digit"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
