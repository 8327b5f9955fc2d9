"""How long the register takes to start, from process start to three moments.

"opening window": the window is in sight with its header, and says that the register is being
opened. "window": the whole of it, to sell in by hand. "first tray": one is read.

    python -m tests.benchmarks.start_up [--runs 5] [--importtime]

The shop is the demo's, its camera a folder with the picture of a tray; the networks are the real
ones. "Computing" is the main thread's CPU time, which a busy computer hardly lengthens.
--importtime tells the modules whose import takes longest before the whole window is in sight.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from breadpos.bootstrap import starting
    from breadpos.bootstrap.register import Register
    from breadpos.settings import Home
    from breadpos.ui.opening_window import OpeningWindow

P = ParamSpec("P")
T = TypeVar("T")

_TRAY = (21, ("melonpan", "croissant", "curry_pan", "salt_roll"))
_LOOK_MS, _PATIENCE_MS = 5, 120_000
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s*)(\S+)")
_SLOWEST = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--importtime", action="store_true")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _start(options.child)
        return
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        _furnish(shop, Path(folder) / "camera")
        if options.importtime:
            _tell_imports(shop)
            return
        runs = [_run(shop) for _ in range(options.runs)]
    for what in runs[0]:
        times = sorted(run[what] for run in runs)
        _say(f"{what}: median {median(times):.2f} s, {times[0]:.2f} to {times[-1]:.2f} s")


def _furnish(shop: Path, camera: Path) -> None:
    import cv2

    from breadpos.bootstrap.demo_shop import COUNTER_SEED, open_demo_shop
    from breadpos.settings import CameraSettings, Home, load_settings, save_settings
    from breadpos.simulation.tray import render_tray

    home = Home(shop)
    open_demo_shop(home)
    settings = load_settings(home)
    save_settings(home, replace(settings, camera=CameraSettings(source=str(camera))))
    camera.mkdir()
    tray = render_tray(*_TRAY, counter_seed=COUNTER_SEED)
    cv2.imwrite(str(camera / "tray.png"), tray.pixels_bgr)


def _run(shop: Path, *python: str) -> dict[str, float]:
    done = _child(shop, *python)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _child(shop: Path, *python: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *python, "-m", "tests.benchmarks.start_up", "--child", str(shop)]
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "BENCHMARK_BEGAN": str(time.time())}
    return subprocess.run(
        command, env=os.environ | offscreen, capture_output=True, text=True, check=True
    )


def _tell_imports(shop: Path) -> None:
    """Of the modules imported before the window was in sight."""
    lines = _child(shop, "-X", "importtime").stderr.splitlines()
    if "window in sight" in lines:
        lines = lines[: lines.index("window in sight")]
    found = [match for line in lines if (match := _IMPORT.match(line))]
    _say(f"imports: {sum(int(each[1]) for each in found) / 1e6:.2f} s")
    for each in sorted(found, key=lambda match: -int(match[2]))[:_SLOWEST]:
        _say(f"{int(each[2]) / 1e3:8.0f} ms {each[3]}{each[4]}")


def _start(shop: Path) -> None:
    """What `breadpos` does, with an eye on its window."""
    from breadpos.bootstrap import starting

    reached: dict[str, float] = {}
    starting.make_window = _followed(starting.make_window, partial(_watch_opening, reached))
    make_register = starting._register

    def found(home: "Home", pin: str) -> "starting.Begin":
        return _followed(make_register(home, pin), partial(_watch, reached))

    starting._register = found
    from breadpos.__main__ import main as begin

    sys.argv = ["breadpos", "--home", str(shop)]
    begin()


def _followed(make: Callable[P, T], watch: Callable[[T], None]) -> Callable[P, T]:
    def made(*arguments: P.args, **named: P.kwargs) -> T:
        result = make(*arguments, **named)
        watch(result)
        return result

    return made


def _now_s() -> float:
    return time.time() - float(os.environ["BENCHMARK_BEGAN"])


def _watch_opening(reached: dict[str, float], window: "OpeningWindow") -> None:
    from PySide6.QtCore import QTimer

    timer = QTimer(window)

    def look() -> None:
        if window.isVisible():
            window.grab()  # painted, not only mapped
            reached["opening window"] = _now_s()
            reached["opening window, computing"] = time.process_time()
            timer.stop()

    timer.timeout.connect(look)
    timer.start(_LOOK_MS)


def _watch(reached: dict[str, float], register: "Register") -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from breadpos.domain.tray import TrayPhase

    timer = QTimer(register.window)

    def look() -> None:
        if "window" not in reached and register.window.isVisible():
            register.window.grab()
            reached["window"] = _now_s()
            reached["window, computing"] = time.process_time()
            sys.stderr.write("window in sight\n")
        if register.controller.view().phase is TrayPhase.SETTLED:
            reached["first tray"] = _now_s()
            sys.stdout.write(json.dumps(reached) + "\n")
            sys.stdout.flush()
            timer.stop()
            QApplication.quit()

    timer.timeout.connect(look)
    timer.start(_LOOK_MS)
    QTimer.singleShot(_PATIENCE_MS, register.window, QApplication.quit)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
