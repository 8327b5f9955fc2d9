"""How long each step takes on this computer, on the demo's shop and simulated trays."""

import os
import platform
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from breadpos.application.counter_tray import CounterTray
from breadpos.application.frames import Frame
from breadpos.application.price_list import PriceList
from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.demo_shop import COUNTER_SEED, open_demo_shop
from breadpos.bootstrap.recognition import load_reader
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.cart import Cart
from breadpos.domain.charging import SaleRules
from breadpos.domain.money import Money
from breadpos.domain.recognition import Recognition
from breadpos.domain.tax import JAPAN
from breadpos.settings import Home, Settings
from breadpos.simulation.breads import KINDS
from breadpos.simulation.scripted_counter import ScriptedCounter
from breadpos.simulation.tray import render_tray
from breadpos.vision.device import pick_device
from breadpos.vision.recogniser import CounterRecogniser, TrayReader
from breadpos.vision.stages import Stage

ITEM_COUNTS = (1, 4, 8, 16)
_TRAYS_EACH = 2
_WARM_UP = 3
_FRAME_S = 1 / 15
_SETTLE_FRAMES = 12

_RULES, _DAY = SaleRules(JAPAN), date(2026, 1, 5)

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TrayTimes:
    """Readings of trays with so many items, milliseconds.

    Attributes:
        whole: each reading from picture to total.
        stages: of each step, its part in each reading.
    """

    items: int
    whole: tuple[float, ...]
    stages: dict[Stage, tuple[float, ...]]

    @property
    def median_ms(self) -> float:
        return float(np.median(self.whole))

    @property
    def p95_ms(self) -> float:
        return float(np.percentile(self.whole, 95))

    @property
    def stages_ms(self) -> dict[str, float]:
        """The median of each step, by its name."""
        return {stage.value: float(np.median(times)) for stage, times in self.stages.items()}

    def as_json(self) -> dict[str, object]:
        return {
            "items": self.items,
            "median_ms": round(self.median_ms, 1),
            "p95_ms": round(self.p95_ms, 1),
            "stages_ms": {stage: round(taken, 2) for stage, taken in self.stages_ms.items()},
        }


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What `breadpos bench` prints; idle is a frame on which nothing changed."""

    device: str
    threads: int
    trays: tuple[TrayTimes, ...]
    idle_frame_ms: float

    def as_json(self) -> dict[str, object]:
        return {
            "device": self.device,
            "threads": self.threads,
            "trays": [times.as_json() for times in self.trays],
            "idle_frame_ms": round(self.idle_frame_ms, 2),
        }


@dataclass(slots=True)
class _StopWatch:
    """Hears each step end, and adds up the time since the one before."""

    laps: dict[Stage, float] = field(default_factory=lambda: defaultdict(float))
    began_s: float = 0.0
    _at_s: float = 0.0

    def start(self) -> None:
        self.laps = defaultdict(float)
        self.began_s = self._at_s = time.perf_counter()

    def __call__(self, stage: Stage) -> None:
        now_s = time.perf_counter()
        self.laps[stage] += (now_s - self._at_s) * 1000
        self._at_s = now_s

    @property
    def whole_ms(self) -> float:
        return (self._at_s - self.began_s) * 1000


def bench(home: Home, settings: Settings, rounds: int, on_progress: OnProgress) -> BenchReport:
    """Time the counter on this computer.

    Args:
        home: an empty folder; the demo's shop is put there.
        settings: whose device and threads are tried.
        rounds: readings of each number of items, after a few to warm up.
        on_progress: told how many trays are done, and of how many.
    """
    open_demo_shop(home)
    watch = _StopWatch()
    reader = load_reader(home, settings, watch)
    with open_shop(home) as shop:
        prices = PriceList(shop.products, SystemClock(settings.register.zone()))
    times = []
    for done, count in enumerate(ITEM_COUNTS):
        on_progress(done, len(ITEM_COUNTS) + 1)
        pictures = [render_bench_tray(count, n) for n in range(_TRAYS_EACH)]
        readings = _readings(reader, prices, watch, pictures)
        times.append(_timed(count, readings, rounds))
    on_progress(len(ITEM_COUNTS), len(ITEM_COUNTS) + 1)
    idle_ms = _idle_ms(reader, rounds)
    return BenchReport(_device(settings), _threads(settings), tuple(times), idle_ms)


def render_bench_tray(items: int, number: int) -> NDArray[np.uint8]:
    """The same picture for the same numbers: breads of the demo's shop on its counter."""
    rng = np.random.default_rng([items, number])
    slugs = [str(slug) for slug in rng.choice([each.slug for each in KINDS], items)]
    seed = int(rng.integers(2**31))
    return render_tray(seed, slugs, counter_seed=COUNTER_SEED).pixels_bgr


def lying_frames(size: tuple[int, int], items: int, count: int) -> list[Frame]:
    """A tray that lies still: frames that differ in the sensor's noise alone."""
    counter = ScriptedCounter(COUNTER_SEED, size=size)
    counter.place([each.slug for each in KINDS[:items]])
    return [Frame(counter.frame(), n * _FRAME_S, n) for n in range(count)]


def _readings(
    reader: TrayReader, prices: PriceList, watch: _StopWatch, pictures: list[NDArray[np.uint8]]
) -> Iterator[tuple[float, dict[Stage, float]]]:
    """Endless readings, each from picture to total: milliseconds, and those of each step."""
    while True:
        for pixels in pictures:
            watch.start()
            found = reader.read(pixels)
            _total(prices, Recognition(0, 0.0, (pixels.shape[1], pixels.shape[0]), found))
            watch(Stage.TRACK)
            yield watch.whole_ms, watch.laps


def _total(prices: PriceList, recognition: Recognition) -> Money:
    there = CounterTray(prices)
    there.look(recognition)
    cart = Cart().seeing(there.seen, there.pieces[None])
    return _RULES.bill(cart, _DAY).total


def _timed(
    items: int, readings: Iterator[tuple[float, dict[Stage, float]]], rounds: int
) -> TrayTimes:
    for _ in range(_WARM_UP):
        next(readings)
    kept = [next(readings) for _ in range(rounds)]
    stages = {stage: tuple(laps.get(stage, 0.0) for _, laps in kept) for stage in Stage}
    return TrayTimes(items, tuple(whole for whole, _ in kept), stages)


def _idle_ms(reader: TrayReader, rounds: int) -> float:
    recogniser = CounterRecogniser(reader)
    times = []
    for frame in lying_frames((1280, 960), 8, _SETTLE_FRAMES + rounds):
        began_s = time.perf_counter()
        recogniser.recognise(frame)
        times.append((time.perf_counter() - began_s) * 1000)
    return float(np.median(times[_SETTLE_FRAMES:]))


def _device(settings: Settings) -> str:
    return f"{pick_device(settings.vision.device)} ({platform.machine()})"


def _threads(settings: Settings) -> int:
    """That recognition may use: as set, or the processor's."""
    return settings.vision.threads or os.cpu_count() or 1
