import json
import os
from pathlib import Path

import pytest

from breadpos.bootstrap.recognition import put_in_use
from breadpos.bootstrap.versions import Versions
from breadpos.vision.checkpoint import BACKBONE, METADATA, save_recogniser_files, switch_to
from breadpos.vision.embedder import Embedder
from breadpos.vision.naming import Naming


def version(models: Path, number: int, against: str | None = None) -> str:
    name = f"202611{number:02d}-200000-000000"
    save_recogniser_files(models / name, Naming(), {})
    report = {"new": {"accuracy": 0.9}, "against": against}
    (models / name / "report.json").write_text(json.dumps(report), "utf-8")
    return name


def test_a_shop_that_trains_every_night_keeps_what_it_may_go_back_to(tmp_path: Path) -> None:
    names = [version(tmp_path, day, f"202611{day - 2:02d}-200000-000000") for day in range(1, 30)]
    switch_to(tmp_path, names[4])
    learnt = [version(tmp_path, day) for day in range(60, 70)]
    for name in learnt:
        (tmp_path / name / "report.json").unlink()
    Versions(tmp_path).clear_old()
    kept = sorted(path.parent.name for path in tmp_path.glob(f"*/{METADATA}"))
    assert kept == [names[2], names[4], *names[-20:], *learnt]


@pytest.mark.skipif(os.name != "posix", reason="files have no numbers there")
def test_a_network_that_is_copied_outlasts_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tmp_path / version(tmp_path, 1)
    (before / BACKBONE).write_bytes(b"weights")

    def cannot(*_: object) -> None:
        raise OSError("this disk has no links")

    synced: set[int] = set()
    sync = os.fsync

    def noted(number: int) -> None:
        synced.add(os.fstat(number).st_ino)
        sync(number)

    monkeypatch.setattr(os, "link", cannot)
    monkeypatch.setattr(os, "fsync", noted)
    embedder = Embedder(lambda squares: squares)
    copied = tmp_path / put_in_use(tmp_path, Naming(), embedder, before) / BACKBONE
    assert copied.read_bytes() == b"weights"
    assert copied.stat().st_ino in synced
