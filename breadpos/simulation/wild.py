"""Wildly varied training pictures for the item finder, with exact masks.

They need not look like a bakery. A finder that has met any outline in any colour on any
surface under any light takes a real bread as one more case, and learns that what decides is
being a solid thing of its own, not being brown.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_arrangement import Arrangement, lay_items
from breadpos.simulation.wild_camera import compress, light_unevenly, photograph, tilt
from breadpos.simulation.wild_canvas import Canvas, without_slivers
from breadpos.simulation.wild_clutter import (
    Laid,
    draw_crumbs,
    draw_cutlery,
    draw_flat,
    draw_hand,
    draw_packet,
    draw_tongs,
)
from breadpos.simulation.wild_light import draw_light
from breadpos.simulation.wild_noise import Field, soften
from breadpos.simulation.wild_scraps import PhotoScraps, random_crop
from breadpos.simulation.wild_surfaces import draw_surface
from breadpos.simulation.wild_vessels import draw_bottle

_SHARES = {
    Arrangement.EMPTY: 0.12,
    Arrangement.ALONE: 0.16,
    Arrangement.APART: 0.16,
    Arrangement.TOUCHING: 0.23,
    Arrangement.OVERLAPPING: 0.25,
    Arrangement.ROWS: 0.08,
}
_LEAST_VISIBLE_PX = 40

_FLAT = 0.28
_THINGS = (
    (0.42, draw_tongs),
    (0.58, draw_cutlery),
    (0.72, draw_packet),
    (0.82, draw_bottle),
    (1.0, draw_crumbs),
)
"""What lies about, and the chance of it or one before it."""


@dataclass(frozen=True, slots=True)
class WildPicture:
    """A training picture.

    Attributes:
        jpeg: the picture, (n,) uint8 of JPEG, as the camera compressed it.
        labels: (h, w) uint8, 0 where no item is seen, else the item's number from 1. A
            donut's hole belongs to the donut.
        arrangement: how the items were laid.
    """

    jpeg: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    arrangement: Arrangement

    def image_bgr(self) -> NDArray[np.uint8]:
        """The pixels, (h, w, 3) uint8 BGR."""
        return np.asarray(cv2.imdecode(self.jpeg, cv2.IMREAD_COLOR), np.uint8)


def draw_wild_picture(
    seed: int,
    *,
    size: tuple[int, int] = (320, 240),
    scraps: PhotoScraps | None = None,
    arrangement: Arrangement | None = None,
) -> WildPicture:
    """Draw the one picture that belongs to a seed.

    Args:
        seed: the same seed, size and scraps give the same picture.
        size: width and height, pixels.
        scraps: photographs for texture; none where left out.
        arrangement: how items lie; drawn from the seed where left out.
    """
    scraps = scraps or PhotoScraps()
    rng = np.random.default_rng([seed, 7_919])
    drawn = list(_SHARES)[int(rng.choice(len(_SHARES), p=list(_SHARES.values())))]
    chosen = arrangement or drawn
    shape = (size[1], size[0])
    lean = float(rng.choice([0.0, rng.uniform(0.0, 1.0)], p=[0.4, 0.6]))
    canvas = Canvas(_background(rng, shape, scraps), np.zeros(shape, np.uint8), draw_light(rng), {})
    _lay_clutter_below(canvas, rng, scraps)
    lay_items(canvas, rng, chosen, lean, scraps)
    _lay_clutter_above(canvas, rng, scraps)
    scene, labels = canvas.bgr, canvas.labels
    if rng.random() < (0.7 if chosen is Arrangement.ROWS else 0.4):
        scene, labels = tilt(rng, scene, labels, lean * rng.random())
    picture = photograph(rng, light_unevenly(rng, scene))
    labels = without_slivers(labels, _LEAST_VISIBLE_PX)
    return WildPicture(compress(rng, picture), labels, chosen)


def _background(rng: np.random.Generator, shape: tuple[int, int], scraps: PhotoScraps) -> Field:
    if scraps.scenes and rng.random() < 0.08:
        return random_crop(rng, scraps.scenes, shape, zoom=(0.5, 1.0))
    return draw_surface(rng, shape, scraps)


def _lay_clutter_below(canvas: Canvas, rng: np.random.Generator, scraps: PhotoScraps) -> None:
    shape = (canvas.labels.shape[0], canvas.labels.shape[1])
    for _ in range(int(rng.choice([0, 1, 2, 3], p=[0.4, 0.34, 0.17, 0.09]))):
        bgr, alpha = _draw_thing(rng, shape, scraps)
        # thin things throw thin shadows
        shadow = soften(alpha, max(0.6, canvas.light.softness_px / 2))
        shift = np.array([[1, 0, canvas.light.toward_x * 3], [0, 1, canvas.light.toward_y * 3]])
        fallen = cv2.warpAffine(shadow, shift, (shape[1], shape[0]))
        canvas.bgr *= (1 - canvas.light.darkness * fallen)[..., None]
        canvas.cover(bgr, alpha)


def _draw_thing(rng: np.random.Generator, shape: tuple[int, int], scraps: PhotoScraps) -> Laid:
    kind = rng.random()
    if kind < _FLAT:
        return draw_flat(rng, shape, scraps)
    return next(draw for share, draw in _THINGS if kind < share)(rng, shape)


def _lay_clutter_above(canvas: Canvas, rng: np.random.Generator, scraps: PhotoScraps) -> None:
    shape = (canvas.labels.shape[0], canvas.labels.shape[1])
    for _ in range(int(rng.choice([0, 1, 2, 3], p=[0.64, 0.18, 0.14, 0.04]))):
        bgr, alpha = draw_hand(rng, shape)
        shadow = soften(alpha, 6)
        canvas.bgr *= (1 - 0.5 * canvas.light.darkness * shadow)[..., None]
        canvas.cover(bgr, alpha)
    if rng.random() < 0.06:
        canvas.cover(*draw_tongs(rng, shape))
    if rng.random() < 0.04:
        canvas.cover(*draw_flat(rng, shape, scraps))
