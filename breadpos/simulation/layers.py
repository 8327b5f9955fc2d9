"""Pictures that move over pictures: cheap enough for every frame of a film."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.colour import F32

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Layer:
    """Something cut out of a photograph, to be shown shifted.

    Attributes:
        picture: (h, w, 3) BGR, only the part that holds the thing.
        alpha: (h, w) 0..1, soft at its edge so that a little of its shadow comes along.
        left: where the part was in the photograph, pixels.
        top: likewise.
    """

    picture: Picture
    alpha: F32
    left: int
    top: int


def cut_out(picture: Picture, mask: NDArray[np.bool_], *, margin_px: int) -> Layer:
    """The masked part with a soft margin; the mask must not be empty."""
    side = 2 * margin_px + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    wide = cv2.dilate(mask.astype(np.uint8), disc).astype(np.float32)
    soft = cv2.GaussianBlur(wide, (0, 0), margin_px / 2 + 0.3)
    alpha = np.maximum(np.asarray(soft, np.float32), mask.astype(np.float32))
    rows, columns = (np.flatnonzero((alpha > 0.01).any(axis=axis)) for axis in (1, 0))
    cut = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Layer(picture[cut].copy(), alpha[cut].copy(), int(columns[0]), int(rows[0]))


def over(under: Picture, layer: Layer, dx_px: int, dy_px: int) -> Picture:
    """A new picture: under, with the layer on top, shifted."""
    result = under.copy()
    height, width = layer.alpha.shape
    left, top = layer.left + dx_px, layer.top + dy_px
    rows = slice(max(0, top), min(under.shape[0], top + height))
    columns = slice(max(0, left), min(under.shape[1], left + width))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return result
    of = np.s_[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    alpha = np.ascontiguousarray(layer.alpha[of])
    shown = np.ascontiguousarray(layer.picture[of])
    below = np.ascontiguousarray(under[rows, columns])
    result[rows, columns] = cv2.blendLinear(shown, below, alpha, 1.0 - alpha)
    return result


class GrainPool:
    """Sensor noise for film: a few noise pictures, rolled to a new place for every frame."""

    def __init__(self, pictures: list[NDArray[np.int16]]) -> None:
        self._pictures = pictures

    def expose(self, picture: Picture, rng: np.random.Generator) -> Picture:
        """The picture as one frame, with noise of its own."""
        noise = self._pictures[int(rng.integers(len(self._pictures)))]
        height, width = picture.shape[:2]
        top = int(rng.integers(noise.shape[0] - height + 1))
        left = int(rng.integers(noise.shape[1] - width + 1))
        window = np.ascontiguousarray(noise[top : top + height, left : left + width])
        return np.asarray(cv2.add(picture, window, dtype=cv2.CV_8U), np.uint8)
