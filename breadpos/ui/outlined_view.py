"""The live picture where nothing is sold: what was taken or counted is outlined in blue."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.recognition import Point
from breadpos.ui.fonts import font
from breadpos.ui.live_picture import LivePicture
from breadpos.ui.no_picture import NoPicture
from breadpos.ui.outline_painter import label_size, smooth
from breadpos.ui.tokens import CONTROL_PX, EDGE_PX, GAP_PX, RADIUS_CARD_PX, RADIUS_LABEL_PX, Palette

_REFRESH_MS = 33
_LINE_PX = 5.0


@dataclass(frozen=True, slots=True)
class Outlined:
    """One item of the picture, and the words beside it.

    Attributes:
        outline: pixels of the frame.
        refused: dotted in red, not blue.
    """

    outline: tuple[Point, ...]
    words: str
    refused: bool = False


class OutlinedView(QWidget):
    """Empties its mailbox 30 times a second while it is seen."""

    shown = Signal(object)  # Frame

    def __init__(
        self, preview: Mailbox[Frame], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self._palette = preview, palette
        self._picture = LivePicture()
        self._items: tuple[Outlined, ...] = ()
        self.pill = QLabel()
        self.pill.setObjectName("pill")
        self.no_picture = NoPicture()
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.no_picture, stretch=1)
        layout.addStretch()
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def add_button(self, button: QWidget) -> None:
        """Lay a button over the picture's lower right corner."""
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignRight)

    def outline(self, items: Sequence[Outlined]) -> None:
        """Outline these items until other ones come."""
        self._items = tuple(items)
        self.update()

    def labels(self) -> tuple[str, ...]:
        """The words beside the outlined items."""
        return tuple(item.words for item in self._items)

    def forget_picture(self) -> None:
        """An old picture would be taken for a live one."""
        self._picture.clear()
        self._items = ()
        self.no_picture.show_lost()
        self.no_picture.show()
        self.update()

    def refresh(self) -> None:
        """Show the newest frame, if one came since the last look."""
        frame = self._preview.take() if self.isVisible() else None
        if frame is not None:
            self._picture.take(frame)
            self.no_picture.hide()
            self.update()
            self.shown.emit(frame)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.well))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CARD_PX, RADIUS_CARD_PX)
        if self._picture.is_empty:
            return
        area = self._picture.fitted(QRectF(self.rect()))
        ratio = self.devicePixelRatioF()
        image = self._picture.at(QSize(round(area.width() * ratio), round(area.height() * ratio)))
        brush = QBrush(image)
        brush.setTransform(QTransform.fromTranslate(area.x(), area.y()).scale(1 / ratio, 1 / ratio))
        painter.setBrush(brush)
        seen = area.intersected(QRectF(self.rect()))
        painter.drawRoundedRect(seen, RADIUS_CARD_PX, RADIUS_CARD_PX)
        clip = QPainterPath()
        clip.addRoundedRect(seen, RADIUS_CARD_PX, RADIUS_CARD_PX)
        painter.setClipPath(clip)
        scale = area.width() / max(self._picture.width_px, 1)
        for item in self._items:
            self._paint_item(painter, area, scale, item)

    def _paint_item(self, painter: QPainter, area: QRectF, scale: float, item: Outlined) -> None:
        strong = self._palette.unknown if item.refused else self._palette.info
        contour = QPolygonF(
            [
                QPointF(x, y)
                for x, y in smooth(
                    [(area.x() + x * scale, area.y() + y * scale) for x, y in item.outline]
                )
            ]
        )
        pen = QPen(QColor(strong), _LINE_PX)
        if item.refused:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolygon(contour)
        width, height = label_size(item.words)
        box = contour.boundingRect()
        left = min(max(box.center().x() - width / 2, area.left() + 4), area.right() - width - 4)
        top = box.bottom() + GAP_PX
        if top + height > area.bottom() - 4:
            top = max(box.top() - height - GAP_PX, area.top() + 4)
        room = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(strong))
        painter.drawRoundedRect(room, RADIUS_LABEL_PX, RADIUS_LABEL_PX)
        painter.setPen(QColor(self._palette.on_strong))
        painter.setFont(font(CONTROL_PX, bold=True))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, item.words)
