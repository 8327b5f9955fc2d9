"""What lies under the camera: layers of things on a surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from breadpos.simulation.colour import F32
from breadpos.simulation.piece import Relief


@dataclass(slots=True)
class Scene:
    """A height field with colour and gloss, the size of the picture; pasting changes it in place.

    Attributes:
        height_mm: (H, W) top of everything.
        ground_mm: (H, W) top of the surface that things stand on.
    """

    height_mm: F32
    ground_mm: F32
    colour: F32
    gloss: F32
    px_per_mm: float

    def copy(self) -> Scene:
        """A scene that can be changed without changing this one."""
        return Scene(
            self.height_mm.copy(),
            self.ground_mm.copy(),
            self.colour.copy(),
            self.gloss.copy(),
            self.px_per_mm,
        )

    def paste(
        self, relief: Relief, left: int, top: int, *, lift_mm: float = 0.0, stiff: bool = False
    ) -> F32:
        """Lay a relief down with its canvas corner at (left, top); parts outside are cut off.

        Args:
            relief: what to lay down.
            left: of its canvas, pixels; may be negative.
            top: likewise.
            lift_mm: how much higher than the ground it lies.
            stiff: it rests on the highest ground under it instead of following the ground.

        Returns:
            (H, W) alpha of the relief in the scene.
        """
        shape = self.height_mm.shape
        height, width = relief.alpha.shape
        rows = slice(max(0, top), min(shape[0], top + height))
        columns = slice(max(0, left), min(shape[1], left + width))
        cover: F32 = np.zeros(shape, np.float32)
        if rows.start >= rows.stop or columns.start >= columns.stop:
            return cover
        inner = np.s_[
            rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
        ]
        here = np.s_[rows, columns]
        alpha = relief.alpha[inner]
        floor = self.height_mm[here]
        ground = self.ground_mm[here]
        if stiff and np.any(alpha > 0.0):
            ground = np.full_like(ground, ground[alpha > 0.0].max())
        raised = ground + relief.height_mm[inner] + np.float32(lift_mm)
        self.height_mm[here] = floor + (raised - floor) * alpha
        self.gloss[here] += (relief.gloss[inner] - self.gloss[here]) * alpha
        self.colour[here] += (relief.colour[inner] - self.colour[here]) * alpha[..., None]
        cover[here] = alpha
        return cover
