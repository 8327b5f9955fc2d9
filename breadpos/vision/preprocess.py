"""From one found item in a picture to the square the embedding network reads."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

FILL = 127
"""Grey around the item, of 255; the network's input there is exactly zero."""

SCALE = 128.0
_MARGIN = 0.04
"""Share of the square's side left free on each side of the item."""


class Cutout(NamedTuple):
    """One item cut out of its picture.

    Attributes:
        image_bgr: (h, w, 3) uint8, `FILL` outside the mask.
        mask: (h, w) bool, tight: each border row and column holds a part of the item.
    """

    image_bgr: NDArray[np.uint8]
    mask: NDArray[np.bool_]


def cut_out(
    image_bgr: NDArray[np.uint8], box: tuple[int, int, int, int], mask: NDArray[np.bool_]
) -> Cutout:
    """The item alone, its surroundings made grey so that no neighbour's crumbs leak in.

    Args:
        image_bgr: (H, W, 3) uint8, the whole picture.
        box: left, top, width, height of the mask in picture pixels; parts outside are cut off.
        mask: (height, width) bool, the item's pixels within the box.

    Raises:
        ValueError: mask and box differ in size, or no pixel of the mask lies in the picture.
    """
    left, top, width, height = box
    if mask.shape != (height, width):
        raise ValueError(f"a mask of shape {mask.shape} does not fill the box {box}")
    rows = slice(max(-top, 0), max(min(height, image_bgr.shape[0] - top), 0))
    columns = slice(max(-left, 0), max(min(width, image_bgr.shape[1] - left), 0))
    inside = mask[rows, columns]
    if not inside.any():
        raise ValueError(f"no pixel of the item in {box} lies in a picture of {image_bgr.shape}")
    crop = image_bgr[top + rows.start : top + rows.stop, left + columns.start : left + columns.stop]
    # twenty times as fast as numpy's masks, and this runs for each item of each tray
    alone = cv2.copyTo(crop, inside.astype(np.uint8), np.full_like(crop, FILL))
    return tight(np.asarray(alone, np.uint8), inside)


def to_square(cutout: Cutout, side_px: int) -> NDArray[np.float32]:
    """The cut-out, scaled to fill the network's square and normalised.

    Returns:
        (3, side_px, side_px) float32, RGB, (pixel - 127) / 128; zero outside the item.

    Source: the Lite networks were trained on (pixel - 127) / 128; ImageNet's mean and
    deviation would shift every input.
    """
    height, width = cutout.mask.shape
    scale = side_px * (1 - 2 * _MARGIN) / max(height, width)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    # area averaging is the antialiased way down; upwards it would show pixel blocks
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = cv2.resize(cutout.image_bgr, size, interpolation=how)
    square = np.full((side_px, side_px, 3), FILL, np.uint8)
    left, top = (side_px - size[0]) // 2, (side_px - size[1]) // 2
    square[top : top + size[1], left : left + size[0]] = small
    return normalise(square)


def to_model_input(
    image_bgr: NDArray[np.uint8],
    box: tuple[int, int, int, int],
    mask: NDArray[np.bool_],
    side_px: int,
) -> NDArray[np.float32]:
    """`cut_out` and `to_square` in one: what the counter does with each found item."""
    return to_square(cut_out(image_bgr, box, mask), side_px)


def normalise(image_bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(H, W, 3) uint8 BGR to (3, H, W) float32 RGB, (pixel - 127) / 128, for both networks."""
    blob = cv2.dnn.blobFromImage(image_bgr, 1 / SCALE, mean=(FILL, FILL, FILL), swapRB=True)
    return np.asarray(blob[0], np.float32)


def tight(crop: NDArray[np.uint8], mask: NDArray[np.bool_]) -> Cutout:
    """The part of a crop that just holds its mask, which must not be empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Cutout(crop[part], mask[part])
