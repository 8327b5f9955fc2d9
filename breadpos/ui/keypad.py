"""Large keys for an amount or a PIN."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from breadpos.ui.amount_entry import BACK, KEYS
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX, TOUCH_PX


class Keypad(QWidget):
    """Tells which key was pressed, on the screen or on the keyboard.

    Args:
        keys: row by row, three in each; an empty one leaves its place free.
    """

    pressed = Signal(str)

    def __init__(self, keys: Sequence[str] = KEYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, KeyButton] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for place, key in enumerate(keys):
            if not key:
                continue
            button = self._button(key)
            button.setMinimumHeight(TOUCH_PX)
            self.keys[key] = button
            layout.addWidget(button, place // 3, place % 3)
        self._retranslate()

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
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
