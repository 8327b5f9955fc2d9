"""Counters, trays and the paper on them: what breads lie on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np

from breadpos.simulation.colour import F32, linear, mix
from breadpos.simulation.noise import fractal_noise
from breadpos.simulation.scene import Scene
from breadpos.simulation.shapes import box, rotated, smoothstep

Rng = np.random.Generator


class TrayFinish(Enum):
    """What the tray is made of."""

    WOOD = "wood"
    WHITE = "white"
    BROWN = "brown"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Surface:
    """A tray on a counter, nothing on it yet.

    Attributes:
        scene: the counter with the tray and its paper.
        inside: (H, W) distance to the edge of the usable floor, mm, negative inside.
        tray: (H, W) alpha of the tray itself.
    """

    scene: Scene
    inside: F32
    tray: F32


_COUNTERS = ("#B9AA98", "#8A8078", "#D8D2C8", "#6E5A48", "#B08A62", "#4A4744", "#C9B79C")
_PLASTICS = {
    TrayFinish.WHITE: ("#ECEAE4", "#F3F0E8", "#E6E7E6"),
    TrayFinish.BROWN: ("#5C3A22", "#6E4628", "#4A2F1E", "#7A5230"),
    TrayFinish.GREY: ("#8E9092", "#6F7275", "#A9AAA8", "#55585B"),
}
_WOODS = (("#C99A64", "#A8743F"), ("#8E5B34", "#653C20"), ("#DDB983", "#C39557"))


def grid(size: tuple[int, int], px_per_mm: float) -> tuple[F32, F32]:
    """X and y of every pixel in mm, (0, 0) at the middle of a (width, height) picture."""
    width, height = size
    xs = (np.arange(width, dtype=np.float32) - np.float32(width / 2)) / np.float32(px_per_mm)
    ys = (np.arange(height, dtype=np.float32) - np.float32(height / 2)) / np.float32(px_per_mm)
    x, y = np.meshgrid(xs, ys)
    return x, y


def counter_top(rng: Rng, size: tuple[int, int], px_per_mm: float) -> Scene:
    """A bare counter: stone-like or wooden."""
    shape = (size[1], size[0])
    base = linear(str(rng.choice(_COUNTERS)))
    if rng.random() < 0.4:
        light, dark = (linear(code) for code in _WOODS[int(rng.integers(len(_WOODS)))])
        colour, bump = wood(rng, shape, px_per_mm, (light, dark))
    else:
        speckle = fractal_noise(shape, 3.0 * px_per_mm, rng, octaves=3)
        stain = fractal_noise(shape, 60.0 * px_per_mm, rng, octaves=2)
        tone = 1.0 + rng.uniform(0.02, 0.1) * speckle + 0.06 * stain
        colour = np.asarray(base * tone[..., None], np.float32)
        bump = np.asarray(0.01 * speckle, np.float32)
    gloss = np.full(shape, rng.uniform(0.0, 0.35), np.float32)
    return Scene(bump, bump, colour, gloss, px_per_mm)


def wood(
    rng: Rng, shape: tuple[int, int], px_per_mm: float, tones: tuple[F32, F32]
) -> tuple[F32, F32]:
    """Boards with grain: colour and height."""
    tall, wide = shape
    upright = bool(rng.random() < 0.3)
    rows, columns = (wide, tall) if upright else (tall, wide)
    # fibres: noise stretched along the grain
    stretch = 14
    narrow = (rows, columns // stretch + 8)
    fibre = fractal_noise(narrow, 2.2 * px_per_mm, rng, octaves=4, gain=0.7)
    rings = fractal_noise((rows, columns // 6 + 8), 26.0 * px_per_mm, rng, octaves=2)
    fibre = np.asarray(cv2.resize(fibre, (columns, rows), interpolation=cv2.INTER_LINEAR))
    rings = np.asarray(cv2.resize(rings, (columns, rows), interpolation=cv2.INTER_CUBIC))
    y = np.arange(rows, dtype=np.float32)[:, None] / np.float32(px_per_mm)
    bands = 0.5 + 0.5 * np.sin(y / np.float32(rng.uniform(2.0, 4.0)) + 9.0 * rings)
    share = np.clip(0.5 * bands + 0.32 * fibre + 0.22, 0.0, 1.0).astype(np.float32)
    if upright:
        share, fibre = share.T, fibre.T
    share = np.ascontiguousarray(share)
    light, dark = tones
    return light + (dark - light) * share[..., None], np.asarray(0.05 * fibre, np.float32)


def lay_tray(rng: Rng, scene: Scene, place: Rng, *, close: bool = False) -> Surface:
    """Put a tray on the counter; the scene is changed.

    Args:
        rng: decides its make and whether there is paper on it.
        scene: a bare counter.
        place: decides how exactly it is put down.
        close: the camera looks at the floor of the tray only, its rim is out of the picture.
    """
    height, width = scene.height_mm.shape
    x, y = grid((width, height), scene.px_per_mm)
    finish = list(TrayFinish)[int(rng.integers(len(TrayFinish)))]
    shares = rng.uniform(0.85, 0.93, 2) + (0.4 if close else 0.0)
    half_x, half_y = (shares * (width, height) * 0.5 / scene.px_per_mm).tolist()
    turn = float(place.normal(0.0, 0.02))
    dx, dy = place.normal(0.0, 3.0, 2).tolist()
    u, v = rotated(x - dx, y - dy, turn)
    corner = float(rng.uniform(14.0, 40.0))
    edge = box(u, v, half_x, half_y, corner)
    rim = float(rng.uniform(7.0, 15.0))
    tray = np.asarray(np.clip(0.5 - edge * np.float32(scene.px_per_mm), 0, 1), np.float32)
    colour, bump, gloss = _material(rng, finish, scene)
    profile = _profile(edge, rim, float(rng.uniform(7.0, 14.0)))
    scene.height_mm = scene.height_mm + tray * (profile + bump - scene.height_mm)
    scene.colour = mix(scene.colour, colour, tray)
    scene.gloss = np.asarray(scene.gloss + (gloss - scene.gloss) * tray, np.float32)
    inside = np.asarray(edge + np.float32(rim + 3.0), np.float32)
    if rng.random() < 0.4:
        _lay_paper(rng, scene, u, v, (half_x - rim - 3.0, half_y - rim - 3.0))
    # a loaf bridges creases and the edge of the paper: it stands on the smoothed ground
    smooth = cv2.GaussianBlur(scene.height_mm, (0, 0), 3.0 * scene.px_per_mm)
    scene.ground_mm = np.asarray(smooth, np.float32)
    return Surface(scene, inside, tray)


def _profile(edge: F32, rim: float, depth: float) -> F32:
    """Height of the tray: a rounded lip, an inner slope, a floor of 2 mm."""
    inward = -edge
    lip = smoothstep(0.0, 2.0, inward) * (1.0 - smoothstep(rim * 0.45, rim, inward))
    return np.asarray(2.0 + depth * lip, np.float32)


def _material(rng: Rng, finish: TrayFinish, scene: Scene) -> tuple[F32, F32, F32]:
    shape = scene.height_mm.shape
    if finish is TrayFinish.WOOD:
        light, dark = (linear(code) for code in _WOODS[int(rng.integers(len(_WOODS)))])
        colour, bump = wood(rng, shape, scene.px_per_mm, (light, dark))
        return colour, bump, np.full(shape, rng.uniform(0.1, 0.35), np.float32)
    base = linear(str(rng.choice(_PLASTICS[finish])))
    mottle = fractal_noise(shape, 2.0 * scene.px_per_mm, rng, octaves=2)
    wear = fractal_noise(shape, 70.0 * scene.px_per_mm, rng, octaves=3)
    colour = base * (1.0 + 0.025 * mottle + 0.05 * wear)[..., None]
    # plastic trays have a fine leather grain that breaks up the shine
    gloss = np.float32(rng.uniform(0.25, 0.6)) + 0.06 * mottle
    return (
        np.asarray(colour, np.float32),
        np.asarray(0.03 * mottle, np.float32),
        np.asarray(gloss, np.float32),
    )


def _lay_paper(rng: Rng, scene: Scene, u: F32, v: F32, half_mm: tuple[float, float]) -> None:
    """A sheet of parchment or kraft paper on the tray's floor, softly creased."""
    shape = scene.height_mm.shape
    turn = float(rng.normal(0.0, 0.03))
    x, y = rotated(u + rng.normal(0, 3), v + rng.normal(0, 3), turn)
    share = rng.uniform(0.86, 1.0, 2).tolist()
    sheet = box(x, y, half_mm[0] * share[0], half_mm[1] * share[1], 1.0)
    cover = np.clip(0.5 - sheet * np.float32(scene.px_per_mm), 0, 1)
    tone = linear(str(rng.choice(("#F4EFE3", "#EFE6D2", "#FAF8F2", "#C9A878", "#E4DCCB"))))
    folds = _folds(rng, shape, scene.px_per_mm)
    fibre = fractal_noise(shape, 1.2 * scene.px_per_mm, rng, octaves=2)
    colour = tone * (1.0 + 0.02 * fibre)[..., None]
    opacity = np.asarray(cover * np.float32(rng.uniform(0.88, 1.0)), np.float32)
    scene.colour = mix(scene.colour, np.asarray(colour, np.float32), opacity)
    scene.gloss = np.asarray(scene.gloss * (1 - cover) + 0.12 * cover, np.float32)
    scene.height_mm = np.asarray(scene.height_mm + cover * (0.4 + folds), np.float32)


def _folds(rng: Rng, shape: tuple[int, int], px_per_mm: float) -> F32:
    """Ridged noise: paper bends along lines, it does not bulge."""
    strength = float(rng.uniform(0.3, 1.1))
    soft = fractal_noise(shape, 70.0 * px_per_mm, rng, octaves=3)
    ridged = 1.0 - np.sqrt(soft * soft + 0.004) * 2.0
    return np.asarray(strength * (1.6 * soft + 0.8 * np.clip(ridged, 0, 1)), np.float32)
