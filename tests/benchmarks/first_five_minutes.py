"""A new cashier's first five minutes in the real window: the taps it takes, and where it stalls.

    python -m tests.benchmarks.first_five_minutes [--training] [--limit-ms 50] [--shelf DIR]

--training has `breadpos train` run beside all the while.
"""

import argparse
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from tests.benchmarks.trained_beside import trained_beside
from tests.window.known_counter import KnownCounter, cook
from tests.window.live_window import open_window
from tests.window.shift import Shift, first_five_minutes
from tests.window.tour import RECIPES
from tests.window.watchdog import LIMIT_S, Watchdog

_say = Console(soft_wrap=True, highlight=False).print
_SIZE = (1280, 960)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--limit-ms", type=float, default=LIMIT_S * 1e3, help="of a stall")
    parser.add_argument("--shelf", type=Path, help="where rendered trays are kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        shelf, shop = options.shelf or Path(folder) / "trays", Path(folder) / "shop"
        counter = KnownCounter(cook(RECIPES["empty"], shelf))
        for recipe in RECIPES.values():
            cook(recipe, shelf)
        live = stack.enter_context(open_window(shop, counter))
        if options.training:
            stack.enter_context(trained_beside())
        shift = Shift(live, shelf, _SIZE)
        shift.tour.trays  # noqa: B018  read from the disk before anything is timed
        began_s = time.monotonic()
        with Watchdog(options.limit_ms / 1e3) as watchdog:
            for step in first_five_minutes(shift):
                _say(f"{step.taps:4} taps  {step.name}")
        _tell(watchdog, time.monotonic() - began_s)


def _tell(watchdog: Watchdog, took_s: float) -> None:
    _say(f"{took_s:.0f} s at a machine's pace; {watchdog.pings} pings,", end=" ")
    own = watchdog.own()
    _say(f"{len(watchdog.stalls)} stalls, {len(own)} of them computing")
    for stall in own:
        _say(f"  {stall}")
    for stall in watchdog.stalls:
        if stall not in own:
            _say(f"  waited: {stall}")


if __name__ == "__main__":
    main()
