"""Finds what keeps the window from answering: pings its event loop and looks where it is stuck."""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

LIMIT_S = 0.05
_PAUSE_S = 0.005
_OWN = ("breadpos/", "tests/")


@dataclass(frozen=True, slots=True)
class Stall:
    """The event loop did not answer for so long.

    Attributes:
        wall_s: until it did.
        cpu_s: what the GUI thread computed meanwhile; the rest it waited for a core, a lock or a
            disk. On a busy computer only this is the program's own doing.
        stack: where it was after LIMIT_S, innermost last.
    """

    wall_s: float
    cpu_s: float
    stack: tuple[str, ...]

    def __str__(self) -> str:
        where = " > ".join(self.stack) or "in Qt"
        return f"{self.wall_s * 1e3:.0f} ms ({self.cpu_s * 1e3:.0f} ms CPU) {where}"


class _Bell(QObject):
    rang = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()
        self.rang.connect(self.answer, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def answer(self) -> None:
        self.answered.set()


class Watchdog:
    """Watches the thread it is made on, which has to be the GUI's, while it is entered."""

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        self.stalls: list[Stall] = []
        self.pings = 0
        self._limit_s = limit_s
        self._bell = _Bell()
        self._watched = threading.get_ident()
        self._cpu_s = _cpu_clock(self._watched)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> "Watchdog":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._bell.answered.set()
        self._thread.join()

    def own(self) -> list[Stall]:
        """The stalls that the program itself computed through."""
        return [stall for stall in self.stalls if stall.cpu_s >= self._limit_s]

    def _watch(self) -> None:
        while not self._ended.wait(_PAUSE_S):
            self._ping()

    def _ping(self) -> None:
        self._bell.answered.clear()
        began_s, cpu_s = time.monotonic(), self._cpu_s()
        self._bell.rang.emit()
        self.pings += 1
        if self._bell.answered.wait(self._limit_s):
            return
        stack = _stack_of(sys._current_frames().get(self._watched))
        while not self._bell.answered.wait(self._limit_s) and not self._ended.is_set():
            pass  # whoever ends this has no event loop to answer with
        if not self._ended.is_set():
            wall_s = time.monotonic() - began_s
            self.stalls.append(Stall(wall_s, self._cpu_s() - cpu_s, stack))


def _cpu_clock(thread: int) -> Callable[[], float]:
    """Tells how long a thread has computed; the time of day where the system does not say."""
    clock_of = getattr(time, "pthread_getcpuclockid", None)
    if clock_of is None:
        return time.monotonic
    clock = clock_of(thread)
    return lambda: time.clock_gettime(clock)


def _stack_of(frame: FrameType | None) -> tuple[str, ...]:
    """Of the program's own frames the five innermost; none is held on to, nor a painter in it."""
    steps: list[str] = []
    while frame is not None:
        code = frame.f_code
        if any(own in code.co_filename for own in _OWN):
            steps.append(f"{_short(code.co_filename)}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return tuple(reversed(steps[:5]))


def _short(path: str) -> str:
    return path[max(path.rfind(own) for own in _OWN) :]
