"""Pictures of trays whose contents are known to the pixel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.breads import bake
from breadpos.simulation.clutter import strew
from breadpos.simulation.laying import Laid, lay_out
from breadpos.simulation.placing import Arrangement, widened
from breadpos.simulation.scene import Scene
from breadpos.simulation.sensor import compress, expose, grain
from breadpos.simulation.stage import Stage, draw_stage
from breadpos.simulation.surface import Surface

_PLACE, _DOUGH, _LAYING, _GRAIN, _CLUTTER = range(10, 15)
_PHOTO_VIEW_MM = 360.0
_LIFT_MM = 5.0
_CLUTTER_GAP_MM = 5.0
FULL_SIZE = (1280, 960)


@dataclass(frozen=True, slots=True)
class SimulatedItem:
    """One item of the truth.

    Attributes:
        slug: its kind.
        mask: (H, W) its visible pixels, exactly; holes and hidden parts are not in it.
        box: left, top, width, height of the mask, pixels.
        hidden_share: how much of it lies under others, 0..1.
    """

    slug: str
    mask: NDArray[np.bool_]
    box: tuple[int, int, int, int]
    hidden_share: float = 0.0


@dataclass(frozen=True, slots=True)
class SimulatedTray:
    """A picture, (H, W, 3) BGR uint8, and what is on it, in the order asked for."""

    pixels_bgr: NDArray[np.uint8]
    items: tuple[SimulatedItem, ...]


@dataclass(frozen=True, slots=True)
class Still:
    """A scene as the camera sees it, without noise; the shop's clock stands still in it."""

    picture: NDArray[np.uint8]
    items: tuple[SimulatedItem, ...]


def render_tray(
    seed: int,
    slugs: Sequence[str],
    *,
    arrangement: Arrangement = Arrangement.APART,
    size: tuple[int, int] = FULL_SIZE,
    clutter: bool = False,
    counter_seed: int | None = None,
) -> SimulatedTray:
    """A tray with one bread for each slug.

    Args:
        seed: decides everything: same seed, same picture.
        slugs: what to lay on it, see breads.KINDS.
        arrangement: how close.
        size: (width, height) of the picture; the view stays as wide, so smaller is coarser.
        clutter: other things lie about: receipt, tongs, hand, phone, paper.
        counter_seed: draw counter, tray, light and camera from this instead, to stay in one shop.

    Raises:
        KeyError: no such kind.
    """
    stage = draw_stage(seed if counter_seed is None else counter_seed, size)
    surface = stage.tray(np.random.default_rng([seed, _PLACE]))
    laid = lay_breads(stage, surface, seed, slugs, arrangement)
    if clutter:
        _strew_beside(surface.scene, laid, seed)
    return finish(stage, still_of(stage, surface.scene, laid, slugs), seed)


def render_photo(
    seed: int, slug: str, *, size: tuple[int, int] = (640, 480), counter_seed: int | None = None
) -> SimulatedTray:
    """One item alone, nearer to the camera, as staff photograph a new product.

    Raises:
        KeyError: no such kind.
    """
    counter = seed if counter_seed is None else counter_seed
    stage = draw_stage(counter, size, view_width_mm=_PHOTO_VIEW_MM)
    surface = stage.tray(np.random.default_rng([seed, _PLACE]), close=True)
    laid = lay_breads(stage, surface, seed, [slug], Arrangement.APART)
    return finish(stage, still_of(stage, surface.scene, laid, [slug]), seed)


def render_empty(
    seed: int,
    *,
    size: tuple[int, int] = FULL_SIZE,
    clutter: bool = False,
    counter_seed: int | None = None,
) -> SimulatedTray:
    """No bread: an empty tray or, for every third seed, the bare counter."""
    stage = draw_stage(seed if counter_seed is None else counter_seed, size)
    place = np.random.default_rng([seed, _PLACE])
    scene = stage.bare.copy() if seed % 3 == 0 else stage.tray(place).scene
    if clutter:
        _strew_beside(scene, [], seed)
    return finish(stage, still_of(stage, scene, [], []), seed)


def lay_breads(
    stage: Stage,
    surface: Surface,
    seed: int,
    slugs: Sequence[str],
    arrangement: Arrangement,
) -> list[Laid]:
    """Bake one bread for each slug and find places for all, lowest first."""
    reliefs = [
        bake(slug, np.random.default_rng([seed, _DOUGH, number]), stage.px_per_mm)
        for number, slug in enumerate(slugs)
    ]
    rng = np.random.default_rng([seed, _LAYING])
    return lay_out(reliefs, np.asarray(surface.inside < 0.0), arrangement, rng)


def still_of(stage: Stage, scene: Scene, laid: Sequence[Laid], slugs: Sequence[str]) -> Still:
    """Paste the breads into the scene, which is changed, and photograph it."""
    labels = np.zeros(scene.height_mm.shape, np.uint8)
    for each in laid:
        under = np.any(labels[_window(each)][each.footprint])
        scene.paste(each.relief, each.left, each.top, lift_mm=_LIFT_MM if under else 0.0)
        labels[_window(each)][each.footprint] = each.index + 1
    hidden = {
        each.index: float(1.0 - np.count_nonzero(labels == each.index + 1) / each.area_px)
        for each in laid
    }
    picture = stage.photograph(scene)
    seen = stage.bend(labels)
    items = tuple(_item(slug, seen == i + 1, hidden[i]) for i, slug in enumerate(slugs))
    return Still(picture, items)


def finish(stage: Stage, still: Still, seed: int) -> SimulatedTray:
    """The picture with this moment's noise and the camera's JPEG."""
    rng = np.random.default_rng([seed, _GRAIN])
    noisy = expose(still.picture, grain(still.picture.shape[:2], stage.camera, rng))
    return SimulatedTray(compress(noisy, stage.camera), still.items)


def _strew_beside(scene: Scene, laid: Sequence[Laid], seed: int) -> None:
    shape = scene.height_mm.shape
    breads = np.zeros(shape, np.bool_)
    for each in laid:
        breads[_window(each)] |= each.footprint
    margin = round(_CLUTTER_GAP_MM * scene.px_per_mm)
    strew(scene, widened(breads, margin), np.random.default_rng([seed, _CLUTTER]))


def _window(laid: Laid) -> tuple[slice, slice]:
    height, width = laid.footprint.shape
    return np.s_[laid.top : laid.top + height, laid.left : laid.left + width]


def _item(slug: str, mask: NDArray[np.bool_], hidden_share: float) -> SimulatedItem:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    left, top = int(columns[0]), int(rows[0])
    box = (left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)
    return SimulatedItem(slug, np.asarray(mask, np.bool_), box, hidden_share)
