import numpy as np
from numpy.typing import NDArray

from breadpos.capture.simulated_source import SimulatedSource


class FakeCounter:
    def __init__(self) -> None:
        self.asked_s: list[float] = []

    def frame_at(self, time_s: float) -> NDArray[np.uint8]:
        self.asked_s.append(time_s)
        return np.full((4, 6, 3), len(self.asked_s), np.uint8)


def test_time_stands_still_at_the_counter_while_it_must_and_goes_on_from_there() -> None:
    counter, stands = FakeCounter(), [False]
    source = SimulatedSource(counter, frames_per_s=200.0, stands_still=lambda _time_s: stands[0])
    for still in (False, False, True, True, True, False, False):
        stands[0] = still
        source.read()
    asked_s = counter.asked_s
    assert asked_s[1] < asked_s[5]
    assert len(set(asked_s[1:5])) == 1
    assert asked_s[5] - asked_s[4] < 0.5, "what has passed meanwhile is not made up for"


def test_the_counter_is_filmed_as_time_goes_by() -> None:
    counter = FakeCounter()
    source = SimulatedSource(counter, frames_per_s=100.0)
    frames = [source.read() for _ in range(4)]
    source.close()
    assert all(frame is not None for frame in frames)
    kept = [frame for frame in frames if frame is not None]
    assert [frame.index for frame in kept] == [0, 1, 2, 3]
    assert [int(frame.pixels_bgr[0, 0, 0]) for frame in kept] == [1, 2, 3, 4]
    assert kept[0].size == (6, 4)
    assert counter.asked_s[0] == 0.0
    assert counter.asked_s == sorted(counter.asked_s)
    times = [frame.captured_at_s for frame in kept]
    assert times == sorted(times)
