"""From the finder network's maps to one mask per item.

Two readings of the maps are joined. Connected parts inside the drawn boundaries never split
a lone loaf, but one gap in a boundary merges two; peaks of the inner distance always part
round neighbours, but find two in a bent or a knotted one. So every peak is asked, through
the boxes its pixels voted for, which item it believes to belong to, and peaks that name the
same box are one item.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

_ITEM = 0.5
_CORE = 0.5
_PEAK_LEVELS = (0.65, 0.45, 0.25)
_LEAST_AREA = 0.0012
"""Share of the picture below which something is a crumb."""
_LEAST_PEAK_PX = 4


@dataclass(frozen=True, slots=True)
class DecodeThresholds:
    """When two peaks are one item, and what is an item at all.

    Attributes:
        same_part: intersection over union of the voted boxes from which two peaks in one
            connected part are one item.
        other_part: the same for peaks that a boundary or another item parts.
        score: mean item probability from which a region is an item.
    """

    same_part: float = 0.5
    other_part: float = 0.8
    score: float = 0.6


@dataclass(frozen=True, slots=True)
class Region:
    """One item on the maps.

    Attributes:
        mask: (height, width) bool of the box, holes closed.
        box: left, top, width, height on the maps.
        score: 0 to 1.
    """

    mask: NDArray[np.bool_]
    box: tuple[int, int, int, int]
    score: float


def decode(
    maps: NDArray[np.float32],
    sides: NDArray[np.float32],
    thresholds: DecodeThresholds | None = None,
) -> list[Region]:
    """Part the maps into items.

    Args:
        maps: (3, h, w) probabilities: item, boundary, inner distance.
        sides: (4, h / 2, w / 2) distances to the item's left, top, right and bottom, in
            pixels of the maps.
        thresholds: the usual ones where left out.
    """
    thresholds = thresholds or DecodeThresholds()
    item, boundary, inner = maps
    solid = item > _ITEM
    parts_count, parts = _components(solid & (item * (1 - boundary) > _CORE))
    if parts_count == 1:
        return []
    peaks = _peaks(np.where(solid, inner, 0.0).astype(np.float32), parts)
    groups = _groups(peaks, parts, sides, thresholds)
    labels = _grow(peaks, groups, parts, solid)
    return _regions(labels, item, inner, thresholds.score)


def _components(mask: NDArray[np.bool_]) -> tuple[int, NDArray[np.int32]]:
    """Number of labels, the background's included, and the (h, w) labels."""
    count, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=4)
    return count, np.asarray(labels, np.int32)


def _peaks(inner: NDArray[np.float32], parts: NDArray[np.int32]) -> NDArray[np.int32]:
    """Peaks of the inner distance, numbered from 1: (h, w), 0 between them.

    A component at a lower level is a peak of its own only where no higher one lies in it.
    A part without any peak is one.
    """
    peaks = np.zeros(inner.shape, np.int32)
    layers = [_components(inner > level) for level in _PEAK_LEVELS]
    layers.append((int(parts.max()) + 1, parts))
    found = 0
    for count, labels in layers:
        taken = np.zeros(count, bool)
        taken[labels[peaks > 0]] = True
        taken[np.bincount(labels.ravel(), minlength=count) < _LEAST_PEAK_PX] = True
        taken[0] = True
        numbers = np.zeros(count, np.int32)
        numbers[~taken] = found + 1 + np.arange(int((~taken).sum()))
        peaks = np.where(peaks > 0, peaks, numbers[labels])
        found = int(numbers.max(initial=found))
    return peaks


def _voted_boxes(peaks: NDArray[np.int32], sides: NDArray[np.float32]) -> NDArray[np.float64]:
    """Mean voted box of each peak, (n + 1, 4) left, top, right, bottom; row 0 is meaningless."""
    rows, columns = np.nonzero(peaks)
    numbers = peaks[rows, columns]
    coarse_rows = np.minimum(rows // 2, sides.shape[1] - 1)
    coarse_columns = np.minimum(columns // 2, sides.shape[2] - 1)
    left, top, right, bottom = sides[:, coarse_rows, coarse_columns]
    # the votes were cast from the coarse pixels' middles
    x, y = coarse_columns * 2.0 + 1.0, coarse_rows * 2.0 + 1.0
    count = int(peaks.max()) + 1
    share = np.maximum(np.bincount(numbers, minlength=count), 1)
    votes = (x - left, y - top, x + right, y + bottom)
    return np.stack([np.bincount(numbers, v, count) / share for v in votes], axis=1)


def _overlaps(boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Intersection over union of each box with each other, (n, n)."""
    low = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    both = np.prod(np.clip(high - low, 0, None), axis=2)
    areas = np.prod(np.clip(boxes[:, 2:] - boxes[:, :2], 0, None), axis=1)
    return np.asarray(both / np.maximum(areas[:, None] + areas[None, :] - both, 1e-6))


def _groups(
    peaks: NDArray[np.int32],
    parts: NDArray[np.int32],
    sides: NDArray[np.float32],
    thresholds: DecodeThresholds,
) -> NDArray[np.int32]:
    """For each peak the smallest number among those that are the same item, (n + 1,)."""
    overlaps = _overlaps(_voted_boxes(peaks, sides))
    part_of = np.zeros(len(overlaps), np.int32)
    # a peak reaches into one part at most, save over a gap; any pixel of it will do
    inside = (peaks > 0) & (parts > 0)
    part_of[peaks[inside]] = parts[inside]
    same_part = part_of[:, None] == part_of[None, :]
    needed = np.where(same_part, thresholds.same_part, thresholds.other_part)
    groups = np.arange(len(overlaps), dtype=np.int32)
    for one, other in np.argwhere(np.triu(overlaps >= needed, 1)):
        if one > 0 and groups[one] != groups[other]:
            low, high = sorted((groups[one], groups[other]))
            groups[groups == high] = low
    return groups


def _grow(
    peaks: NDArray[np.int32],
    groups: NDArray[np.int32],
    parts: NDArray[np.int32],
    solid: NDArray[np.bool_],
) -> NDArray[np.int32]:
    """Give every solid pixel to an item: whole parts first, then the nearest."""
    seeds = groups[peaks]
    nearest = _nearest(seeds)
    count = int(parts.max()) + 1
    inside = (seeds > 0) & (parts > 0)
    lowest, highest = np.full(count, len(groups)), np.zeros(count, np.int64)
    np.minimum.at(lowest, parts[inside], seeds[inside])
    np.maximum.at(highest, parts[inside], seeds[inside])
    whole = lowest == highest
    cores = np.where(parts == 0, 0, np.where(whole[parts], highest[parts], nearest))
    grown = np.where(solid, _nearest(cores.astype(np.int32)), 0)
    return np.asarray(grown, np.int32)


def _nearest(seeds: NDArray[np.int32]) -> NDArray[np.int32]:
    """For every pixel the seed that lies nearest; seeds are 0 where there is none."""
    _, zones = cv2.distanceTransformWithLabels(
        (seeds == 0).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros(int(zones.max()) + 1, np.int32)
    at = seeds > 0
    table[zones[at]] = seeds[at]
    return np.asarray(table[zones], np.int32)


def _regions(
    labels: NDArray[np.int32],
    item: NDArray[np.float32],
    inner: NDArray[np.float32],
    least_score: float,
) -> list[Region]:
    least_area = max(int(_LEAST_AREA * labels.size), 6)
    areas = np.bincount(labels.ravel())
    regions = []
    for number in np.flatnonzero(areas >= least_area):
        if number == 0:
            continue
        region = _region(labels == number, item, inner)
        if region.score >= least_score:
            regions.append(region)
    return regions


def _region(
    mask: NDArray[np.bool_], item: NDArray[np.float32], inner: NDArray[np.float32]
) -> Region:
    """The largest connected piece and those at least a fifth of it, holes closed."""
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    sizes = [cv2.contourArea(contour) + len(contour) / 2 for contour in contours]
    kept = [c for c, size in zip(contours, sizes, strict=True) if size >= 0.2 * max(sizes)]
    left, top, width, height = cv2.boundingRect(np.concatenate(kept))
    closed = np.zeros((height, width), np.uint8)
    cv2.drawContours(closed, kept, -1, 1, cv2.FILLED, offset=(-left, -top))
    inside = closed > 0
    window = (slice(top, top + height), slice(left, left + width))
    sure = float(item[window][mask[window]].mean())
    # something with no deep middle is a smear, not a thing
    deep = float(min(1.0, inner[window][inside].max() / 0.5))
    return Region(inside, (left, top, width, height), sure * deep)
