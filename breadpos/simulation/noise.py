"""Random fields: the irregularity of everything that was not made by a machine."""

from __future__ import annotations

import math

import cv2
import numpy as np

from breadpos.simulation.colour import F32


def value_noise(shape: tuple[int, int], cell_px: float, rng: np.random.Generator) -> F32:
    """A smooth field of about -1..1 whose bumps are cell_px apart."""
    height, width = shape
    if cell_px < 1.5:
        return rng.uniform(-1.0, 1.0, shape).astype(np.float32)
    rows, columns = math.ceil(height / cell_px) + 3, math.ceil(width / cell_px) + 3
    grid = rng.uniform(-1.0, 1.0, (rows, columns)).astype(np.float32)
    size = (round(columns * cell_px), round(rows * cell_px))
    field = cv2.resize(grid, size, interpolation=cv2.INTER_CUBIC)
    top, left = (int(rng.integers(0, max(1, int(cell_px)))) for _ in range(2))
    return np.asarray(field[top : top + height, left : left + width], np.float32)


def fractal_noise(
    shape: tuple[int, int],
    cell_px: float,
    rng: np.random.Generator,
    *,
    octaves: int = 4,
    gain: float = 0.55,
) -> F32:
    """Noise in several sizes, each half as wide and `gain` as strong as the one before it."""
    total = np.zeros(shape, np.float32)
    weight, norm = 1.0, 0.0
    for octave in range(octaves):
        total += np.float32(weight) * value_noise(shape, cell_px / 2**octave, rng)
        norm += weight**2
        weight *= gain
    total /= np.float32(math.sqrt(norm))
    return total


def pores(shape: tuple[int, int], spacing_px: float, rng: np.random.Generator) -> tuple[F32, F32]:
    """Cells grown from random seeds: crumb, cracks, blisters.

    Returns:
        Distance to the nearest seed, and to the border of the own cell roughly, both in pixels.
    """
    height, width = shape
    count = max(3, round(height * width / spacing_px**2))
    seeds = np.full(shape, 255, np.uint8)
    seeds[rng.integers(0, height, count), rng.integers(0, width, count)] = 0
    distance, labels = cv2.distanceTransformWithLabels(
        seeds, cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    edges = np.full(shape, 255, np.uint8)
    edges[:, 1:][labels[:, 1:] != labels[:, :-1]] = 0
    edges[1:][labels[1:] != labels[:-1]] = 0
    border = cv2.distanceTransform(edges, cv2.DIST_L2, 3)
    return np.asarray(distance, np.float32), np.asarray(border, np.float32)
