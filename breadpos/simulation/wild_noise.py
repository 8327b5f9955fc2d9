"""Random fields and colour ramps: the paint of the wild training pictures."""

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[np.float32]
"""(h, w) or (h, w, 3) float32; colours are BGR, 0 to 1."""


def smooth_noise(rng: np.random.Generator, shape: tuple[int, int], cell_px: float) -> Field:
    """A smooth random field, roughly normal, whose bumps are about cell_px wide.

    Args:
        rng: source of randomness.
        shape: (h, w) wanted.
        cell_px: distance between two independent values, at least one pixel.

    Returns:
        (h, w) float32, mean about 0, deviation under 1.
    """
    height, width = shape
    cells = (int(height / cell_px) + 3, int(width / cell_px) + 3)
    grid = rng.standard_normal(cells).astype(np.float32)
    return cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)


def fractal_noise(
    rng: np.random.Generator, shape: tuple[int, int], coarse_px: float, octaves: int = 3
) -> Field:
    """Several smooth noises on top of each other, each finer and weaker than the last."""
    total = np.zeros(shape, np.float32)
    weight, cell_px = 1.0, coarse_px
    for _ in range(octaves):
        total += weight * smooth_noise(rng, shape, max(cell_px, 1.0))
        weight, cell_px = weight * 0.55, cell_px / 2.2
    return total


def ramp(values: Field, colours: Field) -> Field:
    """Colour a field of 0 to 1 by a ramp of k equally spaced colours, (k, 3)."""
    at = np.linspace(0.0, 1.0, len(colours))
    # 256 steps looked up are four times faster than three interpolations per pixel
    steps = np.linspace(0.0, 1.0, 256)
    table = np.stack([np.interp(steps, at, colours[:, c]) for c in range(3)], axis=1)
    index = np.clip(values * 255.0, 0, 255).astype(np.uint8)
    coloured: Field = table.astype(np.float32)[index]
    return coloured


def any_colour(rng: np.random.Generator, *, saturation: tuple[float, float] = (0.0, 1.0)) -> Field:
    """One colour of any hue and brightness, (3,) BGR 0 to 1."""
    hsv = np.array(
        [[[rng.uniform(0, 360), rng.uniform(*saturation), rng.uniform(0.08, 1.0)]]], np.float32
    )
    colour: Field = cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)[0, 0]
    return colour


def blend(under: Field, over: Field, alpha: Field) -> Field:
    """Lay a colour or picture over another by an (h, w) alpha of 0 to 1."""
    weight = alpha[..., None]
    mixed: Field = (under + (over - under) * weight).astype(np.float32)
    return mixed


def soften(field: Field, radius_px: float) -> Field:
    """Blur a field or a picture by a Gaussian of the given deviation."""
    return np.asarray(cv2.GaussianBlur(field, (0, 0), radius_px), np.float32)


def smooth_step(values: Field, edge: float, softness: float) -> Field:
    """0 below edge, 1 above, with a ramp softness wide between."""
    step: Field = np.clip((values - edge) / softness + 0.5, 0.0, 1.0).astype(np.float32)
    return step
