"""A piece of work on the bench: something modelled step by step, then finished as a Relief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation import colour as colours
from breadpos.simulation.colour import F32
from breadpos.simulation.noise import fractal_noise
from breadpos.simulation.shapes import Point, dome, smoothstep

_SHIFT = 4  # cv2 draws at sixteenths of a pixel


@dataclass(frozen=True, slots=True)
class Relief:
    """A finished thing, seen from above, before any light falls on it.

    Attributes:
        height_mm: (H, W) above what it lies on.
        colour: (H, W, 3) linear BGR reflectance.
        gloss: (H, W) 0 matt .. 1 wet.
        alpha: (H, W) share of the pixel it covers.
        px_per_mm: its scale.
    """

    height_mm: F32
    colour: F32
    gloss: F32
    alpha: F32
    px_per_mm: float

    def turned(self, angle_rad: float, scale: float = 1.0) -> Relief:
        """The same thing turned about its middle and resized, on a canvas that just holds it."""
        height, width = self.alpha.shape
        cos, sin = np.cos(angle_rad) * scale, np.sin(angle_rad) * scale
        out_w = int(np.ceil(abs(cos) * width + abs(sin) * height)) + 2
        out_h = int(np.ceil(abs(sin) * width + abs(cos) * height)) + 2
        matrix = np.array(
            [
                [cos, -sin, out_w / 2 - (cos * width - sin * height) / 2],
                [sin, cos, out_h / 2 - (sin * width + cos * height) / 2],
            ]
        )

        def warp(layer: F32) -> F32:
            turned = cv2.warpAffine(layer, matrix, (out_w, out_h), flags=cv2.INTER_LINEAR)
            return np.asarray(turned, np.float32)

        top, left, bottom, right = _extent(alpha := warp(self.alpha))
        cut = np.s_[top:bottom, left:right]
        return Relief(
            height_mm=warp(self.height_mm)[cut] * np.float32(scale),
            colour=warp(self.colour)[cut],
            gloss=warp(self.gloss)[cut],
            alpha=alpha[cut],
            px_per_mm=self.px_per_mm,
        )


def _largest_part(covered: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The covered pixels that hang together, without specks the wobble has torn off."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(covered.astype(np.uint8))
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    return np.asarray(labels == largest, np.bool_)


def _extent(alpha: F32) -> tuple[int, int, int, int]:
    """Top, left, bottom, right of what is covered at all."""
    rows = np.flatnonzero(alpha.max(axis=1) > 0.0)
    columns = np.flatnonzero(alpha.max(axis=0) > 0.0)
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


class Piece:
    """Clay: height, colour and gloss on a grid in millimetres, changed by painting and carving."""

    def __init__(
        self, rng: np.random.Generator, px_per_mm: float, size_mm: tuple[float, float]
    ) -> None:
        self.rng = rng
        self.px_per_mm = px_per_mm
        width, height = (round(side * px_per_mm) + 6 for side in size_mm)
        xs = (np.arange(width, dtype=np.float32) - (width - 1) / 2) / np.float32(px_per_mm)
        ys = (np.arange(height, dtype=np.float32) - (height - 1) / 2) / np.float32(px_per_mm)
        self.x, self.y = np.meshgrid(xs, ys)
        self.shape = (height, width)
        self.outline: F32 = np.full(self.shape, np.float32(1e3))
        self.height: F32 = np.zeros(self.shape, np.float32)
        self.colour: F32 = np.zeros((*self.shape, 3), np.float32)
        self.gloss: F32 = np.zeros(self.shape, np.float32)

    def noise(self, cell_mm: float, *, octaves: int = 3, gain: float = 0.55) -> F32:
        """Noise over the piece, bumps cell_mm apart."""
        return fractal_noise(
            self.shape, cell_mm * self.px_per_mm, self.rng, octaves=octaves, gain=gain
        )

    def vary(self, centre: float, share: float = 0.06) -> float:
        """A size near centre, as hands make it."""
        return centre * (1.0 + share * float(np.clip(self.rng.normal(), -1.8, 1.8)))

    def form(
        self,
        outline_mm: F32,
        half_width: float,
        height: float,
        *,
        roundness: float = 2.0,
        wobble_mm: float = 1.2,
    ) -> None:
        """Raise a dome over an outline that hands and oven have left a little uneven."""
        self.outline = outline_mm + np.float32(wobble_mm) * self.noise(22.0, octaves=3)
        self.height = dome(self.outline, half_width, height, roundness)

    def bake(
        self,
        table: F32,
        level: float,
        *,
        rise: float = 0.25,
        patchy: float = 0.08,
        freckle: float = 0.04,
    ) -> None:
        """Colour the whole from a browning table: the crown browns more than the skirt.

        Args:
            table: what it browns through, see colour.ramp.
            level: browning 0..1 at the crown.
            rise: how much paler the foot is.
            patchy: strength of uneven browning over centimetres.
            freckle: strength of the finest colour grain.
        """
        share = self.height / max(float(self.height.max()), 1e-3)
        level = level + 0.07 * float(self.rng.uniform(-1, 1))
        shade = level - rise * (1.0 - share) ** 1.25 + 0.06 * (share - 0.8)
        shade += patchy * self.noise(16.0, octaves=4) + freckle * self.noise(1.2, octaves=2)
        self.colour = colours.look_up(table, np.asarray(shade, np.float32))

    def paint(self, cover: F32, colour: F32, gloss: float | None = None) -> None:
        """Lay a colour, one (3,) or one a pixel (H, W, 3), as opaque as cover."""
        self.colour = colours.mix(self.colour, colour, cover)
        if gloss is not None:
            self.gloss = np.asarray(self.gloss + (gloss - self.gloss) * cover, np.float32)

    def lift(self, cover: F32, by_mm: float) -> None:
        """Raise (or carve, when negative) where covered."""
        self.height = self.height + np.float32(by_mm) * cover

    def roughen(self, cell_mm: float, by_mm: float, *, octaves: int = 3) -> None:
        """Give the skin a texture."""
        self.height = self.height + np.float32(by_mm) * self.noise(cell_mm, octaves=octaves)

    def soften(self, over_mm: float, cover: F32 | None = None) -> None:
        """Round off creases of the height, everywhere or where covered."""
        sigma = max(0.3, over_mm * self.px_per_mm)
        soft = np.asarray(cv2.GaussianBlur(self.height, (0, 0), sigma), np.float32)
        self.height = soft if cover is None else self.height + (soft - self.height) * cover

    def within(self, margin_mm: float, soft_mm: float = 1.0) -> F32:
        """1 where the outline is more than margin_mm away, inside."""
        return smoothstep(-soft_mm / 2, soft_mm / 2, -self.outline - np.float32(margin_mm))

    def strokes(
        self, lines_mm: Sequence[Sequence[Point]], width_mm: float, *, soft_mm: float = 0.0
    ) -> F32:
        """How much lines of the given width cover each pixel, 0..1."""
        canvas = np.zeros(self.shape, np.uint8)
        thickness = max(1, round(width_mm * self.px_per_mm))
        for line in lines_mm:
            cv2.polylines(canvas, [self._to_px(line)], False, 255, thickness, cv2.LINE_AA, _SHIFT)
        cover = canvas.astype(np.float32) / np.float32(255.0)
        if soft_mm > 0.0:
            cover = np.asarray(
                cv2.GaussianBlur(cover, (0, 0), max(0.3, soft_mm * self.px_per_mm)), np.float32
            )
        return cover

    def grains(
        self, places_mm: NDArray[np.float64], size_mm: tuple[float, float], spread: float = 0.25
    ) -> F32:
        """Cover of small ovals (length, width) at (N, 2) places, each turned its own way."""
        canvas = np.zeros(self.shape, np.uint8)
        for place in self._to_px(places_mm)[:, 0] if len(places_mm) else ():
            grow = float(np.clip(1.0 + spread * self.rng.normal(), 0.4, 1.8))
            axes = [max(8, int(s * grow * self.px_per_mm * 2**_SHIFT / 2)) for s in size_mm]
            angle = float(self.rng.uniform(0, 180))
            cv2.ellipse(canvas, place.tolist(), axes, angle, 0, 360, 255, -1, cv2.LINE_AA, _SHIFT)
        return canvas.astype(np.float32) / np.float32(255.0)

    def places(self, count: int, cover: F32) -> NDArray[np.float64]:
        """(count, 2) random places in mm, the likelier the more covered."""
        weights = np.cumsum(np.clip(cover, 0.0, 1.0).ravel().astype(np.float64))
        if weights[-1] <= 0.0 or count <= 0:
            return np.zeros((0, 2))
        picks = np.searchsorted(weights, self.rng.uniform(0.0, weights[-1], count))
        return np.stack([self.x.ravel()[picks], self.y.ravel()[picks]], axis=1).astype(np.float64)

    def relief(self) -> Relief:
        """The finished piece."""
        alpha = np.clip(0.5 - self.outline * np.float32(self.px_per_mm), 0.0, 1.0)
        alpha = alpha * _largest_part(alpha > 0.0)
        return Relief(
            height_mm=np.asarray(np.maximum(self.height, 0.3) * (alpha > 0.0), np.float32),
            colour=np.asarray(np.clip(self.colour, 0.004, 0.95), np.float32),
            gloss=np.asarray(np.clip(self.gloss, 0.0, 1.0), np.float32),
            alpha=np.asarray(alpha, np.float32),
            px_per_mm=self.px_per_mm,
        )

    def _to_px(self, points_mm: Sequence[Point] | NDArray[np.float64]) -> NDArray[np.int32]:
        middle = (np.array(self.shape[::-1]) - 1) / 2
        points = (np.asarray(points_mm, np.float64) * self.px_per_mm + middle) * 2**_SHIFT
        return np.asarray(np.round(points), np.int32).reshape(-1, 1, 2)
