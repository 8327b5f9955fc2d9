import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.simulation.tray import render_tray
from tests.integration.conftest import PRICES, SHELF, Run

Pixels = NDArray[Any]
Scan = Callable[[Pixels], dict[str, Any]]


@pytest.fixture(scope="module")
def tray() -> NDArray[np.uint8]:
    """Four breads, one of each on the shelf."""
    return render_tray(90_001, SHELF).pixels_bgr


@pytest.fixture
def scan(run: Run, taught_home: Path, tmp_path: Path) -> Scan:
    def command(pixels: Pixels) -> dict[str, Any]:
        path = tmp_path / "picture.png"
        assert cv2.imwrite(str(path), pixels)
        result = run("scan", path, "--json", home=taught_home)
        assert result.exit_code == 0, result.output
        [read] = json.loads(result.stdout)
        assert read["size"] == [pixels.shape[1], pixels.shape[0]]
        return dict(read)

    return command


def names(read: dict[str, Any]) -> list[str]:
    return sorted(str(item["product"]) for item in read["items"])


@pytest.mark.parametrize("level", [0, 255])
def test_a_black_or_white_picture_charges_nothing(scan: Scan, level: int) -> None:
    read = scan(np.full((960, 1280, 3), level, np.uint8))
    assert (read["items"], read["total"]) == ([], 0)


def test_a_tray_with_nothing_on_it_charges_nothing(scan: Scan) -> None:
    read = scan(render_tray(90_002, ()).pixels_bgr)
    assert (read["items"], read["total"]) == ([], 0)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_picture_has_the_same_names(
    scan: Scan, tray: NDArray[np.uint8], turns: int
) -> None:
    read = scan(np.ascontiguousarray(np.rot90(tray, turns)))
    assert names(read) == sorted(SHELF)
    assert read["total"] == sum(PRICES.values())


@pytest.mark.parametrize("size", [(320, 240), (3840, 2160)])
def test_small_and_large_pictures_have_the_same_names(
    scan: Scan, tray: NDArray[np.uint8], size: tuple[int, int]
) -> None:
    height = 1280 * size[1] // size[0]  # the middle of the tray, in the picture's own shape
    top = (960 - height) // 2
    read = scan(cv2.resize(tray[top : top + height], size, interpolation=cv2.INTER_AREA))
    assert names(read) == sorted(SHELF)


def test_a_grey_picture_has_its_items_found(scan: Scan, tray: NDArray[np.uint8]) -> None:
    assert len(scan(cv2.cvtColor(tray, cv2.COLOR_BGR2GRAY))["items"]) == len(SHELF)


def test_a_see_through_channel_changes_nothing(scan: Scan, tray: NDArray[np.uint8]) -> None:
    assert names(scan(cv2.cvtColor(tray, cv2.COLOR_BGR2BGRA))) == sorted(SHELF)


def test_sixteen_bits_are_read_as_eight(scan: Scan, tray: NDArray[np.uint8]) -> None:
    assert names(scan(tray.astype(np.uint16) * 257)) == sorted(SHELF)


@pytest.mark.parametrize("spoil", ["overexposed", "out of focus"])
def test_a_spoilt_picture_charges_nothing_surely_twice_and_no_more_than_lies_there(
    scan: Scan, tray: NDArray[np.uint8], spoil: str
) -> None:
    blurred = cv2.GaussianBlur(tray, (0, 0), 12)
    read = scan(cv2.convertScaleAbs(tray, alpha=2.5) if spoil == "overexposed" else blurred)
    sure = [item["product"] for item in read["items"] if item["status"] == "sure"]
    assert all(sure.count(product) <= 1 for product in sure)
    assert len(read["items"]) <= len(SHELF)
