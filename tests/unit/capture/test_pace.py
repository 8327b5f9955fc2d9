import time

import pytest

from breadpos.capture.pace import Pace


class Hours:
    """A clock that only sleeping and working move on."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def monotonic(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    clock = Hours()
    monkeypatch.setattr(time, "monotonic", clock.monotonic)
    monkeypatch.setattr(time, "sleep", clock.sleep)
    return clock


def test_frames_come_at_an_even_rate_however_long_the_work_takes(hours: Hours) -> None:
    pace = Pace(10.0)
    times = []
    for work_s in (0.0, 0.03, 0.09, 0.0):
        times.append(pace.wait())
        hours.now_s += work_s
    assert times == pytest.approx([100.0, 100.1, 100.2, 100.3])


def test_a_long_delay_is_not_caught_up_with(hours: Hours) -> None:
    pace = Pace(10.0)
    pace.wait()
    hours.now_s += 5.0
    late = [pace.wait() for _ in range(4)]
    assert late == pytest.approx([105.0, 105.0, 105.1, 105.2])


@pytest.mark.parametrize("rate", [0.0, -1.0, 2000.0, float("nan")])
def test_a_rate_nobody_can_keep_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="frames per second"):
        Pace(rate)
