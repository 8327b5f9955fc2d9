"""Buns: anpan, melonpan, curry bread and their like."""

from __future__ import annotations

import numpy as np

from breadpos.simulation.colour import COOKIE, CRUST, F32, FRIED, MATCHA, linear
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.shapes import ellipse, rotated, smoothstep

Rng = np.random.Generator


def _bun(rng: Rng, px_per_mm: float, radius: float, height: float, roundness: float) -> Piece:
    """A round bun, a little oval, not yet coloured."""
    piece = Piece(rng, px_per_mm, (radius * 2.5, radius * 2.5))
    rx, ry = piece.vary(radius, 0.035), piece.vary(radius, 0.035)
    piece.form(ellipse(piece.x, piece.y, rx, ry), radius, height, roundness=roundness)
    return piece


def _egg_washed(piece: Piece, level: float, gloss: float) -> None:
    piece.bake(CRUST, level, rise=0.46)
    piece.gloss += gloss * (0.75 + 0.25 * piece.noise(9.0))
    piece.roughen(7.0, 0.22, octaves=2)
    # the skin of a soft bun wrinkles finely while it cools
    piece.roughen(1.3, 0.05, octaves=2)


def anpan(rng: Rng, px_per_mm: float) -> Relief:
    """A glossy brown bun, pressed in at its middle, with poppy seeds there."""
    piece = _bun(rng, px_per_mm, piece_radius := 49.0, 34.0, 2.15)
    centre = np.hypot(piece.x - rng.normal(0, 2), piece.y - rng.normal(0, 2))
    piece.lift(np.exp(-((centre / (piece_radius * 0.2)) ** 2)).astype(np.float32), -5.0)
    _egg_washed(piece, 0.74, 0.55)
    spread = np.exp(-((centre / 9.0) ** 2)).astype(np.float32)
    seeds = piece.grains(piece.places(int(rng.integers(110, 190)), spread), (1.5, 1.2))
    piece.paint(seeds, linear("#E8DCC0"), 0.1)
    piece.lift(seeds, 0.5)
    return piece.relief()


def sesame_anpan(rng: Rng, px_per_mm: float) -> Relief:
    """A flatter anpan with black sesame over its crown."""
    piece = _bun(rng, px_per_mm, 48.0, 30.0, 2.4)
    _egg_washed(piece, 0.62, 0.45)
    centre = np.hypot(piece.x, piece.y)
    spread = smoothstep(24.0, 10.0, centre.astype(np.float32))
    seeds = piece.grains(piece.places(int(rng.integers(70, 120)), spread), (3.2, 1.9))
    piece.paint(seeds, linear("#1E1814"), 0.35)
    piece.lift(seeds, 0.7)
    return piece.relief()


def sakura_anpan(rng: Rng, px_per_mm: float) -> Relief:
    """A pale anpan with a salted cherry blossom in its navel."""
    piece = _bun(rng, px_per_mm, 46.0, 32.0, 2.4)
    centre = np.hypot(piece.x, piece.y)
    piece.lift(np.exp(-((centre / 10.0) ** 2)).astype(np.float32), -6.0)
    _egg_washed(piece, 0.52, 0.3)
    turn = rng.uniform(0, 2 * np.pi)
    angles = np.arange(5) * 2 * np.pi / 5 + turn + rng.normal(0, 0.15, 5)
    petals = [[(0.0, 0.0), (float(8.5 * np.cos(a)), float(8.5 * np.sin(a)))] for a in angles]
    bloom = piece.strokes(petals, 6.2, soft_mm=0.5)
    piece.paint(bloom, linear("#C9718A"), 0.3)
    piece.lift(bloom, 1.4)
    piece.paint(piece.strokes(petals, 1.2, soft_mm=0.4), linear("#8E3F55"))
    return piece.relief()


def _cookie_bun(rng: Rng, px_per_mm: float, table: F32, level: float) -> Relief:
    piece = _bun(rng, px_per_mm, 51.0, 36.0, 2.2)
    turn = rng.uniform(0, np.pi)
    u, v = rotated(piece.x, piece.y, turn)
    # the grid is pressed into flat dough, then stretched by the rising bun
    bulge = 1.0 - 0.22 * (np.hypot(u, v) / 51.0) ** 2
    pitch = rng.uniform(17.0, 20.0)
    groove = np.zeros(piece.shape, np.float32)
    for across in (u, v):
        warped = across * bulge + 1.1 * piece.noise(24.0, octaves=2)
        off = np.abs((warped / pitch + 0.5) % 1.0 - 0.5) * pitch
        groove = np.maximum(groove, np.exp(-((off / 1.5) ** 2)))
    groove = groove * (0.75 + 0.25 * piece.noise(10.0))
    piece.lift(groove, -2.2)
    piece.roughen(2.6, 0.35)
    piece.bake(table, level, rise=0.05, patchy=0.13, freckle=0.07)
    piece.paint(groove * 0.55, _tone(table, level - 0.28))
    sugar = smoothstep(0.55, 0.85, piece.noise(0.9, octaves=2)) * piece.within(1.0)
    piece.paint(0.55 * sugar, linear("#FFF8E6"), 0.5)
    piece.lift(sugar, 0.25)
    return piece.relief()


def _tone(table: F32, share: float) -> F32:
    tone: F32 = table[int(np.clip(share, 0.0, 1.0) * (len(table) - 1))]
    return tone


def melonpan(rng: Rng, px_per_mm: float) -> Relief:
    """A bun in a sugared cookie crust with a grid pressed in."""
    return _cookie_bun(rng, px_per_mm, COOKIE, 0.5)


def matcha_melonpan(rng: Rng, px_per_mm: float) -> Relief:
    """A melonpan with green tea in its crust."""
    return _cookie_bun(rng, px_per_mm, MATCHA, 0.45)


def curry_pan(rng: Rng, px_per_mm: float) -> Relief:
    """A fried, pointed oval in coarse bread crumbs."""
    piece = Piece(rng, px_per_mm, (134.0, 96.0))
    half_x, half_y = piece.vary(57.0, 0.04), piece.vary(38.0, 0.04)
    pointed = np.abs(piece.x / half_x) ** 1.75 + np.abs(piece.y / half_y) ** 2.0
    outline = ((pointed**0.53 - 1.0) * half_y).astype(np.float32)
    outline += 0.9 * piece.noise(3.0, octaves=2)
    piece.form(outline, half_y, 36.0, roundness=2.0, wobble_mm=1.6)
    crumbs = piece.noise(3.4, octaves=3, gain=0.75)
    piece.height = piece.height + 1.15 * crumbs
    piece.bake(FRIED, 0.52, rise=0.12, patchy=0.1, freckle=0.06)
    piece.paint(smoothstep(0.1, 0.9, crumbs) * 0.6, linear("#E3B266"), 0.2)
    piece.paint(smoothstep(-0.25, -0.9, crumbs) * 0.5, linear("#6E3A12"))
    piece.gloss += 0.18
    return piece.relief()


def raisin_roll(rng: Rng, px_per_mm: float) -> Relief:
    """A round roll with raisins breaking through its skin."""
    piece = _bun(rng, px_per_mm, 43.0, 34.0, 2.1)
    _egg_washed(piece, 0.6, 0.35)
    raisins = piece.grains(piece.places(int(rng.integers(12, 20)), piece.within(7.0)), (9.0, 6.5))
    piece.lift(raisins, 1.6)
    piece.roughen(1.8, 0.2)
    piece.paint(raisins, linear("#2A1512"), 0.5)
    return piece.relief()


def an_donut(rng: Rng, px_per_mm: float) -> Relief:
    """A fried bun rolled in sugar."""
    piece = _bun(rng, px_per_mm, 42.0, 36.0, 2.3)
    piece.bake(FRIED, 0.5, rise=0.42, patchy=0.07)
    coat = piece.noise(0.9, octaves=2) + 0.5 * piece.noise(14.0, octaves=3)
    sugar = smoothstep(-0.05, 0.7, np.asarray(coat, np.float32)) * piece.within(0.5)
    piece.paint(0.72 * sugar, linear("#FBF3E4"), 0.35)
    piece.lift(sugar, 0.35)
    return piece.relief()


def corn_mayo(rng: Rng, px_per_mm: float) -> Relief:
    """A flat bun with sweet corn and lines of mayonnaise."""
    piece = _bun(rng, px_per_mm, 52.0, 22.0, 3.2)
    _egg_washed(piece, 0.55, 0.3)
    bed = piece.within(11.0, 3.0)
    piece.paint(0.85 * bed, linear("#EFD9A0"), 0.25)
    for _ in range(2):
        corn = piece.grains(piece.places(int(rng.integers(45, 60)), bed), (6.2, 4.8))
        piece.paint(corn, linear(("#F2C230", "#E8AE1E")[_]), 0.5)
        piece.lift(corn, 1.8)
    wave = np.linspace(-36, 36, 60)
    lines = [
        [(float(t), float(y + 2.0 * np.sin(t / 4.0 + y))) for t in wave] for y in (-20, -7, 7, 20)
    ]
    mayo = piece.strokes(lines, 2.8, soft_mm=0.35) * piece.within(6.0)
    piece.paint(mayo, linear("#F6EBC4"), 0.6)
    piece.lift(mayo, 1.6)
    toast = smoothstep(0.35, 0.9, piece.noise(6.0)) * bed
    piece.paint(0.5 * toast, linear("#9A5A1C"))
    return piece.relief()
