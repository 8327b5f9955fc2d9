"""The program opened: its window first, the register into it when that is there."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from breadpos.bootstrap.display import make_application, reachable_display
from breadpos.domain.errors import BreadposError
from breadpos.settings import Home, Settings
from breadpos.ui.appearance import Appearance
from breadpos.ui.fonts import text_percent
from breadpos.ui.language import LanguageSwitch, spoken_language
from breadpos.ui.opening_window import OpeningWindow
from breadpos.ui.screen_fit import fit_screen
from breadpos.ui.style_sheet import style_sheet
from breadpos.ui.tokens import LIGHT

if TYPE_CHECKING:
    from breadpos.bootstrap.register import Register

T = TypeVar("T")
Begin = Callable[[ExitStack, QApplication, LanguageSwitch], "Register"]


class _Bell(QObject):
    rang = Signal()


def run_app(
    looks: Settings,
    prepare: Callable[[], Home],
    tell: Callable[[BreadposError], None],
    pin: str = "",
) -> int:
    """Open the register on a shop, until its window is closed; returns the exit status.

    Args:
        looks: how the window is dressed until the shop is open.
        prepare: gives the shop's folder, on another thread while the window is in sight.
        tell: hears what keeps the register from opening, at once; the window says it too.
        pin: of the shop's first person, who need not type it.

    Raises:
        DisplayMissing: there is no screen.
        WindowLibraryMissing: the system lacks a library that windows need.
    """
    with reachable_display():
        fit_screen()
        app = make_application()
    languages = LanguageSwitch(app)
    window = make_window(app, languages, looks)
    window.showMaximized()
    with ExitStack() as stack:
        try:
            begin = beside(window, lambda: _register(prepare(), pin))
            if window.isHidden():
                return 0
            register = begin(stack, app, languages)
        except BreadposError as error:
            stack.close()
            tell(error)
            languages.use(spoken_language(looks.language))
            return say_until_closed(app, window, error)
        window.hold(register.window)
        stack.callback(window.hide)  # first of all: whoever closes it need not watch it end
        return app.exec()


def make_window(app: QApplication, languages: LanguageSwitch, looks: Settings) -> OpeningWindow:
    """The window with nothing in it yet, as it will look."""
    palette = replace(LIGHT)
    Appearance(app, palette, looks.screen)  # the register's own follows what changes
    languages.use(spoken_language(looks.language))
    window = OpeningWindow(
        looks.shop.name or "breadpos", looks.register.zone(), practice=looks.register.practice
    )
    window.dress(style_sheet(palette, text_percent()))
    return window


def beside(window: OpeningWindow, work: Callable[[], T]) -> T:
    """What some work returns or raises, done on a thread of its own while the window is alive.

    Returns:
        once it is done, even if the window is closed before.
    """
    loop, bell = QEventLoop(), _Bell()
    bell.rang.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    window.closed.connect(loop.quit)
    with ThreadPoolExecutor(1, thread_name_prefix="opening") as pool:
        done = pool.submit(work)
        done.add_done_callback(lambda _: bell.rang.emit())
        loop.exec()
    return done.result()


def say_until_closed(app: QApplication, window: OpeningWindow, error: BreadposError) -> int:
    """Have the window say what is wrong, if anybody sees it; returns the exit status."""
    if not window.isHidden() and app.platformName() != "offscreen":
        window.show_failure(error)
        app.exec()
    return 1


def _register(home: Home, pin: str) -> Begin:
    """What makes the register of a shop; it takes most of the start to import."""
    from breadpos.bootstrap.register import begin_register

    return partial(begin_register, home, pin)
