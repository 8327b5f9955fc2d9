"""A slip on the screen, its columns under each other."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.domain.placing import Placed, height_of, placed
from breadpos.domain.slip import Side, Slip
from breadpos.ui.fonts import exact_font
from breadpos.ui.tokens import EDGE_PX, Palette

_CELL_PX = 9.5

_SIDES = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}


class ReceiptPaper(QWidget):
    """A column is as wide as a Latin letter on the printer's roll; a Japanese one takes two."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._slip = Slip((), 32)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_slip(self, slip: Slip) -> None:
        self._slip = slip
        self.setAccessibleName(slip.text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._slip.text

    def sizeHint(self) -> QSize:
        width = self._slip.columns * _CELL_PX + 2 * EDGE_PX
        return QSize(round(width), round(height_of(self._slip) * _CELL_PX + 2 * EDGE_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        painter.setPen(QPen(QColor(self._palette.line), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(self._palette.ink))
        wide = self._slip.columns * _CELL_PX
        painter.translate((self.width() - wide) / 2, EDGE_PX)
        for part in placed(self._slip):
            middle = part.middle * _CELL_PX
            if isinstance(part, Placed):
                self._paint_words(painter, part, middle, wide)
            else:
                painter.drawLine(QPointF(0, middle), QPointF(wide, middle))

    def _paint_words(self, painter: QPainter, part: Placed, middle: float, wide: float) -> None:
        size = round(part.size * _CELL_PX)
        painter.setFont(exact_font(size, bold=part.is_strong))
        left = {Side.LEFT: part.x * _CELL_PX, Side.CENTRE: 0.0, Side.RIGHT: 0.0}[part.side]
        room = QRectF(left, middle - size, wide - left, 2 * size)
        flags = _SIDES[part.side] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, flags, part.text)
