"""Photos taken in from elsewhere, given out, and checked; what is wrong is told by name."""

import errno
import json
import os
import shutil
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from breadpos.bootstrap import photo_sets
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.settings import Home
from tests.integration.conftest import SHELF, Run


@pytest.fixture(autouse=True)
def _found_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finding items is tested elsewhere; here it would only take long."""

    class Nothing:
        def find(self, _image: object) -> list[object]:
            return []

    monkeypatch.setattr(photo_sets, "networks_of", lambda *_: (Nothing(), None))


def picture(path: Path, seed: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 255, (48, 64, 3), np.uint8)
    path.write_bytes(cv2.imencode(path.suffix, pixels)[1].tobytes())
    return path


def listed(run: Run) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(run("photos", "list", "--json").stdout)
    return rows


def test_what_is_wrong_is_told_by_name_and_the_rest_is_taken(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "set"
    for number in range(4):
        picture(source / "melonpan" / f"{number}.jpg", number)
    damaged = picture(source / "melonpan" / "damaged.jpg", 9)
    damaged.write_bytes(damaged.read_bytes()[:600])
    picture(source / "クロワッサン🥐" / "one.png", 20)
    (source / "empty").mkdir()
    (source / "melonpan" / "notes.txt").write_text("no picture")
    picture(source / ("x" * 70) / "long.jpg", 30)

    result = run("photos", "import", source)
    assert result.exit_code == 0, result.output
    told = result.stderr
    assert "damaged.jpg" in told
    assert "empty holds no photos" in told
    assert "notes.txt in melonpan is no picture" in told
    assert "クロワッサン🥐 has one photo only" in told
    assert "x" * 70 in told
    assert sorted(row["product_id"] for row in listed(run)) == [*["melonpan"] * 4, "クロワッサン🥐"]
    assert {row["origin"] for row in listed(run)} == {"import"}


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_damaged_picture_among_ten_thousand_is_named_and_the_others_are_taken(
    run: Run, tmp_path: Path
) -> None:
    source = tmp_path / "set"
    originals = [picture(tmp_path / "originals" / f"{n}.jpg", n) for n in range(20)]
    for number, original in enumerate(originals):
        bread = source / f"bread{number:02d}"
        bread.mkdir(parents=True)
        for copy in range(500):
            os.link(original, bread / f"{copy:03d}.jpg")
    damaged = source / "bread07" / "321.jpg"
    damaged.unlink()
    damaged.write_bytes(originals[7].read_bytes()[:600])

    result = run("photos", "import", source, "--json")
    assert result.exit_code == 0, result.output
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert events[-1]["photos"] == 9_999
    assert events[-1]["troubles"] == [["unreadable", "bread07/321.jpg"]]
    assert "bread07" in events[-1]["problems"][0]
    assert [event["of"] for event in events if event["event"] == "reading"][-1] == 10_000


def test_the_same_photos_are_taken_once(run: Run, tmp_path: Path) -> None:
    picture(tmp_path / "set" / "melonpan" / "1.jpg", 1)
    for _ in range(2):
        assert run("photos", "import", tmp_path / "set").exit_code == 0
    assert len(listed(run)) == 1


def test_a_folder_called_as_a_bread_of_the_price_list_is_that_breads(
    run: Run, tmp_path: Path
) -> None:
    with open_shop(Home(tmp_path / "home")) as shop:
        shop.products.put_all(
            [
                Product(ProductId("101"), "カレーパン", Money(220), name_en="Curry bread"),
                Product(ProductId("102"), "食パン"),
            ]
        )
    picture(tmp_path / "set" / "カレーパン" / "1.jpg", 1)
    picture(tmp_path / "set" / unicodedata.normalize("NFD", "カレーパン") / "2.jpg", 2)
    picture(tmp_path / "set" / "Curry bread" / "3.jpg", 3)
    picture(tmp_path / "set" / "102" / "4.jpg", 4)
    assert run("photos", "import", tmp_path / "set").exit_code == 0
    assert sorted(row["product_id"] for row in listed(run)) == ["101", "101", "101", "102"]


def test_coco_goes_out_and_comes_back_the_same(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "coco"
    picture(source / "images" / "tray.jpg", 1)
    document = {
        "images": [{"id": 7, "file_name": "tray.jpg"}, {"id": 8, "file_name": "gone.jpg"}],
        "categories": [
            {"id": 1, "name": "melonpan"},
            {"id": 2, "name": "curry"},
            {"id": 3, "name": "anpan"},
        ],
        "annotations": [
            {"id": 1, "image_id": 7, "category_id": 1, "bbox": [1, 2, 20, 20]},
            {"id": 2, "image_id": 7, "category_id": 2, "bbox": [30, 2, 20, 20]},
            {"id": 3, "image_id": 8, "category_id": 2, "bbox": [30, 2, 20, 20]},
            {"id": 4, "image_id": 99, "category_id": 2, "bbox": [30, 2, 20, 20]},
            {"id": 5, "image_id": 7, "category_id": 1, "bbox": [1, 2, 0, 20]},
            {"id": 6, "image_id": 7, "category_id": 1, "bbox": [640, 2, 20, 20]},
            "no annotation",
        ],
    }
    (source / "annotations.json").write_text(json.dumps(document), "utf-8")
    result = run("photos", "import", source)
    assert result.exit_code == 0, result.output
    for words in (
        "gone.jpg",
        "annotation 4",
        "annotation 5",
        "annotation ?",
        "tray.jpg: a box of melonpan lies outside of it",
        "anpan holds no photos",
    ):
        assert words in result.stderr

    out = tmp_path / "out"
    assert run("photos", "export", out, "--coco").exit_code == 0
    other = tmp_path / "other"
    assert run("photos", "import", out, home=other).exit_code == 0
    there = json.loads(run("photos", "list", "--json", home=other).stdout)

    def facts(rows: list[dict[str, Any]]) -> list[tuple[object, ...]]:
        return sorted((row["file"], row["product_id"], tuple(row["box"])) for row in rows)

    assert facts(there) == facts(listed(run))
    assert len(there) == 2


@pytest.mark.parametrize("options", [(), ("--coco",)])
def test_what_was_given_out_has_its_names_in_a_new_shop_and_comes_back_to_its_own(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    ham = Product(ProductId("103"), "ハム/チーズ")
    with open_shop(Home(tmp_path / "home")) as shop:
        shop.products.put_all(
            [Product(ProductId("101"), "カレーパン"), Product(ProductId("102"), "食パン"), ham]
        )
    for key in ("101", "102", "103"):
        picture(tmp_path / "set" / key / "1.jpg", int(key))
    assert run("photos", "import", tmp_path / "set").exit_code == 0
    assert run("photos", "export", tmp_path / "out", *options).exit_code == 0
    assert run("photos", "import", tmp_path / "out").exit_code == 0
    assert {row["product_id"] for row in listed(run)} == {"101", "102", "103"}
    other = tmp_path / "other"
    assert run("photos", "import", tmp_path / "out", home=other).exit_code == 0
    with open_shop(Home(other)) as shop:
        names = {product.name for product in shop.products.all()}
    assert names == {"カレーパン", "食パン", ham.name if options else "103"}


def test_folders_go_out_with_names_any_disk_takes(run: Run, tmp_path: Path) -> None:
    picture(tmp_path / "set" / "images" / "tray.jpg", 1)
    document = {
        "images": [{"id": 1, "file_name": "tray.jpg"}],
        "categories": [{"id": 1, "name": "A/B"}, {"id": 2, "name": "a_b"}],
        "annotations": [
            {"id": n, "image_id": 1, "category_id": n, "bbox": [n * 20, 2, 16, 16]} for n in (1, 2)
        ],
    }
    (tmp_path / "set" / "set.json").write_text(json.dumps(document), "utf-8")
    assert run("photos", "import", tmp_path / "set").exit_code == 0
    out = tmp_path / "out"
    assert run("photos", "export", out).exit_code == 0
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.jpg"))
    assert files == ["A_B/00001.jpg", "a_b_2/00001.jpg"]


def test_a_photo_that_is_gone_is_told_and_the_others_are_given_out(
    run: Run, tmp_path: Path
) -> None:
    for number in (1, 2):
        picture(tmp_path / "set" / "melonpan" / f"{number}.jpg", number)
    run("photos", "import", tmp_path / "set")
    gone = next((tmp_path / "home" / "photos").rglob("*.jpg"))
    gone.unlink()
    for options in ((), ("--coco",)):
        out = tmp_path / f"out{len(options)}"
        result = run("photos", "export", out, *options)
        assert result.exit_code == 1
        assert gone.name in result.stderr
        assert len(list(out.rglob("*.jpg"))) == 1


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "out" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    result = run("photos", "export", tmp_path / "out")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert kept.read_text() == "mine"


@pytest.mark.parametrize("kind", [(), ("--coco",)])
def test_a_disk_that_fills_up_half_way_leaves_the_folder_empty_for_another_try(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: tuple[str, ...]
) -> None:
    for number in range(3):
        picture(tmp_path / "set" / "melonpan" / f"{number}.jpg", number)
    assert run("photos", "import", tmp_path / "set").exit_code == 0
    copied: list[Path] = []
    copy = shutil.copyfile

    def full(source: Path, target: Path) -> Path:
        if len(copied) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        copied.append(source)
        return Path(copy(source, target))

    monkeypatch.setattr(shutil, "copyfile", full)
    result = run("photos", "export", tmp_path / "out", *kind)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "free some space" in result.stderr
    assert list((tmp_path / "out").iterdir()) == []
    monkeypatch.undo()
    assert run("photos", "export", tmp_path / "out", *kind).exit_code == 0


@pytest.mark.parametrize("content", [None, "{}", "no json"])
def test_what_is_no_set_of_photos_is_one_clear_line(
    run: Run, tmp_path: Path, content: str | None
) -> None:
    source = tmp_path / "set.json"
    if content is not None:
        source.write_text(content)
    result = run("photos", "import", source)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_mislabelled_photo_and_a_near_duplicate_are_found(
    run: Run, taught_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "shop"
    shutil.copytree(taught_home, home)
    rows = json.loads(run("photos", "list", "--json", home=home).stdout)
    wrong = next(row for row in rows if row["product_id"] == SHELF[0])
    with closing(sqlite3.connect(home / "breadpos.db")) as database, database:
        database.execute(
            "update photos set product_id = ? where photo_id = ?", (SHELF[2], wrong["photo_id"])
        )
    assert run("photos", "check", "--json", home=home).exit_code == 0
    result = run("photos", "check", "--json", home=home)  # nothing is looked at again
    assert result.exit_code == 0, result.output
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert "reading" not in {event["event"] for event in events}
    checked = {
        row["photo_id"]: row
        for row in json.loads(run("photos", "list", "--json", home=home).stdout)
    }
    assert checked[wrong["photo_id"]]["suspected"] == SHELF[0]
    assert sum(row["suspected"] is not None for row in checked.values()) <= 2
