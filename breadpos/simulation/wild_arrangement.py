"""Where items lie: alone, apart, touching, overlapping, in rows, or cut by the frame."""

from dataclasses import replace
from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_canvas import Canvas
from breadpos.simulation.wild_items import ItemPatch, View, paint_item
from breadpos.simulation.wild_scraps import PhotoScraps

_MOST_HIDDEN = 0.22
"""No placement may hide a larger share of an item than this."""

_LEAST_GAP_PX = 2


class Arrangement(Enum):
    """How the items of one picture lie."""

    EMPTY = "empty"
    ALONE = "alone"
    APART = "apart"
    TOUCHING = "touching"
    OVERLAPPING = "overlapping"
    ROWS = "rows"


def lay_items(
    canvas: Canvas,
    rng: np.random.Generator,
    arrangement: Arrangement,
    tilt: float,
    scraps: PhotoScraps,
) -> None:
    """Lay items on a canvas in the given arrangement, seen with the given tilt (0 to 1)."""
    if arrangement is Arrangement.EMPTY:
        return
    if arrangement is Arrangement.ALONE:
        _lay_alone(canvas, rng, tilt, scraps)
    elif arrangement is Arrangement.ROWS:
        _lay_rows(canvas, rng, tilt, scraps)
    else:
        _lay_loose(canvas, rng, arrangement, (tilt, scraps))


def _lay_alone(canvas: Canvas, rng: np.random.Generator, tilt: float, scraps: PhotoScraps) -> None:
    """One large item as staff would photograph it for learning."""
    height, width = canvas.labels.shape
    diameter = height * rng.uniform(0.35, 1.3)
    view = View(diameter, tilt, canvas.light)
    patch = paint_item(int(rng.integers(2**32)), rng, view, scraps)
    left = (width - patch.alpha.shape[1]) / 2 + rng.normal(0, 0.08) * width
    top = (height - patch.alpha.shape[0]) / 2 + rng.normal(0, 0.08) * height
    canvas.lay(patch, int(left), int(top))


def _lay_rows(canvas: Canvas, rng: np.random.Generator, tilt: float, scraps: PhotoScraps) -> None:
    """Siblings in a grid, as on a shop's rack, near ones over far ones."""
    height, width = canvas.labels.shape
    columns, rows = int(rng.integers(2, 6)), int(rng.integers(2, 5))
    diameter = min(width / columns, height / rows) * rng.uniform(0.75, 1.15)
    step_x = diameter * rng.uniform(0.9, 1.25)
    step_y = diameter * rng.uniform(0.85, 1.25) * (1 - 0.45 * tilt)
    x0 = width / 2 - step_x * (columns - 1) / 2 + rng.normal(0, 0.05) * width
    y0 = height / 2 - step_y * (rows - 1) / 2 + rng.normal(0, 0.05) * height
    kind = int(rng.integers(2**32))
    view = View(diameter, tilt, canvas.light)
    for row in range(rows):
        if rng.random() < 0.3:
            kind = int(rng.integers(2**32))
        for column in range(columns):
            if rng.random() < 0.08:
                continue
            patch = paint_item(kind, rng, view, scraps)
            x, y = x0 + column * step_x, y0 + row * step_y
            jitter = rng.normal(0, 0.05 * diameter, 2)
            left = int(x + jitter[0] - patch.alpha.shape[1] / 2)
            top = int(y + jitter[1] - patch.alpha.shape[0] / 2)
            if canvas.hidden_share(patch, left, top) < _MOST_HIDDEN:
                canvas.lay(patch, left, top)


def _lay_loose(
    canvas: Canvas,
    rng: np.random.Generator,
    arrangement: Arrangement,
    seen: tuple[float, PhotoScraps],
) -> None:
    height, width = canvas.labels.shape
    count = int(np.clip(rng.geometric(0.17), 1, 16))
    fitting = 1.15 * np.sqrt(height * width / count) * rng.uniform(0.35, 0.85)
    diameter = float(np.clip(fitting, 0.09 * height, 0.5 * height))
    kinds = [
        int(seed) for seed in rng.integers(2**32, size=max(1, int(count * rng.uniform(0.2, 1))))
    ]
    margin = -0.35 if rng.random() < 0.25 else -0.03
    for _ in range(count):
        view = View(diameter * rng.uniform(0.75, 1.25), seen[0], canvas.light)
        patch = paint_item(kinds[int(rng.integers(len(kinds)))], rng, view, seen[1])
        place = None
        if arrangement is not Arrangement.APART and canvas.full_areas and rng.random() < 0.85:
            hide = 0.0 if arrangement is Arrangement.TOUCHING else rng.uniform(0.02, 0.15)
            place = place_against(canvas, rng, patch, hide)
        place = place or place_free(canvas, rng, patch, margin)
        if place is not None:
            canvas.lay(patch, *place)


def place_free(
    canvas: Canvas, rng: np.random.Generator, patch: ItemPatch, margin: float
) -> tuple[int, int] | None:
    """A spot where nothing is met; margin is the share of the patch that must stay inside."""
    height, width = canvas.labels.shape
    size = np.array(patch.alpha.shape[::-1])
    low, high = margin * size, np.array([width, height]) - size * (1 + margin)
    wide = replace(patch, solid=np.pad(patch.solid, _LEAST_GAP_PX))
    brush = np.ones((2 * _LEAST_GAP_PX + 1,) * 2, np.uint8)
    wide = replace(wide, solid=np.asarray(cv2.dilate(wide.solid, brush), np.float32))
    for _ in range(25):
        left, top = (int(v) for v in low + (high - low) * rng.random(2))
        if canvas.hidden_share(wide, left - _LEAST_GAP_PX, top - _LEAST_GAP_PX) == 0.0:
            return left, top
    return None


def place_against(
    canvas: Canvas, rng: np.random.Generator, patch: ItemPatch, hide: float
) -> tuple[int, int] | None:
    """Slide the patch towards an item until it just touches it, or hides the given share."""
    height, width = canvas.labels.shape
    half = np.array(patch.alpha.shape[::-1]) / 2
    for _ in range(8):
        number = int(rng.integers(1, len(canvas.full_areas) + 1))
        rows, columns = np.nonzero(canvas.labels == number)
        if len(rows) == 0:
            continue
        centre = np.array([columns.mean(), rows.mean()])
        angle = rng.uniform(0, 2 * np.pi)
        corner = _slide_in(canvas, patch, centre - half, (angle, max(hide, 0.004)))
        middle = corner + half
        inside = bool((middle > 0).all()) and middle[0] < width and middle[1] < height
        left, top = int(corner[0]), int(corner[1])
        if inside and canvas.hidden_share(patch, left, top) <= min(hide + 0.03, _MOST_HIDDEN):
            return left, top
    return None


def _slide_in(
    canvas: Canvas, patch: ItemPatch, over: NDArray[np.float64], way: tuple[float, float]
) -> NDArray[np.float64]:
    """By bisection, the corner nearest to `over` along an angle that hides at most a share."""
    angle, hide = way
    step = np.array([np.cos(angle), np.sin(angle)])
    near, far = 0.0, float(max(patch.alpha.shape)) * 1.2 + 80
    for _ in range(9):
        middle = (near + far) / 2
        corner = over + step * middle
        if canvas.hidden_share(patch, int(corner[0]), int(corner[1])) > hide:
            near = middle
        else:
            far = middle
    return np.asarray(over + step * far)
