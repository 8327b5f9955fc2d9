"""How many photos there are, of how many that are wanted, as a ring that fills."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.ui.fonts import exact_font, text_percent
from breadpos.ui.tokens import NOTE_PX, Palette, sized

_SIDE_PX = 132
_BAND_PX = 18
_COUNT_PX, _MOST_WORDS_PX = 34, 22
_TURN = 360 * 16  # Qt counts sixteenths of a degree


class PhotoRing(QWidget):
    """A number in a ring; the words below the number say of what."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.count, self._of, self._words = 0, 1, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, of: int, words: str) -> None:
        self.count, self._of, self._words = count, of, words
        self.setAccessibleName(f"{count} {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE_PX, _SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _BAND_PX / 2 + 1
        room = QRectF(self.rect()).adjusted(half, half, -half, -half)
        for colour, share in ((self._palette.line, 1.0), (self._palette.sure, self._share())):
            pen = QPen(QColor(colour), _BAND_PX)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(room, _TURN // 4, -round(_TURN * share))
        painter.setPen(QColor(self._palette.ink))
        painter.setFont(exact_font(_COUNT_PX, bold=True))
        upper = QRectF(room.x(), room.y() + 20, room.width(), 46)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(self.count))
        painter.setFont(self._small_font(room.width() - 2 * _BAND_PX))
        lower = QRectF(room.x(), upper.bottom() - 4, room.width(), 26)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._words)

    def _small_font(self, room_px: float) -> QFont:
        """As large as the words may be inside the ring."""
        size_px = min(sized(NOTE_PX, text_percent()), _MOST_WORDS_PX)
        wide_px = QFontMetrics(exact_font(size_px)).horizontalAdvance(self._words)
        return exact_font(max(NOTE_PX - 2, min(size_px, int(size_px * room_px / max(wide_px, 1)))))

    def _share(self) -> float:
        return min(self.count / max(self._of, 1), 1.0)
