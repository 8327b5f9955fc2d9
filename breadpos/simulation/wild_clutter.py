"""Things on a counter that are not for sale: hands, tongs, receipts, phones, cutlery, crumbs."""

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_noise import Field, any_colour, blend, fractal_noise, soften
from breadpos.simulation.wild_scraps import PhotoScraps
from breadpos.simulation.wild_surfaces import draw_material

Laid: TypeAlias = tuple[Field, Field]
"""Colours (h, w, 3) and alpha (h, w) of one thing, on a canvas of the picture's size."""

_SKINS_BGR = np.array(
    [
        [0.66, 0.75, 0.92],
        [0.52, 0.63, 0.85],
        [0.42, 0.53, 0.76],
        [0.27, 0.37, 0.56],
        [0.15, 0.2, 0.32],
    ],
    np.float32,
)


def draw_hand(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """A hand with its sleeve reaching in from an edge, open or closed, shaded like skin."""
    edge_at, inward = _edge_point(rng, shape)
    palm = edge_at + inward * rng.uniform(0.1, 0.6) * shape[0]
    thick = int(rng.uniform(0.07, 0.2) * shape[0])
    mask = np.zeros(shape, np.uint8)
    _bar(mask, edge_at - inward * 60, palm, int(thick * rng.uniform(0.6, 1.0)))
    _bar(mask, palm - inward * thick * 0.3, palm, thick)
    creases = np.zeros(shape, np.uint8)
    if rng.random() < 0.5:
        _open_fingers(rng, mask, (palm, inward), thick)
    else:
        _closed_fingers(rng, mask, creases, (palm, inward), thick)
    alpha = soften(mask.astype(np.float32) / 255.0, 0.8)
    round_parts = cv2.subtract(mask, creases)
    deep = cv2.distanceTransform(round_parts, cv2.DIST_L2, 3) / max(thick * 0.3, 1)
    round_light = 0.6 + 0.42 * np.sqrt(np.clip(deep, 0, 1))
    skin = _SKINS_BGR[int(rng.integers(len(_SKINS_BGR)))] * rng.uniform(0.8, 1.1)
    mottled = round_light * (1 + 0.07 * fractal_noise(rng, shape, 12, 2))
    bgr = np.clip(skin * mottled[..., None], 0, 1).astype(np.float32)
    return _with_sleeve(rng, (bgr, alpha), edge_at, (palm - edge_at) * rng.uniform(0, 0.9))


def _open_fingers(
    rng: np.random.Generator,
    mask: NDArray[np.uint8],
    pose: tuple[NDArray[np.float64], NDArray[np.float64]],
    thick: int,
) -> None:
    palm, inward = pose
    for spread in np.linspace(-0.7, 0.7, int(rng.integers(3, 6))) + rng.normal(0, 0.12):
        turn = np.array([[np.cos(spread), -np.sin(spread)], [np.sin(spread), np.cos(spread)]])
        finger = turn @ inward
        knuckle = palm + finger * thick * 0.5
        bend = knuckle + finger * thick * rng.uniform(0.6, 1.5)
        _bar(mask, knuckle - finger * thick * 0.5, bend, max(3, int(thick * 0.36)))
        _bar(mask, bend, bend + inward * thick * rng.uniform(0.0, 0.9), max(3, int(thick * 0.33)))


def _closed_fingers(
    rng: np.random.Generator,
    mask: NDArray[np.uint8],
    creases: NDArray[np.uint8],
    pose: tuple[NDArray[np.float64], NDArray[np.float64]],
    thick: int,
) -> None:
    """Four fingers side by side, as they grip a tray, with dark lines between; a thumb on some."""
    palm, inward = pose
    across = np.array([-inward[1], inward[0]])
    wide = max(3, int(thick * 0.3))
    lean = inward + across * rng.normal(0, 0.4)
    for place in (-1.5, -0.5, 0.5, 1.5):
        root = palm + across * place * wide * 0.9
        tip = root + lean * thick * rng.uniform(0.3, 1.1)
        _bar(mask, root, tip, wide)
        _bar(creases, root + across * wide * 0.45, tip + across * wide * 0.45, 1)
    if rng.random() < 0.6:
        root = palm + across * rng.choice([-1, 1]) * thick * 0.5 - inward * thick * 0.3
        _bar(mask, root, root + lean * thick * rng.uniform(0.4, 1.2), wide)


def _edge_point(
    rng: np.random.Generator, shape: tuple[int, int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A point on the picture's edge and the way inward from it."""
    height, width = shape
    side = int(rng.integers(4))
    along = rng.uniform(0.05, 0.95)
    at = [(0.0, along), (1.0, along), (along, 0.0), (along, 1.0)][side]
    inward = [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)][side]
    turn = rng.normal(0, 0.5)
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return np.array(at) * [width, height], rotate @ np.array(inward)


def _bar(
    mask: NDArray[np.uint8], a: NDArray[np.float64], b: NDArray[np.float64], thick: int
) -> None:
    start = (int(a[0]), int(a[1]))
    end = (int(b[0]), int(b[1]))
    cv2.line(mask, start, end, 255, max(1, thick), cv2.LINE_AA)


def _with_sleeve(
    rng: np.random.Generator, hand: Laid, edge_at: NDArray[np.float64], reach: NDArray[np.float64]
) -> Laid:
    bgr, alpha = hand
    if rng.random() < 0.3:
        return hand
    sleeve = np.zeros(alpha.shape, np.uint8)
    _bar(sleeve, edge_at - reach * 2, edge_at + reach, int(rng.uniform(0.12, 0.3) * alpha.shape[0]))
    cloth = soften(sleeve.astype(np.float32) / 255.0, 0.8)
    folds = 1 + 0.25 * fractal_noise(rng, (alpha.shape[0], alpha.shape[1]), 25, 3)
    # black sleeves before a dark room leave nothing of a person but the hands
    bright = rng.uniform(0.02, 0.2) if rng.random() < 0.35 else rng.uniform(0.2, 1)
    colour = np.clip(any_colour(rng) * bright * folds[..., None], 0, 1)
    return blend(bgr, colour.astype(np.float32), cloth), np.maximum(alpha, cloth)


def draw_tongs(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """Tongs, cutlery, a pen or a cable: long, thin, metal, black or coloured."""
    height, width = shape
    mask = np.zeros(shape, np.uint8)
    start = rng.uniform(-0.1, 1.1, 2) * [width, height]
    angle, length = rng.uniform(0, 2 * np.pi), rng.uniform(0.25, 0.9) * height
    open_by = rng.choice([0.0, rng.uniform(0.03, 0.3)])
    thick = int(rng.uniform(2, 9))
    for turn in {angle - open_by, angle + open_by}:
        end = start + length * np.array([np.cos(turn), np.sin(turn)])
        _bar(mask, start, end, thick)
        if rng.random() < 0.6:
            head = (int(rng.uniform(1, 2.2) * thick) + 2, int(rng.uniform(0.8, 1.4) * thick) + 1)
            at = (int(end[0]), int(end[1]))
            cv2.ellipse(mask, at, head, np.degrees(turn), 0, 360, 255, -1, cv2.LINE_AA)
    alpha = mask.astype(np.float32) / 255.0
    deep = cv2.distanceTransform(mask, cv2.DIST_L2, 3) / max(thick * 0.5, 1)
    grey = np.full(3, rng.uniform(0.05, 0.9), np.float32)
    colour = grey if rng.random() < 0.75 else any_colour(rng)
    shine = 0.6 + rng.uniform(0, 0.8) * np.clip(deep, 0, 1)
    return np.clip(colour * shine[..., None], 0, 1).astype(np.float32), alpha


def draw_cutlery(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """A fork, knife or spoon of any size, with the long reflections of polished metal."""
    length = rng.uniform(0.4, 1.8) * shape[0]
    wide = length * rng.uniform(0.03, 0.07)
    at = np.linspace(0, 1, 60)
    neck = rng.uniform(0.5, 0.75)
    head = np.sin(np.pi * np.clip((at - neck) / (1 - neck), 0.0, 0.99)) ** rng.uniform(0.2, 0.7)
    half = wide * np.maximum(
        rng.uniform(0.8, 2.6) * head, (0.5 + 0.3 * (1 - at)) * (at < neck + 0.1)
    )
    spine = np.stack([at * length, np.zeros(60)], axis=1)
    outline = np.concatenate(
        [spine + [0, 1] * half[:, None], (spine - [0, 1] * half[:, None])[::-1]]
    )
    turn = rng.uniform(0, 2 * np.pi)
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    start = rng.uniform(0, 1, 2) * [shape[1], shape[0]] - rotate @ [length / 2, 0]
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [(outline @ rotate.T + start).astype(np.int32)], 255, cv2.LINE_AA)
    if rng.random() < 0.4:
        for gap in (-0.5, 0.0, 0.5):  # the tines of a fork
            inner, tip = (rotate @ [length * part, gap * wide] + start for part in (0.82, 1.02))
            cv2.line(
                mask,
                inner.astype(int).tolist(),
                tip.astype(int).tolist(),
                0,
                max(1, int(wide * 0.25)),
            )
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    across = (y * np.cos(turn) - x * np.sin(turn)) / wide
    along = (x * np.cos(turn) + y * np.sin(turn)) / length
    mirror = np.sin(across * rng.uniform(0.5, 3) + along * rng.uniform(0, 12) + rng.uniform(0, 6))
    grey = rng.uniform(0.1, 0.75) + rng.uniform(0.05, 0.35) * mirror
    tint = 1 + rng.normal(0, 0.04, 3)
    return np.clip(grey[..., None] * tint, 0, 1).astype(np.float32), mask.astype(np.float32) / 255.0


def draw_packet(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """An empty wrapper, bag or film: crumpled, with sharp glints, often half transparent."""
    size = rng.uniform(0.15, 0.8, 2) * shape[0] * np.array([1.0, rng.uniform(0.15, 0.8)])
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    rim = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    rim = np.sign(rim) * np.abs(rim) ** 0.4 * (1 + rng.normal(0, 0.06, (24, 1))) * size / 2
    turn = rng.uniform(0, 2 * np.pi)
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    middle = rng.uniform(0, 1, 2) * [shape[1], shape[0]]
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [(rim @ rotate.T + middle).astype(np.int32)], 255, cv2.LINE_AA)
    folds = fractal_noise(rng, shape, rng.uniform(8, 40), 3)
    facets = cv2.Sobel(np.abs(folds).astype(np.float32), cv2.CV_32F, 1, 0)
    glints = np.clip(np.abs(facets) - rng.uniform(0.3, 0.8), 0, 1) * rng.uniform(0.5, 3)
    shade = 0.8 + 0.25 * facets
    bgr = any_colour(rng) * shade[..., None] + glints[..., None]
    clear = rng.choice([1.0, rng.uniform(0.15, 0.9)])
    alpha = mask.astype(np.float32) / 255.0 * np.clip(clear + glints, 0, 1)
    return np.clip(bgr, 0, 1).astype(np.float32), alpha.astype(np.float32)


def draw_flat(rng: np.random.Generator, shape: tuple[int, int], scraps: PhotoScraps) -> Laid:
    """A flat rectangle: receipt with print, phone, card, napkin, price sign or wrapper."""
    height, width = shape
    size = rng.uniform(0.1, 0.55) * height * np.array([1.0, rng.uniform(0.35, 1.0)])
    half = np.maximum(size / 2, 6)
    card = (int(2 * half[1]), int(2 * half[0]))
    face = _print(rng, card) if rng.random() < 0.6 else draw_material(rng, card, scraps)
    if rng.random() < 0.25:  # a phone: dark glass with a bright picture or none
        face = np.clip(face * rng.uniform(0.05, 0.9), 0, 1).astype(np.float32)
        border = np.full(face.shape, rng.uniform(0, 0.2), np.float32)
        edge = max(1, int(0.06 * card[0]))
        border[edge:-edge, edge:-edge] = face[edge:-edge, edge:-edge]
        face = border
    turn = cv2.getRotationMatrix2D((half[0], half[1]), rng.uniform(0, 360), 1.0)
    turn[:, 2] = turn[:, 2] + rng.uniform(0, 1, 2) * [width, height] - half
    opaque = np.ones(card, np.float32)
    bgr = cv2.warpAffine(face, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    alpha = cv2.warpAffine(opaque, turn, (width, height))
    if rng.random() < 0.5:  # curled paper catches the light in bands
        bands = 1 + 0.15 * fractal_noise(rng, shape, 40, 2)
        bgr = np.clip(bgr * bands[..., None], 0, 1)
    return bgr.astype(np.float32), alpha.astype(np.float32)


def _print(rng: np.random.Generator, card: tuple[int, int]) -> Field:
    """White or coloured paper with lines of something like text and a block or two."""
    height, width = card
    paper = np.full(3, rng.uniform(0.75, 1.0), np.float32)
    colour = paper if rng.random() < 0.7 else any_colour(rng)
    face = np.broadcast_to(colour, (height, width, 3)).copy()
    ink = any_colour(rng) * np.float32(rng.uniform(0, 0.5))
    line = int(rng.integers(4, 12))
    for top in range(line, height - line, line):
        words = np.repeat(rng.random(width // 3 + 1) < 0.7, 3)[:width]
        stretch = slice(top, top + max(1, line // 2))
        face[stretch, words] = ink
        face[stretch, : int(width * 0.08)] = colour
        face[stretch, int(width * rng.uniform(0.5, 0.95)) :] = colour
    return face


def draw_crumbs(rng: np.random.Generator, shape: tuple[int, int]) -> Laid:
    """Crumbs, seeds, drops and grease spots, all too small to be sold."""
    mask = np.zeros(shape, np.uint8)
    for _ in range(int(rng.integers(3, 40))):
        at = (int(rng.integers(shape[1])), int(rng.integers(shape[0])))
        axes = (int(rng.integers(1, 4)), int(rng.integers(1, 3)))
        cv2.ellipse(mask, at, axes, rng.uniform(0, 180), 0, 360, 255, -1, cv2.LINE_AA)
    alpha = mask.astype(np.float32) / 255.0 * np.float32(rng.uniform(0.4, 1))
    return np.broadcast_to(any_colour(rng), (*shape, 3)).astype(np.float32), alpha
