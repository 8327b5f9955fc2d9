from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import save_file

from breadpos.domain.errors import RecogniserDamaged
from breadpos.simulation.wild import draw_wild_picture
from breadpos.simulation.wild_arrangement import Arrangement
from breadpos.vision.finder import FORMAT, Finder, FoundItem, network_size
from breadpos.vision.preprocess import normalise

MODEL = Path(__file__).parents[3] / "models" / "finder.safetensors"
TABLE_BGR = (182, 190, 196)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder.load(MODEL)


def buns(
    size: tuple[int, int], places: list[tuple[float, float]], radius: float
) -> NDArray[np.uint8]:
    """Round buns with a mottled crust and a soft shadow; places, radius as shares of the height."""
    # a large frame is enlarged from a smaller one, as from a soft lens, to keep the test quick
    shrink = max(1, max(size) // 640)
    width, height = size[0] // shrink, size[1] // shrink
    table = np.full((height, width, 3), TABLE_BGR, np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / height
    for at_x, at_y in places:
        shade = np.clip(1.4 - np.hypot(x - at_x - 0.01, y - at_y - 0.015) / radius, 0, 0.5)
        table *= (1 - 0.6 * shade)[..., None]
    rng = np.random.default_rng(0)
    coarse = rng.normal(1, 0.12, (96, 128)).astype(np.float32)
    mottle = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    for at_x, at_y in places:
        far = np.hypot(x - at_x, y - at_y) / radius
        bake = (1.15 - 0.55 * far**2) * mottle
        crust = np.array([40, 100, 175], np.float32) * bake[..., None]
        inside = np.clip((1 - far) * radius * height, 0, 1)[..., None]
        table = table + (crust - table) * inside
    noise = rng.normal(0, 2, table.shape)
    picture = np.clip(table + noise, 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def centres(items: list[FoundItem], height: int) -> list[tuple[float, float]]:
    return [
        ((item.box[0] + item.box[2] / 2) / height, (item.box[1] + item.box[3] / 2) / height)
        for item in items
    ]


FOUR = [(0.3, 0.3), (1.0, 0.3), (0.3, 0.72), (1.0, 0.72)]


@pytest.mark.parametrize("size", [(320, 240), (640, 480), (1280, 960), (1920, 1440), (3840, 2880)])
def test_each_item_is_found_where_it_lies_at_any_size(
    finder: Finder, size: tuple[int, int]
) -> None:
    items = finder.find(buns(size, FOUR, 0.13))

    assert np.abs(np.array(centres(items, size[1])) - FOUR).max() < 0.02
    assert not any(item.cut for item in items)


@pytest.mark.parametrize("size", [(1280, 720), (480, 640), (2160, 3840), (900, 300)])
def test_any_shape_of_frame_will_do(finder: Finder, size: tuple[int, int]) -> None:
    middle = [(size[0] / size[1] / 2, 0.5)]
    radius = 0.2 * min(size) / size[1]

    (item,) = finder.find(buns(size, middle, radius))

    assert item.mask.shape == (item.box[3], item.box[2])
    disc = np.pi * (radius * size[1]) ** 2
    assert 0.85 < item.mask.sum() / disc < 1.15


def test_touching_items_are_two(finder: Finder) -> None:
    assert len(finder.find(buns((640, 480), [(0.5, 0.5), (0.82, 0.5)], 0.16))) == 2


def test_an_item_cut_by_the_frame_is_found_and_flagged(finder: Finder) -> None:
    items = finder.find(buns((640, 480), [(0.05, 0.5), (0.8, 0.5)], 0.18))

    assert [item.cut for item in items] == [True, False]
    assert items[0].box[0] == 0


def test_a_donut_is_one_item_without_a_hole(finder: Finder) -> None:
    picture = buns((640, 480), [(0.66, 0.5)], 0.24)
    cv2.circle(picture, (317, 240), 34, TABLE_BGR, cv2.FILLED, cv2.LINE_AA)

    (item,) = finder.find(picture)

    assert item.mask[item.mask.shape[0] // 2, item.mask.shape[1] // 2]


@pytest.mark.parametrize("grey", [0, 90, 200, 255])
def test_nothing_is_found_on_a_bare_frame(finder: Finder, grey: int) -> None:
    assert finder.find(np.full((480, 640, 3), grey, np.uint8)) == []


def test_nothing_is_found_in_noise(finder: Finder) -> None:
    noise = np.random.default_rng(1).normal(128, 12, (480, 640, 3))

    assert finder.find(noise.astype(np.uint8)) == []


def test_few_empty_wild_tables_show_an_item(finder: Finder) -> None:
    found = [
        len(finder.find(draw_wild_picture(9_000 + n, arrangement=Arrangement.EMPTY).image_bgr()))
        for n in range(20)
    ]

    assert sum(count > 0 for count in found) <= 3


def test_most_items_of_fresh_wild_pictures_are_found(finder: Finder) -> None:
    found = there = 0
    for seed in range(9_100, 9_116):
        picture = draw_wild_picture(seed, arrangement=Arrangement.APART)
        boxes = np.zeros(picture.labels.shape, bool)
        for item in finder.find(picture.image_bgr()):
            left, top, width, height = item.box
            boxes[top : top + height, left : left + width] |= item.mask
        for number in range(1, int(picture.labels.max()) + 1):
            item_pixels = picture.labels == number
            if item_pixels.sum() > 200:
                there += 1
                found += boxes[item_pixels].mean() > 0.5

    assert found / there > 0.85


def test_items_come_in_reading_order(finder: Finder) -> None:
    items = finder.find(buns((640, 480), FOUR[::-1], 0.13))

    assert np.abs(np.array(centres(items, 480)) - FOUR).max() < 0.02


def test_masks_do_not_overlap(finder: Finder) -> None:
    count = np.zeros((480, 640), int)
    for item in finder.find(buns((640, 480), [(0.5, 0.5), (0.78, 0.5), (0.64, 0.3)], 0.16)):
        left, top, width, height = item.box
        count[top : top + height, left : left + width] += item.mask

    # rims are smoothed one by one, so neighbours may share their last pixel
    assert (count > 1).sum() < 0.004 * count.size


def test_a_missing_or_damaged_file_says_so(tmp_path: Path) -> None:
    cut_short = tmp_path / "short.safetensors"
    cut_short.write_bytes(MODEL.read_bytes()[:100_000])
    text = tmp_path / "text.safetensors"
    text.write_text("no weights")
    other = tmp_path / "other.safetensors"
    save_file({"weight": np.zeros(3, np.float32)}, other)
    wrong = tmp_path / "wrong.safetensors"
    save_file({"weight": np.zeros(3, np.float32)}, wrong, metadata={"format": FORMAT})

    for path in (cut_short, text, other, wrong, tmp_path / "none.safetensors"):
        with pytest.raises(RecogniserDamaged):
            Finder.load(path)


def test_the_network_sees_about_as_many_pixels_of_any_frame() -> None:
    sizes = [network_size(*frame) for frame in ((640, 480), (1920, 1080), (1080, 1920), (9, 9000))]

    areas = [width * height for width, height in sizes]
    assert max(areas) / min(areas) < 1.4
    assert all(side % 32 == 0 for size in sizes for side in size)


def test_the_network_reads_rgb_around_zero() -> None:
    picture = np.zeros((2, 3, 3), np.uint8)
    picture[..., 2] = 255

    network_input = normalise(picture)

    assert network_input.shape == (3, 2, 3)
    assert network_input[0, 0, 0] == 1.0
    assert network_input[2, 0, 0] == np.float32(-127 / 128)
