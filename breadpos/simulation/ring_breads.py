"""Rings, twists and knots: doughnuts, bagel, pretzel, cinnamon roll."""

from __future__ import annotations

import cv2
import numpy as np

from breadpos.simulation.colour import CRUST, F32, FRIED, linear, look_up
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.shapes import along, dome, ellipse, ring, smoothstep, spindle

Rng = np.random.Generator

_KNOT = (
    *((0, 40), (26, 38), (46, 24), (54, 0), (46, -24), (28, -34)),
    *((10, -24), (0, -4), (-10, 12), (-24, 30), (-30, 36)),
)
"""One half of a pretzel: from the middle of its belly, round, across, to its own belly again."""

_SPRINKLES = ("#E8505B", "#F9D56E", "#58B4AE", "#F4F4F4", "#FFA45B", "#8FC1E3")


def _torus(piece: Piece, radius: float, half_width: float, height: float) -> None:
    squash = 1.0 + float(piece.rng.normal(0, 0.025))
    outline = ring(piece.x * squash, piece.y / squash, radius, half_width)
    piece.form(outline, half_width, height, roundness=2.0, wobble_mm=1.3)


def _doughnut(rng: Rng, px_per_mm: float) -> Piece:
    piece = Piece(rng, px_per_mm, (112.0, 112.0))
    _torus(piece, piece.vary(28.5, 0.03), piece.vary(17.5, 0.04), 30.0)
    piece.bake(FRIED, 0.42, rise=0.3, patchy=0.08)
    # where the ring floated in the oil it stays pale
    pale = smoothstep(-5.5, -3.5, piece.outline) * smoothstep(0.5, -2.0, piece.outline)
    piece.paint(0.45 * pale, linear("#EBC98E"))
    piece.gloss += 0.2
    piece.roughen(2.4, 0.3)
    return piece


def _ice(piece: Piece, code: str, gloss: float) -> F32:
    """Dip the top in icing that ran down unevenly; returns where it is."""
    margin = 4.2 + 2.0 * piece.noise(13.0, octaves=3)
    icing = smoothstep(-0.5, 0.5, np.asarray(-piece.outline - margin, np.float32))
    edge = smoothstep(3.0, 0.0, np.asarray(-piece.outline - margin, np.float32)) * icing
    tone = linear(code) * (1.0 + 0.05 * piece.noise(12.0))[..., None]
    piece.paint(icing, np.asarray(tone, np.float32), gloss)
    piece.soften(1.6, icing)
    piece.lift(icing, 1.5)
    piece.lift(edge, -0.5)
    piece.lift(np.asarray(icing * piece.noise(14.0, octaves=2), np.float32), 0.7)
    return icing


def _sprinkle(piece: Piece, icing: F32, count: int, codes: tuple[str, ...]) -> None:
    for code in codes:
        rods = piece.grains(piece.places(count // len(codes), icing), (5.2, 1.6), 0.1)
        piece.paint(rods, linear(code), 0.4)
        piece.lift(rods, 0.9)


def strawberry_donut(rng: Rng, px_per_mm: float) -> Relief:
    """A ring with pink icing and coloured sprinkles."""
    piece = _doughnut(rng, px_per_mm)
    icing = _ice(piece, "#EE9DB0", 0.75)
    _sprinkle(piece, icing * piece.within(7.0), int(rng.integers(60, 100)), _SPRINKLES)
    return piece.relief()


def chocolate_donut(rng: Rng, px_per_mm: float) -> Relief:
    """A ring with dark chocolate icing and chopped nuts."""
    piece = _doughnut(rng, px_per_mm)
    icing = _ice(piece, "#3B1E14", 0.9)
    nuts = piece.grains(
        piece.places(int(rng.integers(30, 60)), icing * piece.within(7.0)), (3.6, 2.6), 0.4
    )
    piece.paint(nuts, linear("#DDB981"), 0.1)
    piece.lift(nuts, 1.2)
    return piece.relief()


def matcha_donut(rng: Rng, px_per_mm: float) -> Relief:
    """A ring with green tea icing and white drizzle."""
    piece = _doughnut(rng, px_per_mm)
    icing = _ice(piece, "#8DA24E", 0.7)
    turn = float(rng.uniform(0, np.pi))
    sway = np.linspace(-1, 1, 90)
    x, y = 46 * sway, 34 * np.sin(sway * 22.0)
    u, v = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
    line = [(float(a), float(b)) for a, b in zip(u, v, strict=True)]
    drizzle = piece.strokes([line], 1.8, soft_mm=0.3) * icing
    piece.paint(drizzle, linear("#F7F1DF"), 0.6)
    piece.lift(drizzle, 0.8)
    return piece.relief()


def glazed_donut(rng: Rng, px_per_mm: float) -> Relief:
    """A plain ring under thin, cracked sugar glaze."""
    piece = _doughnut(rng, px_per_mm)
    glaze = piece.within(2.0, 2.0)
    flakes = smoothstep(0.1, 0.6, piece.noise(5.0, octaves=4, gain=0.7)) * glaze
    piece.soften(1.0, glaze)
    piece.paint(0.22 * glaze, linear("#E8B878"), 0.8)
    piece.paint(0.4 * flakes, linear("#F7EBDD"))
    return piece.relief()


def old_fashioned(rng: Rng, px_per_mm: float) -> Relief:
    """A cake ring, fried until it burst open all around."""
    piece = Piece(rng, px_per_mm, (112.0, 112.0))
    angle = np.arctan2(piece.y, piece.x)
    lobes = 1.6 * np.sin(8 * angle + rng.uniform(0, 6)) + 1.2 * piece.noise(9.0)
    outline = ring(piece.x, piece.y, piece.vary(27.0, 0.03), piece.vary(18.0, 0.04)) + lobes
    piece.form(outline.astype(np.float32), 16.0, 25.0, roundness=2.6, wobble_mm=1.0)
    radius = np.hypot(piece.x, piece.y) + 1.8 * piece.noise(8.0, octaves=4)
    crack = np.exp(-(((radius - 27.0) / 2.6) ** 2)) + 0.8 * np.exp(-(((radius - 36.0) / 1.8) ** 2))
    split = np.asarray(np.clip(crack, 0, 1), np.float32)
    piece.roughen(3.0, 0.9, octaves=4)
    piece.bake(FRIED, 0.55, rise=0.1, patchy=0.12, freckle=0.07)
    piece.lift(split, -4.0)
    piece.paint(0.6 * split, linear("#E3BC78"))
    piece.gloss += 0.25
    return piece.relief()


def bagel(rng: Rng, px_per_mm: float) -> Relief:
    """A boiled ring: taut, shiny, nearly closed in its middle."""
    piece = Piece(rng, px_per_mm, (122.0, 122.0))
    _torus(piece, piece.vary(28.0, 0.03), piece.vary(22.5, 0.03), 34.0)
    piece.bake(CRUST, 0.52, rise=0.26, patchy=0.1)
    blister = smoothstep(0.55, 1.05, piece.noise(1.8, octaves=2)) * piece.within(3.0)
    piece.paint(0.14 * blister, linear("#F0D4A0"))
    piece.lift(blister, 0.35)
    piece.gloss += 0.55
    return piece.relief()


def twist_donut(rng: Rng, px_per_mm: float) -> Relief:
    """Two strands wound round each other, fried and sugared."""
    piece = Piece(rng, px_per_mm, (160.0, 76.0))
    half_length, half_width = piece.vary(66.0, 0.04), piece.vary(22.0, 0.05)
    taper = np.clip(1.0 - np.abs(piece.x / half_length) ** 3, 0.0, 1.0) ** 0.5
    wave = np.abs(np.sin(piece.x / half_length * 2.9 * np.pi / 2 + 0.4))
    width = half_width * taper * (0.78 + 0.22 * wave)
    outline = spindle(piece.x, piece.y, half_length, width)
    piece.form(outline, half_width, 33.0, wobble_mm=1.0)
    phase = (piece.x / half_length * 2.9 + 0.62 * piece.y / half_width + 0.13) % 1.0
    seam = np.abs(phase - 0.5) * 2.0
    strand = np.sqrt(np.clip(1.0 - seam**2.4, 0.0, 1.0)).astype(np.float32)
    piece.height = piece.height * (0.62 + 0.42 * strand)
    piece.bake(FRIED, 0.5, rise=0.3, patchy=0.08)
    piece.paint(0.4 * (1.0 - strand), linear("#E7C083"))
    sugar = smoothstep(0.1, 0.7, np.asarray(piece.noise(0.9, octaves=2), np.float32))
    sugar = sugar * piece.within(0.5)
    piece.paint(0.7 * sugar, linear("#FCF5E8"), 0.4)
    piece.lift(sugar, 0.3)
    return piece.relief()


def pretzel(rng: Rng, px_per_mm: float) -> Relief:
    """The knot, lye-brown, with coarse salt and a pale split in its belly."""
    piece = Piece(rng, px_per_mm, (150.0, 124.0))
    grow = piece.vary(1.0, 0.04)
    right = np.array(_KNOT, np.float64)
    right = (right + rng.normal(0, 1.0, right.shape)) * grow
    paths = [_smooth(right), _smooth(right * (-1, 1))]
    height = np.zeros(piece.shape, np.float32)
    outline = np.full(piece.shape, np.float32(1e3))
    belly = np.zeros(piece.shape, np.float32)
    for order, path in enumerate(paths):
        off, share, _ = along(piece.x, piece.y, path)
        radius = 11.5 - 5.0 * smoothstep(0.25, 1.0, share)
        strand = (off - radius).astype(np.float32)
        over = 3.0 * order * smoothstep(0.55, 0.75, share)
        height = np.maximum(height, dome(strand, 10.0, 20.0) + over * (strand < 0))
        outline = np.minimum(outline, strand)
        split = smoothstep(3.2, 1.6, off + 1.2 * piece.noise(5.0)) * smoothstep(0.26, 0.18, share)
        belly = np.maximum(belly, split)
    piece.form(outline, 10.0, 20.0, wobble_mm=0.6)
    piece.height = height
    piece.bake(CRUST, 0.86, rise=0.14, patchy=0.08)
    piece.gloss += 0.6
    piece.paint(belly, look_up(CRUST, np.asarray(0.2 + 0.15 * piece.noise(2.0), np.float32)), 0.05)
    salt = piece.grains(
        piece.places(int(rng.integers(30, 60)), piece.within(4.0) * (1 - belly)), (2.6, 2.0)
    )
    piece.paint(salt, linear("#FAF8F2"), 0.4)
    piece.lift(salt, 1.0)
    return piece.relief()


def _smooth(points: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[tuple[float, float]]:
    """Round the corners of a path (Chaikin, three times)."""
    for _ in range(2):
        near = 0.75 * points[:-1] + 0.25 * points[1:]
        far = 0.25 * points[:-1] + 0.75 * points[1:]
        inner = np.stack([near, far], axis=1).reshape(-1, 2)
        points = np.concatenate([points[:1], inner, points[-1:]])
    return [(float(x), float(y)) for x, y in points]


def cinnamon_roll(rng: Rng, px_per_mm: float) -> Relief:
    """A snail of dough and cinnamon with white icing run over it."""
    piece = Piece(rng, px_per_mm, (126.0, 126.0))
    radius = piece.vary(49.0, 0.04)
    piece.form(ellipse(piece.x, piece.y, radius, radius * 0.97), radius * 0.5, 27.0, roundness=2.6)
    angle = np.arctan2(piece.y, piece.x)
    reach = np.hypot(piece.x, piece.y) + 0.8 * piece.noise(12.0)
    turn = (reach / 12.5 - angle / (2 * np.pi) + float(rng.uniform())) % 1.0
    seam = np.minimum(turn, 1.0 - turn) * 12.5
    groove = np.exp(-((seam / 1.7) ** 2)).astype(np.float32) * smoothstep(2.0, 5.0, reach)
    piece.height = piece.height + 2.2 * np.cos((turn - 0.5) * 2 * np.pi).astype(np.float32)
    piece.lift(groove, -4.0)
    piece.bake(CRUST, 0.58, rise=0.3, patchy=0.1)
    piece.gloss += 0.3
    piece.paint(groove * 0.95, linear("#4A2211"), 0.35)
    _drizzle_icing(piece, radius * 0.82)
    return piece.relief()


def _drizzle_icing(piece: Piece, reach: float) -> None:
    """White icing let run from a spoon, to and fro: thick lines, thin where they melted."""
    turn = float(piece.rng.uniform(0, 2 * np.pi))
    way = np.linspace(-1.0, 1.0, 140)
    u = reach * way + piece.rng.normal(0, 0.6, way.size)
    v = reach * 0.9 * np.sin(way * float(piece.rng.uniform(8, 11))) * np.sqrt(1.02 - way**2)
    cos, sin = np.cos(turn), np.sin(turn)
    line = [(float(a * cos - b * sin), float(a * sin + b * cos)) for a, b in zip(u, v, strict=True)]
    melted = piece.strokes([line], 8.0, soft_mm=1.6) * piece.within(3.0, 2.0)
    piece.paint(0.4 * melted, linear("#F3E9DA"), 0.7)
    thick = piece.strokes([line], 3.6, soft_mm=1.0) + 0.3 * piece.noise(5.0)
    rope = smoothstep(0.32, 0.55, np.asarray(thick, np.float32)) * piece.within(3.0, 2.0)
    piece.paint(0.95 * rope, linear("#FAF6EE"), 0.6)
    piece.lift(np.asarray(cv2.GaussianBlur(rope, (0, 0), piece.px_per_mm * 0.6), np.float32), 1.8)
