from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QThread, Signal, Slot
from pytestqt.qtbot import QtBot

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.ports import Recogniser
from breadpos.domain.errors import BreadposError, RecogniserDamaged, RecogniserMissing
from breadpos.domain.recognition import Recognition
from breadpos.ui.inference_worker import InferenceWorker

_STACK_BYTES = 16 * 1024 * 1024


class FakeRecogniser:
    def __init__(self, milliseconds: float = 0.0) -> None:
        self.failure: BreadposError | None = None
        self._milliseconds = milliseconds

    def recognise(self, frame: Frame) -> Recognition:
        if self.failure is not None:
            raise self.failure
        return Recognition(frame.index, 0.0, frame.size, milliseconds=self._milliseconds)


class Spy(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.threads: list[QThread] = []

    @Slot(object)
    def note(self, value: object) -> None:
        self.seen.append(value)
        self.threads.append(QThread.currentThread())

    @Slot()
    def note_ready(self) -> None:
        self.seen.append("ready")


class Bell(QObject):
    rang = Signal()
    swapped = Signal(object)


class Clock:
    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


def frame(index: int) -> Frame:
    return Frame(np.zeros((4, 6, 3), np.uint8), 0.0, index)


def expected(index: int, milliseconds: float = 0.0) -> Recognition:
    return Recognition(index, 0.0, (6, 4), milliseconds=milliseconds)


class WorkerThread(QThread):
    """Keeps its workers until it has ended: destroying one under a running thread crashes."""

    def __init__(self) -> None:
        super().__init__()
        self._workers: list[QObject] = []
        self.setStackSize(_STACK_BYTES)

    def adopt(self, worker: QObject) -> None:
        worker.moveToThread(self)
        self._workers.append(worker)


@pytest.fixture
def thread() -> Iterator[WorkerThread]:
    thread = WorkerThread()
    thread.start()
    yield thread
    thread.quit()
    assert thread.wait(5_000)


def test_only_the_newest_frame_is_recognised_and_off_the_gui_thread(
    qtbot: QtBot, thread: WorkerThread
) -> None:
    frames = Mailbox[Frame]()
    built_on: list[QThread] = []

    def build() -> Recogniser:
        built_on.append(QThread.currentThread())
        return FakeRecogniser()

    worker = InferenceWorker(build, frames)
    thread.adopt(worker)
    bell, spy = Bell(), Spy()
    bell.rang.connect(worker.process_latest)
    worker.recognised.connect(spy.note)
    frames.put(frame(1))
    frames.put(frame(2))

    bell.rang.emit()
    qtbot.waitUntil(lambda: bool(spy.seen), timeout=5_000)

    assert spy.seen == [expected(2)]
    assert built_on == [thread]
    assert spy.threads == [spy.thread()]


def test_a_recogniser_is_swapped_between_two_frames(qtbot: QtBot, thread: WorkerThread) -> None:
    frames = Mailbox[Frame]()
    worker = InferenceWorker(FakeRecogniser, frames)
    thread.adopt(worker)
    bell, spy = Bell(), Spy()
    bell.rang.connect(worker.process_latest)
    bell.swapped.connect(worker.use)
    worker.recognised.connect(spy.note)

    for index, swap in enumerate((None, FakeRecogniser(milliseconds=7.0))):
        if swap is not None:
            bell.swapped.emit(swap)
        frames.put(frame(index))
        bell.rang.emit()
        qtbot.waitUntil(lambda index=index: len(spy.seen) == index + 1, timeout=5_000)  # type: ignore[misc]

    assert spy.seen == [expected(0), expected(1, 7.0)]


def test_five_thousand_signals_are_delivered(qtbot: QtBot, thread: WorkerThread) -> None:
    frames = Mailbox[Frame]()
    worker = InferenceWorker(FakeRecogniser, frames)
    thread.adopt(worker)
    bell, spy = Bell(), Spy()
    bell.rang.connect(worker.process_latest)
    worker.recognised.connect(spy.note)

    for index in range(5_000):
        frames.put(frame(index))
        bell.rang.emit()

    def newest_has_come() -> bool:
        return bool(spy.seen) and spy.seen[-1] == expected(4_999)

    qtbot.waitUntil(newest_has_come, timeout=20_000)


class Failing:
    """A worker called directly, with what it told."""

    def __init__(self) -> None:
        self.clock, self.frames = Clock(), Mailbox[Frame]()
        self.recogniser = FakeRecogniser()
        self.missing: BreadposError | None = None
        self.builds = 0
        self.worker = InferenceWorker(self._build, self.frames, self.clock)
        self.failures, self.recognitions, self.readies = Spy(), Spy(), Spy()
        self.worker.failed.connect(self.failures.note)
        self.worker.recognised.connect(self.recognitions.note)
        self.worker.ready.connect(self.readies.note_ready)

    def look(self, times: int = 1) -> None:
        for index in range(times):
            self.frames.put(frame(index))
            self.worker.process_latest()

    def _build(self) -> Recogniser:
        self.builds += 1
        if self.missing is not None:
            raise self.missing
        return self.recogniser


@pytest.fixture
def failing() -> Failing:
    return Failing()


def test_a_failure_that_lasts_is_told_once(failing: Failing) -> None:
    failing.recogniser.failure = RecogniserDamaged(Path("m"), "cut short")

    failing.look(30)

    assert failing.failures.seen == [failing.recogniser.failure]


def test_a_failure_is_told_again_after_it_was_over(failing: Failing) -> None:
    failure = RecogniserDamaged(Path("m"), "cut short")
    for state in (failure, None, failure):
        failing.recogniser.failure = state
        failing.look()

    assert failing.failures.seen == [failure, failure]
    assert len(failing.recognitions.seen) == 1


def test_another_failure_is_told_at_once(failing: Failing) -> None:
    for reason in ("cut short", "not ours"):
        failing.recogniser.failure = RecogniserDamaged(Path("m"), reason)
        failing.look()

    assert len(failing.failures.seen) == 2


def test_a_missing_recogniser_is_looked_for_now_and_then_and_told_once(failing: Failing) -> None:
    failing.missing = RecogniserMissing(Path("m"))

    failing.look(30)
    assert failing.builds == 1
    failing.clock.s += 3
    failing.look(30)

    assert failing.builds == 2
    assert failing.failures.seen == [failing.missing]


def test_a_recogniser_that_has_come_is_used_without_a_restart(failing: Failing) -> None:
    failing.missing = RecogniserMissing(Path("m"))
    failing.look()

    failing.missing = None
    failing.clock.s += 3
    failing.look()

    assert len(failing.recognitions.seen) == 1
    assert failing.readies.seen == ["ready"]


def test_preparing_again_looks_at_once_and_tells_again(failing: Failing) -> None:
    failing.missing = RecogniserMissing(Path("m"))
    failing.look()

    failing.worker.prepare()

    assert failing.builds == 2
    assert len(failing.failures.seen) == 2


def test_the_recogniser_is_built_once(failing: Failing) -> None:
    failing.worker.prepare()
    failing.look(3)

    assert failing.builds == 1
    assert failing.readies.seen == ["ready"]


def test_a_recogniser_handed_over_needs_no_building(failing: Failing) -> None:
    failing.worker.use(FakeRecogniser(milliseconds=3.0))

    failing.look()

    assert failing.builds == 0
    assert failing.recognitions.seen == [expected(0, 3.0)]


def test_a_bell_without_a_frame_is_nothing(failing: Failing) -> None:
    failing.worker.process_latest()

    assert failing.builds == 0
    assert failing.recognitions.seen == []
