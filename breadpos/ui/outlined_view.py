"""The live picture where nothing is sold: what was taken or counted is outlined in blue."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.recognition import Point, Status
from breadpos.ui.marked_picture import MarkedPicture
from breadpos.ui.outline_painter import Mark, label_text, smooth_in
from breadpos.ui.tokens import EDGE_PX, Palette

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


class OutlinedView(MarkedPicture):
    """Empties its mailbox while it is seen."""

    shown = Signal(object)  # Frame

    def __init__(
        self, preview: Mailbox[Frame], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(preview, palette, parent)
        self._items: tuple[Outlined, ...] = ()
        self.pill = QLabel()
        self.pill.setObjectName("pill")
        self._over: list[QWidget] = [self.pill]
        self._waits_from_s = time.monotonic()
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.no_picture, stretch=1)
        layout.addStretch()

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

    def _mark_items(self) -> None:
        area, width_px = self.picture_area(), self._picture.width_px
        marks = [_mark(n, item, area, width_px) for n, item in enumerate(self._items)]
        self._show_marks(marks, self._over)


def _mark(number: int, item: Outlined, area: QRectF, width_px: int) -> Mark:
    status = Status.UNKNOWN if item.refused else Status.SURE
    outline = smooth_in(area, width_px, item.outline)
    return Mark(number, outline, status, label_text(item.words, ""), taught=not item.refused)
