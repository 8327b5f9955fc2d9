"""One photo of an item as the counter may see it: turned, nearer or farther, in another light."""

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.vision.preprocess import FILL, Cutout, cut_out, tight

ROTATIONS = 8

_GAIN_SPREAD = 0.10
_CAST_SPREAD = 0.04
_CUT_SPREAD = 0.02
"""Of the item's size: how far a finder's outline may lie from the true one."""
_FARTHEST = 0.5
_HIDDEN = (0.03, 0.15)
"""Share of an item that a neighbour covers on a crowded tray."""
_COVERED_VIEWS = (2, 5, 7)
"""Views that show the item so; one of them is among those that thresholds are made from."""
_WORKING_SIDE_PX = 448
_ROUNDING = 1e-6
"""So that a quarter turn, whose cosine is not quite zero, needs no further pixel."""


def views(
    cutout: Cutout, seed: int = 0, *, count: int = ROTATIONS, others: Sequence[Cutout] = ()
) -> list[Cutout]:
    """The item turned through the whole circle in `count` even steps.

    The first is the photo as it is; the others also vary a little in brightness and colour
    cast, as daylight and lamps do, and in sharpness, as the distance to the camera does; some
    lack a piece at the rim, as under a neighbour. The same cut-outs and seed give the same views.

    Args:
        others: the same item cut out a little differently; the turns take them by turns.
    """
    random = np.random.default_rng(seed)
    bases = [_shrunk(each) for each in (cutout, *others)]
    turned = [rotated(bases[step % len(bases)], 360.0 * step / count) for step in range(1, count)]
    seen = [
        _covered(view, random) if step in _COVERED_VIEWS else view
        for step, view in enumerate(turned, start=1)
    ]
    return [bases[0], *(_relit(_softened(view, random), random) for view in seen)]


def recut(
    image_bgr: NDArray[np.uint8], box: tuple[int, int, int, int], mask: NDArray[np.bool_]
) -> list[Cutout]:
    """The item cut out a little too widely and a little too closely, as a finder may do.

    Args: as for `preprocess.cut_out`.
    """
    left, top, width, height = box
    reach = max(round(_CUT_SPREAD * max(width, height)), 1)
    wide = np.pad(mask.astype(np.uint8), reach)
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    wide_box = (left - reach, top - reach, width + 2 * reach, height + 2 * reach)
    cuts = [cut_out(image_bgr, wide_box, cv2.dilate(wide, brush) > 0)]
    close = cv2.erode(wide, brush) > 0
    if close[reach:-reach, reach:-reach].any():
        cuts.append(cut_out(image_bgr, wide_box, close))
    return cuts


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


def _covered(cutout: Cutout, random: np.random.Generator) -> Cutout:
    """Without a piece at the rim, where a round neighbour of about its size lies over it."""
    height, width = cutout.mask.shape
    angle, reach = random.uniform(0, 2 * math.pi), random.uniform(0.8, 1.6) * max(height, width)
    rows, columns = np.ogrid[:height, :width]
    away = np.hypot(
        columns - width / 2 - reach * math.cos(angle), rows - height / 2 - reach * math.sin(angle)
    )
    edge = np.quantile(away[cutout.mask], random.uniform(*_HIDDEN))
    left = cutout.mask & (away > edge)
    if not left.any():
        return cutout
    image = cutout.image_bgr.copy()
    image[~left] = FILL
    return tight(image, left)


def _softened(cutout: Cutout, random: np.random.Generator) -> Cutout:
    """With the detail that is left of it at a greater distance."""
    height, width = cutout.mask.shape
    scale = random.uniform(_FARTHEST, 1.0)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    far = cv2.resize(cutout.image_bgr, size, interpolation=cv2.INTER_AREA)
    image = np.asarray(cv2.resize(far, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    image[~cutout.mask] = FILL
    return Cutout(image, cutout.mask)


def _relit(cutout: Cutout, random: np.random.Generator) -> Cutout:
    gains = 1 + random.normal(0, _GAIN_SPREAD) + random.normal(0, _CAST_SPREAD, 3)
    image: NDArray[np.float32] = cutout.image_bgr.astype(np.float32) * gains.astype(np.float32)
    lit = np.clip(image, 0, 255).astype(np.uint8)
    lit[~cutout.mask] = FILL
    return Cutout(lit, cutout.mask)
