"""Whether anything moves under the camera."""

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame

STILL_AFTER_S = 0.15
"""A scene this long without motion is still; a hand pauses less than that in passing."""

_WIDTH_PX = 160
_STEP = 14.0
"""Grey levels of a real change, far above a cheap sensor's noise once the picture is shrunk."""
_SHARE = 0.004
"""Share of the picture that must change: a fingertip's worth."""


class Stillness:
    """Compares each frame with the one before, and with the last that was read.

    A slow drift (a cloud, automatic exposure) is no motion, but in the end makes the picture
    another one than was read.
    """

    def __init__(self) -> None:
        self._last: NDArray[np.float32] | None = None
        self._moved_at_s = 0.0
        self._read: NDArray[np.float32] | None = None

    def is_moving(self, frame: Frame) -> bool:
        """Whether something moved within the last moments; call it once for every frame."""
        thumb = _thumb(frame.pixels_bgr)
        if self._last is None or self._last.shape != thumb.shape:
            self._moved_at_s = frame.captured_at_s - STILL_AFTER_S  # the first frame may be read
            self._read = None
        elif _changed(thumb, self._last):
            self._moved_at_s = frame.captured_at_s
        self._last = thumb
        return frame.captured_at_s - self._moved_at_s < STILL_AFTER_S

    def is_as_read(self) -> bool:
        """Whether the newest frame shows what was last marked as read."""
        if self._read is None or self._last is None:
            return False
        return not _changed(self._last, self._read)

    def mark_read(self) -> None:
        """The newest frame has been read."""
        self._read = self._last


def _thumb(pixels_bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
    height, width = pixels_bgr.shape[:2]
    step = max(
        1, width // (4 * _WIDTH_PX)
    )  # every pixel of a 4K frame would cost more than it says
    size = _WIDTH_PX, max(1, round(height * _WIDTH_PX / width))
    small = cv2.resize(pixels_bgr[::step, ::step], size, interpolation=cv2.INTER_AREA)
    return small.astype(np.float32)


def _changed(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    """Whether two thumbnails differ by more than noise and an even change of light."""
    difference = one - other
    difference -= np.median(difference, axis=(0, 1))
    return bool(np.mean(np.abs(difference).max(axis=2) > _STEP) > _SHARE)
