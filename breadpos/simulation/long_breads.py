"""Loaves and rolls longer than wide: baguette, batard, salt roll and butter roll, cream bread."""

from __future__ import annotations

import numpy as np

from breadpos.simulation.colour import CRUST, F32, linear, look_up
from breadpos.simulation.noise import pores
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.shapes import along, box, ellipse, join, rotated, smoothstep, spindle

Rng = np.random.Generator


def _stick(piece: Piece, half_length: float, half_width: float, height: float) -> F32:
    """A loaf tapered to both ends, bent a little; returns the distance across it, signed."""
    bend = float(piece.rng.normal(0, 0.05)) * half_width
    middle = piece.y - bend * (1.0 - (piece.x / half_length) ** 2)
    taper = np.clip(1.0 - np.abs(piece.x / half_length) ** 3.2, 0.0, 1.0) ** 0.6
    outline = spindle(piece.x, middle, half_length, half_width * taper)
    piece.form(outline, half_width, height, roundness=2.0, wobble_mm=1.3)
    return np.asarray(middle, np.float32)


def _scores(piece: Piece, across: F32, count: int, half_length: float, half_width: float) -> None:
    """Slashes that opened in the oven: a pale, torn leaf with a dark ear along one side."""
    lean = float(piece.rng.choice((-1, 1)))
    pitch = 2 * half_length * 0.82 / count
    for number in range(count):
        middle = (number - (count - 1) / 2) * pitch + float(piece.rng.normal(0, 1.5))
        u, v = piece.x - middle, across
        turn = 0.38 * lean + float(piece.rng.normal(0, 0.04))
        s, t = rotated(u, v, turn)
        t = t + 1.5 * piece.noise(9.0, octaves=4, gain=0.65)
        reach = pitch * float(piece.rng.uniform(0.56, 0.68))
        gape = half_width * float(piece.rng.uniform(0.27, 0.4))
        leaf = 1.0 - np.clip(np.abs(s / reach), 0, 1) ** 2
        opening = gape * leaf - np.abs(t)
        torn = smoothstep(-0.8, 0.8, opening.astype(np.float32)) * (leaf > 0)
        fibres = piece.noise(2.4, octaves=3)
        bloom = np.asarray(0.24 + 0.12 * fibres + 0.1 * piece.noise(9.0), np.float32)
        piece.paint(torn * 0.9, look_up(CRUST, bloom), 0.03)
        piece.lift(torn, -1.2)
        piece.lift(np.asarray(torn * fibres, np.float32), 0.5)
        ridge = np.exp(-(((t - gape * leaf) / 1.7) ** 2)) * (leaf > 0.05) * leaf
        ear = np.asarray(ridge, np.float32)
        piece.paint(ear * 0.75, linear("#5E2C0E"))
        piece.lift(ear, 3.4)


def _flour(piece: Piece, strength: float) -> None:
    dust = smoothstep(-0.6, 1.1, piece.noise(13.0, octaves=6, gain=0.8)) * piece.within(1.0)
    piece.paint(strength * dust, linear("#F7EEDC"), 0.0)


def _blistered(piece: Piece, level: float, gloss: float) -> None:
    """A lean crust: dark, mottled, with small blisters."""
    piece.bake(CRUST, level, rise=0.3, patchy=0.12, freckle=0.05)
    spots = smoothstep(0.35, 0.9, piece.noise(2.2, octaves=2)) * piece.within(2.0)
    piece.paint(0.25 * spots, linear("#6B3210"))
    piece.lift(spots, 0.4)
    piece.roughen(3.0, 0.35)
    piece.gloss += gloss


def baguette(rng: Rng, px_per_mm: float) -> Relief:
    """A short baguette, slashed five times."""
    piece = Piece(rng, px_per_mm, (310.0, 92.0))
    half_length, half_width = piece.vary(138.0, 0.03), piece.vary(30.0, 0.05)
    across = _stick(piece, half_length, half_width, 42.0)
    _blistered(piece, 0.64, 0.12)
    _flour(piece, 0.22)
    _scores(piece, across, 5, half_length, half_width)
    return piece.relief()


def batard(rng: Rng, px_per_mm: float) -> Relief:
    """A stout, floury loaf with three wide slashes."""
    piece = Piece(rng, px_per_mm, (220.0, 116.0))
    half_length, half_width = piece.vary(96.0, 0.03), piece.vary(41.0, 0.05)
    across = _stick(piece, half_length, half_width, 52.0)
    _blistered(piece, 0.66, 0.08)
    _flour(piece, 0.55)
    _scores(piece, across, 3, half_length, half_width)
    return piece.relief()


def _rolled(piece: Piece, half_length: float, half_width: float, turns: int) -> F32:
    """A spindle rolled up from a triangle of dough; returns the steps of its wrapping, 0..1."""
    u = piece.x / half_length
    width = half_width * np.clip(1.0 - np.abs(u) ** 1.7, 0.0, 1.0) ** 0.75 + 4.0
    outline = spindle(piece.x, piece.y, half_length, width)
    piece.form(outline, half_width, 40.0, roundness=2.0, wobble_mm=1.0)
    slanted = np.abs(u + 0.10 * piece.y / half_width) * turns + 0.06 * piece.noise(14.0)
    step = np.asarray(slanted % 1.0, np.float32)
    shoulder = smoothstep(0.0, 0.22, step) * (1.0 - 0.55 * step)
    piece.height = np.asarray(piece.height * (0.84 + 0.22 * shoulder), np.float32)
    return step


def salt_roll(rng: Rng, px_per_mm: float) -> Relief:
    """A rolled spindle, coarse salt on its middle, its foot fried in butter."""
    piece = Piece(rng, px_per_mm, (160.0, 84.0))
    step = _rolled(piece, piece.vary(66.0, 0.04), piece.vary(29.0, 0.05), 3)
    piece.bake(CRUST, 0.5, rise=0.3, patchy=0.09)
    piece.paint(0.55 * smoothstep(0.14, 0.0, step), linear("#F0D6A2"))
    piece.paint(0.3 * smoothstep(0.5, 0.2, step) * smoothstep(0.08, 0.2, step), linear("#A65A1E"))
    piece.gloss += 0.42
    piece.roughen(4.0, 0.2)
    spread = np.exp(-((piece.x / 20.0) ** 2 + (piece.y / 9.0) ** 2)).astype(np.float32)
    salt = piece.grains(piece.places(int(rng.integers(26, 44)), spread), (2.5, 2.1))
    piece.paint(salt, linear("#FBFAF6"), 0.6)
    piece.lift(salt, 1.3)
    return piece.relief()


def butter_roll(rng: Rng, px_per_mm: float) -> Relief:
    """A short, dark, shiny roll with its wrapping showing."""
    piece = Piece(rng, px_per_mm, (120.0, 84.0))
    step = _rolled(piece, piece.vary(50.0, 0.04), piece.vary(30.0, 0.05), 3)
    piece.bake(CRUST, 0.7, rise=0.36)
    piece.paint(0.6 * smoothstep(0.16, 0.0, step), linear("#DFA85E"))
    piece.gloss += 0.75
    piece.roughen(6.0, 0.2)
    return piece.relief()


def cream_pan(rng: Rng, px_per_mm: float) -> Relief:
    """A glove: a half-moon with slits along its round edge."""
    piece = Piece(rng, px_per_mm, (138.0, 104.0))
    rx, ry = piece.vary(59.0, 0.03), piece.vary(42.0, 0.04)
    y = piece.y + 10.0
    whole = ellipse(piece.x, y - 6.0, rx, ry, 2.2)
    flat = (-(y) - 24.0 + 0.004 * piece.x**2).astype(np.float32)
    outline = np.maximum(whole, flat)
    slits = np.full(piece.shape, np.float32(1e3))
    for number in range(3):
        angle = (number - 1) * 0.62 + float(rng.normal(0, 0.05)) + np.pi / 2
        foot = (float(rx * 1.02 * np.cos(angle)), float(6.0 + ry * 1.02 * np.sin(angle)))
        inner = (foot[0] * 0.58, foot[1] * 0.55)
        off, share, _ = along(piece.x, y, [foot, inner])
        slits = np.minimum(slits, off - 2.6 * (1.0 - share) - 0.4)
    outline = np.maximum(outline, -slits)
    piece.form(outline.astype(np.float32), 26.0, 32.0, roundness=2.2, wobble_mm=1.0)
    piece.soften(2.4)
    piece.bake(CRUST, 0.68, rise=0.38)
    piece.gloss += 0.6
    piece.roughen(6.0, 0.3)
    return piece.relief()


def hotdog_bun_outline(piece: Piece, half_length: float, half_width: float) -> None:
    """A soft long bun, raised and baked pale gold."""
    outline = box(piece.x, piece.y, half_length, half_width, half_width * 0.92)
    piece.form(outline, half_width * 0.8, 40.0, roundness=2.1, wobble_mm=1.2)
    piece.bake(CRUST, 0.62, rise=0.36)
    piece.gloss += 0.4
    piece.roughen(7.0, 0.25)


def shokupan_slice(rng: Rng, px_per_mm: float) -> Relief:
    """A thick slice of a mountain loaf, lying on its face: white crumb, thin brown crust."""
    piece = Piece(rng, px_per_mm, (140.0, 146.0))
    slice_of_bread(piece)
    return piece.relief()


def slice_of_bread(piece: Piece) -> None:
    """Shape and colour a slice of shokupan on the piece."""
    half = piece.vary(54.0, 0.03)
    body = box(piece.x, piece.y - 8.0, half, half * 0.86, 9.0)
    humps = [
        ellipse(piece.x - side * half * 0.48, piece.y + 30.0, half * 0.6, half * 0.5)
        for side in (-1, 1)
    ]
    outline = join(join(body, humps[0], 6.0), humps[1], 6.0)
    piece.form(outline, 3.0, 22.0, roundness=2.0, wobble_mm=0.9)
    distance, _ = pores(piece.shape, 2.6 * piece.px_per_mm, piece.rng)
    holes = smoothstep(1.5, 0.2, distance / np.float32(piece.px_per_mm))
    holes = holes * smoothstep(-0.2, 0.5, piece.noise(4.0))
    shade = 0.05 + 0.05 * piece.noise(18.0) + 0.06 * piece.noise(1.2)
    piece.colour = look_up(CRUST, np.asarray(shade, np.float32))
    piece.paint(0.35 * holes, linear("#D9BE8C"))
    piece.lift(holes, -0.6)
    piece.roughen(1.3, 0.14)
    ragged = piece.outline + 0.7 * piece.noise(5.0)
    rim = smoothstep(-4.2, -2.0, np.asarray(ragged, np.float32))
    piece.paint(rim, look_up(CRUST, np.asarray(0.66 + 0.12 * piece.noise(9.0), np.float32)), 0.1)
