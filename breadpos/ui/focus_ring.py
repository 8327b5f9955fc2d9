"""Where the keys go: a ring inside whatever has the focus, one look everywhere."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from breadpos.ui.tokens import RADIUS_CONTROL_PX

_IN_PX = 4.0
_PEN_PX = 2.0


def draw_focus_ring(widget: QWidget, colour: QColor) -> None:
    """Draw it on a button that has the focus, in its words' colour, seen on any ground."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _PEN_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(widget.contentsRect()).adjusted(_IN_PX, _IN_PX, -_IN_PX, -_IN_PX)
    radius = RADIUS_CONTROL_PX - _IN_PX
    painter.drawRoundedRect(ring, radius, radius)
