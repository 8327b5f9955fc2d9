import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.vision.preprocess import FILL, cut_out, normalise, to_model_input, to_square


def picture() -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (60, 80, 3), np.uint8)


def disc(side: int) -> NDArray[np.bool_]:
    rows, columns = np.ogrid[:side, :side]
    centre = (side - 1) / 2
    return np.asarray((rows - centre) ** 2 + (columns - centre) ** 2 <= (side / 2) ** 2)


def test_what_lies_outside_the_mask_changes_nothing() -> None:
    mask = disc(30)
    clean = picture()
    crumbed = clean.copy()
    crumbed[10:40, 20:50][~mask] = (0, 0, 255)
    box = (20, 10, 30, 30)

    assert np.array_equal(
        to_model_input(clean, box, mask, 64), to_model_input(crumbed, box, mask, 64)
    )


def test_the_picture_is_not_written_to() -> None:
    image = picture()
    before = image.copy()
    to_model_input(image, (20, 10, 30, 30), disc(30), 64)
    assert np.array_equal(image, before)


def test_the_surroundings_are_exactly_zero_and_the_item_fills_the_square() -> None:
    white = np.full((60, 80, 3), 255, np.uint8)
    square = to_model_input(white, (20, 10, 30, 30), disc(30), 64)
    assert square.shape == (3, 64, 64)
    assert square.dtype == np.float32
    assert not square[:, :2].any()
    assert not square[:, :, :2].any()
    assert not square[:, 4:8, 4:8].any()
    assert square[0, 32, 32] == pytest.approx(1.0)
    assert (square[0, 32] > 0).sum() >= 56


def test_channels_are_rgb_and_scaled_as_the_lite_networks_were_trained() -> None:
    bgr = np.zeros((2, 2, 3), np.uint8)
    bgr[...] = (255, 127, 0)
    red, green, blue = normalise(bgr)[:, 0, 0]
    assert (red, green, blue) == (-127 / 128, 0.0, 1.0)


@pytest.mark.parametrize(("width", "height"), [(40, 10), (10, 40), (1, 50), (50, 1), (1, 1)])
def test_an_item_keeps_its_proportions(width: int, height: int) -> None:
    white = np.full((60, 80, 3), 255, np.uint8)
    mask = np.ones((height, width), bool)
    square = to_model_input(white, (5, 5, width, height), mask, 96)[0] > 0.5
    seen_height, seen_width = square.any(axis=1).sum(), square.any(axis=0).sum()
    assert max(seen_width, seen_height) == pytest.approx(88, abs=2)
    assert seen_width / seen_height == pytest.approx(width / height, rel=0.5)


def test_fine_stripes_average_out_instead_of_aliasing() -> None:
    stripes = np.zeros((400, 400, 3), np.uint8)
    stripes[:, ::2] = 255
    square = to_model_input(stripes, (0, 0, 400, 400), np.ones((400, 400), bool), 64)
    assert np.abs(square[:, 8:-8, 8:-8]).max() < 0.2


def test_a_loose_box_gives_the_same_square_as_a_tight_one() -> None:
    image = picture()
    tight = to_model_input(image, (20, 10, 30, 30), disc(30), 64)
    loose = np.zeros((50, 60), bool)
    loose[5:35, 10:40] = disc(30)
    assert np.array_equal(to_model_input(image, (10, 5, 60, 50), loose, 64), tight)


def test_a_part_outside_the_picture_is_cut_off() -> None:
    cutout = cut_out(picture(), (-10, 50, 30, 30), np.ones((30, 30), bool))
    assert cutout.image_bgr.shape == (10, 20, 3)
    assert cutout.mask.all()


def test_an_item_with_no_pixel_in_the_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="no pixel"):
        cut_out(picture(), (80, 10, 10, 10), np.ones((10, 10), bool))
    with pytest.raises(ValueError, match="no pixel"):
        cut_out(picture(), (10, 10, 10, 10), np.zeros((10, 10), bool))


def test_a_mask_of_another_size_than_its_box_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fill"):
        cut_out(picture(), (10, 10, 10, 12), np.ones((10, 12), bool))


def test_the_fill_is_the_networks_zero() -> None:
    square = to_square(cut_out(picture(), (0, 0, 4, 4), np.eye(4, dtype=bool)), 32)
    assert not normalise(np.full((1, 1, 3), FILL, np.uint8)).any()
    assert not square[:, :, 0].any()
