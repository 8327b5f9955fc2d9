"""What may be wrong with a shop's photos, options and models; the old model goes on selling."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from typer.testing import Result

from breadpos.bootstrap.recognition import check_room
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.errors import DiskFull
from breadpos.settings import Home
from breadpos.vision.checkpoint import BACKBONE, current_version, load_recogniser_files
from tests.integration.conftest import SHELF, Run

QUICK = ("--epochs", "1", "--head-epochs", "4", "--json")


@pytest.fixture
def home(taught_home: Path, tmp_path: Path) -> Path:
    """A shop of its own that has learnt the shelf."""
    shutil.copytree(taught_home, tmp_path / "shop")
    return tmp_path / "shop"


@pytest.fixture
def two_breads(home: Path) -> Path:
    """The shop with two of its breads only, which train faster."""
    change(home, f"delete from photos where product_id not in ('{SHELF[0]}', '{SHELF[1]}')")
    return home


def change(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "breadpos.db")) as connection, connection:
        connection.execute(statement)


def events(result: Result) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def versions(home: Path) -> Sequence[str]:
    return sorted(path.name for path in (home / "models").iterdir() if path.is_dir())


def left_out(result: Result) -> dict[str, str]:
    return {e["photo"]: e["why"] for e in events(result) if e["event"] == "left_out"}


def assert_refused(home: Path, result: Result, words: str) -> None:
    """One clear line, nothing left behind, and the old model stays in use."""
    assert result.exit_code == 1
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert events(result)[-1]["event"] == "failed"
    assert versions(home) == [current_version(home / "models")]


def scanned(run: Run, home: Path, shelf: Path) -> list[str]:
    result = run("scan", shelf / "photos" / SHELF[0] / "000.jpg", "--json", home=home)
    return [item["product"] for item in json.loads(result.stdout)[0]["items"]]


@pytest.mark.slow
def test_a_trained_version_waits_then_sells_and_can_be_taken_back(
    run: Run, two_breads: Path, shelf: Path
) -> None:
    old = current_version(two_breads / "models")
    result = run("train", *QUICK, home=two_breads)
    assert result.exit_code == 0, result.output
    done = events(result)[-1]
    assert (done["event"], done["verdict"]) == ("done", "new")
    assert current_version(two_breads / "models") == old
    report = json.loads((two_breads / "models" / done["version"] / "report.json").read_text())
    assert report["options"]["seed"] == 1234
    assert {photo["product"] for photo in report["photos"]} == set(SHELF[:2])
    assert any(photo["held_out"] for photo in report["photos"])
    assert len(report["curves"]["training_loss"]) == 5

    assert run("models", "use", done["version"], home=two_breads).exit_code == 0
    assert scanned(run, two_breads, shelf) == [SHELF[0]]
    assert run("models", "use", str(old), home=two_breads).exit_code == 0
    rows = json.loads(run("models", "list", "--json", home=two_breads).stdout)
    assert [(row["version"], row["in_use"]) for row in rows] == [
        (done["version"], False),
        (old, True),
    ]
    compared = run("models", "compare", done["version"], "--json", home=two_breads)
    assert json.loads(compared.stdout)["test"]["level"] == 0.05


@pytest.mark.slow
def test_a_trained_version_knows_how_large_its_breads_are_and_can_be_sure_of_six_photos(
    run: Run, two_breads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BREADPOS_VISION__VIEW_WIDTH_MM", "400")
    result = run("train", "--epochs", "0", "--head-epochs", "0", "--json", home=two_breads)
    assert result.exit_code == 0, result.output
    naming, _ = load_recogniser_files(two_breads / "models" / events(result)[-1]["version"])
    sizes = [learnt.embeddings[..., -1] for learnt in naming.learnt.values()]
    assert all((each > 3).all() for each in sizes)  # over two centimetres, by their logarithm
    assert all(limit <= 1 for limit in naming.thresholds.sure_above)


@pytest.mark.slow
def test_a_network_the_counter_cannot_run_is_measured_and_nothing_changes(
    run: Run, two_breads: Path
) -> None:
    before = versions(two_breads)
    result = run("train", "--network", "mlp", "--epochs", "1", home=two_breads)
    assert result.exit_code == 0, result.output
    assert "the counter cannot run this network" in result.stdout
    assert versions(two_breads) == before


@pytest.mark.slow
def test_photos_that_cannot_be_learnt_from_are_left_out_and_named(
    run: Run, two_breads: Path
) -> None:
    photos = sorted((two_breads / "photos").rglob("*.jpg"))
    with closing(sqlite3.connect(two_breads / "breadpos.db")) as connection:
        known = {name for (name,) in connection.execute("select sha256 from photos")}
    cut, gone = [path for path in photos if path.stem in known][:2]
    cut.write_bytes(cut.read_bytes()[:2000])
    gone.unlink()  # deleted by somebody else, after it was listed
    result = run("train", *QUICK, home=two_breads)
    assert result.exit_code == 0, result.output
    assert set(left_out(result)) == {cut.name, gone.name}
    assert events(result)[-1]["event"] == "done"


def test_one_product_alone_is_refused(run: Run, home: Path) -> None:
    change(home, f"delete from photos where product_id <> '{SHELF[0]}'")
    assert_refused(home, run("train", *QUICK, home=home), "photograph a second bread")


def test_one_photo_of_each_is_refused(run: Run, home: Path) -> None:
    change(
        home,
        "delete from photos where photo_id not in (select min(photo_id) from photos"
        " group by product_id)",
    )
    assert_refused(home, run("train", *QUICK, home=home), "one photo only")


def test_two_shots_of_each_that_look_alike_are_refused(run: Run, home: Path) -> None:
    change(
        home,
        "delete from photos where photo_id not in (select min(photo_id) from photos"
        " group by product_id)",
    )
    with open_shop(Home(home)) as shop:
        for photo in shop.photos.all():
            again = shop.photo_store.path(photo.file).read_bytes() + b" "
            shop.photos.add([replace(photo, file=shop.photo_store.file(again))])
    assert_refused(home, run("train", *QUICK, home=home), "all look the same")


def test_no_photos_at_all_are_refused(run: Run, home: Path) -> None:
    change(home, "delete from photos")
    assert_refused(home, run("train", *QUICK, home=home), "no photos")


def test_the_same_photos_under_two_names_are_left_out(run: Run, two_breads: Path) -> None:
    change(
        two_breads,
        "insert into photos (photo_id, sha256, suffix, width, height, product_id,"
        " box_left, box_top, box_width, box_height, outline, origin, session, taken_at)"
        f" select photo_id + 1000, sha256, suffix, width, height, '{SHELF[1]}',"
        " box_left + 1, box_top, box_width, box_height, outline, origin, session, taken_at"
        f" from photos where product_id = '{SHELF[0]}'",
    )
    result = run("train", *QUICK, home=two_breads)
    assert set(left_out(result).values()) == {"the same picture stands under two products"}
    assert_refused(two_breads, result, f"only {SHELF[1]} has photos")


@pytest.mark.skipif(torch.cuda.is_available(), reason="has CUDA")
def test_a_device_that_is_not_there_is_refused(run: Run, home: Path) -> None:
    result = run("train", *QUICK, "--device", "cuda", home=home)
    assert_refused(home, result, "no cuda that can be used")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("weights.safetensors", b"no weights"),
        ("weights.pth", b"no weights either"),
        ("gone.pth", None),
    ],
)
@pytest.mark.slow
def test_weights_that_are_none_are_refused(
    run: Run, home: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run("train", *QUICK, "--weights", tmp_path / name, home=home)
    assert_refused(home, result, "holds no weights")


def test_no_room_for_the_model_is_refused_before_anything_is_trained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(DiskFull, match="free some space"):
        check_room(tmp_path / "models")


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_training_killed_half_way_leaves_nothing(home: Path) -> None:
    before = versions(home)
    child = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "breadpos",
            "--home",
            str(home),
            "train",
            "--json",
            "--epochs",
            "500",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    for line in child.stdout:
        if json.loads(line)["event"] == "pass":
            break
    os.kill(child.pid, signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    assert versions(home) == before


def test_a_model_file_that_is_none_cannot_be_put_in_use(run: Run, home: Path) -> None:
    old = str(current_version(home / "models"))
    broken = home / "models" / "broken"
    shutil.copytree(home / "models" / old, broken)
    (broken / "recogniser.safetensors").write_bytes(b"not a model")
    result = run("models", "use", "broken", home=home)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert current_version(home / "models") == old
    rows = json.loads(run("models", "list", "--json", home=home).stdout)
    assert [row["problem"] is None for row in rows if row["version"] == "broken"] == [False]


@pytest.mark.parametrize("content", [None, b"cut short"])
def test_a_model_whose_own_network_is_not_whole_cannot_be_put_in_use(
    run: Run, home: Path, content: bytes | None
) -> None:
    old = str(current_version(home / "models"))
    broken = home / "models" / "broken"
    shutil.copytree(home / "models" / old, broken)
    document = json.loads((broken / "model.json").read_text("utf-8")) | {"backbone": BACKBONE}
    (broken / "model.json").write_text(json.dumps(document), "utf-8")
    if content is not None:
        (broken / BACKBONE).write_bytes(content)
    result = run("models", "use", "broken", home=home)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert BACKBONE in result.stderr
    assert current_version(home / "models") == old


def test_a_model_of_a_newer_program_cannot_be_put_in_use(run: Run, home: Path) -> None:
    old = str(current_version(home / "models"))
    newer = home / "models" / "newer"
    shutil.copytree(home / "models" / old, newer)
    document = json.loads((newer / "model.json").read_text("utf-8")) | {"format": 99}
    (newer / "model.json").write_text(json.dumps(document), "utf-8")
    result = run("models", "use", "newer", home=home)
    assert "update breadpos" in result.stderr
    assert current_version(home / "models") == old


def test_a_model_that_is_not_there_is_one_clear_line(run: Run, home: Path) -> None:
    for command in ("use", "compare"):
        result = run("models", command, "../elsewhere", home=home)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--held-out", "1.5"),
        ("--side-px", "100"),
        ("--device", "tpu"),
        ("--seed", "-1"),
        ("--hidden", "-3"),
        ("--learning-rate", "inf"),
        ("--network", "alexnet", "--side-px", "32"),
        ("--network", "mlp", "--weights", "weights.pth"),
    ],
)
def test_an_option_that_cannot_be_is_a_usage_error(
    run: Run, home: Path, wrong: tuple[str, ...]
) -> None:
    assert run("train", *wrong, home=home).exit_code == 2
