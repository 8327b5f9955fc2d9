import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from breadpos.application.counter_view import CounterView
from breadpos.application.ports import FrameSource
from breadpos.bootstrap.demo import OrderedCounter
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import Register, build_recogniser, build_register
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.capture.simulated_source import SimulatedSource
from breadpos.domain.errors import CameraMissing
from breadpos.domain.recognition import Status
from breadpos.domain.tender import Tender, TenderKind
from breadpos.domain.tray import TrayPhase
from breadpos.settings import Home
from tests.integration.conftest import PRICES

LONG_MS = 100_000
"""Importing the networks and drawing a tray takes long on a busy machine."""

ON_TRAY = ["melonpan", "croissant", "melonpan"]


@pytest.fixture
def home(taught_home: Path, tmp_path: Path) -> Home:
    shutil.copytree(taught_home, tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def open_register(
    stack: ExitStack, home: Home, camera: FrameSource | None
) -> tuple[Shop, Register]:
    def open_camera() -> FrameSource:
        if camera is None:
            raise CameraMissing("0")
        return camera

    shop = stack.enter_context(open_shop(home))
    app = make_application()
    register = build_register(stack, shop, app, open_camera, partial(build_recogniser, shop))
    register.window.show()
    register.window.activateWindow()
    return shop, register


def answer_everything(register: Register, counter: OrderedCounter) -> None:
    """Name what is asked about as it really is."""
    while (question := register.controller.view().question) is not None:
        item = next(i for i in register.controller.view().items if i.item_id == question.item_id)
        x, y = item.box[0] + item.box[2] / 2, item.box[1] + item.box[3] / 2
        slug = next(
            slug
            for slug, boxes in counter.truth.items()
            for left, top, width, height in boxes
            if left <= x <= left + width and top <= y <= top + height
        )
        register.controller.name_item(question.item_id, slug)


def rows(home: Home, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home.database)) as connection:
        return connection.execute(query).fetchall()


def assert_tray_is_kept(home: Home) -> None:
    """Two melonpan and a croissant are on record behind receipt 1, with their picture."""
    ((receipt, model, picture),) = rows(home, "select receipt, model, picture from trays")
    assert (receipt, bool(model)) == (1, True)
    assert (home.trays / str(picture)[:2] / f"{picture}.jpg").exists()
    assert sorted(rows(home, "select charged_as from tray_items")) == [
        ("croissant",),
        ("melonpan",),
        ("melonpan",),
    ]


@pytest.mark.timeout(400)
def test_a_tray_under_the_camera_becomes_a_sale_in_the_database(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    counter = OrderedCounter(7)
    counter.order(ON_TRAY)
    _, register = open_register(stack, home, SimulatedSource(counter))

    def view() -> CounterView:
        return register.controller.view()

    qtbot.waitUntil(lambda: view().phase is TrayPhase.SETTLED, timeout=LONG_MS)
    assert [item.status for item in view().items].count(Status.UNKNOWN) <= 1
    answer_everything(register, counter)
    qtbot.waitUntil(lambda: view().block is None, timeout=LONG_MS)
    total = 2 * PRICES["melonpan"] + PRICES["croissant"]
    assert view().total.minor == total
    qtbot.keyClick(register.window, Qt.Key.Key_Return)  # to the payment
    for digit in "1000":
        qtbot.keyClick(register.window, digit)
    assert rows(home, "select count(*) from sales") == [(0,)]
    qtbot.keyClick(register.window, Qt.Key.Key_Return)  # paid

    assert rows(home, "select number, total_minor from sales") == [(1, total)]
    assert set(rows(home, "select product_id, count from sale_lines")) == {
        ("melonpan", 2),
        ("croissant", 1),
    }
    assert rows(home, "select tendered_minor, change_minor from payments") == [(1000, 1000 - total)]
    assert rows(home, "select count(*) from open_carts") == [(0,)]
    qtbot.waitUntil(lambda: bool(rows(home, "select 1 from trays")), timeout=LONG_MS)
    assert_tray_is_kept(home)

    qtbot.waitUntil(lambda: view().tray_closed, timeout=LONG_MS)
    assert view().cart.is_empty  # what lies there is paid
    counter.order([])
    qtbot.waitUntil(lambda: view().phase is TrayPhase.GONE, timeout=LONG_MS)
    counter.order(["curry_pan"])
    qtbot.waitUntil(lambda: len(view().items) == 1 and not view().tray_closed, timeout=LONG_MS)
    answer_everything(register, counter)
    assert [line.product.product_id for line in view().cart.lines] == ["curry_pan"]


@pytest.mark.timeout(200)
@pytest.mark.usefixtures("qapp")
def test_without_a_camera_bread_is_sold_by_hand(stack: ExitStack, home: Home) -> None:
    _, register = open_register(stack, home, None)
    register.controller.add("croissant")
    register.controller.begin_payment()
    due = register.controller.view().total
    register.controller.pay((Tender(TenderKind.CASH, due),))
    assert rows(home, "select total_minor from sales") == [(PRICES["croissant"],)]


@pytest.mark.timeout(200)
@pytest.mark.usefixtures("qapp")
def test_an_unpaid_cart_survives_the_end_of_the_program(stack: ExitStack, home: Home) -> None:
    with ExitStack() as first:
        _, register = open_register(first, home, None)
        register.controller.add("croissant")
        register.controller.add("melonpan")
    _, register = open_register(stack, home, None)
    kept = register.controller.interrupted()
    assert kept is not None
    register.controller.resume(kept.cart_id)
    assert register.controller.view().total.minor == PRICES["croissant"] + PRICES["melonpan"]
