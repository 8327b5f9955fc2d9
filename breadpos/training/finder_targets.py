"""What the finder's network should have said of a labelled picture."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from breadpos.vision.finder_maps import BOX_STRIDE, MAP_STRIDE

_MEETING_WEIGHT = 4.0
"""Pixels where two items meet are rare and decide the count."""


@dataclass(frozen=True, slots=True)
class FinderTargets:
    """Targets of one picture or, with a leading axis, of a batch.

    Attributes:
        maps: (3, h / 2, w / 2) float32: item, boundary, inner distance, each 0 to 1.
        weight: (h / 2, w / 2) float32, weight of a pixel in the losses of the maps.
        sides: (4, h / 4, w / 4) float32, pixels to the left, top, right and bottom of the
            visible part of the item under the pixel.
        near: (h / 4, w / 4) float32, weight of a pixel in the loss of the sides, 0 off items.
    """

    maps: NDArray[np.float32]
    weight: NDArray[np.float32]
    sides: NDArray[np.float32]
    near: NDArray[np.float32]


def make_targets(labels: NDArray[np.uint8]) -> FinderTargets:
    """Targets for labels (h, w): 0 where no item is seen, else the item's number."""
    small = np.ascontiguousarray(labels[::MAP_STRIDE, ::MAP_STRIDE])
    item = small > 0
    kernel = np.ones((3, 3), np.uint8)
    highest, lowest = cv2.dilate(small, kernel), cv2.erode(small, kernel)
    boundary = item & (highest != lowest)
    lowest_item = cv2.erode(np.where(item, small, 255).astype(np.uint8), kernel)
    meeting = item & (highest != lowest_item)
    inner = _inner_distance(small, boundary)
    zone = cv2.dilate(meeting.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    weight = np.where(zone, _MEETING_WEIGHT, 1.0).astype(np.float32)
    sides, near = _sides(labels, inner)
    maps = np.stack([item, boundary, inner]).astype(np.float32)
    return FinderTargets(maps, weight, sides, near)


def _inner_distance(small: NDArray[np.uint8], boundary: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Distance from an item's rim as a share of that item's largest."""
    core = ((small > 0) & ~boundary).astype(np.uint8)
    distance = cv2.distanceTransform(core, cv2.DIST_L2, 3)
    numbers = np.arange(int(small.max()) + 1)
    deepest = np.asarray(ndimage.maximum(distance, small, numbers), np.float32)
    deepest[0] = 1.0
    return np.asarray(distance / np.maximum(deepest, 1.0)[small], np.float32)


def _sides(
    labels: NDArray[np.uint8], inner: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    first = BOX_STRIDE // 2
    coarse = labels[first::BOX_STRIDE, first::BOX_STRIDE]
    boxes = np.zeros((int(labels.max()) + 1, 4), np.float32)
    for number, where in enumerate(ndimage.find_objects(labels), start=1):
        if where is not None:
            rows, columns = where
            boxes[number] = columns.start, rows.start, columns.stop, rows.stop
    y, x = (
        np.mgrid[0 : coarse.shape[0], 0 : coarse.shape[1]].astype(np.float32) * BOX_STRIDE + first
    )
    left, top, right, bottom = np.moveaxis(boxes[coarse], 2, 0)
    sides = np.stack([x - left, y - top, right - x, bottom - y]).astype(np.float32)
    step = BOX_STRIDE // MAP_STRIDE
    deep = inner[step // 2 :: step, step // 2 :: step][: coarse.shape[0], : coarse.shape[1]]
    near = np.where(coarse > 0, 0.2 + deep, 0.0).astype(np.float32)
    return np.maximum(sides, 0.5), near
