"""Whether a photo of a bread is worth learning from."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.teaching import Refusal
from breadpos.vision.preprocess import FILL, Cutout

_SIDE_PX = 128
"""Items are judged at this size, whatever their distance."""
_SHARP = 16.0
"""Grey steps from pixel to pixel inside the item, mean of the tenth where they are largest."""
_DARK = 35.0
_LOOK_PX = 20
_SAME = 5.0
"""Mean difference in grey steps below which two photos are the same one."""


def judge(cutout: Cutout, *, cut: bool, earlier: Sequence[NDArray[np.float32]]) -> Refusal | None:
    """Why an item would teach nothing; None when it does.

    Args:
        cut: the picture's edge cuts the item.
        earlier: the looks of the photos taken before.
    """
    if cut:
        return Refusal.CUT
    if brightness(cutout) < _DARK:
        return Refusal.DARK
    if _sharpness(cutout) < _SHARP:
        return Refusal.BLURRED
    own = look(cutout)
    if any(float(np.abs(own - other).mean()) < _SAME for other in earlier):
        return Refusal.DUPLICATE
    return None


def look(cutout: Cutout) -> NDArray[np.float32]:
    """A small grey picture of the item: alike for photos in which it lies alike."""
    height, width = cutout.mask.shape
    side = max(height, width)
    square = np.full((side, side, 3), FILL, np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width] = cutout.image_bgr
    small = cv2.resize(square, (_LOOK_PX, _LOOK_PX), interpolation=cv2.INTER_AREA)
    return np.asarray(np.asarray(small, np.float32).mean(axis=2), np.float32)


def brightness(cutout: Cutout) -> float:
    """Mean of the item's own pixels, 0 to 255."""
    return float(cutout.image_bgr[cutout.mask].mean())


def _sharpness(cutout: Cutout) -> float:
    """How strongly its sharpest places change from pixel to pixel; its outline does not count."""
    scale = _SIDE_PX / max(cutout.mask.shape)
    size = tuple(max(round(side * scale), 8) for side in reversed(cutout.mask.shape))
    grey = cv2.cvtColor(
        cv2.resize(cutout.image_bgr, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY
    )
    mask = cv2.resize(cutout.mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    inside = cv2.erode(mask, np.ones((9, 9), np.uint8)) > 0
    if not inside.any():
        return 0.0
    change = np.abs(cv2.Laplacian(grey, cv2.CV_32F))[inside]
    return float(np.sort(change)[-max(len(change) // 10, 1) :].mean())
