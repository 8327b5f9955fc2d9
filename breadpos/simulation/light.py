"""Light on a height field: one soft lamp, the room around it, shadows and shine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from breadpos.simulation.colour import F32, kelvin
from breadpos.simulation.shapes import smoothstep

_COARSE = 4  # shadows are soft: they are found on a grid this many times coarser


@dataclass(frozen=True, slots=True)
class Light:
    """The lamps of one shop.

    Attributes:
        azimuth_rad: where the main lamp stands.
        elevation_rad: how high.
        temperature_k: colour of the lamp, kelvin.
        ambient: share of the light that comes from the whole room, 0..1.
        size_rad: how large the lamp looks from the counter; larger is softer.
        fall: how much darker the far side of the counter is than the near one, 0..1.
    """

    azimuth_rad: float
    elevation_rad: float
    temperature_k: float
    ambient: float
    size_rad: float
    fall: float


def draw_light(rng: np.random.Generator) -> Light:
    """Light as shops have it, 2,700 to 6,500 K."""
    return Light(
        azimuth_rad=float(rng.uniform(0, 2 * np.pi)),
        elevation_rad=float(rng.uniform(0.75, 1.2)),
        temperature_k=float(rng.uniform(2700, 6500)),
        ambient=float(rng.uniform(0.32, 0.55)),
        size_rad=float(rng.uniform(0.08, 0.28)),
        fall=float(rng.uniform(0.0, 0.3)),
    )


def shade(height_mm: F32, colour: F32, gloss: F32, light: Light, px_per_mm: float) -> F32:
    """(H, W, 3) linear BGR radiance of a lit scene; flat white in full light is near 1."""
    grad_x = _slope(height_mm, px_per_mm, (1, 0))
    grad_y = _slope(height_mm, px_per_mm, (0, 1))
    inverse = np.asarray(1.0 / np.sqrt(grad_x * grad_x + grad_y * grad_y + 1.0), np.float32)
    lamp = _direction(light.azimuth_rad, light.elevation_rad)
    facing = (lamp[2] - grad_x * lamp[0] - grad_y * lamp[1]) * inverse
    # a large lamp still reaches slopes turned a little away from it
    direct = np.clip((facing + 0.15) / (lamp[2] + 0.15), 0.0, 1.6)
    lit, open_sky = _shadows(height_mm, light, px_per_mm)
    room = (0.45 + 0.55 * inverse) * open_sky
    level = light.ambient * room + (1.0 - light.ambient) * direct * lit
    level *= _falloff(level.shape, light, _direction(light.azimuth_rad, 0.0))
    warm = _bounce(colour, open_sky)
    radiance = colour * level[..., None] + colour * warm
    lamps = [(side * lamp[0] / lamp[2], side * lamp[1] / lamp[2]) for side in (1.0, -0.7)]
    shine = _shine((grad_x, grad_y, inverse), gloss, lamps, light.size_rad) * (0.25 + 0.75 * lit)
    radiance += shine[..., None]
    tinted: F32 = (radiance * kelvin(light.temperature_k)).astype(np.float32)
    return tinted


def _slope(height_mm: F32, px_per_mm: float, axis: tuple[int, int]) -> F32:
    return np.asarray(
        cv2.Sobel(height_mm, cv2.CV_32F, *axis, ksize=3, scale=px_per_mm / 8), np.float32
    )


def _direction(azimuth_rad: float, elevation_rad: float) -> tuple[float, float, float]:
    flat = float(np.cos(elevation_rad))
    return (
        flat * float(np.cos(azimuth_rad)),
        flat * float(np.sin(azimuth_rad)),
        float(np.sin(elevation_rad)),
    )


def _shine(
    slopes: tuple[F32, F32, F32],
    gloss: F32,
    lamps: Sequence[tuple[float, float]],
    size_rad: float,
) -> F32:
    """Highlights on glaze and plastic of lamps that hang at (x, y) tangents from upright.

    slopes are the gradients in x and y and the upright share of the normal. The camera hangs
    near, so that each pixel is looked at, and shines, a little differently.
    """
    height, width = gloss.shape
    view_x = np.linspace(0.4, -0.4, width, dtype=np.float32)[None, :]
    view_y = np.linspace(0.4, -0.4, height, dtype=np.float32)[:, None] * (height / width)
    shine = np.zeros_like(gloss)
    grad_x, grad_y, inverse = slopes
    sharpness = 1.0 / (0.5 * size_rad + 0.03) ** 2
    for strength, (lamp_x, lamp_y) in zip((1.0, 0.45), lamps, strict=True):
        # slopes of a mirror that would show the lamp here, and how far the surface is from it
        off_x = grad_x + 0.5 * (lamp_x + view_x)
        off_y = grad_y + 0.5 * (lamp_y + view_y)
        miss = (off_x * off_x + off_y * off_y) * (inverse * inverse)
        # rational lobes: wide skirts as on real glaze, and no exponential to compute
        broad = 1.0 / (1.0 + 14.0 * miss)
        mirrored = miss * sharpness
        narrow = 1.0 / (1.0 + mirrored * mirrored)
        shine += np.float32(strength) * (0.05 * broad * broad + 0.5 * gloss * narrow)
    return np.asarray(shine * gloss, np.float32)


def _falloff(shape: tuple[int, ...], light: Light, lamp: tuple[float, ...]) -> F32:
    rows = np.linspace(-0.5, 0.5, shape[0], dtype=np.float32)[:, None]
    columns = np.linspace(-0.5, 0.5, shape[1], dtype=np.float32)[None, :]
    towards = columns * lamp[0] + rows * lamp[1]
    return np.asarray(1.0 + light.fall * towards, np.float32)


def _bounce(colour: F32, open_sky: F32) -> F32:
    """Light that comes off the neighbours: warm, and only where the sky is partly hidden."""
    small = cv2.resize(colour, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA)
    spread = cv2.GaussianBlur(small, (0, 0), 2.5)
    near = cv2.resize(spread, colour.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(near * (0.35 * (1.0 - open_sky))[..., None], np.float32)


def _shadows(height_mm: F32, light: Light, px_per_mm: float) -> tuple[F32, F32]:
    """How much of the lamp, and of the sky, each pixel sees, both 0..1."""
    size = height_mm.shape[1::-1]
    coarse_size = (max(8, size[0] // _COARSE), max(8, size[1] // _COARSE))
    coarse = np.asarray(
        cv2.resize(height_mm, coarse_size, interpolation=cv2.INTER_AREA), np.float32
    )
    scale = px_per_mm * coarse_size[0] / size[0]
    tallest = float(coarse.max())
    lit = np.zeros_like(coarse)
    offsets = ((-1.0, 0.0), (-0.4, 0.8), (0.0, -0.8), (0.5, 0.6), (1.0, -0.2))
    for turn, rise in offsets:
        azimuth = light.azimuth_rad + turn * light.size_rad
        elevation = light.elevation_rad + rise * light.size_rad * 0.7
        lit += _cast(coarse, azimuth, elevation, scale, tallest)
    lit /= np.float32(len(offsets))
    sky = _open_sky(coarse, scale)
    both = cv2.resize(
        np.dstack([cv2.GaussianBlur(lit, (0, 0), 0.8), sky]), size, interpolation=cv2.INTER_LINEAR
    )
    return np.asarray(both[..., 0], np.float32), np.asarray(both[..., 1], np.float32)


def _cast(height: F32, azimuth: float, elevation: float, scale: float, tallest: float) -> F32:
    """1 where a ray towards the lamp is free, 0 where something stands in its way."""
    slope = float(np.tan(elevation))
    reach_px = min(80.0, tallest / slope * scale + 2.0)
    step = max(1.2, reach_px / 24)
    blocked = np.zeros_like(height)
    distance = step
    while distance <= reach_px:
        shift = np.array([[1, 0, -distance * np.cos(azimuth)], [0, 1, -distance * np.sin(azimuth)]])
        rays = cv2.warpAffine(height, shift, height.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)
        blocked = np.maximum(blocked, rays - np.float32(distance / scale * slope))
        distance += step
    return np.asarray(1.0 - smoothstep(0.5, 3.0, blocked - height), np.float32)


def _open_sky(height: F32, scale: float) -> F32:
    """Share of the sky above a pixel: small in gaps and at the foot of a loaf."""
    hidden = np.zeros_like(height)
    for radius_mm, weight in ((3.0, 0.3), (9.0, 0.35), (24.0, 0.3)):
        around = cv2.GaussianBlur(height, (0, 0), max(0.6, radius_mm * scale))
        hidden += np.float32(weight) * np.clip((around - height) / radius_mm, 0.0, 1.2)
    return np.asarray(np.clip(1.0 - hidden, 0.15, 1.0), np.float32)
