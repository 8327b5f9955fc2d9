import json
import shutil
from pathlib import Path

import pytest

from breadpos.simulation.shop_photos import write_picture
from breadpos.simulation.tray import render_tray
from breadpos.vision.checkpoint import current_version
from tests.integration.conftest import PRICES, SHELF, Run


@pytest.fixture(scope="module")
def tray(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trays") / "tray.jpg"
    write_picture(path, render_tray(90_001, SHELF).pixels_bgr)
    return path


def test_a_tray_is_named_and_priced(run: Run, taught_home: Path, tray: Path) -> None:
    result = run("scan", tray, "--json", home=taught_home)
    assert result.exit_code == 0, result.output
    [read] = json.loads(result.stdout)
    assert sorted(item["product"] for item in read["items"]) == sorted(SHELF)
    assert read["size"] == [1280, 960]
    assert read["total"] == sum(PRICES.values())
    for item in read["items"]:
        assert item["price"] == PRICES[item["product"]]
        assert item["candidates"][0]["product"] == item["product"]
        left, top, width, height = item["box"]
        assert 0 <= left < left + width <= 1280
        assert 0 <= top < top + height <= 960


def test_pictures_are_told_in_the_order_given_and_a_bad_one_stops_nothing(
    run: Run, taught_home: Path, tray: Path, tmp_path: Path
) -> None:
    text = tmp_path / "notes.jpg"
    text.write_text("no picture")
    result = run("scan", text, tray, tmp_path / "gone.png", "--json", home=taught_home)
    assert result.exit_code == 1
    read = json.loads(result.stdout)
    assert [Path(each["image"]).name for each in read] == ["notes.jpg", "tray.jpg", "gone.png"]
    assert ["error" in each for each in read] == [True, False, True]
    assert len(result.stderr.splitlines()) == 2


def test_a_table_shows_the_same_to_a_person(run: Run, taught_home: Path, tray: Path) -> None:
    result = run("scan", tray, home=taught_home)
    assert "¥825" in result.stdout


def test_without_a_recogniser_it_says_how_to_get_one(run: Run, tray: Path) -> None:
    result = run("scan", tray)
    assert result.exit_code == 1
    assert "breadpos learn" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["recogniser.safetensors", "model.json"])
def test_a_damaged_recogniser_is_one_clear_line(
    run: Run, taught_home: Path, tray: Path, tmp_path: Path, name: str
) -> None:
    home = tmp_path / "damaged"
    shutil.copytree(taught_home, home)
    path = home / "models" / str(current_version(home / "models")) / name
    path.write_bytes(path.read_bytes()[:100])
    result = run("scan", tray, home=home)
    assert result.exit_code == 1
    assert "cannot be used" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_usage_error_is_exit_status_2(run: Run) -> None:
    assert run("scan").exit_code == 2
