import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.vision.stillness import Stillness, difference, is_other, shrunk

FRAME_S = 1 / 15


def scene(bread_left: int | None = None, *, seed: int = 0, light: int = 0) -> NDArray[np.uint8]:
    """A grey counter with a sensor's noise, and a bread where asked."""
    pixels = np.full((480, 640, 3), 150 + light, np.float64)
    if bread_left is not None:
        pixels[200:300, bread_left : bread_left + 100] = (60, 110, 170)
    noise = np.random.default_rng(seed).normal(0, 6, pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


def watch(pictures: list[NDArray[np.uint8]], stillness: Stillness) -> list[bool]:
    return [
        stillness.seeing(Frame(picture, 10 + n * FRAME_S, n)) is None
        for n, picture in enumerate(pictures)
    ]


def test_noise_alone_is_still() -> None:
    assert not any(watch([scene(100, seed=n) for n in range(20)], Stillness()))


def test_a_sliding_bread_moves_until_it_has_lain_a_moment() -> None:
    sliding = [scene(100 + 12 * n, seed=n) for n in range(10)]
    lying = [scene(208, seed=50 + n) for n in range(6)]
    moving = watch(sliding + lying, Stillness())
    assert moving[1:10] == [True] * 9
    assert moving[10] is True  # not yet long enough
    assert moving[-1] is False


def test_a_lamp_dimmed_evenly_is_no_motion() -> None:
    assert not any(watch([scene(100, seed=n, light=-n) for n in range(30)], Stillness()))


def test_a_bread_laid_down_is_another_look_and_the_place_is_told() -> None:
    before, after = shrunk(scene(100, seed=1)), shrunk(scene(400, seed=2))
    assert is_other(after, before)
    changed = difference(after, before)
    rows, columns = np.nonzero(changed)
    assert set(rows) == set(range(50, 75))
    assert set(columns) == {*range(25, 50), *range(100, 125)}


def test_noise_and_an_even_change_of_light_are_no_other_look() -> None:
    assert not is_other(shrunk(scene(100, seed=1)), shrunk(scene(100, seed=2, light=10)))


@pytest.mark.parametrize("size", [(240, 320), (2160, 3840)])
def test_every_camera_size_is_watched(size: tuple[int, int]) -> None:
    stillness = Stillness()
    grey = np.full((*size, 3), 120, np.uint8)
    changed = grey.copy()
    changed[: size[0] // 3, : size[1] // 3] = 20
    assert watch([grey, grey, changed], stillness) == [False, False, True]


def test_a_camera_that_changes_its_size_starts_anew() -> None:
    stillness = Stillness()
    watch([scene()], stillness)
    assert watch([np.zeros((240, 240, 3), np.uint8)], stillness) == [False]
