"""Why something is done: a tap on a usual reason, or typed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from breadpos.domain.cash import LONGEST_REASON
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX, TOUCH_PX


class ReasonField(QWidget):
    """Buttons fill the field in; what stands in it is the reason."""

    changed = Signal()

    def __init__(self, usual: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_REASON)
        self.field.textChanged.connect(self.changed)
        self.buttons = [KeyButton(kind="chip") for _ in range(usual)]
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        for button in self.buttons:
            button.setMinimumHeight(TOUCH_PX)
            button.clicked.connect(lambda _=False, b=button: self.field.setText(b.face.text()))
            row.addWidget(button, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(row)
        layout.addWidget(self.field)

    @property
    def reason(self) -> str:
        return self.field.text().strip()

    def clear(self) -> None:
        self.field.clear()

    def show_words(self, usual: Sequence[str], hint: str) -> None:
        """Name the usual reasons, and what the empty field asks for."""
        for word, button in zip(usual, self.buttons, strict=True):
            button.set_words(word)
        self.field.setPlaceholderText(hint)
