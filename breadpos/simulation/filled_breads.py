"""Breads with a meal in or on them, and the muffin."""

from __future__ import annotations

import cv2
import numpy as np

from breadpos.simulation.colour import CRUST, F32, linear, look_up
from breadpos.simulation.long_breads import hotdog_bun_outline, slice_of_bread
from breadpos.simulation.noise import pores
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.shapes import (
    Point,
    along,
    box,
    dome,
    ellipse,
    rotated,
    smoothstep,
    spindle,
)

Rng = np.random.Generator


def _slit(piece: Piece, half_length: float, half_width: float) -> F32:
    """Open a bun along its top; returns the opening."""
    along_x = np.clip(1.0 - np.abs(piece.x / half_length) ** 4, 0.0, 1.0)
    gape = half_width * along_x**0.5 + 1.2 * piece.noise(12.0) - np.abs(piece.y)
    opening = smoothstep(-0.8, 0.8, np.asarray(gape, np.float32)) * (along_x > 0)
    piece.paint(opening, linear("#F5E6C4"), 0.05)
    piece.lift(opening, -7.0)
    return np.asarray(opening, np.float32)


def _zigzag(rng: Rng, half_length: float, swing: float, count: int) -> list[Point]:
    steps = np.linspace(-1, 1, count * 8)
    sway = swing * np.sin(steps * count * np.pi / 2 * 2 + float(rng.uniform(0, 6)))
    return [(float(half_length * s), float(w)) for s, w in zip(steps, sway, strict=True)]


def hotdog(rng: Rng, px_per_mm: float) -> Relief:
    """A sausage in a bun under a line of ketchup and one of mustard."""
    piece = Piece(rng, px_per_mm, (184.0, 84.0))
    half_length = piece.vary(76.0, 0.03)
    hotdog_bun_outline(piece, half_length, piece.vary(31.0, 0.04))
    _slit(piece, half_length * 0.93, 15.0)
    bend = float(rng.normal(0, 0.6))
    y = piece.y - bend * np.cos(piece.x / half_length * 1.5)
    sausage = box(piece.x, np.asarray(y, np.float32), half_length * 0.95, 12.0, 11.9)
    meat = smoothstep(0.5, -0.5, sausage)
    skin = linear("#9A4326") * (1.0 + 0.12 * piece.noise(10.0))[..., None]
    piece.paint(meat, np.asarray(skin, np.float32), 0.8)
    piece.height = np.asarray(
        piece.height * (1 - meat) + meat * (26.0 + dome(sausage, 12.0, 18.0)), np.float32
    )
    piece.outline = np.minimum(piece.outline, sausage)
    for code, swing in (("#B81E16", 7.0), ("#E3A81C", 6.0)):
        sauce = piece.strokes([_zigzag(rng, half_length * 0.85, swing, 7)], 3.2, soft_mm=0.3)
        piece.paint(sauce, linear(code), 0.8)
        piece.lift(sauce, 1.6)
    return piece.relief()


def yakisoba_pan(rng: Rng, px_per_mm: float) -> Relief:
    """Fried noodles in a bun, with red ginger and green laver."""
    piece = Piece(rng, px_per_mm, (176.0, 92.0))
    half_length = piece.vary(72.0, 0.03)
    hotdog_bun_outline(piece, half_length, piece.vary(33.0, 0.04))
    bed = _slit(piece, half_length * 0.92, 19.0)
    piece.paint(bed, linear("#4A2710"), 0.3)
    piece.soften(1.5, bed)
    heaped = np.asarray(cv2.GaussianBlur(bed, (0, 0), 3.0 * px_per_mm), np.float32)
    piece.lift(heaped, 9.0)
    for code in ("#8A5020", "#A5662B", "#935A26", "#B87A3A", "#C58C4A", "#A9702F"):
        noodles = [_noodle(rng, half_length * 0.78) for _ in range(14)]
        # some hang over the lips of the bun
        room = smoothstep(0.25, 0.4, heaped)
        edge = piece.strokes(noodles, 3.2) * room
        piece.paint(0.75 * edge, linear("#3F210D"))
        cover = piece.strokes(noodles, 2.2) * room
        piece.paint(cover, linear(code), 0.5)
        piece.lift(piece.strokes(noodles, 1.6, soft_mm=0.5) * room, 1.6)
    heap = np.exp(-(((piece.x - rng.normal(0, 8)) / 14.0) ** 2 + (piece.y / 9.0) ** 2))
    for _ in range(2):
        ginger = piece.grains(piece.places(24, heap.astype(np.float32)), (8.0, 1.7))
        piece.paint(ginger, linear("#C4203A"), 0.4)
        piece.lift(ginger, 1.2)
    laver = piece.grains(piece.places(90, bed), (1.8, 0.9), 0.5)
    piece.paint(laver, linear("#33501F"))
    return piece.relief()


def _noodle(rng: Rng, reach: float) -> list[Point]:
    x, y = float(rng.uniform(-reach, reach)), float(rng.uniform(-15, 15))
    heading, turn = float(rng.uniform(0, 2 * np.pi)), float(rng.normal(0, 0.25))
    points = [(x, y)]
    for _ in range(12):
        heading += turn + float(rng.normal(0, 0.2))
        x, y = x + 3.2 * np.cos(heading), y + 2.4 * np.sin(heading)
        points.append((float(x), float(y)))
    return points


def _lean_stick(rng: Rng, px_per_mm: float, half_length: float) -> Piece:
    """A small French stick, slit along its top."""
    piece = Piece(rng, px_per_mm, (half_length * 2.3, 84.0))
    length = piece.vary(half_length, 0.03)
    width = piece.vary(27.0, 0.05)
    taper = np.clip(1.0 - np.abs(piece.x / length) ** 3.5, 0.0, 1.0) ** 0.55
    outline = spindle(piece.x, piece.y, length, width * taper)
    piece.form(outline, width, 38.0, wobble_mm=1.3)
    piece.bake(CRUST, 0.6, rise=0.3, patchy=0.12)
    piece.roughen(3.0, 0.4)
    piece.gloss += 0.15
    return piece


def mentai_france(rng: Rng, px_per_mm: float) -> Relief:
    """A stick with a strip of toasted pink roe butter and scraps of laver."""
    piece = _lean_stick(rng, px_per_mm, 88.0)
    bed = _slit(piece, 80.0, 11.0)
    roe = linear("#E58A66") * (1.0 + 0.16 * piece.noise(1.1, octaves=2))[..., None]
    piece.paint(bed, np.asarray(roe, np.float32), 0.5)
    piece.lift(bed, 7.5)
    piece.lift(np.asarray(bed * piece.noise(1.4, octaves=2), np.float32), 0.6)
    toast = smoothstep(0.2, 0.8, piece.noise(8.0)) * bed
    piece.paint(0.45 * toast, linear("#B4561F"))
    spill = smoothstep(0.5, 0.8, piece.noise(10.0)) * piece.within(4.0) * (1 - bed)
    piece.paint(0.5 * spill, linear("#E59A72"), 0.4)
    laver = piece.grains(piece.places(34, bed), (4.2, 1.3), 0.5)
    piece.paint(laver, linear("#1D2A1C"))
    return piece.relief()


def milk_france(rng: Rng, px_per_mm: float) -> Relief:
    """A stick with a smooth band of white milk cream."""
    piece = _lean_stick(rng, px_per_mm, 86.0)
    _slit(piece, 80.0, 7.0)
    line: list[Point] = [
        (float(x), float(1.2 * np.sin(x / 11.0))) for x in np.linspace(-70, 70, 50)
    ]
    off, _, _ = along(piece.x, piece.y, line)
    ripple = 6.2 + 0.7 * np.cos(piece.x / 2.6)
    band = (off - ripple).astype(np.float32)
    cream = smoothstep(0.5, -0.5, band)
    piece.paint(cream, linear("#FBF6E9"), 0.45)
    piece.height = np.asarray(
        piece.height * (1 - cream) + cream * (33.0 + dome(band, 6.0, 7.0)), np.float32
    )
    return piece.relief()


def pizza_toast(rng: Rng, px_per_mm: float) -> Relief:
    """A slice with tomato sauce, melted cheese, green pepper, sausage and corn."""
    piece = Piece(rng, px_per_mm, (140.0, 146.0))
    slice_of_bread(piece)
    inner = piece.within(7.0, 4.0)
    piece.paint(inner, linear("#B5361C"), 0.4)
    cheese = smoothstep(-0.5, 0.1, piece.noise(15.0, octaves=4)) * piece.within(9.0, 4.0)
    piece.paint(0.92 * cheese, linear("#F3CE6E"), 0.55)
    piece.lift(cheese, 1.6)
    _sausages(piece, inner)
    _peppers(piece)
    corn = piece.grains(piece.places(22, inner), (6.0, 4.6))
    piece.paint(corn, linear("#F0BC2A"), 0.5)
    piece.lift(corn, 1.5)
    late = smoothstep(0.15, 0.6, piece.noise(13.0, octaves=4)) * inner
    piece.paint(0.6 * late, linear("#F5D98A"), 0.5)
    scorch = smoothstep(0.4, 0.9, piece.noise(6.0, octaves=3)) * inner
    piece.paint(0.55 * scorch, linear("#8C4A16"))
    return piece.relief()


def _sausages(piece: Piece, inner: F32) -> None:
    for x, y in piece.places(7, inner * piece.within(16.0)).tolist():
        disc = ellipse(piece.x - x, piece.y - y, 9.0, 8.2)
        slice_ = smoothstep(0.5, -0.5, disc)
        piece.paint(slice_, linear("#C8674A"), 0.5)
        piece.paint(slice_ * smoothstep(-1.6, -0.2, disc), linear("#8E3A22"))
        piece.lift(slice_, 1.8)


def _peppers(piece: Piece) -> None:
    for x, y in piece.places(6, piece.within(16.0)).tolist():
        angle = np.arctan2(piece.y - y, piece.x - x)
        wavy = np.hypot(piece.x - x, piece.y - y) - 10.0 - 1.6 * np.sin(3 * angle + x)
        band = (np.abs(wavy) - 1.7).astype(np.float32)
        cover = smoothstep(0.4, -0.4, band)
        piece.paint(cover, linear("#4F7A2B"), 0.7)
        piece.lift(cover, 1.9)


def muffin(rng: Rng, px_per_mm: float) -> Relief:
    """A cracked dome with chocolate chips in a pleated paper cup."""
    piece = Piece(rng, px_per_mm, (104.0, 104.0))
    radius = np.hypot(piece.x, piece.y)
    angle = np.arctan2(piece.y, piece.x)
    cup = piece.vary(41.0, 0.02)
    pleats = np.cos(angle * 44).astype(np.float32)
    piece.form((radius - cup - 0.9 * pleats).astype(np.float32), 6.0, 20.0, wobble_mm=0.4)
    brown = bool(rng.random() < 0.5)
    paper = linear("#7A4A2A" if brown else "#F1EBDD") * (0.86 + 0.14 * pleats)[..., None]
    piece.colour = np.asarray(paper, np.float32)
    piece.lift(pleats * smoothstep(30.0, 38.0, radius.astype(np.float32)), 1.2)
    top = (radius - piece.vary(35.5, 0.03) + 1.3 * piece.noise(16.0)).astype(np.float32)
    cake = smoothstep(0.5, -0.5, top)
    _, border = pores(piece.shape, 13.0 * px_per_mm, rng)
    crack = smoothstep(2.2, 0.4, border / np.float32(px_per_mm) + 0.8 * piece.noise(3.0))
    crack = crack * smoothstep(26.0, 12.0, radius.astype(np.float32))
    mound = 18.0 + dome(top, 34.0, 24.0) + 0.7 * piece.noise(2.4, octaves=4) - 2.4 * crack
    piece.height = np.asarray(piece.height * (1 - cake) + cake * mound, np.float32)
    shade = 0.5 + 0.16 * smoothstep(-16.0, 0.0, top) + 0.1 * piece.noise(5.0) - 0.2 * crack
    piece.paint(cake, look_up(CRUST, np.asarray(shade, np.float32)), 0.12)
    chips = piece.grains(
        piece.places(int(rng.integers(14, 24)), cake * piece.within(9.0)), (5.5, 4.4)
    )
    piece.paint(chips, linear("#2C160E"), 0.55)
    piece.lift(chips, 1.8)
    return piece.relief()


def apple_pie(rng: Rng, px_per_mm: float) -> Relief:
    """A glazed lattice over apple."""
    piece = Piece(rng, px_per_mm, (134.0, 96.0))
    half_x, half_y = piece.vary(54.0, 0.03), piece.vary(36.0, 0.03)
    piece.form(box(piece.x, piece.y, half_x, half_y, 5.0), 7.0, 22.0, wobble_mm=1.3)
    piece.bake(CRUST, 0.62, rise=0.2, patchy=0.12)
    window = smoothstep(0.5, -0.5, box(piece.x, piece.y, half_x - 10, half_y - 10, 3.0))
    chunks = piece.noise(6.0, octaves=2)
    apple = linear("#DDA03C") * (1.0 + 0.22 * chunks)[..., None]
    piece.paint(window, np.asarray(apple, np.float32), 0.9)
    piece.lift(window, -6.0)
    piece.lift(np.asarray(window * chunks, np.float32), 1.8)
    for lean in (0.7, -0.7):
        u = rotated(piece.x, piece.y, lean)[0] + 0.7 * piece.noise(15.0)
        off = np.abs((u / 17.0) % 1.0 - 0.5) * 17.0 - 3.4
        strip = smoothstep(0.6, -0.6, off.astype(np.float32)) * piece.within(1.0)
        tone = np.asarray(0.6 + 0.1 * piece.noise(8.0) - 0.012 * off, np.float32)
        piece.paint(strip, look_up(CRUST, tone), 0.75)
        raised = 17.0 + dome(off.astype(np.float32), 3.4, 5.0) + (1.5 if lean > 0 else 0.0)
        piece.height = np.asarray(
            np.where(strip > 0.5, np.maximum(piece.height, raised), piece.height), np.float32
        )
    piece.roughen(3.5, 0.4)
    piece.gloss += 0.2
    return piece.relief()
