"""Notices that something else lies still before the camera, while nothing is recognised yet."""

from collections import deque

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from breadpos.application.frames import Frame
from breadpos.ui.outlined_view import OutlinedView
from breadpos.ui.picture_check import LOOKS, MOVED, PictureState, cells_of, state_of

_EVERY_MS = 250


class StillWatch(QObject):
    """Looks at what a view shows; tells of each picture once, when it has been still a second."""

    settled = Signal()

    def __init__(self, view: OutlinedView) -> None:
        super().__init__(view)
        self._newest: Frame | None = None
        self._told: NDArray[np.float32] | None = None
        self._looks: deque[NDArray[np.float32]] = deque(maxlen=LOOKS)
        view.shown.connect(self._take)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def forget(self) -> None:
        """Tell of the next still picture, whatever it is."""
        self._told = None
        self._looks.clear()

    @Slot(object)
    def _take(self, frame: Frame) -> None:
        self._newest = frame

    def look(self) -> None:
        """Judge the newest picture beside those before it and the one that was told of."""
        if self._newest is None:
            return
        now = cells_of(self._newest)
        self._newest = None
        self._looks.append(now)
        is_still = state_of(tuple(self._looks)) is not PictureState.MOVING
        if is_still and len(self._looks) == LOOKS and self._is_other(now):
            self._told = now
            self.settled.emit()

    def _is_other(self, now: NDArray[np.float32]) -> bool:
        told = self._told
        return told is None or told.shape != now.shape or bool(np.abs(now - told).max() > MOVED)
