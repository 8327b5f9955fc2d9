import json
import shutil
from pathlib import Path

import pytest

from breadpos.vision.checkpoint import current_version
from tests.integration.conftest import PRICES, SHELF, Run


def test_learnt_products_are_on_the_price_list_with_their_photos(
    run: Run, taught_home: Path
) -> None:
    result = run("products", "list", "--json", home=taught_home)
    listed = {row["product"]: (row["price"], row["photos"]) for row in json.loads(result.stdout)}
    assert listed == {product: (price, 6) for product, price in PRICES.items()}


def test_a_product_without_a_price_is_learnt_and_listed_as_unpriced(
    run: Run, shelf: Path, tmp_path: Path
) -> None:
    shutil.copytree(shelf / "photos" / "melonpan", tmp_path / "photos" / "melonpan")
    result = run("learn", tmp_path / "photos")
    assert result.exit_code == 0
    assert "unpriced, so not to be sold yet: melonpan" in result.stderr


def test_learning_the_same_photos_again_adds_none(run: Run, taught_home: Path, shelf: Path) -> None:
    home = taught_home.parent / "again"
    shutil.copytree(taught_home, home)
    assert run("learn", shelf / "photos", home=home).exit_code == 0
    rows = json.loads(run("products", "list", "--json", home=home).stdout)
    assert {row["photos"] for row in rows} == {6}
    assert (home / "models" / str(current_version(home / "models"))).is_dir()


def test_a_disk_without_room_for_what_is_learnt_files_no_photos(
    run: Run, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    result = run("learn", shelf / "photos")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "free some space" in result.stderr
    assert json.loads(run("photos", "list", "--json").stdout) == []


def test_a_single_photo_is_learnt_and_always_asked_about(
    run: Run, shelf: Path, tmp_path: Path
) -> None:
    for product in SHELF[:2]:
        (tmp_path / "photos" / product).mkdir(parents=True)
        photo = shelf / "photos" / product / "000.jpg"
        shutil.copy(photo, tmp_path / "photos" / product)
    result = run("learn", tmp_path / "photos")
    assert result.exit_code == 0
    assert "always asked about" in result.stdout
    seen = run("scan", shelf / "photos" / SHELF[0] / "001.jpg", "--json")
    assert {item["status"] for item in json.loads(seen.stdout)[0]["items"]} <= {"unsure", "unknown"}


@pytest.mark.parametrize("names", [(), ("melonpan",)])
def test_a_folder_without_photos_says_what_to_put_there(
    run: Run, tmp_path: Path, names: tuple[str, ...]
) -> None:
    (tmp_path / "photos").mkdir()
    for name in names:
        (tmp_path / "photos" / name).mkdir()
    result = run("learn", tmp_path / "photos")
    assert result.exit_code == 1
    assert "photos" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert json.loads(run("products", "list", "--json").stdout) == []


def test_a_folder_that_is_not_there_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    result = run("learn", tmp_path / "nowhere")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


def test_a_price_that_is_no_number_stops_before_anything_is_written(
    run: Run, shelf: Path, tmp_path: Path
) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text("product,price\nmelonpan,160\ncroissant,cheap\n", "utf-8")
    result = run("learn", shelf / "photos", "--prices", prices)
    assert result.exit_code == 1
    assert "line 3" in result.stderr
    assert "'cheap' is no price" in result.stderr
    assert json.loads(run("products", "list", "--json").stdout) == []


def test_a_cut_short_photo_is_left_out_and_named(run: Run, shelf: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf / "photos" / "melonpan", tmp_path / "photos" / "melonpan")
    broken = tmp_path / "photos" / "melonpan" / "broken.jpg"
    content = (shelf / "photos" / "croissant" / "000.jpg").read_bytes()
    broken.write_bytes(content[: len(content) // 2])
    result = run("learn", tmp_path / "photos")
    assert result.exit_code == 0
    assert "broken.jpg" in result.stderr
    rows = json.loads(run("products", "list", "--json").stdout)
    assert [(row["product"], row["photos"]) for row in rows] == [("melonpan", 6)]
