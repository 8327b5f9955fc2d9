"""From the finder network's maps to one mask per item.

Three readings of the maps are joined. Connected parts inside the drawn boundaries rarely
split a lone loaf, but one gap in a boundary merges two. Peaks of the inner distance part round
neighbours, but find two in a bent or a knotted one. So the picture is flooded from the peaks up
the drawn boundaries (watershed, Meyer 1992), and two zones become one item again where their
peaks voted for much the same box and little boundary is drawn along their seam.
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
_NO_NECK = 1.2
"""Length of a seam, as a share of the width of the slimmer zone, from which it is no neck."""


@dataclass(frozen=True, slots=True)
class DecodeThresholds:
    """When two peaks are one item, and what is an item at all.

    Measured on photographs of donuts: of the seams between two items 98 of 100 have a mean
    boundary of 0.37 or more and boxes that overlap by 0.19 or less; of the false seams inside
    one item the usual figures are 0.09 and 0.66.

    Attributes:
        least_overlap: intersection over union of the voted boxes below which two peaks are
            never one item, however little is drawn between them: at the one point where two
            loaves touch there is little to draw.
        per_overlap: mean boundary along a seam up to which two neighbours are one item, if
            their boxes agree wholly; in proportion less if they agree less.
        hidden_overlap: intersection over union of the boxes from which two peaks that do not
            meet are one item, as under another item.
        score: mean item probability from which a region is an item.
    """

    least_overlap: float = 0.3
    per_overlap: float = 1.5
    hidden_overlap: float = 0.6
    score: float = 0.88


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
    zones = _flooded(peaks, solid, boundary)
    overlaps = _overlaps(_voted_boxes(peaks, sides))
    groups = _groups(_seams(zones, boundary, len(overlaps)), overlaps, thresholds)
    return _regions(groups[zones], item, inner, thresholds.score)


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


def _seams(
    zones: NDArray[np.int32], boundary: NDArray[np.float32], count: int
) -> NDArray[np.float64]:
    """Mean boundary along the seam of each two zones, (count, count); nan where none meet.

    A seam's ends lie on the items' outline, where a boundary is drawn in any case. Where the
    seam is a neck, as between two round neighbours, that is welcome; where it is as long as
    the zones are wide, as across a long loaf, the ends are left out.
    """
    whole, length = _seam_means(zones, boundary, count)
    solid = (zones > 0).astype(np.uint8)
    deep = cv2.erode(solid, np.ones((5, 5), np.uint8)) > 0
    middle, _ = _seam_means(np.where(deep, zones, 0), boundary, count)
    depth = np.zeros(count)
    np.maximum.at(depth, zones.ravel(), cv2.distanceTransform(solid, cv2.DIST_L2, 3).ravel())
    no_neck = length > _NO_NECK * 2 * np.minimum(depth[:, None], depth[None, :])
    return np.where(no_neck & np.isfinite(middle), np.fmin(middle, whole), whole)


def _seam_means(
    zones: NDArray[np.int32], boundary: NDArray[np.float32], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean boundary along each seam and the seam's length in pixels, (count, count) each."""
    total, length = np.zeros((2, count * count))
    for across in (0, 1):
        ahead, behind = np.moveaxis(zones, across, 0)[1:], np.moveaxis(zones, across, 0)[:-1]
        drawn = np.moveaxis(boundary, across, 0)
        meet = (ahead != behind) & (ahead > 0) & (behind > 0)
        low, high = np.minimum(ahead, behind)[meet], np.maximum(ahead, behind)[meet]
        height = np.maximum(drawn[1:], drawn[:-1])[meet]
        total += np.bincount(low * count + high, height, count * count)
        length += np.bincount(low * count + high, minlength=count * count)
    met = length > 0
    mean = np.full(count * count, np.nan)
    mean[met] = total[met] / length[met]
    return mean.reshape(count, count), length.reshape(count, count)


def _groups(
    seams: NDArray[np.float64], overlaps: NDArray[np.float64], thresholds: DecodeThresholds
) -> NDArray[np.int32]:
    """For each peak the smallest number among those that are the same item, (n + 1,)."""
    meet = np.isfinite(seams)
    agreed = np.where(overlaps < thresholds.least_overlap, 0.0, overlaps)
    forgiven = thresholds.per_overlap * agreed
    same = np.where(meet, seams < forgiven, overlaps >= thresholds.hidden_overlap)
    groups = np.arange(len(overlaps), dtype=np.int32)
    for one, other in np.argwhere(np.triu(same, 1)):
        if one > 0 and groups[one] != groups[other]:
            low, high = sorted((groups[one], groups[other]))
            groups[groups == high] = low
    return groups


def _flooded(
    peaks: NDArray[np.int32], solid: NDArray[np.bool_], boundary: NDArray[np.float32]
) -> NDArray[np.int32]:
    """The peak each solid pixel belongs to, (h, w): the zones meet on the boundary's ridges."""
    background = int(peaks.max()) + 1
    markers = np.where(solid, peaks, background).astype(np.int32)
    height = np.clip(boundary * 255, 0, 255).astype(np.uint8)
    zones = np.asarray(cv2.watershed(cv2.merge([height] * 3), markers), np.int32)
    # the ridges themselves, and what no flood came to, go to the nearest zone
    known = np.where(zones < background, np.maximum(zones, 0), 0)
    return np.where(solid, _nearest(known), 0).astype(np.int32)


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
