"""Photos shown differently at each pass are still photos of the same item."""

import cv2
import numpy as np

from breadpos.training.variation import varied
from breadpos.vision.preprocess import FILL, Cutout

_VIEWS = 40


def _bun() -> Cutout:
    """A brown ellipse, lighter to the right."""
    mask = cv2.ellipse(np.zeros((90, 120), np.uint8), (60, 45), (59, 44), 0, 0, 360, 1, -1) > 0
    shade = np.linspace(60, 180, 120, dtype=np.float32)[None, :, None] * [0.5, 0.8, 1.0]
    image = np.where(mask[..., None], shade, FILL).astype(np.uint8)
    return Cutout(np.ascontiguousarray(image), mask)


def _views() -> list[Cutout]:
    return [varied(_bun(), np.random.default_rng(seed)) for seed in range(_VIEWS)]


def test_what_surrounds_the_item_stays_grey() -> None:
    for view in _views():
        assert (view.image_bgr[~view.mask] == FILL).all()


def test_the_light_is_another_each_time_but_the_bun_stays_brown() -> None:
    means = np.array([view.image_bgr[view.mask].mean(axis=0) for view in _views()])
    darkest, brightest = means.mean(axis=1).min(), means.mean(axis=1).max()
    assert brightest > 1.3 * darkest
    blue, green, red = means.T
    assert (blue < green).all()
    assert (green < red * 1.1).all()


def test_the_same_draw_shows_the_same_view() -> None:
    first, again = _views(), _views()
    assert all(np.array_equal(a.image_bgr, b.image_bgr) for a, b in zip(first, again, strict=True))


def test_a_photo_that_is_too_dark_to_see_is_shown_without_complaint() -> None:
    black = Cutout(np.zeros((40, 40, 3), np.uint8), np.ones((40, 40), bool))
    views = [varied(black, np.random.default_rng(seed)) for seed in range(_VIEWS)]
    assert all(view.image_bgr.shape[:2] == view.mask.shape for view in views)
