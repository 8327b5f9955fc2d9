"""One of a few choices, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX


class ChoiceRow(QWidget):
    """As many buttons as there are keys; an empty key is none."""

    chosen = Signal(int)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        self.buttons: list[KeyButton] = []
        for number, key in enumerate(keys):
            button = KeyButton(kind="tender", keys=(key,) if key else (), stacked=True)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            group.addButton(button)
            layout.addWidget(button, stretch=1)
            self.buttons.append(button)

    def show_words(self, words: Sequence[str], chosen: int | None) -> None:
        """Name the choices, and show which one is chosen."""
        for number, (word, button) in enumerate(zip(words, self.buttons, strict=True)):
            button.set_words(word)
            if number == chosen:
                button.setChecked(True)
