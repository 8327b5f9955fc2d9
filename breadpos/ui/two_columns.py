"""A list on the left and what belongs to it on the right: settings, set-up, manual."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from breadpos.ui.named import named
from breadpos.ui.rolling import Rolling
from breadpos.ui.tokens import EDGE_PX, GAP_PX

LIST_PX = 272


class TwoColumns(QWidget):
    """A page of two cards; the list is as wide as its words, and scrolls where it is too long.

    Attributes:
        column: the list, from above.
        inside: the card on the right.
    """

    def __init__(self, parent: QWidget | None = None, *, list_px: int = LIST_PX) -> None:
        super().__init__(parent)
        named("page", self)
        self.column, self.inside = QVBoxLayout(), QVBoxLayout()
        left, right = named("card", QFrame()), named("card", QFrame())
        edge = QVBoxLayout(left)
        edge.setContentsMargins(1, EDGE_PX + 1, 1, EDGE_PX)  # as high as the heading beside it
        self.column.setContentsMargins(GAP_PX, 0, GAP_PX, 0)
        edge.addWidget(Rolling(self.column, list_px))
        left.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.inside.setContentsMargins(1, 1, 1, 1)
        right.setLayout(self.inside)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addWidget(left)
        layout.addWidget(right, stretch=1)
