import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from breadpos.bootstrap.register import Register
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tender import Tender, TenderKind
from breadpos.settings import Home, load_settings
from breadpos.storage.database import open_database
from breadpos.storage.staff import SqlStaff
from breadpos.ui.register_settings import RegisterForm
from breadpos.ui.screen_settings import ScreenForm
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.shop_settings import ShopForm
from breadpos.ui.tab import Tab
from tests.people import CASHIER, MANAGER, PINS
from tests.registers import register_by_hand

CROISSANT = Product(ProductId("croissant"), "クロワッサン", Money(216))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def register(home: Home) -> Iterator[Register]:
    """A shop with one bread, without a camera and without anything learnt."""
    with register_by_hand(home, CROISSANT) as register:
        yield register


@pytest.mark.usefixtures("qapp")
def test_settings_take_effect_without_a_restart(
    qtbot: QtBot, register: Register, home: Home
) -> None:
    window = register.window
    window.open_tab(Tab.SETTINGS)
    page = window.pages.page(Tab.SETTINGS)
    assert isinstance(page, SettingsPage)
    shop, look = page.section(Section.SHOP), page.section(Section.SCREEN)
    assert isinstance(shop, ShopForm)
    assert isinstance(look, ScreenForm)
    paper = window.grab().toImage().pixelColor(3, 700)
    qtbot.keyClicks(shop.name.line, "Mugi")
    qtbot.mouseClick(shop.save_button, Qt.MouseButton.LeftButton)
    page.open_section(Section.SCREEN)
    qtbot.mouseClick(look.theme.options.button("dark"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(look.language.options.button("en"), Qt.MouseButton.LeftButton)

    assert window.header.shop.text() == "Mugi"
    qtbot.waitUntil(lambda: page.title.text() == "Settings")
    dark = window.grab().toImage().pixelColor(3, 700)
    assert paper.lightness() > 200
    assert dark.lightness() < 60
    saved = load_settings(home, {})
    assert (saved.shop.name, saved.language, saved.screen.theme) == ("Mugi", "en", "dark")
    register.controller.add("croissant")
    register.controller.begin_payment()
    with qtbot.waitSignal(register.controller.paid):
        register.controller.pay((Tender(TenderKind.CASH, Money(216)),))
    assert "Mugi" in window.page.side.receipt.slip.paper.text()


@pytest.mark.usefixtures("qapp")
def test_the_headers_language_is_remembered(register: Register, home: Home, qtbot: QtBot) -> None:
    before = load_settings(home, {}).language
    qtbot.mouseClick(register.window.header.language_button, Qt.MouseButton.LeftButton)
    assert (before, load_settings(home, {}).language) == ("auto", "en")


@pytest.fixture
def staffed(home: Home) -> None:
    """People work there already when the register opens."""
    engine = open_database(home.database)
    staff = SqlStaff(engine)
    for person, pin in PINS.items():
        staff.add(person, staff.sealed(pin))
    engine.dispose()


@pytest.mark.usefixtures("qapp", "staffed")
def test_a_setting_about_money_waits_for_a_manager_and_is_in_the_journal(
    request: pytest.FixtureRequest, qtbot: QtBot, home: Home
) -> None:
    register: Register = request.getfixturevalue("register")
    guard, window = register.guard, register.window
    guard.let_in(CASHIER.person_id, PINS[CASHIER])
    window.open_tab(Tab.SETTINGS)
    page = window.pages.page(Tab.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.open_section(Section.REGISTER)
    form = page.section(Section.REGISTER)
    assert isinstance(form, RegisterForm)
    form.limit.line.selectAll()
    qtbot.keyClicks(form.limit.line, "100")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert guard.overlay.isVisible()
    assert load_settings(home, {}).register.discount_limit_percent == 20

    guard.pin.tiles.tiles[MANAGER.person_id].click()
    for digit in PINS[MANAGER]:
        qtbot.mouseClick(guard.pin.pad.keypad.keys[digit], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(guard.pin.pad.done_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not guard.overlay.isVisible(), timeout=5_000)

    assert load_settings(home, {}).register.discount_limit_percent == 100
    with closing(sqlite3.connect(home.database)) as raw:
        wanted = "SELECT cashier, approver, payload FROM journal WHERE kind = 'settings_changed'"
        ((by, approver, payload),) = raw.execute(wanted).fetchall()
    assert (by, approver) == (CASHIER.name, MANAGER.name)
    assert json.loads(payload) == {"register.discount_limit_percent": {"old": 20, "new": 100}}
