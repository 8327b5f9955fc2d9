import json
from pathlib import Path

import numpy as np
import pytest

from breadpos.domain.errors import RecogniserDamaged, RecogniserTooNew
from breadpos.vision.checkpoint import (
    FORMAT,
    METADATA,
    TENSORS,
    current_version,
    load_recogniser_files,
    save_recogniser_files,
    switch_to,
)
from breadpos.vision.learnt import LearntProduct
from breadpos.vision.naming import Naming
from tests.unit.vision.shelf import Shelf, name


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "models" / "v1"
    save_recogniser_files(folder, Naming(Shelf(4).learnt(4, 6)), {"architecture": "lite0"})
    return folder


def test_a_recogniser_comes_back_answering_to_the_last_bit_alike(tmp_path: Path) -> None:
    shelf = Shelf(5)
    naming = Naming(shelf.learnt(5, 7))
    save_recogniser_files(tmp_path / "v1", naming, {"side_px": 160, "metrics": {"top1": 0.98}})
    loaded, metadata = load_recogniser_files(tmp_path / "v1")
    items = np.concatenate([shelf.items(n, 5) for n in range(5)])
    assert loaded.name(items) == naming.name(items)
    assert loaded.thresholds == naming.thresholds
    assert metadata["side_px"] == 160
    assert metadata["metrics"] == {"top1": 0.98}
    assert metadata["products"] == [name(n) for n in range(5)]
    assert metadata["format"] == FORMAT


def test_look_alikes_are_kept_and_an_older_file_has_none(tmp_path: Path) -> None:
    shelf, folder = Shelf(3), tmp_path / "v1"
    twin = {name(n): LearntProduct.of(shelf.photos(min(n, 1), 6)) for n in range(3)}
    naming = Naming(twin)
    assert [each.pair for each in naming.look_alikes] == [{name(1), name(2)}]
    save_recogniser_files(folder, naming, {})
    assert load_recogniser_files(folder)[0].look_alikes == naming.look_alikes
    document = json.loads((folder / METADATA).read_text())
    del document["look_alikes"]
    (folder / METADATA).write_text(json.dumps(document))
    assert load_recogniser_files(folder)[0].look_alikes == ()


def test_a_loaded_recogniser_can_go_on_learning(saved: Path) -> None:
    shelf = Shelf(5)
    loaded, _ = load_recogniser_files(saved)
    grown = loaded.with_product(name(4), shelf.photos(4, 6))
    assert grown.products == (*loaded.products, name(4))


def test_a_recogniser_without_products_can_be_kept(tmp_path: Path) -> None:
    save_recogniser_files(tmp_path / "v0", Naming(), {})
    assert load_recogniser_files(tmp_path / "v0")[0].products == ()


def test_nothing_half_written_stays(saved: Path) -> None:
    assert sorted(path.name for path in saved.iterdir()) == [METADATA, TENSORS]


@pytest.mark.parametrize("file", [TENSORS, METADATA])
def test_a_missing_file_is_named(saved: Path, file: str) -> None:
    (saved / file).unlink()
    with pytest.raises(RecogniserDamaged, match="No such file") as caught:
        load_recogniser_files(saved)
    assert caught.value.path == saved / file


@pytest.mark.parametrize("file", [TENSORS, METADATA])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_file_cut_short_is_named(saved: Path, file: str, share: float) -> None:
    path = saved / file
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(RecogniserDamaged) as caught:
        load_recogniser_files(saved)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "change",
    [
        {"products": ["bread0"] * 9},
        {"products": "bread0"},
        {"products": [1, 2, 3, 4]},
        {"products": ["bread0"]},
        {"format": None},
        {"thresholds": {}},
        {"thresholds": None},
        {"look_alikes": [{"products": ["bread0"], "share": 0.5}]},
        {"look_alikes": 3},
    ],
)
def test_metadata_that_does_not_fit_is_refused(saved: Path, change: dict[str, object]) -> None:
    path = saved / METADATA
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(RecogniserDamaged):
        load_recogniser_files(saved)


def test_a_list_instead_of_metadata_is_refused(saved: Path) -> None:
    (saved / METADATA).write_text("[]", "utf-8")
    with pytest.raises(RecogniserDamaged, match="format"):
        load_recogniser_files(saved)


def test_a_newer_format_asks_for_an_update(saved: Path) -> None:
    path = saved / METADATA
    path.write_text(json.dumps({"format": FORMAT + 1}), "utf-8")
    with pytest.raises(RecogniserTooNew, match="update"):
        load_recogniser_files(saved)


def test_no_version_is_in_use_at_first(tmp_path: Path) -> None:
    assert current_version(tmp_path) is None


def test_switching_names_the_version_and_back_is_as_easy(saved: Path) -> None:
    models = saved.parent
    (models / "v2").mkdir()
    for version in ("v1", "v2", "v1"):
        switch_to(models, version)
        assert current_version(models) == version
    assert sorted(path.name for path in models.iterdir()) == ["current", "v1", "v2"]


@pytest.mark.parametrize("version", ["", "v9", "../models/v1", "."])
def test_only_a_version_that_is_there_can_be_used(saved: Path, version: str) -> None:
    switch_to(saved.parent, "v1")
    with pytest.raises(ValueError, match="no version"):
        switch_to(saved.parent, version)
    assert current_version(saved.parent) == "v1"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"../../etc", b"a\x00b"])
def test_a_damaged_current_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "current").write_bytes(content)
    with pytest.raises(RecogniserDamaged):
        current_version(tmp_path)
