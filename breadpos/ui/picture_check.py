"""Whether the counter's picture will do: it comes, it is light enough, and it lies still."""

from collections import deque
from enum import Enum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from breadpos.application.frames import Frame
from breadpos.ui.named import named, restyle
from breadpos.ui.outlined_view import OutlinedView

_EVERY_MS = 250
LOOKS = 4
"""A second of looks decides, so that the words do not flicker."""
_CELLS = 48
_DARK, _BRIGHT = 45.0, 225.0
"""Of 255, over the whole picture."""
MOVED = 16.0
"""Of 255, in any cell; a camera's noise stays far below it."""


class PictureState(Enum):
    MISSING = "missing"
    DARK = "dark"
    BRIGHT = "bright"
    MOVING = "moving"
    GOOD = "good"


class PictureCheck(QLabel):
    """Looks at what a view shows, four times a second."""

    def __init__(self, view: OutlinedView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("verdict", self)
        self.setWordWrap(True)
        self.state = PictureState.MISSING
        self._newest: Frame | None = None
        self._looks: deque[NDArray[np.float32]] = deque(maxlen=LOOKS)
        view.shown.connect(self._take)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._retranslate()

    @Slot(object)
    def _take(self, frame: Frame) -> None:
        self._newest = frame

    def look(self) -> None:
        """Judge the newest picture beside those before it; without one for a second, none comes."""
        if not self.isVisible():
            return
        if self._newest is not None:
            self._looks.append(cells_of(self._newest))
            self._newest = None
        elif self._looks:
            self._looks.popleft()
        self.state = state_of(tuple(self._looks))
        self._retranslate()

    def _retranslate(self) -> None:
        words = {
            PictureState.MISSING: self.tr("No picture comes yet."),
            PictureState.DARK: self.tr("It is too dark: switch on a light."),
            PictureState.BRIGHT: self.tr("It is too bright: turn the light or the camera away."),
            PictureState.MOVING: self.tr(
                "The picture moves: fasten the camera, and keep hands away."
            ),
            PictureState.GOOD: self.tr("The picture is still and bright enough ✓"),
        }
        if self.text() != words[self.state]:
            self.setText(words[self.state])
            self.setProperty("tone", "good" if self.state is PictureState.GOOD else "warn")
            restyle(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def cells_of(frame: Frame) -> NDArray[np.float32]:
    """A frame's brightness in (H, W) float32 cells, about 48 across; a millisecond."""
    width, height = frame.size
    step = max(width // _CELLS, 1)
    rows, columns = height // step, width // step
    grey = frame.pixels_bgr[: rows * step : max(step // 4, 1), : columns * step : max(step // 4, 1)]
    light = grey.mean(axis=2, dtype=np.float32)
    tall, wide = light.shape[0] // rows, light.shape[1] // columns
    light = light[: rows * tall, : columns * wide]
    cells: NDArray[np.float32] = light.reshape(rows, tall, columns, wide).mean(axis=(1, 3))
    return cells


def state_of(looks: tuple[NDArray[np.float32], ...]) -> PictureState:
    """What a few looks, oldest first, say together."""
    if not looks:
        return PictureState.MISSING
    light = float(looks[-1].mean())
    if light < _DARK:
        return PictureState.DARK
    if light > _BRIGHT:
        return PictureState.BRIGHT
    steps = [
        float(np.abs(after - before).max())
        for before, after in pairwise(looks)
        if after.shape == before.shape
    ]
    return PictureState.MOVING if max(steps, default=0.0) > MOVED else PictureState.GOOD
