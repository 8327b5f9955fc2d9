"""Trains 20 simulated breads in the child process while the counter runs, and times both.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.train_while_selling

The shop is made once and can be kept (`--home`); the goal is 90 s on two cores, no stall of the
window over 50 ms, and the counter's own budgets.
"""

import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import psutil
import typer
from PySide6.QtCore import QTimer
from rich.console import Console
from rich.table import Table

from breadpos.application.frames import Frame
from breadpos.application.ports import Recogniser
from breadpos.application.training_desk import Event
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import build_recogniser, build_register
from breadpos.bootstrap.shop import Shop, open_shop, open_source
from breadpos.domain.recognition import Recognition
from breadpos.settings import Home
from breadpos.ui.training_process import TrainingProcess
from tests.benchmarks.shop_to_train import make_shop

_TICK_MS = 5
_ALONE_S = 20


class Timed:
    """A recogniser that notes how long each frame took."""

    def __init__(self, inner: Recogniser, times_ms: list[float]) -> None:
        self._inner, self._times_ms = inner, times_ms

    def recognise(self, frame: Frame) -> Recognition:
        started_s = time.perf_counter()
        recognition = self._inner.recognise(frame)
        self._times_ms.append((time.perf_counter() - started_s) * 1000)
        return recognition


class Watch:
    """Notes when the window's thread could not do anything."""

    def __init__(self) -> None:
        self.stalls_ms: list[float] = []
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self.stalls_ms.append(max((now_s - self._last_s) * 1000 - _TICK_MS, 0.0))
        self._last_s = now_s


def main(
    home: Annotated[Path | None, typer.Option(help="Keeps the shop; made if empty.")] = None,
    kinds: Annotated[int, typer.Option()] = 20,
    photos: Annotated[int, typer.Option(help="Of each kind.")] = 30,
    options: Annotated[str, typer.Option(help="Of breadpos train.")] = "",
) -> None:
    """Print the seconds of the training, and the counter's times before and during it."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        place = Home(home or Path(folder) / "home")
        if not place.database.exists():
            make_shop(place, kinds, photos)
        shop = stack.enter_context(open_shop(place))
        table = Table("", "frames", "median ms", "p95 ms", "stalls p99 ms", "worst stall ms")
        took_s, own_s, last = _run(stack, shop, options.split(), table)
        Console().print(table)
        Console().print(f"{len(shop.photos.all())} photos trained in {took_s:.1f} s: {last}")
        Console().print(f"{own_s:.1f} s of processor time; a busy computer makes it wait")


class Measured:
    """The counter's times since the last row of the table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.times_ms: list[float] = []
        self.watch = Watch()

    def start(self) -> None:
        self.times_ms.clear()
        self.watch.stalls_ms.clear()

    def add_row(self, name: str) -> None:
        frames, stalls = np.asarray(self.times_ms), np.asarray(self.watch.stalls_ms)
        figures = (*np.percentile(frames, (50, 95)), np.percentile(stalls, 99), stalls.max())
        self._table.add_row(name, str(len(frames)), *(f"{each:.1f}" for each in figures))


def _run(
    stack: ExitStack, shop: Shop, options: list[str], table: Table
) -> tuple[float, float, Event]:
    app = make_application()
    measured = Measured(table)

    def build() -> Recogniser:
        return Timed(build_recogniser(shop), measured.times_ms)

    open_camera = partial(open_source, shop.settings.camera)
    build_register(stack, shop, app, open_camera, build).window.show()
    _spend(app.exec, lambda: len(measured.times_ms) > 30)  # everything is loaded
    measured.start()
    until_s = time.monotonic() + _ALONE_S
    _spend(app.exec, lambda: time.monotonic() > until_s)
    measured.add_row("alone")
    measured.start()
    outcome = _train(shop, options)
    measured.add_row("while training")
    return outcome


def _train(shop: Shop, options: list[str]) -> tuple[float, float, Event]:
    """Seconds by the clock and of the processor, and how it ended."""
    training = TrainingProcess(shop.home.folder, shop.home.logs / "training.jsonl")
    ended: list[Event] = []
    used_s = [0.0]
    training.ended.connect(ended.append)
    started_s = time.monotonic()
    training.start(options)

    def has_ended() -> bool:
        with suppress(psutil.Error, IndexError, KeyError):
            child = psutil.Process(training.said()[0]["process"]).cpu_times()
            used_s.append(child.user + child.system)
        return bool(ended)

    _spend(make_application().exec, has_ended)
    return time.monotonic() - started_s, used_s[-1], ended[0]


def _spend(run: Callable[[], int], is_over: Callable[[], bool]) -> None:
    """Let the window live until something is true."""
    app = make_application()
    timer = QTimer()
    timer.timeout.connect(lambda: app.quit() if is_over() else None)
    timer.start(200)
    run()


if __name__ == "__main__":
    typer.run(main)
