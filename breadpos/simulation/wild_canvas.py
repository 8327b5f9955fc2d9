"""The table while a wild picture is being laid: what is seen, and whose pixel is whose."""

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_items import ItemPatch
from breadpos.simulation.wild_light import Light, cast_shadow
from breadpos.simulation.wild_noise import Field, blend

Window: TypeAlias = tuple[tuple[slice, slice], tuple[slice, slice]]
"""The part of the canvas a patch covers, and the part of the patch that is on the canvas."""


@dataclass(slots=True)
class Canvas:
    """A picture being laid, changed in place.

    Attributes:
        bgr: (h, w, 3) float32 0 to 1.
        labels: (h, w) uint8, 0 for no item, else the item's number from 1.
        light: the one light over it.
        full_areas: pixels of each item when nothing hides it, by number.
    """

    bgr: Field
    labels: NDArray[np.uint8]
    light: Light
    full_areas: dict[int, int]

    def lay(self, patch: ItemPatch, left: int, top: int) -> None:
        """Put an item on top of all that is there, with its shadow."""
        kept, pad = cast_shadow(patch.solid, self.light, patch.height_px)
        where = window(self.labels.shape, left - pad, top - pad, kept.shape)
        if where is not None:
            self.bgr[where[0]] *= kept[where[1]][..., None]
        where = window(self.labels.shape, left, top, patch.alpha.shape)
        if where is None:
            return
        on, of = where
        self.bgr[on] = blend(self.bgr[on], patch.bgr[of], patch.alpha[of])
        number = len(self.full_areas) + 1
        solid = patch.solid > 0.5
        self.labels[on][solid[of]] = number
        self.full_areas[number] = int(solid.sum())

    def cover(self, bgr: Field, alpha: Field) -> None:
        """Put a thing that is no item over everything."""
        self.bgr = blend(self.bgr, bgr, alpha)
        self.labels[alpha > 0.5] = 0

    def hidden_share(self, patch: ItemPatch, left: int, top: int) -> float:
        """The largest share of one item, new or old, that an item laid here would hide.

        An item laid on two others hides a part of both; the share is of the smaller of the
        two that meet, and counts what was hidden before.
        """
        where = window(self.labels.shape, left, top, patch.solid.shape)
        if where is None:
            return 1.0
        solid = patch.solid > 0.5
        own = max(int(solid.sum()), 1)
        under = self.labels[where[0]][solid[where[1]]]
        touched = np.bincount(under, minlength=1)
        worst = 0.0
        for number in np.flatnonzero(touched[1:]) + 1:
            full = self.full_areas[int(number)]
            worst = max(worst, float(touched[number]) / min(full, own))
        return worst


def window(
    shape: tuple[int, ...], left: int, top: int, patch_shape: tuple[int, ...]
) -> Window | None:
    """Where a patch at (left, top) meets a canvas of shape, None where it does not."""
    y0, x0 = max(top, 0), max(left, 0)
    y1, x1 = min(top + patch_shape[0], shape[0]), min(left + patch_shape[1], shape[1])
    if y0 >= y1 or x0 >= x1:
        return None
    on = (slice(y0, y1), slice(x0, x1))
    return on, (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))


def without_slivers(labels: NDArray[np.uint8], least_px: int) -> NDArray[np.uint8]:
    """Labels numbered from 1 without gaps; what shows fewer than least_px pixels is no item."""
    counts = np.bincount(labels.ravel(), minlength=256)
    keep = counts >= least_px
    keep[0] = False
    table = np.zeros(256, np.uint8)
    table[keep] = np.arange(1, int(keep.sum()) + 1)
    return np.asarray(cv2.LUT(labels, table), np.uint8)
