"""A slip on the screen, its columns under each other."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.domain.placing import Placed, height_of, placed
from breadpos.domain.slip import Side, Slip
from breadpos.ui.fonts import exact_font, text_percent
from breadpos.ui.tokens import EDGE_PX, Palette, header_percent

_CELL_PX, _WIDEST_PX = 9.5, 456.0

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
        cell = self._cell_px()
        width = self._slip.columns * cell + 2 * EDGE_PX
        return QSize(round(width), round(height_of(self._slip) * cell + 2 * EDGE_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cell_px(self) -> float:
        """How wide a column is: larger words make it wider as long as a panel holds it."""
        larger = _CELL_PX * header_percent(text_percent()) / 100
        return min(larger, max(_WIDEST_PX / self._slip.columns, _CELL_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        painter.setPen(QPen(QColor(self._palette.line), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(self._palette.ink))
        cell = self._cell_px()
        wide = self._slip.columns * cell
        painter.translate((self.width() - wide) / 2, EDGE_PX)
        for part in placed(self._slip):
            middle = part.middle * cell
            if isinstance(part, Placed):
                self._paint_words(painter, part, middle, wide)
            else:
                painter.drawLine(QPointF(0, middle), QPointF(wide, middle))

    def _paint_words(self, painter: QPainter, part: Placed, middle: float, wide: float) -> None:
        cell = self._cell_px()
        size = round(part.size * cell)
        painter.setFont(exact_font(size, bold=part.is_strong))
        left = {Side.LEFT: part.x * cell, Side.CENTRE: 0.0, Side.RIGHT: 0.0}[part.side]
        room = QRectF(left, middle - size, wide - left, 2 * size)
        flags = _SIDES[part.side] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, flags, part.text)
