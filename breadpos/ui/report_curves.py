"""The curves of a training as a picture, for a page that is looked at or printed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from breadpos.ui.fonts import font
from breadpos.ui.tokens import CONTROL_PX, EDGE_PX, NOTE_PX, Palette

_SIZE = (620, 240)
_LEFT_PX, _TOP_PX, _FOOT_PX = 56, 34, 28


def curves_image(
    title: str,
    lines: Sequence[tuple[str, Sequence[float | None]]],
    palette: Palette,
    *,
    percent: bool = False,
) -> QImage:
    """A chart of one value over the passes.

    Args:
        lines: name and values, the first one of the photos learnt from, the second of those kept
            aside.
        percent: the values are shares from 0 to 1.
    """
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(_LEFT_PX, _TOP_PX, _SIZE[0] - _LEFT_PX - EDGE_PX, _SIZE[1] - _TOP_PX - _FOOT_PX)
    known = [value for _, values in lines for value in values if value is not None]
    most = 1.0 if percent else max(known, default=1.0) or 1.0
    painter.setPen(QColor(palette.ink))
    painter.setFont(font(CONTROL_PX, bold=True))
    painter.drawText(QPointF(_LEFT_PX, _TOP_PX - 12), title)
    painter.setFont(font(NOTE_PX))
    for share in (0.0, 0.5, 1.0):
        y = room.bottom() - share * room.height()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(QColor(palette.muted))
        words = f"{share:.0%}" if percent else f"{share * most:.2g}"
        side = QRectF(0, y - 10, _LEFT_PX - 8, 20)
        painter.drawText(side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    colours = (palette.muted, palette.crust)
    left = room.left()
    for (name, values), colour in zip(lines, colours, strict=False):
        painter.setPen(QPen(QColor(colour), 3))
        painter.drawPolyline(_polygon(values, room, most))
        painter.drawText(QPointF(left, _SIZE[1] - 8), f"— {name}")
        left += painter.fontMetrics().horizontalAdvance(f"— {name}") + EDGE_PX * 2
    painter.end()
    return image


def _polygon(values: Sequence[float | None], room: QRectF, most: float) -> QPolygonF:
    wide = max(len(values) - 1, 1)
    return QPolygonF(
        [
            QPointF(
                room.left() + room.width() * at / wide,
                room.bottom() - room.height() * min(max(value / most, 0.0), 1.0),
            )
            for at, value in enumerate(values)
            if value is not None
        ]
    )
