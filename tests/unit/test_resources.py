from pathlib import Path

import pytest

from breadpos import resources


def test_a_checkout_finds_its_own_folders() -> None:
    assert resources.models_dir().is_dir()
    assert resources.assets_dir().parent == resources.models_dir().parent


def test_an_installed_package_finds_what_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "breadpos" / "assets").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "breadpos")
    assert resources.assets_dir() == tmp_path / "breadpos" / "assets"
