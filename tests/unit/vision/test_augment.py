import numpy as np
import pytest

from breadpos.vision.augment import ROTATIONS, rotated, views
from breadpos.vision.preprocess import FILL, Cutout


def loaf(width: int = 80, height: int = 40) -> Cutout:
    rows, columns = np.ogrid[:height, :width]
    mask = np.asarray(
        ((rows - (height - 1) / 2) / (height / 2)) ** 2
        + ((columns - (width - 1) / 2) / (width / 2)) ** 2
        <= 1
    )
    image = np.full((height, width, 3), FILL, np.uint8)
    image[mask] = (60, 110, 190)
    image[:, width // 2 :][mask[:, width // 2 :]] = (30, 60, 120)
    return Cutout(image, mask)


def test_the_first_view_is_the_photo_itself() -> None:
    first = views(loaf())[0]
    assert np.array_equal(first.image_bgr, loaf().image_bgr)
    assert np.array_equal(first.mask, loaf().mask)


def test_every_view_is_tight_and_grey_outside() -> None:
    seen = views(loaf(), seed=3)
    assert len(seen) == ROTATIONS
    for view in seen:
        assert (view.image_bgr[~view.mask] == FILL).all()
        for side in (view.mask[0], view.mask[-1], view.mask[:, 0], view.mask[:, -1]):
            assert side.any()


@pytest.mark.parametrize("degrees", [0, 33, 45, 90, 137, 180, 271])
def test_turning_keeps_the_area(degrees: float) -> None:
    assert rotated(loaf(), degrees).mask.sum() == pytest.approx(loaf().mask.sum(), rel=0.03)


def test_half_a_turn_swaps_the_ends() -> None:
    turned = rotated(loaf(), 180).image_bgr
    middle = turned.shape[0] // 2
    assert turned[middle, 10].tolist() == [30, 60, 120]
    assert turned[middle, -11].tolist() == [60, 110, 190]


def test_some_views_lack_a_piece_of_the_rim_as_under_a_neighbour() -> None:
    shares = np.array([view.mask.sum() for view in views(loaf(), seed=5)]) / loaf().mask.sum()

    assert shares[[0, 1, 3, 4, 6]] == pytest.approx(1, abs=0.03)
    assert (shares[[2, 5, 7]] < 0.985).all()
    assert shares.min() > 0.8


def test_the_same_seed_gives_the_same_views_and_another_seed_other_light() -> None:
    once, again, other = views(loaf(), 1), views(loaf(), 1), views(loaf(), 2)
    for a, b in zip(once, again, strict=True):
        assert np.array_equal(a.image_bgr, b.image_bgr)
    assert not np.array_equal(once[4].image_bgr, other[4].image_bgr)


def test_a_large_photo_is_shrunk_so_that_turning_stays_cheap() -> None:
    assert max(views(loaf(2000, 1000))[0].mask.shape) <= 448


def test_the_smallest_item_can_be_turned() -> None:
    dot = Cutout(np.full((1, 1, 3), 9, np.uint8), np.ones((1, 1), bool))
    assert all(view.mask.any() for view in views(dot))
