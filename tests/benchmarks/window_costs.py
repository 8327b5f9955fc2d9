"""What the window costs: a frame with a full tray on it, and a quiet counter all day long.

    python -m tests.benchmarks.window_costs [--seconds 20] [--shelf DIR]

The camera films 15 frames a second all the time. A share of 100 % is one core.
"""

import argparse
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtGui import QPaintEvent
from rich.console import Console

from breadpos.ui.camera_view import CameraView
from tests.window.known_counter import KnownCounter, TrayRecipe, cook
from tests.window.live_window import LiveWindow, open_window
from tests.window.tour import RECIPES

_say = Console(soft_wrap=True, highlight=False).print
_SETTLING_MS = 30_000
"""The pages' modules are imported meanwhile."""
_FULL = TrayRecipe(12, ("melonpan", "croissant", "curry_pan", "salt_roll") * 3)


def time_painting() -> list[float]:
    """Milliseconds of the GUI thread's own computing, one for each picture painted from now on."""
    took_ms: list[float] = []
    paint = CameraView.paintEvent

    def timed(self: CameraView, _event: QPaintEvent) -> None:
        began_s = time.thread_time()
        paint(self, _event)
        took_ms.append((time.thread_time() - began_s) * 1e3)

    CameraView.paintEvent = timed  # type: ignore[method-assign]  # for as long as this runs
    return took_ms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--shelf", type=Path, help="where rendered trays are kept")
    options = parser.parse_args()
    took_ms = time_painting()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        shelf = options.shelf or Path(folder) / "trays"
        counter = KnownCounter(cook(RECIPES["empty"], shelf))
        full = cook(_FULL, shelf)
        live = stack.enter_context(open_window(Path(folder) / "shop", counter))
        live.breathe(_SETTLING_MS)
        _say(f"empty counter: {_busy(live, options.seconds)}")
        live.lay(full)
        live.breathe(1_000)
        took_ms.clear()
        _say(f"12 items lying still: {_busy(live, options.seconds)}")
        _say(f"painting the picture with 12 items: {_spread(took_ms)}")


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
