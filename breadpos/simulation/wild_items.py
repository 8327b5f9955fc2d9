"""One baked (or merely possible) thing: its picture, its outline and its height."""

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_light import Light, gloss, shade
from breadpos.simulation.wild_noise import (
    Field,
    any_colour,
    blend,
    fractal_noise,
    ramp,
    smooth_noise,
    smooth_step,
    soften,
)
from breadpos.simulation.wild_outlines import draw_outline, place_outline
from breadpos.simulation.wild_scraps import PhotoScraps, random_crop
from breadpos.simulation.wild_toppings import add_toppings

_BAKES_BGR = np.array(
    [
        [[0.78, 0.90, 0.97], [0.55, 0.76, 0.92], [0.30, 0.55, 0.82], [0.14, 0.33, 0.62]],
        [[0.62, 0.80, 0.93], [0.32, 0.58, 0.84], [0.16, 0.38, 0.68], [0.08, 0.20, 0.42]],
        [[0.45, 0.65, 0.82], [0.22, 0.42, 0.66], [0.12, 0.26, 0.47], [0.06, 0.13, 0.26]],
        [[0.86, 0.92, 0.96], [0.74, 0.86, 0.94], [0.58, 0.77, 0.91], [0.40, 0.63, 0.84]],
        [[0.24, 0.30, 0.40], [0.15, 0.20, 0.30], [0.09, 0.13, 0.20], [0.05, 0.07, 0.12]],
        [[0.30, 0.62, 0.90], [0.15, 0.48, 0.85], [0.08, 0.32, 0.70], [0.05, 0.20, 0.50]],
    ],
    np.float32,
)
"""Ramps from dough to crust: golden, brown, rye, pale, cocoa, orange."""


Rngs: TypeAlias = tuple[np.random.Generator, np.random.Generator]
"""What siblings share, and what differs between them."""


@dataclass(frozen=True, slots=True)
class ItemPatch:
    """A painted item, not yet lying anywhere.

    Attributes:
        bgr: (h, w, 3) float32 0 to 1.
        alpha: (h, w) float32 0 to 1, holes left out.
        solid: (h, w) float32 0 to 1, holes filled: what counts as the item.
        height_px: how high it stands, for its shadow.
    """

    bgr: Field
    alpha: Field
    solid: Field
    height_px: float


@dataclass(frozen=True, slots=True)
class View:
    """How an item is seen.

    Attributes:
        diameter_px: its longest side.
        tilt: of the camera, 0 from above to 1 from the side.
        light: the one light over it.
    """

    diameter_px: float
    tilt: float
    light: Light


def paint_item(
    kind_seed: int, rng: np.random.Generator, view: View, scraps: PhotoScraps
) -> ItemPatch:
    """Paint one item; the same kind_seed gives siblings, which differ as two of one batch do.

    Args:
        kind_seed: what it is: outline, colours, toppings.
        rng: what differs between siblings: turn, noise, bake.
        view: how large and from where it is seen, and its light.
        scraps: photographs to take texture from, may be empty.
    """
    kind = np.random.default_rng(kind_seed)
    if scraps.cutouts and kind.random() < 0.05:
        return _from_photograph(kind, rng, view, scraps)
    thick = float(kind.uniform(0.12, 0.5))
    top, hole, side_px = _place(kind, rng, view, thick)
    solid = _sweep_down(top, side_px)
    seen_through = hole
    if hole.max() > 0:
        seen_through = np.minimum(hole, _shifted_down(hole, 0.6 * side_px)).astype(np.float32)
    alpha = np.clip(solid - seen_through, 0, 1).astype(np.float32)
    inside = _inside(alpha, view.diameter_px)
    # smooth buns are as much items as craggy ones; without them texture alone would decide
    rough = float(kind.choice([0.0, 0.05, 0.35, 1.0], p=[0.28, 0.2, 0.2, 0.32]))
    height = _height((kind, rng), inside, view.diameter_px * thick, rough)
    bgr, height = _paint_body((kind, rng), inside, height, rough, scraps)
    if rough > 0 and kind.random() < 0.18:
        bgr, height = _slice((kind, rng), inside, bgr, height)
    walls = np.clip(np.maximum(solid - top, hole), 0, 1).astype(np.float32)
    bgr = _paint_walls(kind, bgr, walls, (solid, side_px))
    upper = np.clip(np.minimum(top, alpha) - hole, 0, 1).astype(np.float32)
    # one in five is bald: nothing but its round shade tells it from a stain
    often = float(rough > 0)
    topped = (bgr, height), _inside(upper, view.diameter_px)
    bgr, height, wet = add_toppings(kind, rng, *topped, often=often)
    lit = bgr * shade(height, view.light, contrast=float(kind.uniform(0.3, 0.9)))[..., None]
    shine = float(kind.uniform(0.3, 0.9)) * wet * gloss(height, view.light, sharpness=14.0)
    lit = blend(lit.astype(np.float32), np.ones(3, np.float32), shine)
    return ItemPatch(np.clip(lit, 0, 1), alpha, solid, view.diameter_px * thick * 0.6)


def _from_photograph(
    kind: np.random.Generator, rng: np.random.Generator, view: View, scraps: PhotoScraps
) -> ItemPatch:
    cutout = scraps.cutouts[int(kind.integers(len(scraps.cutouts)))]
    height, width = cutout.shape[:2]
    scale = view.diameter_px / max(height, width)
    side = int(view.diameter_px * 1.45) + 4
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(0, 360), scale)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    placed = cv2.warpAffine(cutout, turn, (side, side), flags=cv2.INTER_AREA) / np.float32(255)
    alpha = placed[..., 3].astype(np.float32)
    bgr = np.clip(placed[..., :3] * rng.uniform(0.7, 1.05), 0, 1).astype(np.float32)
    return ItemPatch(bgr, alpha, alpha, view.diameter_px * 0.25)


def _place(
    kind: np.random.Generator, rng: np.random.Generator, view: View, thick: float
) -> tuple[Field, Field, float]:
    """Top and hole masks in a fresh patch, and how many pixels of side wall show below."""
    outline = draw_outline(kind)
    squash = 1 - 0.55 * view.tilt
    side_px = view.tilt * thick * view.diameter_px
    radius = view.diameter_px / 2 * rng.uniform(0.95, 1.05)
    side = int(view.diameter_px * 1.12) + 8
    shape = (int(side + side_px), side)
    turn, mirror = rng.uniform(0, 2 * np.pi), rng.choice([-1.0, 1.0])
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    linear = np.diag([radius, radius * squash]) @ rotate @ np.diag([mirror, 1.0])
    matrix: NDArray[np.float64] = np.hstack([linear, [[side / 2], [side / 2]]])
    top, hole = place_outline(outline, shape, matrix)
    return top, hole, side_px


def _shifted_down(mask: Field, by_px: float) -> Field:
    shift = np.array([[1, 0, 0], [0, 1, by_px]], np.float32)
    return cv2.warpAffine(mask, shift, (mask.shape[1], mask.shape[0])).astype(np.float32)


def _sweep_down(top: Field, by_px: float) -> Field:
    """Everything a mask covers while it moves down: a top and the wall below it."""
    if by_px < 0.5:
        return top
    length = round(by_px) + 1
    kernel = np.ones((length, 1), np.uint8)
    return np.asarray(cv2.dilate(top, kernel, anchor=(0, length - 1)), np.float32)


def _inside(alpha: Field, diameter_px: float) -> Field:
    """0 outside and at the rim, 1 deep inside: distance from the rim by a quarter diameter."""
    deep = cv2.distanceTransform((alpha > 0.5).astype(np.uint8), cv2.DIST_L2, 3)
    return np.asarray(np.clip(deep / (0.25 * diameter_px), 0, 1), np.float32)


def _height(rngs: Rngs, inside: Field, thick_px: float, rough: float) -> Field:
    """Heights in pixels: a dome with bumps, and scores, ridges or a grid on some."""
    kind, rng = rngs
    dome = inside ** kind.uniform(0.3, 0.9)
    diameter = max(inside.shape)
    bumps = fractal_noise(
        rng, (inside.shape[0], inside.shape[1]), diameter * kind.uniform(0.06, 0.3)
    )
    height = thick_px * (dome + 0.08 * rough * kind.uniform(0.1, 1.0) ** 2 * bumps)
    if kind.random() < 0.1 + 0.3 * rough:
        height -= thick_px * kind.uniform(0.06, 0.25) * _grooves(kind, rng, inside)
    return soften(height.astype(np.float32), 0.8)


def _grooves(kind: np.random.Generator, rng: np.random.Generator, inside: Field) -> Field:
    """Parallel, crossed or spiral grooves: (h, w) 0 to 1."""
    height, width = inside.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (x - width / 2) / width, (y - height / 2) / width
    turn = rng.uniform(0, np.pi)
    count = kind.uniform(2, 8) * np.pi
    along = x * np.cos(turn) + y * np.sin(turn)
    across = -x * np.sin(turn) + y * np.cos(turn)
    bend = kind.uniform(0, 1.5) * across**2 + 0.03 * smooth_noise(rng, (height, width), width / 5)
    pattern = int(kind.integers(4))
    waves = [np.cos((along + bend) * 2 * count)]
    if pattern == 1:
        waves.append(np.cos((across + bend) * 2 * count))
    elif pattern == 2:
        waves = [np.cos(np.hypot(x, y) * 3 * count + np.arctan2(y, x) * kind.integers(0, 4))]
    elif pattern == 3:
        waves = [np.cos(np.arctan2(y, x) * kind.integers(4, 10))]
    groove = np.max(waves, axis=0)
    deep: Field = smooth_step(groove.astype(np.float32), float(kind.uniform(0.6, 0.92)), 0.3)
    return deep


def _colours(kind: np.random.Generator) -> Field:
    """A ramp of four colours: mostly a bake, sometimes anything at all."""
    if kind.random() < 0.72:
        colours = _BAKES_BGR[int(kind.integers(len(_BAKES_BGR)))]
        toned = colours * kind.uniform(0.75, 1.15) + kind.normal(0, 0.03, 3)
        return np.asarray(np.clip(toned, 0, 1), np.float32)
    base = any_colour(kind)
    spread = kind.uniform(0.1, 0.5)
    lights = np.linspace(1 + spread, 1 - spread, 4)[:, None]
    return np.clip(base * lights + kind.normal(0, 0.04, (4, 3)), 0, 1).astype(np.float32)


def _paint_body(
    rngs: Rngs, inside: Field, height: Field, rough: float, scraps: PhotoScraps
) -> tuple[Field, Field]:
    """Colour of the crust, and its heights with fine grain added."""
    kind, rng = rngs
    shape = (inside.shape[0], inside.shape[1])
    bake = kind.uniform(0.1, 0.9) + rng.normal(0, 0.06)
    value = bake + kind.uniform(-0.7, 0.7) * (inside - 0.5)
    value = value + rough * kind.uniform(0.02, 0.2) * fractal_noise(
        rng, shape, max(shape) * 0.25, 4
    )
    rise = (height - height.min()) / (float(np.ptp(height)) + 1e-6)
    value = value + kind.uniform(-0.3, 0.3) * rise
    bgr = ramp(value.astype(np.float32), _colours(kind))
    grain = fractal_noise(rng, shape, kind.uniform(1.2, 4.0), 2)
    bgr = bgr * (1 + 0.12 * rough * kind.random() ** 2 * grain)[..., None]
    if scraps.textures and kind.random() < 0.4 * rough:
        detail = random_crop(rng, scraps.textures, shape, zoom=(0.1, 0.5))
        detail = detail / (soften(detail, max(shape) / 6) + 0.1)
        bgr = bgr * np.clip(1 + kind.uniform(0.3, 0.9) * (detail - 0.9), 0.4, 1.5)
    return np.clip(bgr, 0, 1).astype(np.float32), height + 0.25 * rough * kind.random() ** 2 * grain


def _slice(rngs: Rngs, inside: Field, bgr: Field, height: Field) -> tuple[Field, Field]:
    """A cut slice: a flat, even face with a thin crust around, easily taken for paper."""
    kind, rng = rngs
    crust = kind.uniform(0.04, 0.25)
    face = smooth_step(inside, crust, 0.06)
    pale = _colours(kind)[0] if kind.random() < 0.8 else any_colour(kind)
    crumb = 1 + 0.04 * kind.random() * fractal_noise(rng, (face.shape[0], face.shape[1]), 6, 3)
    flat = np.clip(pale * crumb[..., None], 0, 1).astype(np.float32)
    level = float(height.max()) * kind.uniform(0.2, 0.6)
    even = np.minimum(height, level).astype(np.float32)
    return blend(bgr, flat, face), even


def _paint_walls(
    kind: np.random.Generator, bgr: Field, walls: Field, standing: tuple[Field, float]
) -> Field:
    """Side and inner walls: often paler dough, and darker where they meet the table."""
    solid, side_px = standing
    paler = float(kind.uniform(0.0, 0.7))
    dough = np.clip(bgr * (1 - paler) + np.array([0.5, 0.7, 0.85], np.float32) * paler, 0, 1)
    painted = blend(bgr, dough.astype(np.float32), walls)
    if side_px < 1:
        return painted
    foot = np.clip(solid - _shifted_down(solid, -0.4 * side_px), 0, 1)
    dark: Field = painted * (1 - kind.uniform(0.0, 0.45) * foot)[..., None]
    return dark.astype(np.float32)
