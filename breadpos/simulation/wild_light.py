"""The light over one wild picture, and how it falls on a surface with bumps."""

from dataclasses import dataclass

import cv2
import numpy as np

from breadpos.simulation.wild_noise import Field, soften


@dataclass(frozen=True, slots=True)
class Light:
    """One lamp or window.

    Attributes:
        toward_x: share of a shadow's length that falls to the right, -1 to 1.
        toward_y: the same downwards.
        reach: shadow length per unit of an item's height.
        darkness: share of light missing in the core of a shadow.
        softness_px: blur of a shadow's edge.
    """

    toward_x: float
    toward_y: float
    reach: float
    darkness: float
    softness_px: float


def draw_light(rng: np.random.Generator) -> Light:
    """Any light from a cloudy ceiling to a low, hard sun."""
    angle = rng.uniform(0, 2 * np.pi)
    hard = rng.random() < 0.35
    return Light(
        toward_x=float(np.cos(angle)),
        toward_y=float(np.sin(angle)),
        reach=float(rng.uniform(0.5, 2.2) if hard else rng.uniform(0.1, 0.9)),
        darkness=float(rng.uniform(0.35, 0.8) if hard else rng.uniform(0.1, 0.55)),
        softness_px=float(rng.uniform(0.6, 2.0) if hard else rng.uniform(2.0, 9.0)),
    )


def shade(height: Field, light: Light, *, contrast: float) -> Field:
    """Brightness factor, about 0.5 to 1.4, of a bumpy surface (h, w) whose heights are pixels."""
    slope_x = cv2.Sobel(height, cv2.CV_32F, 1, 0, scale=0.125)
    slope_y = cv2.Sobel(height, cv2.CV_32F, 0, 1, scale=0.125)
    # a slope rising along the light's way faces the lamp
    facing = slope_x * light.toward_x + slope_y * light.toward_y
    steep = np.sqrt(1 + slope_x**2 + slope_y**2)
    lit: Field = np.clip(1 + contrast * facing / steep - 0.12 * (steep - 1), 0.35, 1.5)
    return lit.astype(np.float32)


def gloss(height: Field, light: Light, *, sharpness: float) -> Field:
    """Where a wet glaze mirrors the lamp: (h, w) 0 to 1."""
    slope_x = cv2.Sobel(height, cv2.CV_32F, 1, 0, scale=0.125)
    slope_y = cv2.Sobel(height, cv2.CV_32F, 0, 1, scale=0.125)
    off = (slope_x - 0.45 * light.toward_x) ** 2 + (slope_y - 0.45 * light.toward_y) ** 2
    spot: Field = np.exp(-off * sharpness).astype(np.float32)
    return spot


def cast_shadow(solid: Field, light: Light, height_px: float) -> tuple[Field, int]:
    """The shadow a solid (h, w) of one height throws on the table.

    Returns:
        Share of light kept, (h + 2 pad, w + 2 pad), and the pad in pixels.
    """
    reach = light.reach * height_px
    pad = int(reach + 2 * light.softness_px) + 3
    wide = cv2.copyMakeBorder(solid, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
    dark = wide.copy()
    # the shadow of a solid is its outline swept along the light
    steps = max(2, min(10, int(reach / 3)))
    for step in range(1, steps + 1):
        way = reach * step / steps
        shift = np.array([[1, 0, light.toward_x * way], [0, 1, light.toward_y * way]], np.float32)
        moved = cv2.warpAffine(wide, shift, (wide.shape[1], wide.shape[0]))
        np.maximum(dark, moved, out=dark)
    dark = soften(np.asarray(dark, np.float32), light.softness_px)
    kept: Field = 1 - light.darkness * dark
    return kept, pad
