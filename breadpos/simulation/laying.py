"""Laying breads on a tray: which way each is turned, where it lies, what it hides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from breadpos.simulation.piece import Relief
from breadpos.simulation.placing import (
    HIDDEN_AT_LEAST,
    HIDDEN_AT_MOST,
    Arrangement,
    Mask,
    overlap_px,
    pick_free,
    slide_to,
    widened,
)

_CELL_PX = 8  # places are searched on a grid this coarse
_GAP_CELLS = 2
_SHRINK = 0.93
_DENSEST = 0.42  # share of the floor that breads laid at random with gaps can fill


@dataclass(frozen=True, slots=True)
class Laid:
    """One bread where it lies: its canvas corner in the picture, and the pixels it would cover."""

    index: int
    relief: Relief
    left: int
    top: int
    footprint: Mask

    @property
    def area_px(self) -> int:
        return int(np.count_nonzero(self.footprint))


def lay_out(
    reliefs: Sequence[Relief],
    usable: Mask,
    arrangement: Arrangement,
    rng: np.random.Generator,
) -> list[Laid]:
    """Lay every relief within the usable floor.

    When there is no room the breads are made a little smaller until all fit.

    Returns:
        In the order to paint them, lowest first.
    """
    share = sum(float(each.alpha.sum()) for each in reliefs) / np.count_nonzero(usable)
    scale = min(1.0, math.sqrt(_DENSEST / max(share, 1e-6)))
    while True:
        for _ in range(3):
            laid = _try(reliefs, usable, arrangement, rng, scale)
            if laid is not None:
                return sorted(laid, key=lambda each: each.area_px)
        scale *= _SHRINK


def _try(
    reliefs: Sequence[Relief],
    usable: Mask,
    arrangement: Arrangement,
    rng: np.random.Generator,
    scale: float,
) -> list[Laid] | None:
    order = sorted(range(len(reliefs)), key=lambda i: -float(reliefs[i].alpha.sum()))
    laid: list[Laid] = []
    for index in order:
        found = None
        for _ in range(6):
            relief = reliefs[index].turned(float(rng.uniform(0, 2 * np.pi)), scale)
            if arrangement is not Arrangement.APART and laid:
                found = _beside(index, relief, laid, usable, arrangement, rng)
            found = found or _apart(index, relief, laid, usable, rng)
            if found:
                break
        if found is None:
            return None
        laid.append(found)
    return laid


def _apart(
    index: int, relief: Relief, laid: Sequence[Laid], usable: Mask, rng: np.random.Generator
) -> Laid | None:
    """A place with a gap to everything else."""
    taken = ~usable
    for other in laid:
        _cover(taken, other)
    coarse_size = (usable.shape[1] // _CELL_PX, usable.shape[0] // _CELL_PX)
    coarse_taken = cv2.resize(taken.astype(np.float32), coarse_size, interpolation=cv2.INTER_AREA)
    print_ = relief.alpha > 0.0
    rows, columns = (-(-side // _CELL_PX) for side in print_.shape)
    padded = np.zeros((rows * _CELL_PX, columns * _CELL_PX), np.bool_)
    padded[: print_.shape[0], : print_.shape[1]] = print_
    cells = np.asarray(padded.reshape(rows, _CELL_PX, columns, _CELL_PX).any(axis=(1, 3)), np.bool_)
    place = pick_free(coarse_taken > 0.0, widened(np.pad(cells, _GAP_CELLS), _GAP_CELLS), rng)
    if place is None:
        return None
    jitter_x, jitter_y = rng.integers(0, _CELL_PX, 2).tolist()
    left = (place[0] + _GAP_CELLS) * _CELL_PX + jitter_x
    top = (place[1] + _GAP_CELLS) * _CELL_PX + jitter_y
    return Laid(index, relief, left, top, np.asarray(relief.alpha > 0.5))


def _beside(
    index: int,
    relief: Relief,
    laid: Sequence[Laid],
    usable: Mask,
    arrangement: Arrangement,
    rng: np.random.Generator,
) -> Laid | None:
    """A place in contact with one item, clear of all others."""
    footprint = np.asarray(relief.alpha > 0.5)
    area = int(np.count_nonzero(footprint))
    for _ in range(25):
        anchor = laid[int(rng.integers(len(laid)))]
        smaller = min(area, anchor.area_px)
        share = rng.uniform(HIDDEN_AT_LEAST + 0.01, HIDDEN_AT_MOST - 0.03)
        wanted = round(share * smaller) if arrangement is Arrangement.CROWDED else 1
        left, top = slide_to(
            anchor.footprint,
            (anchor.left, anchor.top),
            footprint,
            direction_rad=float(rng.uniform(0, 2 * np.pi)),
            wanted_px=wanted,
        )
        place = Laid(index, relief, left, top, footprint)
        if _clear(place, anchor, laid, usable, arrangement):
            return place
    return None


def _clear(
    place: Laid, anchor: Laid, laid: Sequence[Laid], usable: Mask, arrangement: Arrangement
) -> bool:
    """Whether it lies on the tray, hides as much as it should, and meets no one else."""
    height, width = place.footprint.shape
    here = np.s_[place.top : place.top + height, place.left : place.left + width]
    if place.left < 0 or place.top < 0 or usable[here].shape != place.footprint.shape:
        return False
    if np.any(place.footprint & ~usable[here]):
        return False
    others = [other for other in laid if other is not anchor]
    if any(_shared(place, other) for other in others):
        return False
    hidden = _shared(place, anchor) / min(place.area_px, anchor.area_px)
    if arrangement is Arrangement.TOUCHING:
        return hidden < HIDDEN_AT_LEAST / 3
    already = sum(_shared(anchor, other) for other in others) / anchor.area_px
    within = HIDDEN_AT_LEAST <= hidden <= HIDDEN_AT_MOST
    return within and (already == 0.0 or anchor.area_px > place.area_px)


def _shared(first: Laid, second: Laid) -> int:
    return overlap_px(
        first.footprint, (first.left, first.top), second.footprint, (second.left, second.top)
    )


def _cover(taken: Mask, laid: Laid) -> None:
    height, width = laid.footprint.shape
    taken[laid.top : laid.top + height, laid.left : laid.left + width] |= laid.footprint
