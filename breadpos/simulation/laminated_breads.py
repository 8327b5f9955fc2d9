"""Butter pastry in layers: croissant, pain au chocolat, Danish, and the cornet."""

from __future__ import annotations

import math

import numpy as np

from breadpos.simulation.colour import CRUST, F32, linear
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.shapes import along, box, dome, ellipse, smoothstep, spindle

Rng = np.random.Generator


def _leaves(piece: Piece, across: F32, pitch_mm: float, strength: float) -> None:
    """Fine edges of dough leaves, running at right angles to `across`."""
    wavy = across + 0.9 * piece.noise(7.0, octaves=3)
    lines = 0.5 + 0.5 * np.cos(wavy * (2 * np.pi / pitch_mm))
    flaky = np.asarray(lines * (0.6 + 0.4 * piece.noise(5.0)), np.float32)
    piece.lift(flaky, 0.5)
    piece.paint(np.clip(strength * flaky, 0, 1), linear("#F0CE8E"))


def croissant(rng: Rng, px_per_mm: float) -> Relief:
    """A crescent of rolled layers, dark on its ridges and pale in its steps."""
    piece = Piece(rng, px_per_mm, (184.0, 150.0))
    bend = float(rng.uniform(1.05, 1.45))
    angles = np.linspace(-bend, bend, 15)
    radius = 60.0 / np.sin(bend) * piece.vary(1.0, 0.04)
    rise = radius * (1 + np.cos(bend)) / 2
    spine = [(float(radius * np.sin(a)), float(rise - radius * np.cos(a))) for a in angles]
    off, share, _ = along(piece.x, piece.y, spine)
    u = np.abs(share * 2 - 1)
    bulge = piece.vary(25.0, 0.05) * np.clip(1.0 - u**1.5, 0.0, 1.0) ** 0.85 + 5.5
    turns = 3.6
    wound = u * turns + 0.05 * piece.noise(16.0) + float(rng.uniform(0.3, 0.6))
    step = np.asarray(wound % 1.0, np.float32)
    bulge = bulge * (1.06 - 0.14 * step)
    piece.form((off - bulge).astype(np.float32), 27.0, 44.0, wobble_mm=1.4)
    piece.height = np.asarray(piece.height * (1.06 - 0.24 * step), np.float32)
    piece.bake(CRUST, 0.66, rise=0.3, patchy=0.1)
    _leaves(piece, np.asarray(u * 62.0, np.float32), 3.4, 0.16)
    piece.paint(0.6 * smoothstep(0.86, 0.99, step), linear("#F2D69E"))
    piece.paint(0.35 * smoothstep(0.25, 0.02, step), linear("#7E3E14"))
    piece.gloss += 0.5
    piece.roughen(4.0, 0.5)
    return piece.relief()


def pain_au_chocolat(rng: Rng, px_per_mm: float) -> Relief:
    """A rolled pillow of layers, two sticks of chocolate showing at its ends."""
    piece = Piece(rng, px_per_mm, (136.0, 96.0))
    half_x, half_y = piece.vary(54.0, 0.04), piece.vary(36.0, 0.04)
    piece.form(box(piece.x, piece.y, half_x, half_y, 13.0), 24.0, 36.0, wobble_mm=1.8)
    fold = np.exp(-(((piece.y - 3 + 1.5 * piece.noise(20.0)) / 3.0) ** 2)).astype(np.float32)
    piece.lift(fold, -4.5)
    piece.bake(CRUST, 0.68, rise=0.32, patchy=0.1)
    _leaves(piece, piece.x, 5.5, 0.32)
    piece.paint(0.5 * fold, linear("#E2B36C"))
    piece.gloss += 0.55
    ends = smoothstep(half_x - 7.5, half_x - 4.5, np.abs(piece.x).astype(np.float32))
    for place in (-0.42, 0.42):
        stick = smoothstep(5.0, 3.6, np.abs(piece.y - place * half_y).astype(np.float32))
        bar = stick * ends * piece.within(0.6)
        piece.paint(0.95 * bar, linear("#2E170F"), 0.4)
        piece.lift(bar, 3.0)
    return piece.relief()


def _pastry_square(rng: Rng, px_per_mm: float) -> Piece:
    """A square of layers with a raised frame and a hollow for the filling."""
    piece = Piece(rng, px_per_mm, (122.0, 122.0))
    half = piece.vary(47.0, 0.04)
    outline = box(piece.x, piece.y, half, half * piece.vary(1.0, 0.03), 10.0)
    piece.form(outline, 14.0, 24.0, roundness=2.2, wobble_mm=2.0)
    hollow = smoothstep(33.0, 27.0, np.hypot(piece.x, piece.y).astype(np.float32))
    piece.lift(hollow, -9.0)
    piece.bake(CRUST, 0.62, rise=0.2, patchy=0.12)
    inwards = np.maximum(np.abs(piece.x), np.abs(piece.y)).astype(np.float32)
    _leaves(piece, inwards, 3.6, 0.3)
    piece.gloss += 0.5
    return piece


def _custard(piece: Piece, radius: float) -> None:
    edge = np.hypot(piece.x, piece.y) + 1.6 * piece.noise(10.0)
    custard = smoothstep(radius + 1.0, radius - 1.0, np.asarray(edge, np.float32))
    piece.paint(custard, linear("#F3D373"), 0.5)
    piece.lift(custard, 4.0)
    spots = smoothstep(0.4, 0.9, piece.noise(7.0)) * custard
    piece.paint(0.35 * spots, linear("#C98B35"))


def peach_danish(rng: Rng, px_per_mm: float) -> Relief:
    """Custard and half a peach under glaze, with a scrap of green."""
    piece = _pastry_square(rng, px_per_mm)
    _custard(piece, 30.0)
    x, y = (float(v) for v in rng.normal(0, 1.2, 2))
    half = ellipse(piece.x - x, piece.y - y, piece.vary(24.0), piece.vary(23.0))
    half = np.asarray(half + 0.7 * piece.noise(14.0), np.float32)
    fruit = smoothstep(0.5, -0.5, half)
    piece.soften(2.5, fruit)
    flesh = linear("#F4A93A") * (1.0 + 0.1 * piece.noise(4.0))[..., None]
    piece.paint(fruit, np.asarray(flesh, np.float32), 0.95)
    piece.paint(0.55 * fruit * smoothstep(-9.0, 0.0, half), linear("#E8772A"))
    blush = smoothstep(0.0, 0.9, piece.noise(26.0, octaves=2)) * fruit
    piece.paint(0.35 * blush, linear("#D9502B"))
    piece.height = np.asarray(piece.height + dome(half, 22.0, 15.0), np.float32)
    for _ in range(2):
        leaf = piece.grains(rng.normal((x, y), 3.0, (1, 2)), (12.0, 5.5))
        piece.paint(leaf, linear("#4E7D33"), 0.4)
        piece.lift(leaf, 1.5)
    return piece.relief()


def berry_danish(rng: Rng, px_per_mm: float) -> Relief:
    """Custard heaped with blueberries and raspberries, dusted with sugar."""
    piece = _pastry_square(rng, px_per_mm)
    _custard(piece, 29.0)
    for number in range(11):
        angle = number * 2.4 + float(rng.normal(0, 0.2))
        reach = 6.8 * math.sqrt(number + 0.3)
        x, y = reach * math.cos(angle), reach * math.sin(angle)
        red = number % 4 == 1
        size = 7.6 if red else float(rng.uniform(5.2, 6.4))
        ball = (np.hypot(piece.x - x, piece.y - y) - size).astype(np.float32)
        berry = smoothstep(0.4, -0.4, ball)
        lift = dome(ball, size, size * 1.3)
        piece.height = np.maximum(piece.height, 17.0 * berry + lift)
        if red:
            drupes = piece.noise(2.6, octaves=1)
            piece.lift(np.asarray(berry * drupes, np.float32), 1.2)
            piece.paint(berry, linear("#B3203A"), 0.6)
        else:
            bloom = linear("#2B3160") * (1.0 + 0.35 * piece.noise(4.0))[..., None]
            piece.paint(berry, np.asarray(bloom, np.float32), 0.45)
            crown = smoothstep(2.0, 1.2, np.hypot(piece.x - x, piece.y - y).astype(np.float32))
            piece.paint(0.7 * crown, linear("#151A38"))
    sugar = smoothstep(0.2, 0.9, piece.noise(9.0, octaves=5, gain=0.8)) * piece.within(1.0)
    piece.paint(0.5 * sugar, linear("#FFFDF8"), 0.05)
    return piece.relief()


def choco_cornet(rng: Rng, px_per_mm: float) -> Relief:
    """A horn wound from a rope of dough, chocolate cream at its mouth."""
    piece = Piece(rng, px_per_mm, (166.0, 86.0))
    half_length, mouth = piece.vary(66.0, 0.04), piece.vary(31.0, 0.04)
    share = np.clip((piece.x + half_length) / (2 * half_length), 0.0, 1.0)
    pitch = 5.2
    wound = share**0.8 * pitch + 0.16 * piece.y / mouth + 0.03 * piece.noise(14.0)
    coil = (wound % 1.0).astype(np.float32)
    rope = np.sqrt(np.clip(1.0 - np.abs(2 * coil - 1) ** 2.2, 0, 1)).astype(np.float32)
    width = (5.0 + (mouth - 5.0) * share**0.85) * (0.93 + 0.09 * rope)
    outline = spindle(piece.x, piece.y, half_length, width)
    round_mouth = np.hypot((piece.x - half_length + 4.0) / 0.42, piece.y) - mouth
    outline = np.minimum(outline, round_mouth).astype(np.float32)
    piece.form(outline, mouth, 46.0, wobble_mm=0.8)
    piece.height = piece.height * (0.8 + 0.24 * rope)
    piece.bake(CRUST, 0.66, rise=0.28)
    piece.paint(0.6 * (1.0 - rope), linear("#E9BE7A"))
    piece.gloss += 0.6
    disc = np.hypot((piece.x - half_length + 3.0) / 0.4, piece.y) + 1.2 * piece.noise(8.0)
    cream = smoothstep(mouth - 4.0, mouth - 6.5, np.asarray(disc, np.float32))
    piece.paint(cream, linear("#3A1D12"), 0.75)
    swirl = np.asarray(np.cos(disc / 2.6) * cream, np.float32)
    piece.lift(swirl, 0.9)
    return piece.relief()
