"""Outlines of things somebody may have baked, in unit coordinates."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_noise import Field


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed shape about two units across, centred near the origin.

    Attributes:
        points: (n, 2) x and y of the rim.
        hole: (m, 2) rim of a hole such as a donut's, or None.
    """

    points: NDArray[np.float64]
    hole: NDArray[np.float64] | None = None


def draw_outline(rng: np.random.Generator) -> Outline:
    """Any outline: round, long, bent, ring, braided, cornered or torn; longest side about 2."""
    makers = (_superellipse, _blob, _ring, _crescent, _long, _braided, _polygon, _torn)
    shares = (0.23, 0.13, 0.15, 0.08, 0.16, 0.07, 0.13, 0.05)
    outline = makers[int(rng.choice(len(makers), p=shares))](rng)
    size = np.ptp(outline.points, axis=0).max() / 2
    centre = (outline.points.max(axis=0) + outline.points.min(axis=0)) / 2
    hole = None if outline.hole is None else (outline.hole - centre) / size
    return Outline((outline.points - centre) / size, hole)


def place_outline(
    outline: Outline, shape: tuple[int, int], matrix: NDArray[np.float64]
) -> tuple[Field, Field]:
    """Draw an outline, mapped by a 2x3 matrix from unit coordinates to pixels.

    Returns:
        Solid mask and hole mask, (h, w) float32 0 to 1 with soft edges. The solid
        mask covers the hole too.
    """
    solid = _filled(outline.points, shape, matrix)
    hole = (
        np.zeros(shape, np.float32)
        if outline.hole is None
        else _filled(outline.hole, shape, matrix)
    )
    return solid, hole


def _filled(
    points: NDArray[np.float64], shape: tuple[int, int], matrix: NDArray[np.float64]
) -> Field:
    mapped = points @ matrix[:, :2].T + matrix[:, 2]
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [np.round(mapped * 16).astype(np.int32)], 255, cv2.LINE_AA, shift=4)
    return mask.astype(np.float32) / 255.0


def _angles(count: int = 72) -> NDArray[np.float64]:
    return np.linspace(0.0, 2 * np.pi, count, endpoint=False)


def _wobble(
    rng: np.random.Generator, angles: NDArray[np.float64], amount: float
) -> NDArray[np.float64]:
    """A closed, smooth wave of mean 1 over the angles."""
    total = np.ones_like(angles)
    for harmonic in range(2, 8):
        phase = rng.uniform(0, 2 * np.pi)
        total += amount * rng.standard_normal() / harmonic * np.sin(harmonic * angles + phase)
    return np.clip(total, 0.4, 1.6)


def _superellipse(rng: np.random.Generator) -> Outline:
    angles = _angles()
    power = 2 / rng.choice([2.0, 2.0, rng.uniform(1.6, 6.0)])
    aspect = rng.choice([1.0, rng.uniform(0.4, 1.0)])
    cos, sin = np.cos(angles), np.sin(angles)
    x = np.sign(cos) * np.abs(cos) ** power
    y = np.sign(sin) * np.abs(sin) ** power * aspect
    rim = np.stack([x, y], axis=1) * _wobble(rng, angles, rng.uniform(0, 0.06))[:, None]
    return Outline(rim)


def _blob(rng: np.random.Generator) -> Outline:
    angles = _angles()
    radius = _wobble(rng, angles, rng.uniform(0.08, 0.3))
    rim = np.stack([np.cos(angles) * radius, np.sin(angles) * radius], axis=1)
    rim[:, 1] *= rng.uniform(0.5, 1.0)
    return Outline(rim)


def _ring(rng: np.random.Generator) -> Outline:
    angles = _angles()
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lobes = rng.choice([0, 0, 0, 8]) * 1.0
    rim = (
        circle * (_wobble(rng, angles, 0.04) + 0.06 * np.cos(lobes * angles) * (lobes > 0))[:, None]
    )
    inner = circle * _wobble(rng, angles, 0.08)[:, None] * rng.uniform(0.12, 0.42)
    squash = np.array([1.0, rng.uniform(0.8, 1.0)])
    return Outline(rim * squash, inner * squash + rng.normal(0, 0.04, 2))


def _along_spine(spine: NDArray[np.float64], half_width: NDArray[np.float64]) -> Outline:
    """The outline of a bent bar: a spine (n, 2) with a half width at each point."""
    tangent = np.gradient(spine, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-9
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
    left, right = spine + normal * half_width[:, None], spine - normal * half_width[:, None]
    return Outline(np.concatenate([left, right[::-1]]))


def _rounded_width(count: int, half_width: float, taper: float) -> NDArray[np.float64]:
    at = np.linspace(-1, 1, count)
    return np.asarray(half_width * (1 - np.abs(at) ** taper) ** 0.5 + 0.01)


def _crescent(rng: np.random.Generator) -> Outline:
    bend = rng.uniform(0.6, 2.6)
    angles = np.linspace(-bend / 2, bend / 2, 40)
    spine = np.stack([np.sin(angles), np.cos(angles)], axis=1) / max(bend / 2, 0.6)
    width = _rounded_width(40, rng.uniform(0.2, 0.42), rng.uniform(1.2, 2.5))
    ridges = 1 + rng.uniform(0, 0.12) * np.abs(
        np.sin(np.linspace(0, rng.integers(3, 7) * np.pi, 40))
    )
    return _along_spine(spine, width * ridges)


def _long(rng: np.random.Generator) -> Outline:
    at = np.linspace(-1, 1, 40)
    spine = np.stack([at, rng.uniform(-0.15, 0.15) * at**2], axis=1)
    return _along_spine(spine, _rounded_width(40, rng.uniform(0.11, 0.36), rng.uniform(2, 10)))


def _braided(rng: np.random.Generator) -> Outline:
    at = np.linspace(-1, 1, 80)
    lobes = int(rng.integers(3, 7))
    wave = 1 + rng.uniform(0.1, 0.3) * np.cos(at * lobes * np.pi)
    spine = np.stack([at, rng.uniform(0, 0.08) * np.sin(at * lobes * np.pi)], axis=1)
    return _along_spine(spine, _rounded_width(80, rng.uniform(0.22, 0.4), 4.0) * wave)


def _polygon(rng: np.random.Generator) -> Outline:
    corners = int(rng.choice([3, 4, 4, 4, 5, 6]))
    turn = rng.uniform(0, 2 * np.pi)
    angles = turn + np.arange(corners) * 2 * np.pi / corners + rng.normal(0, 0.1, corners)
    rim = np.stack([np.cos(angles), np.sin(angles)], axis=1) * rng.uniform(0.85, 1.1, (corners, 1))
    rim[:, 1] *= rng.uniform(0.45, 1.0)
    # cutting the corners twice rounds them, as dough does
    for share in (rng.uniform(0.03, 0.25), 0.25):
        after = np.roll(rim, -1, axis=0)
        pairs = [rim + (after - rim) * share, after - (after - rim) * share]
        rim = np.stack(pairs, axis=1).reshape(-1, 2)
    return Outline(rim)


def _torn(rng: np.random.Generator) -> Outline:
    whole = draw_torn_base(rng)
    angles = _angles(len(whole))
    ragged = 1 + 0.05 * rng.standard_normal(len(whole))
    bite = angles + rng.uniform(0, 2 * np.pi)
    depth = rng.uniform(0.0, 0.5) * np.clip(np.cos(bite) - 0.5, 0, 1) * 2
    return Outline(whole * (np.convolve(ragged, [0.3, 0.4, 0.3], "same") - depth)[:, None])


def draw_torn_base(rng: np.random.Generator) -> NDArray[np.float64]:
    """The whole thing that a torn or bitten one was."""
    maker = (_superellipse, _blob)[int(rng.integers(2))]
    return maker(rng).points
