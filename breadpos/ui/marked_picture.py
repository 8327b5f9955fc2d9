"""A live picture with outlines and words over it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.ui.label_placement import Rect
from breadpos.ui.live_picture import LivePicture
from breadpos.ui.no_picture import NoPicture
from breadpos.ui.outline_painter import Mark
from breadpos.ui.tokens import RADIUS_CARD_PX, Palette
from breadpos.ui.tray_overlay import TrayOverlay

_REFRESH_MS = 33
_EDGE_PX = 4
"""No label is nearer to the edge of the picture."""


class MarkedPicture(QWidget):
    """Looks into its mailbox 30 times a second; what is marked, and when, a subclass says."""

    def __init__(
        self, preview: Mailbox[Frame], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self._palette = preview, palette
        self._picture = LivePicture()
        self._overlay, self._is_marked = TrayOverlay(palette), False
        self.no_picture = NoPicture()
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def refresh(self) -> None:
        """Show the newest frame, if one came since the last look."""
        raise NotImplementedError

    def picture_area(self) -> QRectF:
        """Where the whole frame lies, pixels of this widget."""
        return self._picture.fitted(QRectF(self.rect()))

    def _mark_items(self) -> None:
        """Show the marks of what is known by now on the overlay."""
        raise NotImplementedError

    def _mark_anew(self) -> None:
        """Have the items marked before they are next seen, once for all that changes till then."""
        self._is_marked = False
        self.update()

    def _marked(self) -> TrayOverlay:
        """The marks of what is known by now."""
        if not self._is_marked:
            self._is_marked = True
            self._mark_items()
        return self._overlay

    def _show_marks(self, marks: Sequence[Mark], covers: Iterable[QWidget]) -> None:
        """Have labels inside of what is seen of the frame, and off what covers it."""
        seen = self.picture_area().intersected(QRectF(self.rect()))
        seen = seen.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        bounds = Rect(seen.x(), seen.y(), seen.width(), seen.height())
        taken = [rect_of(each.geometry()) for each in covers if each.isVisible()]
        self._overlay.show(marks, bounds, taken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.well))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CARD_PX, RADIUS_CARD_PX)
        if self._picture.is_empty:
            return
        overlay = self._marked()
        self._paint_picture(painter, self.picture_area())
        overlay.paint(painter, self.size(), self.devicePixelRatioF())

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        brush = QBrush(self._picture.at(size))
        brush.setTransform(QTransform.fromTranslate(area.x(), area.y()).scale(1 / ratio, 1 / ratio))
        painter.setBrush(brush)
        seen = area.intersected(QRectF(self.rect()))
        painter.drawRoundedRect(seen, RADIUS_CARD_PX, RADIUS_CARD_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.forget_places()
        self._mark_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._overlay.draw_anew()
            self._mark_anew()


def rect_of(rect: QRect) -> Rect:
    """Qt's rectangle as the placing of labels has it."""
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())
