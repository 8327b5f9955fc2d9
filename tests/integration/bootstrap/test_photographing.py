import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from breadpos.bootstrap.demo import OrderedCounter
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import Register, build_recogniser, build_register
from breadpos.bootstrap.shop import open_shop
from breadpos.capture.simulated_source import SimulatedSource
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tray import TrayPhase
from breadpos.settings import Home
from breadpos.ui.photos_page import PhotosPage
from breadpos.ui.tab import Tab

LONG_MS = 150_000
"""Importing the networks and drawing a tray takes long on a busy machine."""


@pytest.fixture
def home(taught_home: Path, tmp_path: Path) -> Home:
    shutil.copytree(taught_home, tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def opened(stack: ExitStack, home: Home, counter: OrderedCounter) -> Register:
    shop = stack.enter_context(open_shop(home))
    register = build_register(
        stack,
        shop,
        make_application(),
        lambda: SimulatedSource(counter),
        partial(build_recogniser, shop),
    )
    register.window.show()
    register.window.activateWindow()
    return register


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_new_bread_is_known_on_the_next_tray(qtbot: QtBot, stack: ExitStack, home: Home) -> None:
    counter = OrderedCounter(7)
    register = opened(stack, home, counter)
    window, controller = register.window, register.controller
    qtbot.mouseClick(window.header.tabs.button(Tab.PHOTOS), Qt.MouseButton.LeftButton)
    page = window.pages.page(Tab.PHOTOS)
    assert isinstance(page, PhotosPage)
    qtbot.waitUntil(page.isVisible)
    qtbot.keyClicks(page.home.name, "Cornet of tonight")
    qtbot.mouseClick(page.home.begin_button, Qt.MouseButton.LeftButton)

    ring, card = page.teach.card.ring, page.teach.card
    for pieces in (2, 1, 2, 2):  # laid anew each time, as a person would
        before = ring.count
        counter.order(["choco_cornet"] * pieces)
        qtbot.waitUntil(lambda before=before: ring.count > before, timeout=LONG_MS)  # type: ignore[misc]
        if ring.count >= 5:
            break
    qtbot.waitUntil(card.sell_button.isEnabled, timeout=LONG_MS)
    assert controller.view().cart.is_empty
    qtbot.mouseClick(card.sell_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.teach.price, "180")
    qtbot.mouseClick(page.teach.price.set_button, Qt.MouseButton.LeftButton)

    qtbot.mouseClick(window.header.tabs.button(Tab.COUNTER), Qt.MouseButton.LeftButton)
    counter.order(["choco_cornet", "melonpan"])
    qtbot.waitUntil(
        lambda: controller.view().phase is TrayPhase.SETTLED and len(controller.view().items) == 2,
        timeout=LONG_MS,
    )
    named = {item.product.name for item in controller.view().items if item.product is not None}
    assert "Cornet of tonight" in named
    with closing(sqlite3.connect(home.database)) as connection:
        price, photos = connection.execute(
            "select price_minor, (select count(*) from photos where photos.product_id ="
            " products.product_id) from products where name = 'Cornet of tonight'"
        ).fetchone()
    assert price == 180
    assert photos >= 5


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_bread_taken_off_the_list_comes_back_as_it_was(home: Home) -> None:
    from breadpos.bootstrap.photographer import ShopPhotographer  # here: importing torch is slow

    counter = OrderedCounter(7)
    counter.order(["melonpan"])
    frame = SimulatedSource(counter).read()
    assert frame is not None
    with open_shop(home) as shop:
        before = replace(shop.products.get(ProductId("melonpan")), allergens=frozenset())
        shop.products.put(before)
        shop.products.retire(before.product_id)
        photographer = ShopPhotographer(shop)
        photographer.begin(Product(before.product_id, "melonpan"))
        photographer.shoot(frame)
        assert before in shop.products.all()
