"""Draws what the register made of the picture: outlines, and names beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from breadpos.domain.recognition import Status
from breadpos.ui.elided_label import fitted
from breadpos.ui.fonts import exact_font, text_percent, words_are_large
from breadpos.ui.label_placement import Rect, box_of
from breadpos.ui.tokens import (
    CONTROL_PX,
    GAP_PX,
    RADIUS_LABEL_PX,
    STEP_PX,
    Palette,
    header_percent,
    sized,
)

_LINE_PX = 4.0
_ASKED_LINE_PX = 6.0
_RING_PX = 4.0
"""Of the second line round what is asked about, and of the light between the two."""
_THIN_PX = 2.0
_HALO_PX = 3.0
_HALO_ALPHA = 150
_OUT_PX = 5.0
_MOST_POINTS = 48
_WIDEST_LABEL_PX = 240
_LABEL_LINES = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One item as it is drawn, pixels of the widget.

    Attributes:
        text: of its label, a line or two; empty for none.
        closed: it is not charged: paid already, put aside, or no product.
        taught: it is photographed or counted, not sold.
    """

    item_id: int
    outline: tuple[tuple[float, float], ...]
    status: Status
    text: str
    asked: bool = False
    closed: bool = False
    taught: bool = False


def label_text(name: str, price: str) -> str:
    """What a label has room for: the price goes before a letter of the name does."""
    metrics, room = QFontMetrics(_face()), _widest_label()
    for text in (name,) if words_are_large() else (f"{name} {price}".strip(), name):
        if metrics.horizontalAdvance(text) <= room:
            return text
    return "\n".join(fitted(name, room, _LABEL_LINES, metrics))


def label_size(text: str) -> tuple[float, float]:
    """Width and height of a label, pixels."""
    metrics = QFontMetrics(_face())
    lines = text.split("\n")
    width = min(max(map(metrics.horizontalAdvance, lines)), _widest_label())
    return width + 2.0 * GAP_PX + 2, len(lines) * metrics.height() + STEP_PX + 2.0


def draw_outline(painter: QPainter, mark: Mark, palette: Palette) -> None:
    """The item's contour in the colour and the stroke of its status."""
    contour = QPolygonF([QPointF(x, y) for x, y in _widened(mark.outline)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = _pen(mark, palette)
    if mark.asked:
        _draw_ring(painter, contour, pen, palette)
    if not mark.closed:
        halo = QColor(palette.paper)
        halo.setAlpha(_HALO_ALPHA)
        painter.setPen(QPen(halo, pen.widthF() + _HALO_PX))
        painter.drawPolygon(contour)
    painter.setPen(pen)
    painter.drawPolygon(contour)


def _draw_ring(painter: QPainter, contour: QPolygonF, pen: QPen, palette: Palette) -> None:
    """A second line outside, so that what is asked about is found among its equals."""
    inner = pen.widthF() + 2 * _RING_PX
    outside, hole = QPainterPath(), QPainterPath()
    outside.addRect(contour.boundingRect().adjusted(-inner, -inner, inner, inner))
    hole.addPolygon(contour)
    painter.save()
    painter.setClipPath(outside.subtracted(hole))  # none of it lies on the bread
    for colour, width in ((pen.color(), inner + 2 * _RING_PX), (QColor(palette.paper), inner)):
        ring = QPen(colour, width)
        ring.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ring)
        painter.drawPolygon(contour)
    painter.restore()


def draw_tail(painter: QPainter, mark: Mark, place: Rect, palette: Palette) -> None:
    """A line from a label to the nearest point of its item, for another may be as near."""
    points = np.asarray(mark.outline)
    nearest = np.clip(points, (place.left, place.top), (place.right, place.bottom))
    closest = int(((points - nearest) ** 2).sum(axis=1).argmin())
    start, end = nearest[closest].tolist(), points[closest].tolist()
    pen = QPen(colour_of(mark, palette), _LINE_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(*start), QPointF(*end))


def draw_label(painter: QPainter, mark: Mark, place: Rect, palette: Palette) -> None:
    """The name on its plate."""
    plate = QRectF(*place)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(mark, palette))
    painter.drawRoundedRect(plate, RADIUS_LABEL_PX, RADIUS_LABEL_PX)
    face = _face()
    room = int(plate.width() - 2 * GAP_PX + 1)
    metrics, how = QFontMetrics(face), Qt.TextElideMode.ElideMiddle
    text = "\n".join(metrics.elidedText(line, how, room) for line in mark.text.split("\n"))
    painter.setFont(face)
    painter.setPen(QColor(palette.on_strong))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def colour_of(mark: Mark, palette: Palette) -> QColor:
    if mark.closed:
        return QColor(palette.closed)
    if mark.taught:
        return QColor(palette.info)
    return QColor(
        {
            Status.SURE: palette.sure,
            Status.UNSURE: palette.unsure,
            Status.UNKNOWN: palette.unknown,
        }[mark.status]
    )


def _face() -> QFont:
    """Larger words are half as much larger here, for the bread is the picture."""
    return exact_font(sized(CONTROL_PX, header_percent(text_percent())), bold=True)


def _widest_label() -> int:
    return _WIDEST_LABEL_PX * header_percent(text_percent()) // 100


def _pen(mark: Mark, palette: Palette) -> QPen:
    width = _THIN_PX if mark.closed else _ASKED_LINE_PX if mark.asked else _LINE_PX
    pen = QPen(colour_of(mark, palette), width)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # a smooth contour shows no joins; half the time
    if not mark.closed and mark.status is Status.UNSURE:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.0, 1.8])
    elif not mark.closed and mark.status is Status.UNKNOWN:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.0])
    return pen


def smooth(outline: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The contour thinned out and its corners cut twice (Chaikin): a mask's edge is a staircase."""
    points = np.asarray(outline, np.float64)
    points = points[:: -(-len(points) // _MOST_POINTS)]
    for _ in range(2):
        following = np.roll(points, -1, axis=0)
        cut = np.stack((0.75 * points + 0.25 * following, 0.25 * points + 0.75 * following), 1)
        points = cut.reshape(-1, 2)
    return tuple(map(tuple, points.tolist()))


def smooth_in(
    area: QRectF, width_px: float, outline: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float], ...]:
    """The smooth contour of an item of a frame that wide, where the frame is shown in an area."""
    scale = area.width() / max(width_px, 1)
    return smooth([(area.x() + x * scale, area.y() + y * scale) for x, y in outline])


def _widened(outline: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """The contour moved a little outwards, so that the stroke lies beside the bread."""
    box = box_of(outline)
    x0, y0 = box.left + box.width / 2, box.top + box.height / 2
    across = 1 + 2 * _OUT_PX / max(box.width, 1.0)
    down = 1 + 2 * _OUT_PX / max(box.height, 1.0)
    return [(x0 + (x - x0) * across, y0 + (y - y0) * down) for x, y in outline]
