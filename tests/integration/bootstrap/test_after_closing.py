"""What is done beside the window, and what the register makes of it.

Once the day is closed it learns by itself, and tells of it in the morning.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from breadpos.application.ports import FrameSource
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.photo_shelf import photo_shelf
from breadpos.bootstrap.register import Register, build_recogniser, build_register
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.errors import CameraMissing
from breadpos.domain.product import Product, ProductId
from breadpos.settings import Home
from breadpos.ui.tab import Tab

STAND_IN = """
import json, sys
print(json.dumps({"event": "begun", "process": 1, "created_s": 0.0}))
print(json.dumps({"event": "done", "version": "v2", "command": sys.argv[1:]}), flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")


@pytest.fixture
def home(taught_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A taught shop, and a stand-in for the program that a training starts."""
    shutil.copytree(taught_home, tmp_path / "home")
    package = tmp_path / "program" / "breadpos"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(STAND_IN, "utf-8")
    monkeypatch.chdir(package.parent)
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    return Home(tmp_path / "home")


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def open_register(stack: ExitStack, home: Home) -> Register:
    def no_camera() -> FrameSource:
        raise CameraMissing("0")

    shop = stack.enter_context(open_shop(home))
    build = partial(build_recogniser, shop)
    return build_register(stack, shop, make_application(), no_camera, build)


def wants_training(home: Home, *, wanted: bool) -> None:
    line = f"[register]\ntrain_after_closing = {str(wanted).lower()}\n"
    home.settings.write_text(line, "utf-8")


@pytest.mark.timeout(300)
def test_it_trains_after_closing_and_the_morning_window_tells(qtbot: QtBot, home: Home) -> None:
    wants_training(home, wanted=True)
    with ExitStack() as evening:
        page = open_register(evening, home).window.page
        page.day_closed.emit()
        assert "電源は切らないで" in page.banner.sentence.text()
        said = home.logs / "training.jsonl"
        qtbot.waitUntil(lambda: said.exists() and b"done" in said.read_bytes(), timeout=60_000)
    assert b'"train"' in said.read_bytes()
    with ExitStack() as morning:
        window = open_register(morning, home).window
        assert "学習が終わりました" in window.page.banner.title.text()
        window.page.training_requested.emit()
        shown = window.page.banner.shown()
        assert shown is None or "学習" not in shown.title


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("qapp")
def test_it_does_not_train_where_nobody_wants_it(stack: ExitStack, home: Home) -> None:
    wants_training(home, wanted=False)
    open_register(stack, home).window.page.day_closed.emit()
    assert not (home.logs / "training.jsonl").exists()


@pytest.mark.timeout(300)
def test_it_trains_again_only_when_there_is_something_new(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    wants_training(home, wanted=True)
    with open_shop(home) as shop:
        photos = shop.photos.all()
        first = photos[0].photo_id
        assert first is not None
    report = {
        "new": {"accuracy": 1.0},
        "listed": [photo.photo_id for photo in photos],
        "photos": [{"photo": each.photo_id, "product": each.product_id} for each in photos],
    }
    (home.models / "20260101-000000-000000").mkdir()
    (home.models / "20260101-000000-000000" / "report.json").write_text(json.dumps(report))
    page = open_register(stack, home).window.page
    page.day_closed.emit()
    said = home.logs / "training.jsonl"
    assert not said.exists()
    with open_shop(home) as shop:
        other = next(x.product_id for x in photos if x.product_id != photos[0].product_id)
        photo_shelf(shop).relabel([first], other)
    page.day_closed.emit()
    qtbot.waitUntil(lambda: said.exists() and b"done" in said.read_bytes(), timeout=60_000)


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("qapp")
def test_breads_that_came_with_photos_are_sold_at_once(stack: ExitStack, home: Home) -> None:
    from breadpos.ui.photos_page import PhotosPage  # here: the plots take a moment to import

    register = open_register(stack, home)
    page = register.window.pages.page(Tab.PHOTOS)
    assert isinstance(page, PhotosPage)
    with open_shop(home) as importing:
        importing.products.put_all([Product(ProductId("new"), "新作パン")])
    page.gallery.transfer._importing.ended.emit({"event": "done", "photos": 5})
    assert "新作パン" in {product.name for product in register.controller.products()}
