import logging
import queue
import threading
from collections.abc import Callable

import numpy as np
import pytest

from breadpos.application.frames import Frame
from breadpos.application.ports import FrameSource
from breadpos.capture import camera
from breadpos.capture.camera import CameraState, CaptureThread
from breadpos.domain.errors import BreadposError, CameraLost, CameraMissing

Told = CameraState | BreadposError
GAP_S = 10.0
"""A test that waits longer for something has failed."""


class FakeSource:
    """A camera that delivers some frames and then fails, ends, or hangs."""

    def __init__(self, frames: int, then: Callable[[], Frame | None]) -> None:
        self._left = frames
        self._then = then
        self.closed = threading.Event()

    def read(self) -> Frame | None:
        if self._left == 0:
            return self._then()
        self._left -= 1
        return Frame(np.zeros((2, 2, 3), np.uint8), 0.0, self._left)

    def close(self) -> None:
        self.closed.set()


def lost() -> Frame | None:
    raise CameraLost("0")


class Desk:
    """Opens what is laid out for it, and hears what the thread says."""

    def __init__(self) -> None:
        self.waiting: queue.SimpleQueue[FrameSource | BreadposError] = queue.SimpleQueue()
        self.opened: list[FrameSource] = []
        self.tries = threading.Semaphore(0)
        self.frames: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self.told: queue.SimpleQueue[Told] = queue.SimpleQueue()

    def open(self) -> FrameSource:
        self.tries.release()
        laid_out = CameraMissing("0") if self.waiting.empty() else self.waiting.get()
        if isinstance(laid_out, BreadposError):
            raise laid_out
        self.opened.append(laid_out)
        return laid_out

    def hear(self) -> Told:
        return self.told.get(timeout=GAP_S)

    def thread(self, stall_after_s: float = 60.0) -> CaptureThread:
        return CaptureThread(
            self.open, self.frames.put, self.told.put, camera="0", stall_after_s=stall_after_s
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "_FIRST_WAIT_S", 0.001)
    monkeypatch.setattr(camera, "_LONGEST_WAIT_S", 0.01)


def test_frames_are_published_and_the_end_is_told(desk: Desk) -> None:
    source = FakeSource(3, lambda: None)
    desk.waiting.put(source)
    thread = desk.thread()
    thread.start()
    assert [desk.hear(), desk.hear()] == [CameraState.WORKING, CameraState.ENDED]
    thread.stop()
    assert desk.frames.qsize() == 3
    assert source.closed.is_set()


@pytest.mark.usefixtures("quick")
def test_a_lost_camera_is_told_once_and_comes_back(desk: Desk) -> None:
    first, second = FakeSource(2, lost), FakeSource(1, lambda: None)
    desk.waiting.put(first)
    for error in (CameraMissing("0"), CameraMissing("0"), CameraLost("0")):
        desk.waiting.put(error)
    desk.waiting.put(second)
    thread = desk.thread()
    thread.start()
    told = [desk.hear() for _ in range(4)]
    thread.stop()
    assert told[0] is CameraState.WORKING
    assert isinstance(told[1], CameraLost)
    assert told[2:] == [CameraState.WORKING, CameraState.ENDED]
    assert first.closed.is_set()
    assert second.closed.is_set()


@pytest.mark.usefixtures("quick")
def test_a_camera_that_is_missing_at_first_is_found_later(desk: Desk) -> None:
    thread = desk.thread()
    thread.start()
    assert isinstance(desk.hear(), CameraMissing)
    for _ in range(4):
        assert desk.tries.acquire(timeout=GAP_S)
    assert desk.told.empty(), "told once, not at each try"
    desk.waiting.put(FakeSource(1, lambda: None))
    assert desk.hear() is CameraState.WORKING
    thread.stop()


def test_waiting_grows_and_begins_again_after_a_frame(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    enough = threading.Event()

    class Watched(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            assert timeout is not None
            waits.append(timeout)
            if len(waits) == 6:
                desk.waiting.put(FakeSource(1, lost))
            if len(waits) == 8:
                enough.set()
                return super().wait(GAP_S)
            return False

    class WatchedRun(camera._Run):
        def __init__(self) -> None:
            super().__init__()
            self.wake = Watched()

    monkeypatch.setattr(camera, "_Run", WatchedRun)
    thread = desk.thread()
    thread.start()
    assert enough.wait(GAP_S)
    thread.stop()
    assert waits == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 0.5, 1.0]


def test_stopping_does_not_wait_for_the_next_try(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "_FIRST_WAIT_S", 3600.0)
    thread = desk.thread()
    thread.start()
    assert isinstance(desk.hear(), CameraMissing)
    thread.stop(timeout_s=GAP_S)
    assert not [each for each in threading.enumerate() if each.name.startswith("capture")]


def test_reconnecting_tries_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "_FIRST_WAIT_S", 3600.0)
    monkeypatch.setattr(camera, "_LONGEST_WAIT_S", 3600.0)
    thread = desk.thread()
    thread.start()
    assert isinstance(desk.hear(), CameraMissing)
    desk.waiting.put(FakeSource(1, lambda: None))
    while not desk.opened:  # it may not have begun to wait when first asked
        thread.reconnect()
        assert desk.tries.acquire(timeout=GAP_S)
    assert desk.hear() is CameraState.WORKING
    thread.stop()


def test_another_camera_is_opened_after_the_first_is_closed(desk: Desk) -> None:
    def one_more() -> Frame | None:
        return Frame(np.zeros((2, 2, 3), np.uint8), 0.0, 0)

    def closed_first() -> Frame | None:
        assert first.closed.is_set()
        return None

    first, second = FakeSource(0, one_more), FakeSource(1, closed_first)
    desk.waiting.put(first)
    thread = desk.thread()
    thread.start()
    assert desk.hear() is CameraState.WORKING
    desk.waiting.put(second)
    thread.reopen(camera="1", stall_after_s=60.0)
    assert [desk.hear(), desk.hear()] == [CameraState.WORKING, CameraState.ENDED]
    desk.waiting.put(FakeSource(1, lambda: None))
    thread.reopen(camera="2", stall_after_s=60.0)  # one that has ended is no hindrance
    assert [desk.hear(), desk.hear()] == [CameraState.WORKING, CameraState.ENDED]
    thread.stop()


@pytest.mark.usefixtures("quick")
def test_a_read_that_never_returns_is_a_lost_camera_and_is_replaced(desk: Desk) -> None:
    unstuck = threading.Event()

    def hang() -> Frame | None:
        unstuck.wait()
        return Frame(np.ones((2, 2, 3), np.uint8), 0.0, 99)

    stuck = FakeSource(1, hang)
    desk.waiting.put(stuck)
    thread = desk.thread(stall_after_s=0.3)
    thread.start()
    assert desk.hear() is CameraState.WORKING
    assert isinstance(desk.hear(), CameraLost)
    desk.waiting.put(FakeSource(1, lambda: None))
    assert desk.hear() is CameraState.WORKING
    assert desk.hear() is CameraState.ENDED

    unstuck.set()
    assert stuck.closed.wait(GAP_S), "the old one is closed when its driver lets go"
    thread.stop()
    published = [desk.frames.get().index for _ in range(desk.frames.qsize())]
    assert 99 not in published, "nothing of the abandoned one is shown"


def test_a_camera_stuck_in_its_driver_is_abandoned(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    unstuck = threading.Event()

    def hang() -> Frame | None:
        unstuck.wait()
        return None

    stuck = FakeSource(1, hang)
    desk.waiting.put(stuck)
    thread = desk.thread()
    thread.start()
    assert desk.hear() is CameraState.WORKING
    with caplog.at_level(logging.WARNING):
        thread.stop(timeout_s=0.05)
    assert "abandoned in its driver" in caplog.text
    assert not stuck.closed.is_set()
    unstuck.set()
    assert stuck.closed.wait(GAP_S)
    assert desk.told.empty(), "nothing is told after the stop"


def test_nothing_is_opened_before_the_start_or_after_the_stop(desk: Desk) -> None:
    thread = desk.thread()
    thread.stop()
    thread.start()
    thread.stop()
    assert desk.opened == []
