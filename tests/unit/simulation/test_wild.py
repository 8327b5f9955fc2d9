from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.simulation.wild import draw_wild_picture
from breadpos.simulation.wild_arrangement import Arrangement
from breadpos.simulation.wild_canvas import Canvas, without_slivers
from breadpos.simulation.wild_items import ItemPatch
from breadpos.simulation.wild_light import Light
from breadpos.simulation.wild_scraps import PhotoScraps

SIZE = (160, 120)
LIGHT = Light(toward_x=1.0, toward_y=0.0, reach=0.5, darkness=0.3, softness_px=1.0)


def met_pairs(labels: NDArray[np.uint8]) -> int:
    """How many neighbouring pixels belong to two different items."""
    beside = (labels[:, 1:] != labels[:, :-1]) & (labels[:, 1:] > 0) & (labels[:, :-1] > 0)
    return int(beside.sum())


def flat_patch(mask: NDArray[np.float32], solid: NDArray[np.float32] | None = None) -> ItemPatch:
    bgr = np.full((*mask.shape, 3), 0.5, np.float32)
    return ItemPatch(bgr, mask, mask if solid is None else solid, height_px=4.0)


def empty_canvas() -> Canvas:
    return Canvas(np.ones((100, 100, 3), np.float32), np.zeros((100, 100), np.uint8), LIGHT, {})


def test_a_seed_always_gives_the_same_picture() -> None:
    one, again = (draw_wild_picture(11, size=SIZE) for _ in range(2))

    assert np.array_equal(one.jpeg, again.jpeg)
    assert np.array_equal(one.labels, again.labels)


def test_seeds_give_different_pictures() -> None:
    assert not np.array_equal(
        draw_wild_picture(1, size=SIZE).image_bgr(), draw_wild_picture(2, size=SIZE).image_bgr()
    )


@pytest.mark.parametrize("size", [(160, 120), (120, 160), (200, 200)])
def test_picture_and_labels_have_the_size_asked_for(size: tuple[int, int]) -> None:
    picture = draw_wild_picture(5, size=size)

    assert picture.labels.shape == (size[1], size[0])
    assert picture.image_bgr().shape == (size[1], size[0], 3)


def test_items_are_numbered_without_gaps() -> None:
    for seed in range(12):
        labels = draw_wild_picture(seed, size=SIZE).labels
        assert np.array_equal(np.unique(labels), np.arange(labels.max() + 1)) or labels.min() > 0


def test_an_empty_table_has_no_item() -> None:
    for seed in range(6):
        picture = draw_wild_picture(seed, size=SIZE, arrangement=Arrangement.EMPTY)
        assert picture.labels.max() == 0


def test_an_item_alone_is_one_item() -> None:
    counts = [
        draw_wild_picture(seed, size=SIZE, arrangement=Arrangement.ALONE).labels.max()
        for seed in range(8)
    ]

    assert max(counts) == 1


def test_touching_items_meet_and_items_apart_do_not() -> None:
    def pairs(arrangement: Arrangement) -> int:
        pictures = (
            draw_wild_picture(seed, size=SIZE, arrangement=arrangement) for seed in range(10)
        )
        return sum(met_pairs(picture.labels) for picture in pictures)

    assert pairs(Arrangement.TOUCHING) > 10 * max(pairs(Arrangement.APART), 1)


def test_a_hole_belongs_to_the_item_but_shows_the_table() -> None:
    solid, ring = np.zeros((2, 40, 40), np.float32)
    cv2.circle(solid, (20, 20), 15, 1.0, cv2.FILLED)
    cv2.circle(ring, (20, 20), 15, 1.0, cv2.FILLED)
    cv2.circle(ring, (20, 20), 5, 0.0, cv2.FILLED)
    canvas = empty_canvas()

    canvas.lay(flat_patch(ring, solid), 30, 30)

    assert canvas.labels[50, 50] == 1
    assert canvas.bgr[50, 50, 0] > canvas.bgr[50, 40, 0]


def test_the_hidden_share_is_that_of_the_smaller_item() -> None:
    canvas = empty_canvas()
    canvas.lay(flat_patch(np.ones((40, 40), np.float32)), 0, 0)

    small = flat_patch(np.ones((10, 10), np.float32))

    assert canvas.hidden_share(small, 35, 0) == pytest.approx(0.5)
    assert canvas.hidden_share(small, 60, 60) == 0.0
    assert canvas.hidden_share(small, 200, 200) == 1.0


def test_what_covers_an_item_hides_its_label() -> None:
    canvas = empty_canvas()
    canvas.lay(flat_patch(np.ones((40, 40), np.float32)), 0, 0)

    canvas.cover(np.zeros((100, 100, 3), np.float32), np.ones((100, 100), np.float32))

    assert canvas.labels.max() == 0


def test_slivers_are_dropped_and_the_rest_renumbered() -> None:
    labels = np.zeros((10, 10), np.uint8)
    labels[0, 0], labels[5:, :] = 1, 2

    kept = without_slivers(labels, 5)

    assert kept[0, 0] == 0
    assert kept[7, 7] == 1


def test_photographs_are_used_where_there_are_any(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for name in ("natural/Kiwi", "natural/Oat-Milk", "on_white"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        picture = rng.integers(0, 255, (64, 64, 3), dtype=np.uint8)
        if name == "on_white":
            picture[:] = 255
            cv2.circle(picture, (32, 32), 20, (20, 90, 200), cv2.FILLED)
        cv2.imwrite(str(folder / "Kiwi.jpg"), picture)

    scraps = PhotoScraps.load(tmp_path)

    assert (len(scraps.textures), len(scraps.scenes), len(scraps.cutouts)) == (1, 1, 1)
    different = [
        not np.array_equal(
            draw_wild_picture(seed, size=SIZE, scraps=scraps).jpeg,
            draw_wild_picture(seed, size=SIZE).jpeg,
        )
        for seed in range(8)
    ]
    assert any(different)


def test_a_missing_folder_of_photographs_is_none() -> None:
    assert PhotoScraps.load(None) == PhotoScraps()
