import json
from pathlib import Path

import pytest

from tests.integration.conftest import SHELF, Run


def test_simulated_trays_are_read_and_judged(run: Run, taught_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "simulated"
    kinds = [option for product in SHELF for option in ("--product", product)]
    made = run("simulate", folder, "--trays", "4", "--photos", "0", "--seed", "31", *kinds)
    assert made.exit_code == 0, made.output
    result = run("evaluate", folder / "trays" / "coco.json", "--json", home=taught_home)
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    assert figures["trays"] == 4
    assert figures["recall"] > 0.9
    assert figures["top1"] > 0.9
    assert figures["sure_wrong_trays"] == 0
    assert figures["look_alikes"] == []
    wanted = {"cAcc", "ACD", "mCCD", "mCIoU", "mAP50", "top3", "coverage", "milliseconds"}
    assert wanted <= set(figures)


def test_the_same_seed_simulates_the_same_pictures(run: Run, tmp_path: Path) -> None:
    for name in ("one", "other"):
        arguments = ("--trays", "1", "--photos", "1", "--seed", "5", "--product", "bagel")
        assert run("simulate", tmp_path / name, *arguments).exit_code == 0
    for path in ("trays/00001.jpg", "trays/coco.json", "photos/bagel/000.jpg", "prices.csv"):
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        "not json",
        "[]",
        '{"images": [], "annotations": [], "categories": []}',
        '{"images": [{"id": 1, "file_name": "a.jpg"}], "categories": [],'
        ' "annotations": [{"image_id": 1, "category_id": 9, "bbox": [0, 0, 1, 1]}]}',
    ],
)
def test_a_file_that_is_no_coco_file_is_one_clear_line(
    run: Run, taught_home: Path, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "coco.json"
    path.write_text(content)
    result = run("evaluate", path, home=taught_home)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "coco.json" in result.stderr


def test_a_missing_file_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", tmp_path / "gone.json")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
