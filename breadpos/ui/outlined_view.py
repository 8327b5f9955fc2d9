"""The live picture where nothing is sold: what was taken or counted is outlined in blue."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.recognition import Point, Status
from breadpos.ui.label_placement import Rect
from breadpos.ui.live_picture import LivePicture
from breadpos.ui.no_picture import NoPicture
from breadpos.ui.outline_painter import Mark, label_text, smooth
from breadpos.ui.tokens import EDGE_PX, RADIUS_CARD_PX, Palette
from breadpos.ui.tray_overlay import TrayOverlay

_REFRESH_MS = 33
_PATIENCE_S = 5.0
"""A camera that shows nothing for so long is not about to."""


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
        self._overlay, self._is_marked = TrayOverlay(palette), False
        self.pill = QLabel()
        self.pill.setObjectName("pill")
        self._over: list[QWidget] = [self.pill]
        self.no_picture = NoPicture()
        self._waits_from_s = time.monotonic()
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
        self._over.append(button)

    def outline(self, items: Sequence[Outlined]) -> None:
        """Outline these items until other ones come."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._mark_anew()

    def labels(self) -> tuple[str, ...]:
        """The words beside the outlined items."""
        return tuple(item.words for item in self._items)

    def forget_picture(self) -> None:
        """The camera is gone; an old picture would be taken for a live one."""
        self.await_picture()
        self.no_picture.show_lost()

    def await_picture(self) -> None:
        """Another camera is being opened."""
        self._picture.clear()
        self._items = ()
        self._waits_from_s = time.monotonic()
        self.no_picture.show_lost(lost=False)
        self.no_picture.show()
        self._mark_anew()

    def refresh(self) -> None:
        """Show the newest frame, if one came since the last look."""
        if not self.isVisible():
            return
        frame = self._preview.take()
        if frame is not None:
            self._picture.take(frame)
            self.no_picture.hide()
            self.update()
            self.shown.emit(frame)
        elif self._picture.is_empty and time.monotonic() - self._waits_from_s > _PATIENCE_S:
            self.no_picture.show_lost()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._waits_from_s = time.monotonic()

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
        self._marked(area).paint(painter, self.size(), ratio)

    def _marked(self, area: QRectF) -> TrayOverlay:
        """The outlines and words of what is known by now."""
        if not self._is_marked:
            self._is_marked = True
            scale = area.width() / max(self._picture.width_px, 1)
            marks = [
                _mark(
                    n, item, [(area.x() + x * scale, area.y() + y * scale) for x, y in item.outline]
                )
                for n, item in enumerate(self._items)
            ]
            seen = area.intersected(QRectF(self.rect())).adjusted(4, 4, -4, -4)
            bounds = Rect(seen.x(), seen.y(), seen.width(), seen.height())
            over = [each.geometry() for each in self._over if each.isVisible()]
            taken = [Rect(each.x(), each.y(), each.width(), each.height()) for each in over]
            self._overlay.show(marks, bounds, taken)
        return self._overlay

    def _mark_anew(self) -> None:
        self._is_marked = False
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.forget_places()
        self._mark_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._overlay.draw_anew()
            self._mark_anew()


def _mark(number: int, item: Outlined, outline: Sequence[Point]) -> Mark:
    status = Status.UNKNOWN if item.refused else Status.SURE
    words = label_text(item.words, "")
    return Mark(number, smooth(outline), status, words, taught=not item.refused)
