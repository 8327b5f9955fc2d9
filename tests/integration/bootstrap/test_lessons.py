"""A correction let through in the real window is known at the counter at once."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from breadpos.bootstrap.demo import OrderedCounter
from breadpos.bootstrap.register import Register
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tender import Tender, TenderKind
from breadpos.domain.tray import TrayPhase
from breadpos.settings import Home
from breadpos.ui.photos_page import PhotosPage
from breadpos.ui.tab import Tab
from breadpos.vision.checkpoint import current_version, load_recogniser_files
from tests.integration.bootstrap.test_photographing import LONG_MS, opened

CORNET = ProductId("cornet")


@pytest.fixture
def home(taught_home: Path, tmp_path: Path) -> Home:
    home = Home(Path(shutil.copytree(taught_home, tmp_path / "home")))
    with open_shop(home) as shop:
        shop.products.put_all([Product(CORNET, "チョココロネ", Money(190))])
    return home


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def known(home: Home) -> int:
    """How many photos of the cornet the recogniser in use has learnt."""
    naming, _ = load_recogniser_files(home.models / str(current_version(home.models)))
    return naming.learnt[CORNET].photo_count if CORNET in naming.products else 0


def guesses(register: Register) -> set[str]:
    return {
        each.product_id
        for item in register.controller.tray_items()
        for each in item.detection.candidates
    }


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_correction_let_through_is_known_on_the_next_tray_and_forgotten_when_taken_back(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    counter = OrderedCounter(7)
    register = opened(stack, home, counter)
    window, controller = register.window, register.controller
    lay_down(qtbot, register, counter, ["choco_cornet"])
    assert CORNET not in guesses(register)
    controller.name_item(controller.tray_items()[0].item_id, CORNET)
    controller.begin_payment()
    controller.pay([Tender(TenderKind.CASH, Money(1000))])
    waiting = window.header.tabs.button(Tab.PHOTOS)

    qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    page = window.pages.page(Tab.PHOTOS)
    assert isinstance(page, PhotosPage)
    qtbot.mouseClick(page.home.corrections_button, Qt.MouseButton.LeftButton)
    inbox = page.corrections
    qtbot.waitUntil(lambda: len(inbox.grid.photo_model.cards) == 1, timeout=LONG_MS)
    versions = len(list(home.models.glob("2*")))
    qtbot.mouseClick(inbox.card.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: known(home) == 1, timeout=LONG_MS)

    qtbot.mouseClick(window.header.tabs.button(Tab.COUNTER), Qt.MouseButton.LeftButton)
    counter.order(["choco_cornet"])
    qtbot.waitUntil(lambda: CORNET in guesses(register), timeout=LONG_MS)

    qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inbox.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: known(home) == 0, timeout=LONG_MS)
    for _ in range(2):
        qtbot.mouseClick(inbox.card.accept_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: known(home) == 1, timeout=LONG_MS)
        qtbot.mouseClick(inbox.undo_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: known(home) == 0, timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(list(home.models.glob("2*"))) == versions + 2, timeout=LONG_MS)


def lay_down(qtbot: QtBot, register: Register, counter: OrderedCounter, breads: list[str]) -> None:
    counter.order(breads)
    controller = register.controller
    qtbot.waitUntil(
        lambda: (
            controller.view().phase is TrayPhase.SETTLED
            and len(controller.tray_items()) == len(breads)
        ),
        timeout=LONG_MS,
    )
