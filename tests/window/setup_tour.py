"""The set-up's screens, from an empty folder to the first bread sold, in the order they come."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from breadpos.application.setup_steps import SetupStep
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import Register, build_register
from breadpos.bootstrap.setup import begin_setup
from breadpos.bootstrap.shop import open_shop
from breadpos.settings import Home, ScreenSettings, load_settings, save_settings
from breadpos.ui.owner_step import OwnerStep
from breadpos.ui.printer_settings import PrinterForm
from breadpos.ui.setup_guide import SetupGuide
from breadpos.ui.shop_settings import ShopForm
from tests.window.known_counter import KnownCounter
from tests.window.printer_tour import choose_network

Key = Qt.Key
_PIN = "4827"


@dataclass(frozen=True)
class Beginning:
    """A new register, and the hands of whoever sets it up."""

    register: Register
    guide: SetupGuide

    def go_on(self) -> None:
        QTest.mouseClick(self.guide.page.next_button, Qt.MouseButton.LeftButton)

    def part(self) -> QWidget:
        page = self.guide.page.parts.currentWidget()
        assert page is not None
        return page


def _look(_beginning: Beginning) -> None:
    pass


def _shop(beginning: Beginning) -> None:
    beginning.go_on()
    form = beginning.part()
    assert isinstance(form, ShopForm)
    form.name.line.setText("むぎの店" if not form.name.line.text() else form.name.line.text())
    form.name.line.textEdited.emit("")


def _shop_refused(beginning: Beginning) -> None:
    form = beginning.part()
    assert isinstance(form, ShopForm)
    QTest.keyClicks(form.number.line, "T12")
    beginning.go_on()


def _owner(beginning: Beginning) -> None:
    form = beginning.part()
    assert isinstance(form, ShopForm)
    QTest.keyClicks(form.number.line, "34567890123")
    beginning.go_on()


def _owner_pin(beginning: Beginning) -> None:
    step = beginning.part()
    assert isinstance(step, OwnerStep)
    step.form.name.line.setText("佐藤")
    QTest.keyClick(step.form.name.line, Key.Key_Return)
    QTest.keyClicks(step.form, "48")


def _camera(beginning: Beginning) -> None:
    beginning.guide.show(SetupStep.CAMERA)


def _breads(beginning: Beginning) -> None:
    beginning.guide.show(SetupStep.BREADS)


def _photos(beginning: Beginning) -> None:
    beginning.go_on()


def _printer(beginning: Beginning) -> None:
    beginning.guide.show(SetupStep.PRINTER)


def _printer_network(beginning: Beginning) -> None:
    form = beginning.part()
    assert isinstance(form, PrinterForm)
    choose_network(form)


def _sell(beginning: Beginning) -> None:
    beginning.guide.show(SetupStep.SELL)


def _sold(beginning: Beginning) -> None:
    beginning.guide.strip.show_sold()


SETUP_SCREENS: Mapping[str, Callable[[Beginning], None]] = {
    "setup-look": _look,
    "setup-shop": _shop,
    "setup-shop-refused": _shop_refused,
    "setup-owner": _owner,
    "setup-owner-pin": _owner_pin,
    "setup-camera": _camera,
    "setup-breads": _breads,
    "setup-photos": _photos,
    "setup-printer": _printer,
    "setup-printer-network": _printer_network,
    "setup-sell": _sell,
    "setup-sold": _sold,
}


@contextmanager
def open_beginning(
    folder: Path,
    counter: KnownCounter,
    language: str,
    size: tuple[int, int],
    screen: ScreenSettings,
) -> Iterator[Beginning]:
    """The set-up of a shop that has nothing yet; everything has ended when this ends."""
    app, home = make_application(), Home(folder)
    home.folder.mkdir(parents=True)
    spoken: Literal["ja", "en"] = "ja" if language == "ja" else "en"
    save_settings(home, replace(load_settings(home), language=spoken, screen=screen))
    with ExitStack() as stack:
        shop = stack.enter_context(open_shop(home))
        register = build_register(stack, shop, app, lambda: counter, lambda: counter)
        guide = begin_setup(shop, register)
        assert guide is not None
        register.window.resize(*size)
        register.window.show()
        register.window.activateWindow()
        yield Beginning(register, guide)
