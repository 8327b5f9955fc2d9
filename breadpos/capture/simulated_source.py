"""A counter made of code as a camera."""

import time
from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.capture.pace import Pace


class Counter(Protocol):
    """What can be filmed at any time."""

    def frame_at(self, time_s: float) -> NDArray[np.uint8]:
        """What a camera sees some seconds after the start: (H, W, 3) uint8, BGR."""
        ...


class SimulatedSource:
    """A FrameSource that films a counter in real time; drawing slowly skips, never slows time.

    Args:
        stands_still: whether the counter's time must not go on from some seconds after its start.
    """

    def __init__(
        self,
        counter: Counter,
        *,
        frames_per_s: float = 15.0,
        stands_still: Callable[[float], bool] = lambda _time_s: False,
    ) -> None:
        self._counter, self._stands_still = counter, stands_still
        self._pace = Pace(frames_per_s)
        self._read_s: float | None = None
        self._time_s = 0.0
        self._index = 0

    def read(self) -> Frame | None:
        """The counter as it is now."""
        now_s = self._pace.wait()
        if self._read_s is not None and not self._stands_still(self._time_s):
            self._time_s += now_s - self._read_s
        self._read_s = now_s
        pixels = self._counter.frame_at(self._time_s)
        frame = Frame(pixels, time.monotonic(), self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        """Nothing to give back."""
