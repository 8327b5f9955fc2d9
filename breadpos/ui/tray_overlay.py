"""Outlines and names as one transparent picture, drawn once and laid over every frame."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from breadpos.ui.label_placement import Rect, Wanted, box_of, place_labels
from breadpos.ui.outline_painter import Mark, draw_label, draw_outline, draw_tail, label_size
from breadpos.ui.tokens import TOUCH_PX, Palette


class TrayOverlay:
    """Knows where each item and each label is; a frame costs no more than one blending."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._image: QImage | None = None
        self._offsets: dict[int, tuple[float, float]] = {}
        self.marks: tuple[Mark, ...] = ()
        self.places: dict[int, Rect] = {}

    def show(self, marks: Sequence[Mark], bounds: Rect, taken: Sequence[Rect]) -> None:
        """Draw these marks from now on, their labels inside the bounds and off what is taken."""
        shown = self.marks, self.places
        self.marks = tuple(marks)
        wanted = [
            Wanted(
                mark.item_id, mark.outline, label_size(mark.text), self._offsets.get(mark.item_id)
            )
            for mark in sorted(marks, key=lambda mark: not mark.asked)
            if mark.text
        ]
        self.places = place_labels(wanted, bounds, taken)
        boxes = {mark.item_id: box_of(mark.outline) for mark in marks}
        self._offsets = {
            item_id: (place.left - boxes[item_id].left, place.top - boxes[item_id].top)
            for item_id, place in self.places.items()
        }
        if shown != (self.marks, self.places):  # drawing is what takes long
            self._image = None

    def draw_anew(self) -> None:
        """Colours or letters are others now."""
        self._image = None

    def forget_places(self) -> None:
        """Let the next labels stand wherever is best."""
        self._offsets.clear()

    def clear(self) -> None:
        self.marks, self.places, self._image = (), {}, None

    def paint(self, painter: QPainter, size: QSize, ratio: float) -> None:
        """Lay the drawing over what is there.

        Args:
            painter: of the widget.
            size: of the widget.
            ratio: device pixels in a pixel.
        """
        if self.marks:
            if self._image is None or self._image.size() != size * ratio:
                self._image = self._drawn(size, ratio)
            painter.drawImage(0, 0, self._image)

    def item_at(self, point: QPointF) -> int | None:
        """The item under a finger: its label, its face, or close to it if it is small."""
        for item_id, place in self.places.items():
            if QRectF(*place).contains(point):
                return item_id
        near = None
        for mark in self.marks:
            contour = QPolygonF([QPointF(x, y) for x, y in mark.outline])
            if contour.containsPoint(point, Qt.FillRule.OddEvenFill):
                return mark.item_id
            box = box_of(mark.outline)
            room = max(TOUCH_PX - min(box.width, box.height), 0.0) / 2
            if room and QRectF(*box.grown(room)).contains(point):
                near = mark.item_id
        return near

    def _drawn(self, size: QSize, ratio: float) -> QImage:
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks:
            draw_outline(painter, mark, self._palette)
        labelled = [(m, self.places[m.item_id]) for m in self.marks if m.item_id in self.places]
        for mark, place in labelled:
            draw_tail(painter, mark, place, self._palette)
        for mark, place in labelled:
            draw_label(painter, mark, place, self._palette)
        painter.end()
        return image
