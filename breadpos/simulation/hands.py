"""Hands and sleeves, from above."""

from __future__ import annotations

import numpy as np

from breadpos.simulation.colour import linear
from breadpos.simulation.piece import Piece, Relief
from breadpos.simulation.shapes import Point, along, dome, join, smoothstep

_SKINS = ("#E9BE9C", "#D9A680", "#F0CDB2", "#C48A62", "#8E5B3C", "#E0B092")
_SLEEVES = ("#F2F0EC", "#2E3540", "#7A2E2A", "#4A5E4A", "#B8B2A6", "#2B2B2E", "#8FA6C0")
_PALM_WIDTH_MM = 78.0
SIZE_MM = (190.0, 520.0)
"""Canvas of a hand: fingertips near its upper end, the arm leaves through its lower one."""
FINGERTIPS_MM: Point = (0.0, -150.0)
"""Where the fingertips are on that canvas, from its middle."""


def reaching(rng: np.random.Generator, px_per_mm: float) -> Relief:
    """An open hand, fingers spread a little, reaching upwards."""
    fingers: list[tuple[Point, Point, float]] = []
    for i, length in enumerate((66.0, 80.0, 86.0, 74.0)):
        root = (-28.0 + 18.5 * i, -62.0 - (8.0 if i in (1, 2) else 0.0))
        lean = (i - 1.5) * 0.11 + float(rng.normal(0, 0.04))
        tip = (root[0] + length * np.sin(lean), root[1] - length * np.cos(lean))
        fingers.append((root, tip, 9.4))
    fingers.append(((34.0, -10.0), (62.0, -62.0), 10.5))
    return _hand(rng, px_per_mm, fingers)


def gripping(rng: np.random.Generator, px_per_mm: float) -> Relief:
    """A hand that holds a tray's edge: fingers underneath, only the thumb on top."""
    knuckles: list[tuple[Point, Point, float]] = [
        ((-28.0 + 18.5 * i, -60.0), (-30.0 + 18.5 * i, -82.0 - float(rng.uniform(0, 8))), 9.5)
        for i in range(4)
    ]
    thumb: tuple[Point, Point, float] = ((34.0, -20.0), (56.0, -78.0), 11.0)
    return _hand(rng, px_per_mm, [*knuckles, thumb])


def _hand(
    rng: np.random.Generator, px_per_mm: float, fingers: list[tuple[Point, Point, float]]
) -> Relief:
    piece = Piece(rng, px_per_mm, SIZE_MM)
    palm, _, _ = along(piece.x, piece.y, [(0.0, -40.0), (0.0, 10.0)])
    outline = palm - np.float32(_PALM_WIDTH_MM / 2)
    wrist, share, _ = along(piece.x, piece.y, [(0.0, 0.0), (-4.0, 300.0)])
    outline = join(outline, wrist - (26.0 + 18.0 * share), 14.0)
    creases: list[list[Point]] = []
    for root, tip, radius in fingers:
        bone, at, _ = along(piece.x, piece.y, [root, tip])
        outline = join(outline, bone - np.float32(radius) * (1.0 - 0.15 * at), 5.0)
        creases += [_crease(root, tip, at_share) for at_share in (0.38, 0.7)]
    piece.form(np.asarray(outline, np.float32), 16.0, 26.0, wobble_mm=0.5)
    skin = linear(str(rng.choice(_SKINS)))
    flush = np.asarray(0.5 + 0.5 * piece.noise(20.0), np.float32)
    piece.colour = skin * (1.0 + 0.06 * piece.noise(3.0))[..., None]
    piece.paint(0.18 * flush, linear("#C9543E"))
    piece.paint(0.35 * piece.strokes(creases, 1.2, soft_mm=0.8), linear("#7A3E28"))
    for _, tip, radius in fingers:
        nail = np.hypot((piece.x - tip[0]) / 0.75, piece.y - tip[1] + radius * 0.25)
        piece.paint(0.5 * smoothstep(radius * 0.75, radius * 0.6, nail), linear("#F6D8CC"), 0.4)
    piece.gloss += 0.12
    _dress(piece, str(rng.choice(_SLEEVES)), float(rng.uniform(50.0, 150.0)))
    return piece.relief()


def _crease(root: Point, tip: Point, share: float) -> list[Point]:
    x, y = (root[i] + share * (tip[i] - root[i]) for i in range(2))
    return [(x - 5.0, y), (x + 5.0, y)]


def _dress(piece: Piece, code: str, cuff_mm: float) -> None:
    """A sleeve over the arm from the cuff on."""
    arm, share, _ = along(piece.x, piece.y, [(0.0, cuff_mm), (-4.0, 300.0)])
    outline = np.where(piece.y > cuff_mm, arm - (38.0 + 12.0 * share), np.float32(1e3))
    sleeve = np.asarray(np.clip(0.5 - outline * piece.px_per_mm, 0, 1), np.float32)
    folds = piece.noise(22.0, octaves=3)
    cloth = linear(code) * (1.0 + 0.05 * piece.noise(0.8, octaves=1))[..., None]
    piece.outline = np.minimum(piece.outline, outline.astype(np.float32))
    rise = dome(np.asarray(outline, np.float32), 24.0, 38.0) + 3.0 * folds
    piece.height = np.asarray(piece.height + sleeve * (rise - piece.height), np.float32)
    piece.paint(sleeve, np.asarray(cloth, np.float32), 0.02)
