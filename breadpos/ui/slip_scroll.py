"""A slip on the screen, as long as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from breadpos.domain.slip import Slip
from breadpos.ui.named import named
from breadpos.ui.receipt_paper import ReceiptPaper
from breadpos.ui.tokens import Palette


class SlipScroll(QScrollArea):
    """Paper in the middle of what room there is; begins at its top."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.paper = ReceiptPaper(palette)
        ground = named("scrolled", QWidget())
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.paper, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.setWidget(ground)

    def show_slip(self, slip: Slip) -> None:
        self.paper.show_slip(slip)
        self.verticalScrollBar().setValue(0)
