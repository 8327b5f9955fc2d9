"""The pictures the finder learns from: mostly wild ones, some of the simulated counter."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.breads import KINDS
from breadpos.simulation.placing import Arrangement as Placing
from breadpos.simulation.tray import SimulatedTray, render_empty, render_photo, render_tray
from breadpos.simulation.wild import WildPicture, draw_wild_picture
from breadpos.simulation.wild_arrangement import Arrangement
from breadpos.simulation.wild_scraps import PhotoScraps

_PLACED = {
    Arrangement.APART: Placing.APART,
    Arrangement.TOUCHING: Placing.TOUCHING,
    Arrangement.OVERLAPPING: Placing.CROWDED,
}
_MOST_ITEMS = 9


@contextmanager
def draw_pictures(
    first: int,
    count: int,
    *,
    size: tuple[int, int],
    photos: Path | None,
    counter_share: float,
    drawers: int,
) -> Iterator[Iterator[WildPicture]]:
    """The training pictures of the seeds from `first` on, in order, drawn by other processes.

    Args:
        first: seed of the first.
        count: how many.
        photos: folder for PhotoScraps, or None.
        size, counter_share: as for `draw_training_picture`.
        drawers: processes that draw ahead.
    """
    draw = partial(_draw, photos=photos, size=size, counter_share=counter_share)
    with get_context("spawn").Pool(drawers) as pool:
        yield pool.imap(draw, range(first, first + count), chunksize=8)


def _draw(
    seed: int, *, photos: Path | None, size: tuple[int, int], counter_share: float
) -> WildPicture:
    return draw_training_picture(
        seed, size=size, scraps=_scraps(photos), counter_share=counter_share
    )


@cache
def _scraps(photos: Path | None) -> PhotoScraps:
    """Read once in each process."""
    cv2.setNumThreads(1)
    return PhotoScraps.load(photos)


def draw_training_picture(
    seed: int, *, size: tuple[int, int], scraps: PhotoScraps, counter_share: float
) -> WildPicture:
    """The one training picture that belongs to a seed.

    Args:
        seed: the same seed and the same other arguments give the same picture.
        size: width and height, pixels.
        scraps: photographs for the wild pictures' textures, may be empty.
        counter_share: chance that it is taken at the simulated counter.
    """
    rng = np.random.default_rng([seed, 104_729])
    if rng.random() >= counter_share:
        return draw_wild_picture(seed, size=size, scraps=scraps)
    kinds = (*_PLACED, Arrangement.ALONE, Arrangement.EMPTY)
    arrangement = kinds[int(rng.choice(len(kinds), p=(0.2, 0.3, 0.3, 0.05, 0.15)))]
    tray = _counter_picture(rng, seed, arrangement, size)
    _, jpeg = cv2.imencode(".jpg", tray.pixels_bgr, [cv2.IMWRITE_JPEG_QUALITY, 92])
    labels = np.zeros((size[1], size[0]), np.uint8)
    for number, item in enumerate(tray.items, start=1):
        labels[_closed(item.mask) & (labels == 0)] = number
        labels[item.mask] = number
    return WildPicture(np.asarray(jpeg, np.uint8), labels, arrangement)


def _counter_picture(
    rng: np.random.Generator, seed: int, arrangement: Arrangement, size: tuple[int, int]
) -> SimulatedTray:
    clutter = bool(rng.random() < 0.5)
    if arrangement is Arrangement.EMPTY:
        return render_empty(seed, size=size, clutter=clutter)
    slugs = [KINDS[int(kind)].slug for kind in rng.integers(len(KINDS), size=_MOST_ITEMS)]
    if arrangement is Arrangement.ALONE:
        return render_photo(seed, slugs[0], size=size)
    count = int(rng.integers(1, _MOST_ITEMS + 1))
    placing = _PLACED[arrangement]
    return render_tray(seed, slugs[:count], arrangement=placing, size=size, clutter=clutter)


def _closed(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A mask with its holes filled: a donut's hole belongs to the donut."""
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    closed = np.zeros(mask.shape, np.uint8)
    cv2.drawContours(closed, contours, -1, 1, cv2.FILLED)
    return closed > 0
