"""Things at a counter that are not bread: receipts, tongs, phones, napkins, cards, hands."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from breadpos.simulation import hands
from breadpos.simulation.colour import linear
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.placing import Mask, pick_free
from breadpos.simulation.scene import Scene
from breadpos.simulation.shapes import along, box, smoothstep

Rng = np.random.Generator

_CELL_PX = 8


def receipt(rng: Rng, px_per_mm: float) -> Relief:
    """Thermal paper with lines of print, curling up along its length."""
    half_x, half_y = 29.0, float(rng.uniform(45.0, 85.0))
    piece = Piece(rng, px_per_mm, (half_x * 2 + 8, half_y * 2 + 8))
    piece.form(box(piece.x, piece.y, half_x, half_y, 0.5), 0.4, 0.4, wobble_mm=0.2)
    curl = 0.0012 * (piece.y + float(rng.uniform(-30, 30))) ** 2
    piece.height = np.asarray(piece.height + np.minimum(curl, 14.0), np.float32)
    piece.colour[:] = linear("#F1F0EC")
    at = -half_y + 9.0
    while at < half_y - 8.0:
        ends = (-24.0, float(rng.uniform(-12, 4))), (float(rng.uniform(10, 18)), 24.0)
        for left, right in ends if rng.random() < 0.85 else ():
            words = np.arange(left, right, 1.6)
            marks = [[(float(x), at), (float(x) + float(rng.uniform(0.2, 0.8)), at)] for x in words]
            piece.paint(0.8 * piece.strokes(marks, 1.2), linear("#3A3A40"))
        at += 4.2
    return piece.relief()


def tongs(rng: Rng, px_per_mm: float) -> Relief:
    """Steel tongs, a little open."""
    piece = Piece(rng, px_per_mm, (262.0, 84.0))
    gape = float(rng.uniform(7.0, 22.0))
    outline = np.full(piece.shape, np.float32(1e3))
    for side in (-1.0, 1.0):
        arm = [(-118.0, 0.0), (-60.0, side * gape * 0.7), (60.0, side * gape), (112.0, side * gape)]
        off, share, _ = along(piece.x, piece.y, arm)
        tip = 4.0 * smoothstep(0.82, 0.9, share)
        outline = np.minimum(outline, off - 4.5 - tip).astype(np.float32)
    piece.form(outline, 4.0, 9.0, roundness=1.6, wobble_mm=0.1)
    brushed = piece.noise(1.0, octaves=1)
    piece.colour = linear("#A5A7AA") * (1.0 + 0.12 * brushed)[..., None]
    piece.gloss += 1.0
    return piece.relief()


def phone(rng: Rng, px_per_mm: float) -> Relief:
    """A phone face down or with a dark screen."""
    piece = Piece(rng, px_per_mm, (82.0, 158.0))
    piece.form(box(piece.x, piece.y, 36.0, 74.0, 9.0), 2.5, 8.5, wobble_mm=0.0)
    body = str(rng.choice(("#17181B", "#E7E5E1", "#27405A", "#C9A9A0", "#3B3F44")))
    piece.colour[:] = linear(body)
    piece.gloss += 0.75
    if rng.random() < 0.5:
        glass = smoothstep(0.5, -0.5, box(piece.x, piece.y, 33.5, 71.5, 7.0))
        piece.paint(glass, linear("#0B0C0E"), 0.95)
    else:
        for y in (-60.0, -42.0):
            lens = smoothstep(8.0, 7.0, np.hypot(piece.x + 22.0, piece.y - y).astype(np.float32))
            piece.paint(lens, linear("#08090B"), 1.0)
            piece.lift(lens, 1.5)
    return piece.relief()


def napkin(rng: Rng, px_per_mm: float) -> Relief:
    """A folded paper napkin or a scrap of wrapping paper."""
    half = float(rng.uniform(40.0, 62.0))
    piece = Piece(rng, px_per_mm, (half * 2.3, half * 2.3))
    outline = box(piece.x, piece.y, half, half * float(rng.uniform(0.5, 1.0)), 1.5)
    piece.form(outline, 0.8, 1.5, wobble_mm=1.0)
    piece.lift(np.asarray(np.abs(piece.noise(38.0, octaves=3)), np.float32), 3.0)
    code = str(rng.choice(("#F4F2EC", "#D8C3A0", "#E9DDD0", "#C8D6DC", "#E5B8B0")))
    piece.colour = linear(code) * (1.0 + 0.04 * piece.noise(0.8, octaves=1))[..., None]
    return piece.relief()


def point_card(rng: Rng, px_per_mm: float) -> Relief:
    """A plastic card with a stripe of colour."""
    piece = Piece(rng, px_per_mm, (94.0, 62.0))
    outline = box(piece.x, piece.y, 42.8, 27.0, 3.2)
    piece.form(outline, 0.6, 0.8, wobble_mm=0.0)
    colours = [linear(code) for code in ("#C8442E", "#2E6FA8", "#F2E4C0", "#3B7A4A", "#222326")]
    first, second = rng.permutation(len(colours))[:2]
    piece.colour[:] = colours[int(first)]
    piece.paint(smoothstep(-3.0, 3.0, piece.y + 0.3 * piece.x), colours[int(second)])
    piece.gloss += 0.6
    return piece.relief()


_THINGS: tuple[Callable[[Rng, float], Relief], ...] = (
    receipt,
    tongs,
    phone,
    napkin,
    point_card,
    hands.reaching,
)


def strew(scene: Scene, occupied: Mask, rng: Rng) -> None:
    """Lay one to three things into the scene where nothing is; they may stick out of it."""
    taken = occupied.copy()
    for _ in range(int(rng.integers(1, 4))):
        make = _THINGS[int(rng.integers(len(_THINGS)))]
        thing = make(rng, scene.px_per_mm)
        if make is hands.reaching:
            place = _from_below(thing, taken, rng)
        else:
            thing = thing.turned(float(rng.uniform(0, 2 * np.pi)))
            place = _anywhere(thing, taken, rng)
        if place is not None:
            taken |= scene.paste(thing, *place, lift_mm=0.5, stiff=True) > 0.0


def _from_below(hand: Relief, taken: Mask, rng: Rng) -> tuple[int, int] | None:
    """A place for an arm that comes in over the lower edge and touches nothing."""
    height, width = taken.shape
    wide = hand.alpha.shape[1]
    choices = []
    for left in range(-wide // 2, width - wide // 2, 16):
        column = taken[:, max(0, left) : left + wide].any(axis=1)
        lowest = int(np.flatnonzero(column)[-1]) if column.any() else height // 3
        if lowest < height * 0.85:
            choices.append((left, lowest + 12))
    return choices[int(rng.integers(len(choices)))] if choices else None


def _anywhere(thing: Relief, taken: Mask, rng: Rng) -> tuple[int, int] | None:
    """A free place; up to half of the thing may lie outside of the picture."""
    height, width = thing.alpha.shape
    pad_y, pad_x = (-(-side // (2 * _CELL_PX)) for side in (height, width))
    coarse = cv2.resize(
        taken.astype(np.float32),
        (taken.shape[1] // _CELL_PX, taken.shape[0] // _CELL_PX),
        interpolation=cv2.INTER_AREA,
    )
    blocked = np.pad(np.asarray(coarse) > 0.0, ((pad_y, pad_y), (pad_x, pad_x)))
    cells = cv2.resize(
        thing.alpha,
        (-(-width // _CELL_PX) + 1, -(-height // _CELL_PX) + 1),
        interpolation=cv2.INTER_AREA,
    )
    place = pick_free(blocked, np.asarray(np.asarray(cells) > 0.0), rng)
    if place is None:
        return None
    return (place[0] - pad_x) * _CELL_PX, (place[1] - pad_y) * _CELL_PX
