import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

from breadpos.application.ports import FrameSource, Recogniser
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.practice import open_practice
from breadpos.bootstrap.register import Register, build_register
from breadpos.bootstrap.shop import Shop, letterhead, open_shop
from breadpos.cli.app import app
from breadpos.domain.errors import CameraMissing, RecogniserMissing, StorageError
from breadpos.domain.money import Money
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.domain.product import Product, ProductId
from breadpos.domain.receipt import PRACTICE_MARK
from breadpos.domain.sale import SaleKind
from breadpos.domain.tender import Tender, TenderKind
from breadpos.settings import Home, Settings, ShopSettings, load_settings, save_settings
from breadpos.ui.practice_band import PracticeBand
from breadpos.ui.settings_page import SettingsPage
from breadpos.ui.tab import Tab
from breadpos.ui.till_panels import TillPanels


@pytest.fixture
def real(tmp_path: Path) -> Home:
    """A shop with a price, a person, and its own settings."""
    home = Home(tmp_path / "home")
    shop = ShopSettings(name="こむぎ堂", registration_number="T7000012050002")
    save_settings(home, Settings(language="ja", shop=shop))
    with open_shop(home) as opened:
        opened.products.put(Product(ProductId("real"), "本物のパン", Money(180)))
    return home


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def files(home: Home) -> dict[str, str]:
    """Every byte of the real shop's."""
    return {
        str(path.relative_to(home.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.folder.rglob("*"))
        if path.is_file() and home.practice.folder not in path.parents
    }


def open_window(stack: ExitStack, home: Home) -> tuple[Shop, Register]:
    def open_camera() -> FrameSource:
        raise CameraMissing("0")

    def build() -> Recogniser:
        raise RecogniserMissing(home.models)

    shop = stack.enter_context(open_shop(home))
    register = build_register(stack, shop, make_application(), open_camera, build)
    register.guard.let_in(shop.staff.all()[0].person_id, PRACTICE_PIN)
    register.window.show()
    register.window.activateWindow()
    return shop, register


def band_of(register: Register) -> PracticeBand:
    band = register.window.findChild(PracticeBand)
    assert band is not None
    return band


def sell(register: Register, product: str) -> None:
    register.controller.add(product)
    register.controller.begin_payment()
    total = register.controller.view().total
    register.controller.pay((Tender(TenderKind.CASH, total),))


def void_first(qtbot: QtBot, register: Register) -> None:
    """By the window's own panels, down to a paper of it."""
    panels = register.window.page.findChild(TillPanels)
    assert panels is not None
    past = panels.past
    panels.show_sales()
    panels.sales.rows[1].click()
    past.reason.buttons[0].click()
    past.void_button.click()
    qtbot.waitUntil(lambda: past.head.title.text().startswith("No.000004"))
    past.reprint_button.click()


@pytest.mark.timeout(300)
def test_a_whole_practice_session_leaves_the_real_shop_byte_for_byte(
    qtbot: QtBot, real: Home
) -> None:
    before = files(real)
    practice = open_practice(real)
    with ExitStack() as session:
        shop, register = open_window(session, practice)
        window = register.window
        for product in shop.products.all()[:3]:
            sell(register, product.product_id)
        register.controller.set_price(shop.products.all()[0].product_id, Money(1))
        assert PRACTICE_MARK in window.page.side.receipt.paper.text()
        void_first(qtbot, register)
        band = band_of(register)
        qtbot.waitUntil(lambda: band.isVisible() and "練習モード" in band.text())
        assert window.windowTitle().startswith("練習 / PRACTICE")
        assert [sale.kind for sale in shop.sales.newest(1)] == [SaleKind.VOID]

    assert files(real) == before
    assert "breadpos.db" in before
    assert list((practice.papers).glob("*.png"))
    with closing(sqlite3.connect(practice.database)) as raw:
        assert raw.execute("SELECT count(*) FROM sales").fetchone() == (4,)


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("qapp")
def test_every_page_is_marked_and_there_is_no_practice_in_practice(
    stack: ExitStack, real: Home
) -> None:
    _, register = open_window(stack, open_practice(real))
    for tab in Tab:
        register.window.open_tab(tab)
        assert band_of(register).isVisible()
    settings = register.window.pages.page(Tab.SETTINGS)
    assert isinstance(settings, SettingsPage)
    assert "PRACTICE" not in [section.name for section in settings.sections()]


def test_it_looks_like_the_shop_but_is_called_practice(real: Home) -> None:
    settings = load_settings(open_practice(real), {})
    assert (settings.shop.name, settings.language) == ("こむぎ堂", "ja")
    assert settings.shop.registration_number == ""  # no invoice comes out of it
    assert settings.register.practice
    assert settings.camera.simulated_seed is not None
    assert not load_settings(real, {}).register.practice


@pytest.mark.usefixtures("qapp")
def test_what_was_practised_is_there_the_next_time_and_still_marked(real: Home) -> None:
    practice = open_practice(real)
    practice.settings.write_text(practice.settings.read_text("utf-8").replace("true", "false"))
    with open_shop(open_practice(real)) as shop:
        assert letterhead(shop.settings).practice
        assert "本物のパン" not in [product.name for product in shop.products.all()]


def test_a_folder_that_is_something_else_is_left_alone(real: Home) -> None:
    real.practice.folder.mkdir()
    (real.practice.folder / "notes.txt").write_text("mine")
    with pytest.raises(StorageError, match="no practice shop"):
        open_practice(real)
    assert (real.practice.folder / "notes.txt").read_text() == "mine"


def test_an_unfinished_one_is_made_anew(real: Home) -> None:
    half = real.folder / "practice.new"
    half.mkdir()
    (half / "breadpos.db").write_bytes(b"half a file")
    assert open_practice(real).database.exists()
    assert not half.exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere there is always a display")
def test_without_a_screen_the_command_says_so(real: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = CliRunner().invoke(app, ["--home", str(real.folder), "practice"])
    assert result.exit_code == 1
    assert "no display" in result.stderr
    assert not real.practice.folder.exists()
