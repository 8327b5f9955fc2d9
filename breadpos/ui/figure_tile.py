"""One figure of a report, large, and what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, PAD_PX

_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FigureTile(QFrame):
    """A word above, a figure, a note below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("card", self)
        self.word, self.figure, self.note = QLabel(), QLabel(), Prose(alignment=_TOP)
        self.word.setProperty("words", "note")
        self.figure.setProperty("words", "heading")
        self.note.setProperty("words", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, PAD_PX, EDGE_PX, PAD_PX)
        layout.setSpacing(0)
        for label in (self.word, self.figure, self.note):
            layout.addWidget(label)
        layout.setStretchFactor(self.note, 1)  # figures beside each other stand equally high

    def show_figure(self, word: str, figure: str, note: str = "") -> None:
        self.word.setText(word)
        self.figure.setText(figure)
        self.note.setText(note or " ")
        self.setAccessibleName(f"{word}: {figure} {note}")
