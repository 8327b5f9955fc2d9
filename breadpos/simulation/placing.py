"""Where things come to lie on a tray: apart, touching, or over each other."""

from __future__ import annotations

from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]

HIDDEN_AT_LEAST, HIDDEN_AT_MOST = 0.03, 0.15


class Arrangement(Enum):
    """How close items lie; CROWDED hides 3 to 15 % of the smaller of two neighbours."""

    APART = "apart"
    TOUCHING = "touching"
    CROWDED = "crowded"


def free_places(taken: Mask, footprint: Mask) -> Mask:
    """Where the top-left corner of a footprint can be so that it covers nothing taken.

    Args:
        taken: (H, W) what is occupied; outside of it everything is.
        footprint: (h, w) what the item covers.

    Returns:
        (H, W), True where it fits.
    """
    blocked = cv2.dilate(
        taken.astype(np.uint8),
        footprint.astype(np.uint8),
        anchor=(0, 0),
        borderType=cv2.BORDER_CONSTANT,
        borderValue=1,
    )
    return np.asarray(blocked == 0, np.bool_)


def widened(mask: Mask, by_px: int) -> Mask:
    """The mask and everything within by_px of it, on the same canvas."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * by_px + 1, 2 * by_px + 1))
    return np.asarray(cv2.dilate(mask.astype(np.uint8), disc) > 0, np.bool_)


def pick_free(taken: Mask, footprint: Mask, rng: np.random.Generator) -> tuple[int, int] | None:
    """A random free (left, top), or None where nothing fits."""
    free = np.flatnonzero(free_places(taken, footprint))
    if not len(free):
        return None
    top, left = divmod(int(free[rng.integers(len(free))]), taken.shape[1])
    return left, top


def overlap_px(
    first: Mask, first_at: tuple[int, int], second: Mask, second_at: tuple[int, int]
) -> int:
    """Pixels that two footprints at (left, top) places share."""
    left, top = (max(first_at[i], second_at[i]) for i in range(2))
    right = min(first_at[0] + first.shape[1], second_at[0] + second.shape[1])
    bottom = min(first_at[1] + first.shape[0], second_at[1] + second.shape[0])
    if left >= right or top >= bottom:
        return 0

    def cut(mask: Mask, at: tuple[int, int]) -> Mask:
        return mask[top - at[1] : bottom - at[1], left - at[0] : right - at[0]]

    return int(np.count_nonzero(cut(first, first_at) & cut(second, second_at)))


def slide_to(
    anchor: Mask,
    anchor_at: tuple[int, int],
    item: Mask,
    *,
    direction_rad: float,
    wanted_px: int,
) -> tuple[int, int]:
    """Push an item towards an anchor until they share at least wanted_px pixels.

    Args:
        anchor: footprint that lies already.
        anchor_at: its (left, top).
        item: footprint that comes.
        direction_rad: from which side.
        wanted_px: shared pixels to stop at; 1 stops at the first contact.

    Returns:
        (left, top) of the item: the farthest place that shares so much.
    """
    centre = np.array(anchor_at) + np.array(anchor.shape[::-1]) / 2
    start = centre - np.array(item.shape[::-1]) / 2
    way = np.array([np.cos(direction_rad), np.sin(direction_rad)])
    near, far = 0.0, float(np.hypot(*anchor.shape) + np.hypot(*item.shape)) / 2

    def at(distance: float) -> tuple[int, int]:
        left, top = np.rint(start + way * distance).astype(int).tolist()
        return int(left), int(top)

    while far - near > 0.5:
        middle = (near + far) / 2
        if overlap_px(anchor, anchor_at, item, at(middle)) >= wanted_px:
            near = middle
        else:
            far = middle
    return at(near)
