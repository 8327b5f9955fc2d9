"""The demo where there is a display: the simulated shop in the real window."""

from collections.abc import Callable

from breadpos.bootstrap.starting import run_app
from breadpos.domain.errors import BreadposError
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.settings import DEMO_NAME, Home, Settings, ShopSettings


def show_demo(home: Home, tell: Callable[[BreadposError], None]) -> int:
    """The demo shop in its window, until that is closed; returns the exit status.

    Args:
        home: an empty folder.
        tell: hears why the demo cannot be opened.

    Raises:
        DisplayMissing: there is no screen; the folder is as it was.
        WindowLibraryMissing: the system lacks a library that windows need.
    """

    def furnish() -> Home:
        from breadpos.bootstrap.demo_shop import open_demo_shop  # here: the window need not wait

        open_demo_shop(home)
        return home

    return run_app(Settings(shop=ShopSettings(name=DEMO_NAME)), furnish, tell, PRACTICE_PIN)
