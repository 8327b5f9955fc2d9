"""Bottles and cans: round, shaded things beside the bread that are no bread.

Cups are left out on purpose: seen from above a cup of coffee is a round thing with a rim, and a
finder that has learnt to pass over those passes over smooth buns.
"""

import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_clutter import Laid
from breadpos.simulation.wild_noise import any_colour

_PROFILE_STEPS = 80


def draw_bottle(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """A bottle or can lying or standing in a slanting view: body, neck, cap, label, streaks."""
    length = rng.uniform(0.25, 0.8) * shape[0]
    half = length * rng.uniform(0.12, 0.26)
    at = np.linspace(0, 1, _PROFILE_STEPS)
    is_can = rng.random() < 0.35
    neck, shoulder = (1.1, 0.02) if is_can else (rng.uniform(0.62, 0.85), rng.uniform(0.05, 0.2))
    thin = rng.uniform(0.25, 0.5)
    narrowing = np.clip((at - neck) / shoulder, 0, 1)
    foot = np.clip(np.minimum(at, 1 - at) / 0.03, 0, 1) ** 0.5
    profile = half * (1 - (1 - thin) * narrowing) * (0.82 + 0.18 * foot)
    along, across, mask = _laid_out(rng, shape, length, profile)
    base = any_colour(rng) * np.float32(rng.uniform(0.2, 1.0))
    bgr = np.broadcast_to(base, (*shape, 3)).copy()
    # without label and cap it could be a long loaf
    low = rng.uniform(0.1, 0.3)
    high = low + rng.uniform(0.25, 0.45)
    bgr[(along > low) & (along < high)] = any_colour(rng)
    for _ in range(int(rng.integers(1, 5))):  # print on the label
        line = rng.uniform(low, high)
        bgr[np.abs(along - line) < rng.uniform(0.01, 0.06)] = any_colour(rng)
    bgr[along > rng.uniform(0.88, 0.96)] = rng.uniform(0, 1)
    turned = np.clip(across, -1, 1)
    shade = 0.45 + 0.55 * np.sqrt(1 - turned**2)
    streak = np.exp(-(((turned - rng.uniform(-0.6, 0.6)) / rng.uniform(0.03, 0.15)) ** 2))
    lit = bgr * shade[..., None] + (rng.uniform(0.2, 1.0) * streak)[..., None]
    clear = 1.0 if is_can else rng.choice([1.0, rng.uniform(0.35, 0.9)])
    alpha = mask * np.clip(clear + streak, 0, 1)
    return np.clip(lit, 0, 1).astype(np.float32), alpha.astype(np.float32)


def _laid_out(
    rng: np.random.Generator, shape: tuple[int, int], length: float, profile: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """For each pixel the place along the thing (0 to 1), across it (-1 to 1), and its mask."""
    turn = rng.uniform(0, 2 * np.pi)
    x0, y0 = rng.uniform(0.05, 0.95) * shape[1], rng.uniform(0.05, 0.95) * shape[0]
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float64)
    along = ((x - x0) * np.cos(turn) + (y - y0) * np.sin(turn)) / length + 0.5
    sideways = (y - y0) * np.cos(turn) - (x - x0) * np.sin(turn)
    here = np.interp(along, np.linspace(0, 1, len(profile)), profile, left=0.0, right=0.0)
    mask = np.clip(here - np.abs(sideways), 0, 1) * ((along >= 0) & (along <= 1))
    return along, sideways / np.maximum(here, 1.0), mask
