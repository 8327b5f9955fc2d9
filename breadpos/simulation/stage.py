"""One counter: its top, its trays, its lamp and its camera, all fixed by a seed."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.colour import F32
from breadpos.simulation.light import Light, draw_light, shade
from breadpos.simulation.scene import Scene
from breadpos.simulation.sensor import Camera, develop, draw_camera, lens_maps
from breadpos.simulation.surface import Surface, counter_top, lay_tray

VIEW_WIDTH_MM = 540.0
"""What the camera over a counter sees from left to right."""
_SURFACE, _TRAY, _LIGHT, _CAMERA = range(4)


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything about a counter that stays the same from tray to tray.

    Attributes:
        seed: it is always built the same from this.
        size: (width, height) of its pictures, pixels.
        px_per_mm: scale in the middle of the picture.
        bare: the counter without a tray; copy before changing it.
        lens: where each pixel looks, see sensor.lens_maps.
    """

    seed: int
    size: tuple[int, int]
    px_per_mm: float
    bare: Scene
    light: Light
    camera: Camera
    lens: tuple[F32, F32]

    def tray(self, place: np.random.Generator, *, close: bool = False) -> Surface:
        """One of the shop's trays on the counter, empty."""
        make = np.random.default_rng([self.seed, _TRAY])
        return lay_tray(make, self.bare.copy(), place, close=close)

    def photograph(self, scene: Scene) -> NDArray[np.uint8]:
        """The camera's picture of a scene, before noise and JPEG; (H, W, 3) BGR."""
        radiance = shade(scene.height_mm, scene.colour, scene.gloss, self.light, self.px_per_mm)
        seen = cv2.remap(radiance, *self.lens, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return develop(np.asarray(seen, np.float32), self.camera)

    def bend(self, labels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A map of labels as the lens shows it."""
        bent = cv2.remap(labels, *self.lens, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(bent, np.uint8)


def draw_stage(seed: int, size: tuple[int, int], *, view_width_mm: float = VIEW_WIDTH_MM) -> Stage:
    """The counter of that seed, seen view_width_mm wide in pictures of (width, height) pixels."""
    px_per_mm = size[0] / view_width_mm
    light = draw_light(np.random.default_rng([seed, _LIGHT]))
    camera = draw_camera(np.random.default_rng([seed, _CAMERA]), light.temperature_k)
    bare = counter_top(np.random.default_rng([seed, _SURFACE]), size, px_per_mm)
    return Stage(seed, size, px_per_mm, bare, light, camera, lens_maps(camera, size))
