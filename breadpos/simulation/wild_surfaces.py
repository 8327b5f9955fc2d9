"""What the items lie on: tables, trays, papers and racks of every look."""

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

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
from breadpos.simulation.wild_scraps import PhotoScraps, random_crop

Shape: TypeAlias = tuple[int, int]


def draw_surface(rng: np.random.Generator, shape: Shape, scraps: PhotoScraps) -> Field:
    """A whole table: a base, on most a tray with a rim, on some sheets of paper and plates.

    Returns:
        (h, w, 3) float32 BGR 0 to 1, not yet lit.
    """
    table = draw_material(rng, shape, scraps)
    if rng.random() < 0.15:  # a dark room around a bright tray
        table = (table * rng.uniform(0.02, 0.35)).astype(np.float32)
    if rng.random() < 0.45:
        table = _with_tray(rng, table, scraps)
    for _ in range(int(rng.choice([0, 1, 2], p=[0.62, 0.28, 0.1]))):
        table = _with_paper(rng, table, scraps)
    if rng.random() < 0.1:
        table = _with_plate(rng, table)
    if rng.random() < 0.12:
        table = _with_far_side(rng, table, scraps)
    return table


def draw_material(rng: np.random.Generator, shape: Shape, scraps: PhotoScraps) -> Field:
    """One material, filling (h, w)."""
    if scraps.textures and rng.random() < 0.2:
        zoom = (0.05, 0.3) if rng.random() < 0.7 else (0.5, 1.0)
        piece = random_crop(rng, scraps.textures, shape, zoom=zoom)
        # loose fruit photographed whole would look like items: only its colours and blur stay
        blur_px = 0.8 if zoom[1] < 0.5 else rng.uniform(8, 25)
        return soften(piece, blur_px)
    makers = (_plain, _wood, _speckle, _checks, _metal, _wrinkled, _tiles, _wires, _motif, _cloudy)
    shares = (0.2, 0.16, 0.14, 0.07, 0.08, 0.12, 0.05, 0.06, 0.05, 0.07)
    surface: Field = makers[int(rng.choice(len(makers), p=shares))](rng, shape)
    return np.clip(surface, 0, 1).astype(np.float32)


def _base_colour(rng: np.random.Generator) -> Field:
    """White, grey, black, bread-coloured or any."""
    kind = rng.random()
    if kind < 0.4:
        return (np.ones(3) * rng.uniform(0.03, 1.0) + rng.normal(0, 0.02, 3)).astype(np.float32)
    if kind < 0.65:
        brown = np.array([0.35, 0.55, 0.8]) * rng.uniform(0.3, 1.2) + rng.normal(0, 0.05, 3)
        return np.clip(brown, 0, 1).astype(np.float32)
    return any_colour(rng, saturation=(0.0, 0.8))


def _plain(rng: np.random.Generator, shape: Shape) -> Field:
    grain = 1 + rng.uniform(0, 0.04) * smooth_noise(rng, shape, rng.uniform(1, 3))
    return np.asarray(_base_colour(rng) * grain[..., None])


def _cloudy(rng: np.random.Generator, shape: Shape) -> Field:
    noise = fractal_noise(rng, shape, rng.uniform(4, 90), 4)
    colours = np.stack([_base_colour(rng) for _ in range(3)])
    return ramp((0.5 + 0.3 * noise).astype(np.float32), colours)


def _wood(rng: np.random.Generator, shape: Shape) -> Field:
    height, width = shape
    stretch = rng.uniform(6, 20)
    small = (int(height), int(width / stretch) + 4)
    grain = fractal_noise(rng, small, rng.uniform(3, 14), 4)
    grain = np.asarray(
        cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC), np.float32
    )
    rings = np.sin(grain * rng.uniform(2, 9)) * 0.5 + 0.5
    base = np.array([0.38, 0.6, 0.82]) * rng.uniform(0.3, 1.2) + rng.normal(0, 0.04, 3)
    dark = base * rng.uniform(0.45, 0.95)
    wood = ramp(rings.astype(np.float32), np.clip([dark, base], 0, 1).astype(np.float32))
    if rng.random() < 0.4:
        plank = int(rng.uniform(25, 90))
        for edge in range(int(rng.integers(plank)), height, plank):
            wood[edge : edge + 1 + int(rng.integers(2))] *= rng.uniform(0.3, 0.8)
    return wood


def _speckle(rng: np.random.Generator, shape: Shape) -> Field:
    surface = np.broadcast_to(_base_colour(rng), (*shape, 3)).copy()
    for _ in range(int(rng.integers(1, 4))):
        spots = smooth_noise(rng, shape, rng.uniform(1, 4)) > rng.uniform(0.6, 1.6)
        surface[spots] += rng.uniform(-0.3, 0.3) + rng.normal(0, 0.05, 3)
    return soften(surface.astype(np.float32), 0.6)


def _checks(rng: np.random.Generator, shape: Shape) -> Field:
    y, x = _turned_grid(rng, shape)
    cell = rng.uniform(8, 60)
    stripes_x, stripes_y = np.sin(x * np.pi / cell) > 0, np.sin(y * np.pi / cell) > 0
    pattern = stripes_x ^ stripes_y if rng.random() < 0.5 else stripes_x
    two = np.where(pattern[..., None], _base_colour(rng), _base_colour(rng))
    return soften(two.astype(np.float32), 0.7)


def _turned_grid(rng: np.random.Generator, shape: Shape) -> tuple[Field, Field]:
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    turn = rng.uniform(0, np.pi)
    return (
        (y * np.cos(turn) - x * np.sin(turn)).astype(np.float32),
        (x * np.cos(turn) + y * np.sin(turn)).astype(np.float32),
    )


def _metal(rng: np.random.Generator, shape: Shape) -> Field:
    y, x = _turned_grid(rng, shape)
    lines = smooth_noise(rng, (1, 1024), 1.0)[0]
    brushed = lines[np.clip(y + 512, 0, 1023).astype(np.int32)] * rng.uniform(0, 0.06)
    mirror = np.sin(x / rng.uniform(30, 150) + rng.uniform(0, 6)) * rng.uniform(0, 0.3)
    grey = rng.uniform(0.2, 0.8) + brushed + mirror
    return np.asarray(grey[..., None] * (1 + rng.normal(0, 0.04, 3)), np.float32)


def _wrinkled(rng: np.random.Generator, shape: Shape) -> Field:
    """Paper or foil with folds: facets of slightly different light, some with sharp creases."""
    bumps = fractal_noise(rng, shape, rng.uniform(15, 80), 3)
    folds = np.abs(bumps) if rng.random() < 0.6 else bumps
    slope = cv2.Sobel(folds.astype(np.float32), cv2.CV_32F, 1, int(rng.random() < 0.3))
    bright = rng.uniform(0.55, 1.0) + rng.uniform(0.02, 0.2) * slope
    tint = np.array([0.5, 0.68, 0.82]) if rng.random() < 0.3 else np.ones(3)
    return np.asarray(bright[..., None] * (tint + rng.normal(0, 0.03, 3)), np.float32)


def _tiles(rng: np.random.Generator, shape: Shape) -> Field:
    y, x = _turned_grid(rng, shape)
    cell = rng.uniform(25, 90)
    gap = (np.minimum(np.mod(x, cell), np.mod(y, cell * rng.choice([0.5, 1]))) < 2.5)[..., None]
    shine = 1 + 0.15 * smooth_noise(rng, shape, cell)[..., None]
    return np.where(gap, _base_colour(rng), _base_colour(rng) * shine).astype(np.float32)


def _wires(rng: np.random.Generator, shape: Shape) -> Field:
    """A cooling rack over something dark."""
    under = _cloudy(rng, shape) * rng.uniform(0.2, 0.9)
    y, x = _turned_grid(rng, shape)
    cell, thick = rng.uniform(9, 35), rng.uniform(1, 3)
    near = np.abs(np.mod(x, cell) - cell / 2)
    if rng.random() < 0.5:
        near = np.minimum(near, np.abs(np.mod(y, cell * rng.uniform(1, 3)) - cell / 2))
    wire = np.clip(1.2 - near / thick, 0, 1).astype(np.float32)
    return blend(under.astype(np.float32), np.full(3, rng.uniform(0.4, 1.0), np.float32), wire)


def _motif(rng: np.random.Generator, shape: Shape) -> Field:
    """Printed paper: discs, rings or bars in rows, flat, as shops wrap their breads in."""
    paper = np.broadcast_to(_base_colour(rng), (*shape, 3)).copy()
    step = rng.uniform(10, 42)
    y, x = _turned_grid(rng, shape)
    x = x + step / 2 * (np.floor(y / step) % 2)
    dx, dy = np.mod(x, step) - step / 2, np.mod(y, step) - step / 2
    radius = step * rng.uniform(0.2, 0.45)
    far = np.hypot(dx, dy * rng.uniform(0.6, 1.6)) / radius
    inner = rng.choice([0.0, rng.uniform(0.2, 0.6)])
    ink = ((far < 1) & (far > inner)).astype(np.float32) * np.float32(rng.uniform(0.3, 1))
    return soften(blend(paper, any_colour(rng), ink), 0.6)


def _quad(
    rng: np.random.Generator, shape: Shape, *, size: tuple[float, float]
) -> NDArray[np.int32]:
    """A turned rectangle somewhere on the picture, (4, 2) x and y."""
    height, width = shape
    long = np.array([width, height]) * rng.uniform(*size, 2) / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * long
    turn = rng.choice([rng.normal(0, 0.08), rng.uniform(0, np.pi)])
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    centre = np.array([width, height]) * rng.uniform(0.2, 0.8, 2)
    corners = corners @ rotate.T + centre + rng.normal(0, 0.02, (4, 2)) * width
    return np.asarray(corners, np.int32)


def _sheet(shape: Shape, corners: NDArray[np.int32]) -> Field:
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [corners], 255, cv2.LINE_AA)
    return mask.astype(np.float32) / 255.0


def _with_paper(rng: np.random.Generator, table: Field, scraps: PhotoScraps) -> Field:
    shape = (table.shape[0], table.shape[1])
    mask = _sheet(shape, _quad(rng, shape, size=(0.3, 1.3)))
    kind = rng.random()
    if kind < 0.45:
        material = _wrinkled(rng, shape)
    elif kind < 0.6:
        material = _motif(rng, shape)
    else:
        material = draw_material(rng, shape, scraps)
    lifted = soften(mask, rng.uniform(1, 6))
    table = table * (1 - rng.uniform(0, 0.5) * lifted)[..., None]
    return blend(table.astype(np.float32), np.clip(material, 0, 1).astype(np.float32), mask)


def _with_tray(rng: np.random.Generator, table: Field, scraps: PhotoScraps) -> Field:
    """A tray with rounded corners, a shadow, a rim of another brightness and its own material."""
    height, width = table.shape[:2]
    material = draw_material(rng, (height, width), scraps)
    mask = np.zeros((height, width), np.uint8)
    inset = rng.uniform(-0.1, 0.22, 4) * [width, height, width, height]
    left, top = int(inset[0]), int(inset[1])
    right, bottom = int(width - inset[2]), int(height - inset[3])
    corner = int(rng.uniform(2, 40))
    cv2.rectangle(mask, (left + corner, top + corner), (right - corner, bottom - corner), 255, -1)
    round_off = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * corner + 1,) * 2)
    mask = np.asarray(cv2.dilate(mask, round_off), np.uint8)
    soft = mask.astype(np.float32) / 255.0
    shadow = soften(soft, rng.uniform(2, 12))
    table = table * (1 - rng.uniform(0, 0.6) * shadow)[..., None]
    table = blend(table.astype(np.float32), material, soften(soft, 0.7))
    depth = cv2.distanceTransform(mask, cv2.DIST_L2, 3)
    rim = rng.uniform(2, 14) * rng.choice([1, 1, 3])
    profile = np.sin(np.clip(depth / rim, 0, 1) * np.pi * rng.choice([1, 2]))
    if rng.random() < 0.4:
        band = (depth > 0).astype(np.float32) * (1 - smooth_step(depth.astype(np.float32), rim, 1))
        table = blend(table, _base_colour(rng), band)
    lit: Field = table * (1 + rng.uniform(-0.5, 0.5) * profile * (depth > 0))[..., None]
    return np.clip(lit, 0, 1).astype(np.float32)


def _with_far_side(rng: np.random.Generator, table: Field, scraps: PhotoScraps) -> Field:
    """The room beyond the table's edge, out of focus, as an oblique view shows it."""
    height, width = table.shape[:2]
    room = draw_material(rng, (height, width), scraps) * np.float32(rng.uniform(0.1, 1.0))
    room = soften(room, rng.uniform(0.5, 8))
    slope = rng.normal(0, 0.15)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    edge = rng.uniform(0.05, 0.4) * height + slope * (x - width / 2)
    beyond = smooth_step((edge - y).astype(np.float32), 0.0, rng.uniform(1, 6))
    return blend(table, room.astype(np.float32), beyond)


def _with_plate(rng: np.random.Generator, table: Field) -> Field:
    """A plate: rings of light and shade around a plain middle. It is no item."""
    height, width = table.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = rng.uniform(0.25, 0.6) * height
    x0, y0 = rng.uniform(0.2, 0.8) * width, rng.uniform(0.2, 0.8) * height
    far = np.hypot(x - x0, (y - y0) * rng.uniform(1, 1.5)) / radius
    mask = np.clip((1 - far) * radius, 0, 1).astype(np.float32)
    shade = 1 + rng.uniform(0.03, 0.2) * np.sin(far * rng.uniform(6, 16)) * (far > 0.55)
    white = _base_colour(rng) * 0.3 + 0.68
    table = table * (1 - 0.4 * soften(mask, 5))[..., None]
    return blend(table.astype(np.float32), np.clip(white * shade[..., None], 0, 1), mask)
