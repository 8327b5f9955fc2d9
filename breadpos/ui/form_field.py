"""A line to type in, with what it is above it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from breadpos.ui.tokens import STEP_PX


class FormField(QWidget):
    """Its label is also its accessible name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setProperty("words", "note")
        self.line = QLineEdit()
        self.line.textEdited.connect(self.changed)
        self.label.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP_PX)
        layout.addWidget(self.label)
        layout.addWidget(self.line)

    def set_words(self, label: str, placeholder: str = "") -> None:
        self.label.setText(label)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText(placeholder)

    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)
