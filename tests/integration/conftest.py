from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from breadpos.cli.app import app
from breadpos.simulation.shop_photos import render_shop_photos

SHELF = ("melonpan", "croissant", "curry_pan", "strawberry_donut")
PRICES = {"melonpan": 160, "croissant": 216, "curry_pan": 259, "strawberry_donut": 190}

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command on an empty shop of its own; home= names another."""

    def command(*arguments: str | Path, home: Path = tmp_path / "home") -> Result:
        return CliRunner().invoke(app, ["--home", str(home), *map(str, arguments)])

    return command


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `photos`, six of each bread on the shelf, and `prices.csv`."""
    folder = tmp_path_factory.mktemp("shelf")
    render_shop_photos(folder / "photos", SHELF, 6, seed=4)
    rows = [f"{product},{price}" for product, price in PRICES.items()]
    (folder / "prices.csv").write_text("\n".join(["product,price", *rows]), "utf-8")
    return folder


@pytest.fixture(scope="session")
def taught_home(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that has learnt the shelf. Tests that change it copy it first."""
    home = tmp_path_factory.mktemp("taught") / "home"
    result = CliRunner().invoke(
        app,
        [
            "--home",
            str(home),
            "learn",
            str(shelf / "photos"),
            "--prices",
            str(shelf / "prices.csv"),
        ],
    )
    assert result.exit_code == 0, result.output
    return home
