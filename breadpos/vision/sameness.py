"""Whether what lies there now is the very thing that lay there before, by its pixels."""

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.vision.finder import FoundItem
from breadpos.vision.stillness import Look

_SIDE_PX = 40
"""Longer side that two pictures of an item are compared at; noise is averaged away there."""
_STEP = 12.0
"""Grey levels of a real difference; the sensor's noise stays below 4."""
_SHARE = 0.01
"""Share of the item that must differ; another bread in its place differs on half of it."""
_OUTLINE = 0.9
"""Intersection over union of two outlines of one item; noise leaves 0.98."""
_DARK = 8.0
"""Grey levels added before light is compared, so that black does not count for much."""


def light_between(then: Look, now: Look) -> NDArray[np.float32]:
    """(3,) by what factor the picture became brighter, per colour."""
    ratio = (now[:, ::2, ::2] + np.float32(_DARK)) / (then[:, ::2, ::2] + np.float32(_DARK))
    return np.asarray(np.median(ratio, axis=(1, 2)), np.float32)


def patch_of(image_bgr: NDArray[np.uint8], item: FoundItem) -> NDArray[np.uint8]:
    """A copy of the item's box."""
    left, top, width, height = item.box
    return image_bgr[top : top + height, left : left + width].copy()


def overlap(one: FoundItem, other: FoundItem) -> float:
    """Intersection over union of two outlines in one picture."""
    common = int(common_mask(one, other).sum())
    return common / (int(one.mask.sum()) + int(other.mask.sum()) - common)


def common_mask(one: FoundItem, other: FoundItem) -> NDArray[np.bool_]:
    """What both cover, within the first one's box."""
    left, top, width, height = one.box
    x, y = other.box[0] - left, other.box[1] - top
    inside = np.zeros((height, width), bool)
    rows = slice(max(y, 0), min(y + other.box[3], height))
    columns = slice(max(x, 0), min(x + other.box[2], width))
    if rows.start < rows.stop and columns.start < columns.stop:
        inside[rows, columns] = other.mask[
            rows.start - y : rows.stop - y, columns.start - x : columns.stop - x
        ]
    return inside & one.mask


def is_same_outline(one: FoundItem, other: FoundItem) -> bool:
    return overlap(one, other) >= _OUTLINE


def is_same_look(
    then_bgr: NDArray[np.uint8],
    now_bgr: NDArray[np.uint8],
    mask: NDArray[np.bool_],
    light: NDArray[np.float32],
) -> bool:
    """Whether two pictures of a box show the same within a mask, but for noise and light.

    Args:
        then_bgr: (h, w, 3) the box before.
        now_bgr: (h, w, 3) the box now.
        mask: (h, w) what to compare.
        light: (3,) by what factor the whole picture became brighter since.
    """
    scale = min(_SIDE_PX / max(mask.shape), 1.0)
    size = max(round(mask.shape[1] * scale), 1), max(round(mask.shape[0] * scale), 1)
    # a rim pixel shows the surface as well
    inside = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.95
    then, now = (
        cv2.resize(box, size, interpolation=cv2.INTER_AREA)[inside].astype(np.float32) + _DARK
        for box in (then_bgr, now_bgr)
    )
    steps = np.abs(then * light - now).max(axis=1)
    return bool(len(steps)) and bool((steps > _STEP).mean() <= _SHARE)
