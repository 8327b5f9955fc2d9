"""What lies on an item: icing, drizzle, sugar, seeds, slices and fillings."""

from collections.abc import Callable
from typing import TypeAlias

import cv2
import numpy as np

from breadpos.simulation.wild_noise import (
    Field,
    any_colour,
    blend,
    fractal_noise,
    smooth_step,
    soften,
)

Coat: TypeAlias = tuple[Field, Field]
"""Colours (h, w, 3) and heights (h, w) in pixels."""


def add_toppings(
    kind: np.random.Generator, rng: np.random.Generator, coat: Coat, inside: Field, *, often: float
) -> tuple[Field, Field, Field]:
    """Lay none to three toppings on an item's upper side.

    Args:
        kind: decides what lies on it.
        rng: decides where exactly.
        coat: colours and heights so far.
        inside: (h, w) 0 at the rim of the upper side, 1 deep inside.
        often: 1 for the usual chance of toppings, 0 for none.

    Returns:
        Colours, heights, and (h, w) 0 to 1 how wet it shines.
    """
    wet = np.full(inside.shape, kind.uniform(0.1, 0.7) * (kind.random() < 0.3), np.float32)
    if kind.random() < 0.36 * often:
        coat, wet = _icing(kind, rng, coat, inside)
    layers: tuple[Callable[..., Coat], ...] = (_pieces, _powder, _drizzle, _filling)
    for layer, share in zip(layers, (0.3, 0.16, 0.12, 0.14), strict=True):
        if kind.random() < share * often:
            coat = layer(kind, rng, coat, inside)
    return coat[0], coat[1], wet


def _icing(
    kind: np.random.Generator, rng: np.random.Generator, coat: Coat, inside: Field
) -> tuple[Coat, Field]:
    """A poured coat with a wavy edge, any colour, usually glossy."""
    shape = (inside.shape[0], inside.shape[1])
    wave = fractal_noise(rng, shape, max(shape) * kind.uniform(0.06, 0.25), 2)
    edge = kind.uniform(-0.02, 0.45)
    covered = smooth_step((inside + 0.1 * wave).astype(np.float32), edge, 0.06)
    covered = covered * (inside > 0)
    colour = any_colour(kind)
    if kind.random() < 0.4:  # chocolate, the commonest
        colour = np.array([0.1, 0.16, 0.28], np.float32) * np.float32(kind.uniform(0.4, 1.6))
    shades = 1 + kind.uniform(0, 0.2) * fractal_noise(rng, shape, max(shape) * 0.15, 3)
    opaque = (covered * kind.uniform(0.75, 1.0)).astype(np.float32)
    bgr = blend(coat[0], np.clip(colour * shades[..., None], 0, 1).astype(np.float32), opaque)
    smooth = soften(coat[1], 1.5)
    folds = fractal_noise(rng, shape, max(shape) * 0.1, 2) * kind.uniform(0, 2.0)
    height = coat[1] + (smooth + 1.0 + folds - coat[1]) * covered
    return (bgr, height.astype(np.float32)), (covered * kind.uniform(0.2, 1)).astype(np.float32)


def _pieces(kind: np.random.Generator, rng: np.random.Generator, coat: Coat, inside: Field) -> Coat:
    """Sprinkles, seeds, nuts, raisins or slices scattered where it is not too near the rim."""
    rows, columns = np.nonzero(inside > kind.uniform(0.05, 0.4))
    if len(rows) == 0:
        return coat
    diameter = max(inside.shape)
    long = diameter * kind.choice([0.02, 0.035, 0.06, 0.12, 0.2]) * kind.uniform(0.7, 1.3)
    wide = long * kind.uniform(0.3, 1.0)
    count = int(np.clip(kind.uniform(0.05, 0.35) * len(rows) / (long * wide * 3 + 1), 1, 90))
    palette = [any_colour(kind) for _ in range(int(kind.integers(1, 5)))]
    image = np.round(coat[0] * 255).astype(np.uint8)
    mask = np.zeros(inside.shape, np.uint8)
    for chosen in rng.integers(len(rows), size=count):
        at = (int(columns[chosen] * 16), int(rows[chosen] * 16))
        axes = (max(8, int(long * 8)), max(8, int(wide * 8)))
        shade = rng.uniform(0.8, 1.1) * 255
        colour = np.clip(palette[int(rng.integers(len(palette)))] * shade, 0, 255).tolist()
        turn = rng.uniform(0, 360)
        cv2.ellipse(image, at, axes, turn, 0, 360, colour, cv2.FILLED, cv2.LINE_AA, 4)
        cv2.ellipse(mask, at, axes, turn, 0, 360, 255, cv2.FILLED, cv2.LINE_AA, 4)
    laid = soften(mask.astype(np.float32) / 255.0, 0.7)
    bgr = blend(coat[0], image.astype(np.float32) / 255.0, (inside > 0).astype(np.float32))
    return bgr, (coat[1] + laid * min(wide * 0.5, 4.0)).astype(np.float32)


def _powder(kind: np.random.Generator, rng: np.random.Generator, coat: Coat, inside: Field) -> Coat:
    """Sugar, flour or cocoa dust: thick here, thin there."""
    shape = (inside.shape[0], inside.shape[1])
    cloud = fractal_noise(rng, shape, max(shape) * 0.3, 2)
    dots = rng.random(shape, dtype=np.float32)
    density = np.clip(kind.uniform(0.1, 0.9) + 0.3 * cloud, 0, 1) * (inside > 0)
    white = np.full(3, kind.uniform(0.85, 1.0), np.float32)
    colour = white if kind.random() < 0.8 else any_colour(kind)
    return blend(coat[0], colour, (density * (0.35 + 0.65 * dots)).astype(np.float32)), coat[1]


def _drizzle(
    kind: np.random.Generator, rng: np.random.Generator, coat: Coat, inside: Field
) -> Coat:
    """Zigzag lines of another icing."""
    height, width = inside.shape
    mask = np.zeros(inside.shape, np.uint8)
    runs = int(kind.integers(4, 14))
    at = np.linspace(0, 1, runs * 2)
    x = at * width
    y = np.where(np.arange(runs * 2) % 2 == 0, 0.1, 0.9) * height + rng.normal(
        0, height * 0.05, runs * 2
    )
    thick = max(1, int(width * kind.uniform(0.01, 0.04)))
    line = np.stack([x, y], axis=1).astype(np.int32)
    cv2.polylines(mask, [line], isClosed=False, color=255, thickness=thick, lineType=cv2.LINE_AA)
    laid = (mask / np.float32(255) * (inside > 0.05)).astype(np.float32)
    return blend(coat[0], any_colour(kind), laid), (coat[1] + laid * 1.5).astype(np.float32)


def _filling(
    kind: np.random.Generator, rng: np.random.Generator, coat: Coat, inside: Field
) -> Coat:
    """Jam, custard, cheese or sauce in the middle, with its own grain."""
    shape = (inside.shape[0], inside.shape[1])
    wave = fractal_noise(rng, shape, max(shape) * 0.2, 2)
    pool = smooth_step((inside + 0.12 * wave).astype(np.float32), kind.uniform(0.45, 0.85), 0.1)
    grain = 1 + 0.25 * fractal_noise(rng, shape, max(shape) * kind.uniform(0.03, 0.15), 3)
    colour = np.clip(any_colour(kind) * grain[..., None], 0, 1).astype(np.float32)
    return blend(coat[0], colour, pool), (coat[1] - pool * kind.uniform(-2, 2)).astype(np.float32)
