"""What a camera may send when something is wrong, read by the networks that are shipped."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.bootstrap.demo_shop import COUNTER_SEED, open_demo_shop
from breadpos.bootstrap.recognition import load_reader
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.recognition import Detection, Status
from breadpos.settings import Home
from breadpos.simulation.placing import Arrangement
from breadpos.simulation.tray import render_tray
from breadpos.vision.recogniser import TrayReader

Picture = NDArray[np.uint8]
BREADS = ("melonpan", "anpan", "croissant", "pizza_toast")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TrayReader:
    home = Home(tmp_path_factory.mktemp("shop"))
    open_demo_shop(home)
    with open_shop(home) as shop:
        return load_reader(home, shop.settings)


@pytest.fixture(scope="module")
def picture() -> Picture:
    """Four breads apart on the demo's own counter, 1280x960."""
    return render_tray(31, BREADS, size=(1280, 960), counter_seed=COUNTER_SEED).pixels_bgr


def named(found: tuple[Detection, ...]) -> list[str]:
    return sorted(str(item.best) for item in found)


@pytest.mark.parametrize("level", [0, 40, 127, 255])
@pytest.mark.parametrize("size", [(320, 240), (1280, 960), (3840, 2160)])
def test_a_black_grey_or_white_frame_charges_nothing(
    reader: TrayReader, level: int, size: tuple[int, int]
) -> None:
    assert reader.read(np.full((size[1], size[0], 3), level, np.uint8)) == ()


def test_noise_in_the_dark_charges_nothing(reader: TrayReader) -> None:
    noise = np.random.default_rng(4).integers(0, 24, (960, 1280, 3)).astype(np.uint8)
    assert not [item for item in reader.read(noise) if item.status is Status.SURE]


@pytest.mark.parametrize("size", [(320, 240), (640, 480), (1920, 1440), (3840, 2880)])
def test_a_camera_of_any_resolution_reads_the_same_breads(
    reader: TrayReader, picture: Picture, size: tuple[int, int]
) -> None:
    scaled = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    assert len(reader.read(scaled)) == len(BREADS)
    if size[0] >= 640:
        assert named(reader.read(scaled)) == sorted(BREADS)


@pytest.mark.parametrize("turn", [cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180])
def test_a_camera_mounted_the_other_way_reads_the_same_breads(
    reader: TrayReader, picture: Picture, turn: int
) -> None:
    assert named(reader.read(np.asarray(cv2.rotate(picture, turn), np.uint8))) == sorted(BREADS)


def grey(picture: Picture) -> Picture:
    return np.asarray(np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2), np.uint8)


def overexposed(picture: Picture) -> Picture:
    return np.asarray(np.clip(picture.astype(np.float32) * 1.9, 0, 255), np.uint8)


def dim(picture: Picture) -> Picture:
    return np.asarray(picture * 0.3, np.uint8)


def out_of_focus(picture: Picture) -> Picture:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 7), np.uint8)


@pytest.mark.parametrize("spoil", [grey, overexposed, dim, out_of_focus])
def test_in_a_bad_picture_the_breads_are_found_and_none_is_charged_wrongly(
    reader: TrayReader, picture: Picture, spoil: Callable[[Picture], Picture]
) -> None:
    found = reader.read(spoil(picture))
    assert len(found) == len(BREADS)
    sure = [str(item.best) for item in found if item.status is Status.SURE]
    assert set(sure) <= set(BREADS)


def test_thirty_items_are_thirty(reader: TrayReader, picture: Picture) -> None:
    boxes = [item.box for item in reader.read(picture)]
    left, top, width, height = (round(side) for side in boxes[0])
    bread = picture[top : top + height, left : left + width]
    side = 110
    small = np.asarray(cv2.resize(bread, (side, side), interpolation=cv2.INTER_AREA), np.uint8)
    tray = np.full((960, 1280, 3), picture[480, 240], np.uint8)
    yx = np.mgrid[:side, :side] - (side - 1) / 2
    disc = np.hypot(*yx) < side / 2 - 2
    for number in range(30):
        x, y = 130 + number % 6 * 180, 90 + number // 6 * 165
        tray[y : y + side, x : x + side][disc] = small[disc]
    assert len(reader.read(tray)) == 30


def test_an_item_cut_by_the_frame_is_flagged(reader: TrayReader, picture: Picture) -> None:
    left, _, width, _ = (round(side) for side in reader.read(picture)[0].box)
    cut = np.ascontiguousarray(picture[:, left + width // 3 :])
    flagged = [item for item in reader.read(cut) if item.cut]
    assert len(flagged) == 1
    assert flagged[0].box[0] <= 1


def test_crowded_breads_charge_no_wrong_name(reader: TrayReader) -> None:
    tray = render_tray(
        77,
        (*BREADS, "shokupan", "baguette"),
        arrangement=Arrangement.CROWDED,
        size=(1280, 960),
        counter_seed=COUNTER_SEED,
    )
    sure = {str(i.best) for i in reader.read(tray.pixels_bgr) if i.status is Status.SURE}
    assert sure <= {item.slug for item in tray.items}
