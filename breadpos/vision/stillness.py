"""Whether anything moves under the camera, and where two pictures of it differ."""

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame

STILL_AFTER_S = 0.15
"""A scene this long without motion is still; a hand pauses less than that in passing."""

_WIDTH_PX = 160
_SAMPLED = 4
"""Pixels taken for one of the look's, across and down: more would cost more than they say."""
_STEP = 14
"""Grey levels of a real change, far above a cheap sensor's noise once the picture is shrunk."""
_SHARE = 0.004
"""Share of the picture that must change: a fingertip's worth."""

Look = NDArray[np.int16]
"""(3, h, 160) a frame shrunk, its colours as planes."""


class Stillness:
    """Compares each frame with the one before."""

    def __init__(self) -> None:
        self._newest: Look | None = None
        self._moved_at_s = 0.0

    def seeing(self, frame: Frame) -> Look | None:
        """The frame's look; None if something moved a moment ago. Tell it every frame."""
        look = shrunk(frame.pixels_bgr)
        if self._newest is None or self._newest.shape != look.shape:
            self._moved_at_s = frame.captured_at_s - STILL_AFTER_S  # the first frame may be read
        elif is_other(look, self._newest):
            self._moved_at_s = frame.captured_at_s
        self._newest = look
        return look if frame.captured_at_s - self._moved_at_s >= STILL_AFTER_S else None


def shrunk(pixels_bgr: NDArray[np.uint8]) -> Look:
    """What is compared of a picture."""
    height, width = pixels_bgr.shape[:2]
    size = _WIDTH_PX, max(1, round(height * _WIDTH_PX / width))
    if width > _SAMPLED * _WIDTH_PX:
        sampled = size[0] * _SAMPLED, size[1] * _SAMPLED
        pixels_bgr = np.asarray(
            cv2.resize(pixels_bgr, sampled, interpolation=cv2.INTER_NEAREST), np.uint8
        )
    small = cv2.resize(pixels_bgr, size, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small.transpose(2, 0, 1), np.int16)


def is_other(one: Look, other: Look) -> bool:
    """Whether two looks differ by more than noise and an even change of light."""
    return one.shape != other.shape or bool(difference(one, other).mean() > _SHARE)


def difference(one: Look, other: Look) -> NDArray[np.bool_]:
    """(h, 160) where two looks of one shape differ, an even change of light set aside."""
    steps = one - other
    steps -= np.median(steps[:, ::2, ::2], axis=(1, 2)).astype(np.int16)[:, None, None]
    np.abs(steps, out=steps)
    return np.asarray(np.maximum(np.maximum(steps[0], steps[1]), steps[2]) > _STEP)
