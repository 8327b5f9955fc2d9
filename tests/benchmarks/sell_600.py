"""600 sales in the real window, by mouse and keys: taps per sale, and where the window stalls.

    python -m tests.benchmarks.sell_600 [--sales 600] [--training] [--limit-ms 50] [--shelf DIR]

--training has `breadpos train` run beside, as at night, again and again until the last sale. On a
busy computer the window waits for a core: what it computed itself is told beside.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from statistics import mean, median

from rich.console import Console

from tests.benchmarks.trained_beside import trained_beside
from tests.window.known_counter import KnownCounter, cook
from tests.window.live_window import open_window
from tests.window.shift import Shift
from tests.window.tour import RECIPES
from tests.window.watchdog import LIMIT_S, Watchdog

_say = Console(soft_wrap=True, highlight=False).print
_SIZE = (1280, 960)
_SHOWN = 25


def customers(shift: Shift, rng: Random) -> Iterator[Callable[[], int]]:
    """Endless customers: most trays are sure, some ask once, a few want something special."""
    ways: list[Callable[[], int]] = [
        shift.sell,
        lambda: shift.sell("single"),
        lambda: shift.sell("crowd"),
        shift.sell_asked,
        shift.sell_with_coffee,
        shift.sell_by_card,
    ]
    while True:
        yield rng.choices(ways, (40, 20, 12, 15, 5, 8))[0]


def serve(shift: Shift, sales: int, seed: int = 600) -> list[int]:
    """The taps of each sale."""
    queue = customers(shift, Random(seed))
    return [next(queue)() for _ in range(sales)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sales", type=int, default=600)
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--limit-ms", type=float, default=LIMIT_S * 1e3, help="of a stall")
    parser.add_argument("--shelf", type=Path, help="where rendered trays are kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        shelf, shop = options.shelf or Path(folder) / "trays", Path(folder) / "shop"
        for recipe in RECIPES.values():
            cook(recipe, shelf)
        counter = KnownCounter(cook(RECIPES["empty"], shelf))
        live = stack.enter_context(open_window(shop, counter))
        if options.training:
            stack.enter_context(trained_beside())
        shift = Shift(live, shelf, _SIZE)
        shift.tour.trays  # noqa: B018  read from the disk before anything is timed
        began_s, cpu_s = time.monotonic(), time.thread_time()
        with Watchdog(options.limit_ms / 1e3) as watchdog:
            taps = serve(shift, options.sales)
        took_s, cpu_s = time.monotonic() - began_s, time.thread_time() - cpu_s
        _tell(taps, watchdog, took_s, cpu_s)


def _tell(taps: list[int], watchdog: Watchdog, took_s: float, cpu_s: float) -> None:
    _say(f"{len(taps)} sales in {took_s:.0f} s, {cpu_s:.0f} s of the window's own computing")
    _say(f"taps per sale: median {median(taps):g}, mean {mean(taps):.2f}, most {max(taps)}")
    own = watchdog.own()
    _say(f"{watchdog.pings} pings; {len(watchdog.stalls)} stalls, {len(own)} computing")
    for stall in sorted(own, key=lambda each: -each.cpu_s)[:_SHOWN]:
        _say(f"  {stall}")
    waited = [stall for stall in watchdog.stalls if stall not in own]
    for stall in sorted(waited, key=lambda each: -each.wall_s)[:_SHOWN]:
        _say(f"  waited: {stall}")


if __name__ == "__main__":
    main()
