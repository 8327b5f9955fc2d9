"""One photo of an item as the counter may see it: turned, and under another light."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.vision.preprocess import FILL, Cutout, tight

ROTATIONS = 8

_GAIN_SPREAD = 0.10
_CAST_SPREAD = 0.04
_WORKING_SIDE_PX = 448
_ROUNDING = 1e-6
"""So that a quarter turn, whose cosine is not quite zero, needs no further pixel."""


def views(cutout: Cutout, seed: int = 0, *, count: int = ROTATIONS) -> list[Cutout]:
    """The item turned through the whole circle in `count` even steps.

    The first is the photo as it is; the others also vary a little in brightness and colour
    cast, as daylight and lamps do. The same cut-out and seed give the same views.
    """
    random = np.random.default_rng(seed)
    base = _shrunk(cutout)
    turned = [rotated(base, 360.0 * step / count) for step in range(1, count)]
    return [base, *(_relit(view, random) for view in turned)]


def rotated(cutout: Cutout, degrees: float) -> Cutout:
    """The cut-out turned anticlockwise, on a canvas just large enough."""
    height, width = cutout.mask.shape
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    new_width = math.ceil(width * abs(cosine) + height * abs(sine) - _ROUNDING) + 2
    new_height = math.ceil(width * abs(sine) + height * abs(cosine) - _ROUNDING) + 2
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    turn[:, 2] += (new_width - width) / 2, (new_height - height) / 2
    image = cv2.warpAffine(
        cutout.image_bgr, turn, (new_width, new_height), borderValue=(FILL, FILL, FILL)
    )
    mask = cv2.warpAffine(cutout.mask.astype(np.uint8) * 255, turn, (new_width, new_height)) > 127
    image[~mask] = FILL
    if not mask.any():  # a dot of a pixel or two can fall between the pixels
        return cutout
    return tight(image.astype(np.uint8), mask)


def _shrunk(cutout: Cutout) -> Cutout:
    """Not larger than the network can use twice over, so that turning it stays cheap."""
    height, width = cutout.mask.shape
    scale = _WORKING_SIDE_PX / max(height, width)
    if scale >= 1:
        return cutout
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    mask = cv2.resize(cutout.mask.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA)
    image = cv2.resize(cutout.image_bgr, size, interpolation=cv2.INTER_AREA)
    return Cutout(image.astype(np.uint8), mask > 127)


def _relit(cutout: Cutout, random: np.random.Generator) -> Cutout:
    gains = 1 + random.normal(0, _GAIN_SPREAD) + random.normal(0, _CAST_SPREAD, 3)
    image: NDArray[np.float32] = cutout.image_bgr.astype(np.float32) * gains.astype(np.float32)
    lit = np.clip(image, 0, 255).astype(np.uint8)
    lit[~cutout.mask] = FILL
    return Cutout(lit, cutout.mask)
