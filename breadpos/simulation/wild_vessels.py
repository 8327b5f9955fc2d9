"""Bottles, cans, cups and glasses: round, shaded things beside the bread that are no bread."""

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_clutter import Laid
from breadpos.simulation.wild_noise import any_colour, fractal_noise

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
    low, high = sorted(rng.uniform(0.1, 0.7, 2))
    if high - low > 0.1:
        bgr[(along > low) & (along < high)] = any_colour(rng)
        for _ in range(int(rng.integers(0, 4))):  # print on the label
            line = rng.uniform(low, high)
            bgr[np.abs(along - line) < rng.uniform(0.01, 0.06)] = any_colour(rng)
    bgr[along > rng.uniform(0.88, 0.96)] = any_colour(rng)
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


def draw_cup(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """A cup, glass or paper cup from above: a thin rim, a dark or clear inside, perhaps an ear."""
    radius = rng.uniform(0.07, 0.22) * shape[0]
    x0, y0 = rng.uniform(0, 1) * shape[1], rng.uniform(0, 1) * shape[0]
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float64)
    squeeze = rng.uniform(1.0, 1.35)
    far = np.hypot(x - x0, (y - y0) * squeeze) / radius
    wall = rng.uniform(0.04, 0.12)
    drink = any_colour(rng) * rng.uniform(0.05, 1.0)
    china = any_colour(rng) * 0.3 + 0.65 if rng.random() < 0.7 else any_colour(rng)
    inside = far < 1 - wall
    lean = 1 + rng.uniform(-0.4, 0.4) * (x - x0) / radius
    wave = 1 + 0.08 * fractal_noise(rng, shape, radius, 2)
    bgr = np.where(inside[..., None], drink * (lean * wave)[..., None], china)
    glint = np.exp(-(((far - 1 + wall / 2) / (wall / 3)) ** 2)) * rng.uniform(0, 0.5)
    mask = np.clip((1 - far) * radius, 0, 1)
    if rng.random() < 0.5:
        mask = np.maximum(mask, _ear(rng, shape, (x0, y0), radius))
    alpha = mask * rng.choice([1.0, rng.uniform(0.4, 1.0)])
    return np.clip(bgr + glint[..., None], 0, 1).astype(np.float32), alpha.astype(np.float32)


def _ear(
    rng: np.random.Generator, shape: tuple[int, int], middle: tuple[float, float], radius: float
) -> NDArray[np.float64]:
    turn = rng.uniform(0, 2 * np.pi)
    at = np.asarray(middle) + radius * 1.1 * np.array([np.cos(turn), np.sin(turn)])
    drawn = np.zeros(shape, np.uint8)
    axes = (max(2, int(radius * 0.45)), max(2, int(radius * 0.3)))
    thick = max(1, int(radius * 0.16))
    where = (int(at[0]), int(at[1]))
    cv2.ellipse(drawn, where, axes, np.degrees(turn), 0, 360, 255, thick, cv2.LINE_AA)
    return drawn / 255.0
