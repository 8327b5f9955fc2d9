"""How many digits of a PIN have been typed, and none of them."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.domain.pin import LONGEST, SHORTEST
from breadpos.ui.tokens import GAP_PX, PAD_PX

_RADIUS_PX = 8.0


class PinDots(QWidget):
    """A dot a digit; as many rings as a PIN has at least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.setProperty("words", "ink")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self.count = count
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LONGEST * (int(2 * _RADIUS_PX) + PAD_PX), 4 * GAP_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(self.foregroundRole())
        places = max(self.count, SHORTEST)
        step = 2 * _RADIUS_PX + GAP_PX
        left = (self.width() - (places - 1) * step) / 2
        painter.setPen(QPen(ink, 2))
        for place in range(places):
            painter.setBrush(ink if place < self.count else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(left + place * step, self.height() / 2), *[_RADIUS_PX] * 2)
