import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from breadpos.application.ports import FrameSource, Recogniser
from breadpos.bootstrap.demo import OrderedCounter
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import build_recogniser, build_register
from breadpos.bootstrap.setup import begin_setup
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.capture.simulated_source import SimulatedSource
from breadpos.domain.errors import CameraMissing, RecogniserMissing
from breadpos.domain.tray import TrayPhase
from breadpos.settings import Home, load_settings
from breadpos.ui.breads_choice import BreadsChoice
from breadpos.ui.camera_settings import CameraForm
from breadpos.ui.owner_step import OwnerStep
from breadpos.ui.picture_check import PictureState
from breadpos.ui.printer_settings import PrinterForm
from breadpos.ui.screen_settings import ScreenForm
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.setup_guide import SetupGuide
from breadpos.ui.setup_part import SetupPart
from breadpos.ui.setup_strip import SetupStrip
from breadpos.ui.shop_settings import ShopForm
from breadpos.ui.tab import Tab

LONG_MS = 200_000
"""Importing the networks and drawing a tray takes long on a busy machine."""
PIN = "4827"

Page = TypeVar("Page", bound=QWidget)


def no_camera() -> FrameSource:
    raise CameraMissing("0")


class Beginner:
    """Somebody before a new register."""

    def __init__(
        self,
        stack: ExitStack,
        qtbot: QtBot,
        home: Home,
        camera: Callable[[], FrameSource] = no_camera,
        build: Callable[[Shop], Recogniser] | None = None,
    ) -> None:
        def nothing_learnt(_shop: Shop) -> Recogniser:
            raise RecogniserMissing(home.models)

        self.qtbot = qtbot
        shop = stack.enter_context(open_shop(home))
        build = build or nothing_learnt
        register = build_register(stack, shop, make_application(), camera, partial(build, shop))
        self.window, self.controller = register.window, register.controller
        self.guide: SetupGuide | None = begin_setup(shop, register)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def click(self, widget: QWidget) -> None:
        self.qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled())
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    @property
    def strip(self) -> SetupStrip:
        assert self.guide is not None
        return self.guide.strip

    def page(self, kind: type[Page]) -> Page:
        """The step in sight, which is of that kind."""
        assert self.guide is not None
        page = self.guide.page.parts.currentWidget()
        assert isinstance(page, kind)
        assert page.isVisible()
        return page

    def go_on(self) -> None:
        assert self.guide is not None
        self.click(self.guide.page.next_button)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def settle_look_and_shop(beginner: Beginner) -> None:
    look = beginner.page(ScreenForm)
    beginner.click(look.language.options.button("en"))
    beginner.go_on()
    shop = beginner.page(ShopForm)
    beginner.qtbot.keyClicks(shop.name.line, "Mugi")
    beginner.qtbot.keyClicks(shop.number.line, "T12")
    beginner.go_on()
    assert beginner.page(ShopForm).number.note.text(), "a wrong number is mended first"
    beginner.qtbot.keyClicks(shop.number.line, "34567890123")
    beginner.go_on()


def make_owner(beginner: Beginner) -> None:
    form = beginner.page(OwnerStep).form
    beginner.qtbot.keyClicks(form.name.line, "Sato")
    beginner.qtbot.keyClick(form.name.line, Qt.Key.Key_Return)
    for _ in range(2):
        beginner.qtbot.keyClicks(form, PIN)
        beginner.qtbot.keyClick(form, Qt.Key.Key_Return)
    beginner.qtbot.waitUntil(lambda: not form.pin.pad.is_busy, timeout=LONG_MS)


def sell_what_lies(beginner: Beginner, counter: OrderedCounter) -> None:
    """Whatever a new tray is read as, for one bread is all that is known."""
    view, window, qtbot = beginner.controller.view, beginner.window, beginner.qtbot
    counter.order(["melonpan"])
    qtbot.waitUntil(
        lambda: view().phase is TrayPhase.SETTLED and bool(view().items), timeout=LONG_MS
    )
    (bread,) = beginner.controller.products()
    for item in view().items:
        if item.product is None or item.asked:
            beginner.controller.name_item(item.item_id, bread.product_id)
    qtbot.waitUntil(lambda: view().block is None, timeout=LONG_MS)
    beginner.click(window.page.side.cart.total_bar.pay_button)
    for digit in "200":
        qtbot.keyClick(window, digit)
    qtbot.keyClick(window, Qt.Key.Key_Return)


def sell_a_melonpan(beginner: Beginner, counter: OrderedCounter) -> None:
    view, window, qtbot = beginner.controller.view, beginner.window, beginner.qtbot
    counter.order(["melonpan"])
    qtbot.waitUntil(
        lambda: view().phase is TrayPhase.SETTLED and bool(view().items), timeout=LONG_MS
    )
    for item in view().items:
        if item.asked:
            beginner.controller.name_item(item.item_id, "melonpan")
    qtbot.waitUntil(lambda: view().block is None, timeout=LONG_MS)
    beginner.click(window.page.side.cart.total_bar.pay_button)
    for digit in "200":
        qtbot.keyClick(window, digit)
    qtbot.keyClick(window, Qt.Key.Key_Return)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_empty_folder_sells_its_first_bread(qtbot: QtBot, stack: ExitStack, home: Home) -> None:
    import breadpos.bootstrap.recognition  # noqa: F401  before the clock of a wait runs

    counter = OrderedCounter(7)
    beginner = Beginner(stack, qtbot, home, lambda: SimulatedSource(counter), build_recogniser)
    assert not beginner.window.header.isVisible()
    settle_look_and_shop(beginner)
    make_owner(beginner)
    camera = beginner.page(CameraForm)
    qtbot.waitUntil(lambda: camera.verdict.state is PictureState.GOOD, timeout=LONG_MS)
    beginner.go_on()
    beginner.click(beginner.page(BreadsChoice).demo_button)
    beginner.go_on()
    beginner.page(PrinterForm)
    beginner.go_on()  # with none
    assert beginner.window.page.isVisible()
    sell_a_melonpan(beginner, counter)

    with closing(sqlite3.connect(home.database)) as connection:
        sold = connection.execute("select total_minor, cashier from sales").fetchall()
    assert sold == [(160, "Sato")]
    assert "sold" in beginner.strip.title.text()
    beginner.click(beginner.strip.next_button)
    assert not beginner.strip.isVisible()
    assert beginner.window.page.banner.shown() is None
    saved = load_settings(home, {})
    assert (saved.language, saved.shop.name) == ("en", "Mugi")
    assert saved.shop.registration_number == "T1234567890123"
    with ExitStack() as later:
        assert Beginner(later, qtbot, home).guide is None


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_first_own_bread_is_photographed_by_itself_and_sold(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    import breadpos.bootstrap.recognition  # noqa: F401  before the clock of a wait runs
    from breadpos.ui.photos_page import PhotosPage

    home.folder.mkdir()
    (home.folder / "setup").write_text("breads")
    counter = OrderedCounter(7)
    beginner = Beginner(stack, qtbot, home, lambda: SimulatedSource(counter), build_recogniser)
    beginner.go_on()
    page = beginner.window.pages.page(Tab.PHOTOS)
    assert isinstance(page, PhotosPage)
    qtbot.keyClicks(page.home.name, "Melon bread")
    beginner.click(page.home.begin_button)
    ring, card = page.teach.card.ring, page.teach.card
    for pieces in (2, 1, 2, 2, 1, 2):  # laid anew each time; nobody taps anything
        before = ring.count
        counter.order(["melonpan"] * pieces)
        qtbot.waitUntil(lambda before=before: ring.count > before, timeout=LONG_MS)  # type: ignore[misc]
        if ring.count >= 5:
            break
    qtbot.waitUntil(card.sell_button.isEnabled, timeout=LONG_MS)
    beginner.click(card.sell_button)
    qtbot.keyClicks(page.teach.price, "160")
    beginner.click(page.teach.price.set_button)
    beginner.click(beginner.strip.next_button)
    beginner.page(PrinterForm)
    beginner.go_on()  # with none
    sell_what_lies(beginner, counter)
    assert "sold" in beginner.strip.title.text() or "売れました" in beginner.strip.title.text()


def test_it_is_left_and_goes_on_at_the_same_step(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    with ExitStack() as first:
        beginner = Beginner(first, qtbot, home)
        beginner.go_on()
        assert beginner.guide is not None
        beginner.click(beginner.guide.page.back_button)
        beginner.go_on()
        beginner.go_on()
        shop = beginner.page(ShopForm)
        assert shop.name.note.text().startswith("！"), "receipts need a name"
        qtbot.keyClicks(shop.name.line, "Mugi")
        beginner.go_on()
        beginner.page(OwnerStep)
        beginner.click(beginner.guide.page.later_button)
        assert beginner.window.header.isVisible()
        assert beginner.window.page.isVisible()
        assert not beginner.guide.page.isVisible()
    beginner = Beginner(stack, qtbot, home)
    beginner.page(OwnerStep)
    beginner.go_on()  # without a PIN
    beginner.page(CameraForm)
    assert beginner.guide is not None
    marks = [mark.text() for mark in beginner.guide.page._marks.values()]
    assert [mark[0] for mark in marks[:4]] == ["✓", "✓", "–", "4"], "a PIN left out is not ticked"


def test_a_set_up_that_was_left_is_taken_up_again_from_the_banner_and_the_settings(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    beginner = Beginner(stack, qtbot, home)
    assert beginner.guide is not None
    beginner.go_on()
    beginner.click(beginner.guide.page.later_button)
    banner = beginner.window.page.banner
    assert banner.title.text() == "はじめの設定が途中です。"
    beginner.click(banner.buttons[0])
    beginner.page(ShopForm)
    assert not beginner.window.header.isVisible()

    beginner.click(beginner.guide.page.later_button)
    beginner.click(banner.buttons[1])
    assert not banner.isVisible()
    settings = beginner.window.pages.page(Tab.SETTINGS)
    assert isinstance(settings, SettingsPage)
    beginner.window.open_tab(Tab.SETTINGS)
    beginner.click(settings.button(Section.SETUP))
    part = settings.section(Section.SETUP)
    assert isinstance(part, SetupPart)
    assert "店舗" in part.state.sentence.text()
    beginner.click(part.state.button)
    beginner.page(ShopForm)


def test_a_register_that_sells_is_offered_no_set_up(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    home.folder.mkdir()
    (home.folder / "setup").write_text("done")
    settings = Beginner(stack, qtbot, home).window.pages.page(Tab.SETTINGS)
    assert isinstance(settings, SettingsPage)
    assert Section.SETUP not in settings.sections()


def test_a_camera_that_is_tapped_shows_its_picture_before_going_on(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    home.folder.mkdir()
    (home.folder / "setup").write_text("camera")
    opened: list[str] = []

    def camera() -> FrameSource:
        opened.append(load_settings(home, {}).camera.source)
        raise CameraMissing("0")

    form = Beginner(stack, qtbot, home, camera).page(CameraForm)
    qtbot.waitUntil(lambda: bool(opened))
    qtbot.waitUntil(form.again_button.isEnabled)
    qtbot.mouseClick(form.choices["simulated"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened[-1] == "simulated")
    assert form.isVisible()


def test_names_can_be_typed_at_once(qtbot: QtBot, stack: ExitStack, home: Home) -> None:
    beginner = Beginner(stack, qtbot, home)
    beginner.window.activateWindow()
    beginner.go_on()
    qtbot.keyClicks(beginner.window.focusWidget(), "Komugi")
    assert beginner.page(ShopForm).name.line.text() == "Komugi"
    beginner.go_on()
    qtbot.keyClicks(beginner.window.focusWidget(), "Sato")
    assert beginner.page(OwnerStep).form.name.line.text() == "Sato"


def test_own_breads_lead_to_the_camera_and_a_price_leads_on(
    qtbot: QtBot, stack: ExitStack, home: Home
) -> None:
    home.folder.mkdir()
    (home.folder / "setup").write_text("breads")
    beginner = Beginner(stack, qtbot, home)
    from breadpos.ui.photos_page import PhotosPage  # here: the plots take a moment to import

    beginner.page(BreadsChoice)
    beginner.go_on()
    assert beginner.window.pages.page(Tab.PHOTOS).isVisible()
    assert not beginner.strip.next_button.isEnabled(), "no bread can be sold yet"
    page = beginner.window.pages.page(Tab.PHOTOS)
    assert isinstance(page, PhotosPage)
    qtbot.keyClicks(beginner.window.focusWidget(), "Roll")
    assert page.home.name.text() == "Roll"
    beginner.click(beginner.strip.back_button)
    beginner.page(BreadsChoice)
    assert not beginner.strip.isVisible()


def test_a_damaged_note_begins_anew(qtbot: QtBot, stack: ExitStack, home: Home) -> None:
    home.folder.mkdir()
    (home.folder / "setup").write_bytes(b"\xff\xfe")
    beginner = Beginner(stack, qtbot, home)
    beginner.page(ScreenForm)
