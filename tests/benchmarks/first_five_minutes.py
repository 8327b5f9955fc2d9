"""A new cashier's first five minutes in the real window: the taps it takes, and where it stalls.

python -m tests.benchmarks.first_five_minutes [--shelf DIR]
"""

import argparse
import tempfile
import time
from pathlib import Path

from rich.console import Console

from tests.window.known_counter import KnownCounter, cook
from tests.window.live_window import open_window
from tests.window.shift import Shift, first_five_minutes
from tests.window.tour import RECIPES
from tests.window.watchdog import Watchdog

_say = Console(soft_wrap=True, highlight=False).print
_SIZE = (1280, 960)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shelf", type=Path, help="where rendered trays are kept")
    with tempfile.TemporaryDirectory() as folder:
        shelf = parser.parse_args().shelf or Path(folder) / "trays"
        counter = KnownCounter(cook(RECIPES["empty"], shelf))
        for recipe in RECIPES.values():
            cook(recipe, shelf)
        with open_window(Path(folder) / "shop", counter) as live, Watchdog() as watchdog:
            began_s = time.monotonic()
            for step in first_five_minutes(Shift(live, shelf, _SIZE)):
                _say(f"{step.taps:4} taps  {step.name}")
            took_s = time.monotonic() - began_s
        _say(f"{took_s:.0f} s at a machine's pace; {watchdog.pings} pings,", end=" ")
        _say(f"{len(watchdog.stalls)} stalls over 50 ms, {len(watchdog.own())} of them computing")
        for stall in watchdog.stalls:
            _say(f"  {stall}")


if __name__ == "__main__":
    main()
