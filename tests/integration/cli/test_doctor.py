import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from typer.testing import Result

from breadpos.simulation.shop_photos import write_picture
from breadpos.vision.checkpoint import current_version
from tests.integration.conftest import Run

PARTS = ["camera", "device", "model", "database", "printer", "fonts", "disk"]


@pytest.fixture(autouse=True)
def simulated_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BREADPOS_CAMERA__SOURCE", "simulated")


def problems(result: Result) -> dict[str, str]:
    rows = json.loads(result.stdout)
    assert [row["part"] for row in rows] == PARTS
    return {row["part"]: row["says"] for row in rows if row["health"] == "problem"}


def test_a_fresh_shop_has_no_problem_and_is_told_to_learn(run: Run) -> None:
    result = run("doctor", "--json")
    assert problems(result) == {}
    assert result.exit_code == 0
    [model] = [row for row in json.loads(result.stdout) if row["part"] == "model"]
    assert model["health"] == "warning"
    assert "breadpos learn" in model["says"]


def test_a_person_reads_a_table(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert all(part in result.stdout for part in PARTS)


def test_a_damaged_recogniser_is_the_one_problem(
    run: Run, taught_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "damaged"
    shutil.copytree(taught_home, home)
    assert problems(run("doctor", "--json", home=home)) == {}
    weights = home / "models" / str(current_version(home / "models")) / "recogniser.safetensors"
    weights.write_bytes(weights.read_bytes()[:100])
    result = run("doctor", "--json", home=home)
    assert result.exit_code == 1
    found = problems(result)
    assert list(found) == ["model"]
    assert "learn again" in found["model"]


def test_a_damaged_database_is_the_one_problem(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "breadpos.db").write_bytes(b"crumbs, no database " * 500)
    result = run("doctor", "--json")
    assert result.exit_code == 1
    assert list(problems(result)) == ["database"]
    assert (home / "breadpos.db").read_bytes().startswith(b"crumbs")


def test_a_missing_camera_is_the_one_problem(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BREADPOS_CAMERA__SOURCE", "/nowhere/counter.mp4")
    result = run("doctor", "--json")
    assert result.exit_code == 1
    found = problems(result)
    assert list(found) == ["camera"]
    assert "[camera] in breadpos.toml" in found["camera"]


def test_a_camera_that_delivers_is_told_with_its_size(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    write_picture(pictures / "tray.png", np.full((240, 320, 3), 90, np.uint8))
    monkeypatch.setenv("BREADPOS_CAMERA__SOURCE", str(pictures))
    result = run("doctor", "--json")
    assert problems(result) == {}
    assert "320 x 240" in json.loads(result.stdout)[0]["says"]
