"""What the window costs: a frame with a full tray on it, a quiet counter all day long, a long cart.

    python -m tests.benchmarks.window_costs [--seconds 20] [--shelf DIR] [--only-cart]

The camera films 15 frames a second all the time. A share of 100 % is one core. Of a cart of 500
lines it is told what the GUI thread computes from the wish until all of it is painted.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from rich.console import Console

from breadpos.bootstrap.demo_shop import open_demo_shop
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.settings import Home
from breadpos.storage.database import open_database
from breadpos.storage.products import SqlProducts
from breadpos.ui.marked_picture import MarkedPicture
from tests.window.known_counter import KnownCounter, TrayRecipe, cook
from tests.window.live_window import LiveWindow, open_window
from tests.window.tour import RECIPES

_say = Console(soft_wrap=True, highlight=False).print
_SETTLING_MS = 30_000
"""The pages' modules are imported meanwhile."""
_LINES = 500
_FULL = TrayRecipe(12, ("melonpan", "croissant", "curry_pan", "salt_roll") * 3)


def time_painting() -> list[float]:
    """Milliseconds of the GUI thread's own computing, one for each picture painted from now on."""
    took_ms: list[float] = []
    paint = MarkedPicture.paintEvent

    def timed(self: MarkedPicture, _event: QPaintEvent) -> None:
        began_s = time.thread_time()
        paint(self, _event)
        took_ms.append((time.thread_time() - began_s) * 1e3)

    MarkedPicture.paintEvent = timed  # type: ignore[method-assign]  # for as long as this runs
    return took_ms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--shelf", type=Path, help="where rendered trays are kept")
    parser.add_argument("--only-cart", action="store_true")
    options = parser.parse_args()
    took_ms = time_painting()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        shelf = options.shelf or Path(folder) / "trays"
        counter = KnownCounter(cook(RECIPES["empty"], shelf))
        full = cook(_FULL, shelf)
        shop = Path(folder) / "shop"
        stock_up(Home(shop))
        live = stack.enter_context(open_window(shop, counter))
        live.breathe(_SETTLING_MS)
        if options.only_cart:
            _tell_cart(live)
            return
        _say(f"empty counter: {_busy(live, options.seconds)}")
        live.lay(full)
        live.breathe(1_000)
        took_ms.clear()
        _say(f"12 items lying still: {_busy(live, options.seconds)}")
        _say(f"painting the picture with 12 items: {_spread(took_ms)}")
        live.take_away()
        _tell_cart(live)


def stock_up(home: Home) -> None:
    """The demo's shop, with so many more products that a cart can be long."""
    open_demo_shop(home)
    engine = open_database(home.database)
    SqlProducts(engine).put_all(
        Product(ProductId(f"more{n}"), f"シュガードーナツ{n}", Money(100 + n))
        for n in range(_LINES)
    )
    engine.dispose()


def _tell_cart(live: LiveWindow) -> None:
    controller = live.controller
    live.start_afresh()
    adding = [_computing_ms(partial(controller.add, f"more{n}")) for n in range(_LINES)]
    _say(f"first 10 lines of a cart: {_spread(adding[:10])}")
    _say(f"last 10 of {_LINES} lines: {_spread(adding[-10:])}")
    bar = live.side.cart.lines.verticalScrollBar()
    steps = range(0, bar.maximum(), bar.singleStep() * 3)
    _say(f"turning the wheel: {_spread([_computing_ms(partial(bar.setValue, x)) for x in steps])}")
    _say(f"one more of a line: {_computing_ms(partial(controller.add, 'more7')):.0f} ms")
    _say(f"putting it on hold: {_computing_ms(controller.hold):.0f} ms")
    _say(f"showing what is held: {_computing_ms(live.side.show_held):.0f} ms")
    (kept,) = controller.held()
    take_up = partial(live.side.held.resume_requested.emit, kept.cart_id)
    _say(f"taking it up again: {_computing_ms(take_up):.0f} ms")


def _computing_ms(act: Callable[[], object]) -> float:
    began_s = time.thread_time()
    act()
    QApplication.processEvents()
    return (time.thread_time() - began_s) * 1e3


def _busy(live: LiveWindow, seconds: int) -> str:
    """How busy the whole program and its GUI thread are while nothing happens."""
    began_s, whole_s, own_s = time.monotonic(), time.process_time(), time.thread_time()
    live.breathe(seconds * 1_000)
    took_s = time.monotonic() - began_s
    whole = (time.process_time() - whole_s) / took_s
    own = (time.thread_time() - own_s) / took_s
    return f"{whole:.1%} of a core; of it the GUI thread {own:.1%}"


def _spread(took_ms: list[float]) -> str:
    if len(took_ms) < 2:
        return "never painted"
    p95 = quantiles(took_ms, n=20)[-1]
    return f"median {median(took_ms):.2f} ms, p95 {p95:.2f} ms ({len(took_ms)} times)"


if __name__ == "__main__":
    main()
