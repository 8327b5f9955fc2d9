import numpy as np
import pytest

from breadpos.application.frames import Frame
from breadpos.ui.picture_check import PictureState, cells_of, state_of


def frame(light: int, hand: tuple[int, int] | None = None, noise: int = 0) -> Frame:
    pixels = np.full((960, 1280, 3), light, np.int16)
    if noise:
        pixels += np.random.default_rng(light).integers(-noise, noise + 1, pixels.shape, np.int16)
    if hand is not None:
        x, y = hand
        pixels[y : y + 200, x : x + 200] = 40
    return Frame(np.clip(pixels, 0, 255).astype(np.uint8), 0.0, 0)


@pytest.mark.parametrize(
    ("frames", "state"),
    [
        ([], PictureState.MISSING),
        ([frame(20)] * 2, PictureState.DARK),
        ([frame(240)] * 2, PictureState.BRIGHT),
        ([frame(120)] * 3, PictureState.GOOD),
        ([frame(120, noise=20), frame(121, noise=20)], PictureState.GOOD),
        ([frame(120), frame(120, (200, 300))], PictureState.MOVING),
        ([frame(120, (200, 300)), frame(120, (260, 300))], PictureState.MOVING),
    ],
)
def test_a_picture_must_come_be_light_and_lie_still(
    frames: list[Frame], state: PictureState
) -> None:
    assert state_of(tuple(cells_of(each) for each in frames)) is state
