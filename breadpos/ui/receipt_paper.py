"""A receipt on the screen, its columns under each other."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.domain.slip import Side, pieces, width_of
from breadpos.ui.fonts import font
from breadpos.ui.tokens import EDGE_PX, Palette

_CELL_PX = 9.5
_ROW_PX = 24.0
_LETTER_PX = 17


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
        self._rows: tuple[str, ...] = ()
        self._columns = 32
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, columns: int) -> None:
        """Show a receipt of so many columns."""
        self._rows, self._columns = tuple(text.splitlines()), columns
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return "\n".join(self._rows)

    def sizeHint(self) -> QSize:
        width = self._columns * _CELL_PX + 2 * EDGE_PX
        return QSize(round(width), round(len(self._rows) * _ROW_PX + 2 * EDGE_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        painter.setPen(QPen(QColor(self._palette.line), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(self._palette.ink))
        painter.setFont(font(_LETTER_PX))
        left = (self.width() - self._columns * _CELL_PX) / 2
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, left, EDGE_PX + number * _ROW_PX)

    def _paint_row(self, painter: QPainter, row: str, left: float, top: float) -> None:
        if row and not row.strip("-"):
            middle = top + _ROW_PX / 2
            painter.drawLine(
                QPointF(left, middle), QPointF(left + self._columns * _CELL_PX, middle)
            )
            return
        for piece in pieces(row, self._columns):
            cells = width_of(piece.text)
            room = QRectF(left + piece.column * _CELL_PX, top, cells * _CELL_PX, _ROW_PX)
            flags = _SIDES[piece.side] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(room, flags, piece.text)
