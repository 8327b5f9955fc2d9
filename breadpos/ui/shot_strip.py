"""The photos of a bread as small pictures; a refused one is framed and says why."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.application.teaching import Shot
from breadpos.ui.fonts import font
from breadpos.ui.tokens import GAP_PX, NOTE_PX, RADIUS_LABEL_PX, Palette

_COLUMNS, _ROWS = 4, 2
_TILE_PX, _LEAST_TILE_PX = 82, 58


class ShotStrip(QWidget):
    """The latest eight, the oldest first."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._shots: tuple[tuple[Shot, str, QImage], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.be_low(low=False)

    def be_low(self, *, low: bool) -> None:
        """Smaller, where what stands below would be pushed out of sight."""
        self.setFixedHeight(_height_of(_LEAST_TILE_PX if low else _TILE_PX))

    def show_shots(self, shots: Sequence[tuple[Shot, str]]) -> None:
        """Show these, each with what to write on it; nothing on one that was taken."""
        latest = shots[-_COLUMNS * _ROWS :]
        self._shots = tuple((shot, words, _image(shot)) for shot, words in latest)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(380, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = (self.width() - (_COLUMNS - 1) * GAP_PX) / _COLUMNS
        high = (self.height() - (_ROWS - 1) * GAP_PX) / _ROWS
        for place in range(_COLUMNS * _ROWS):
            row, column = divmod(place, _COLUMNS)
            room = QRectF(column * (wide + GAP_PX), row * (high + GAP_PX), wide, high)
            room.adjust(2, 2, -2, -2)
            if place < len(self._shots):
                self._paint(painter, room, *self._shots[place])
            else:
                painter.setPen(QPen(QColor(self._palette.line), 2, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room, RADIUS_LABEL_PX, RADIUS_LABEL_PX)

    def _paint(
        self, painter: QPainter, room: QRectF, shot: Shot, words: str, image: QImage
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.cream))
        painter.drawRoundedRect(room, RADIUS_LABEL_PX, RADIUS_LABEL_PX)
        side = min(room.width(), room.height()) - 8
        brush = QBrush(image)
        corner = room.center()
        brush.setTransform(
            QTransform.fromTranslate(corner.x() - side / 2, corner.y() - side / 2).scale(
                side / image.width(), side / image.height()
            )
        )
        painter.setOpacity(0.35 if shot.refusal else 1.0)
        painter.fillRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side), brush)
        painter.setOpacity(1.0)
        if shot.refusal is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._palette.unknown), 3))
            painter.drawRoundedRect(room, RADIUS_LABEL_PX, RADIUS_LABEL_PX)
            painter.setPen(QColor(self._palette.ink))
            painter.setFont(font(NOTE_PX, bold=True))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(4, 4, -4, -4), int(flags), words)


def _height_of(tile_px: int) -> int:
    return _ROWS * tile_px + (_ROWS - 1) * GAP_PX


def _image(shot: Shot) -> QImage:
    high, wide = shot.picture_bgr.shape[:2]
    pixels = shot.picture_bgr.tobytes()
    # a QImage looks into the bytes it is given
    return QImage(pixels, wide, high, 3 * wide, QImage.Format.Format_BGR888).copy()
