"""The scripts of `tests/benchmarks` in short: the real register, real events, a known counter."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import thread_time

import pytest
from PySide6.QtTest import QTest

from tests.benchmarks.sell_600 import serve
from tests.window.findings import findings
from tests.window.known_counter import KnownCounter, cook
from tests.window.live_window import LiveWindow, open_window
from tests.window.shift import Shift, first_five_minutes
from tests.window.tour import RECIPES, SCREENS, Tour
from tests.window.watchdog import Watchdog

SIZE = (640, 480)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trays")


@pytest.fixture
def live(shelf: Path, tmp_path: Path) -> Iterator[LiveWindow]:
    with open_window(tmp_path / "shop", KnownCounter(cook(RECIPES["empty"], shelf, SIZE))) as live:
        yield live


@pytest.mark.slow
def test_a_new_cashier_gets_through_the_first_five_minutes(live: LiveWindow, shelf: Path) -> None:
    steps = {step.name: step.taps for step in first_five_minutes(Shift(live, shelf, SIZE))}

    assert steps["sell the first tray"] == 2
    assert steps["answer a question and sell"] == 3
    assert steps["take ten percent off"] == 3


@pytest.mark.slow
def test_the_usual_sale_takes_two_taps(live: LiveWindow, shelf: Path) -> None:
    assert median(serve(Shift(live, shelf, SIZE), 12)) == 2


@pytest.mark.slow
@pytest.mark.parametrize("screen", ["counter-opened-line", "payment-typed", "past-sale"])
def test_nothing_is_cut_small_pale_or_nameless(live: LiveWindow, shelf: Path, screen: str) -> None:
    SCREENS[screen](Tour(live, shelf, SIZE))

    def faults() -> list[str]:
        picture = live.window.grab().toImage()
        return [str(each) for each in findings(live.window, picture)]

    live.wait_until(lambda: faults() == [], "; ".join(faults()))


@pytest.mark.usefixtures("qtbot")
def test_a_window_that_computes_is_caught_in_the_act() -> None:
    with Watchdog() as watchdog:
        QTest.qWait(50)
        _compute(0.1)
        QTest.qWait(50)

    (stall,) = watchdog.own()
    assert stall.cpu_s >= 0.05
    assert "_compute" in str(stall)


def _compute(seconds: float) -> None:
    ends_at = thread_time() + seconds
    while thread_time() < ends_at:
        pass
