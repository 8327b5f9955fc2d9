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
        picture: (H, W, 3) BGR.
        alpha: (H, W) 0..1, soft at its edge so that a little of its shadow comes along.
    """

    picture: Picture
    alpha: F32


def cut_out(picture: Picture, mask: NDArray[np.bool_], *, margin_px: int) -> Layer:
    """The masked part with a soft margin."""
    side = 2 * margin_px + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    wide = cv2.dilate(mask.astype(np.uint8), disc).astype(np.float32)
    soft = cv2.GaussianBlur(wide, (0, 0), margin_px / 2 + 0.3)
    return Layer(picture, np.maximum(np.asarray(soft, np.float32), mask.astype(np.float32)))


def over(under: Picture, layer: Layer, dx_px: int, dy_px: int) -> Picture:
    """A new picture: under, with the layer on top, shifted."""
    height, width = under.shape[:2]
    result = under.copy()
    if abs(dx_px) >= width or abs(dy_px) >= height:
        return result
    to = np.s_[max(0, dy_px) : height + min(0, dy_px), max(0, dx_px) : width + min(0, dx_px)]
    of = np.s_[max(0, -dy_px) : height - max(0, dy_px), max(0, -dx_px) : width - max(0, dx_px)]
    alpha = np.ascontiguousarray(layer.alpha[of])
    top, below = np.ascontiguousarray(layer.picture[of]), np.ascontiguousarray(under[to])
    result[to] = cv2.blendLinear(top, below, alpha, 1.0 - alpha)
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
