"""A short piece of work away from the GUI thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from breadpos.domain.errors import BreadposError

Run = Callable[[Callable[[], None]], object]
"""Has something done, beside the window or at once."""

_NOTHING = object()
"""Came of what broke."""


def in_pool(act: Callable[[], None]) -> None:
    """Have something done on one of Qt's threads."""
    QThreadPool.globalInstance().start(_Act(act))


def beside(act: Callable[[], None]) -> None:
    """Have something done at once on a thread of its own, which waits for no other errand."""
    Thread(target=act, name="errand", daemon=True).start()


class Errand(QObject):
    """Runs one thing after another; tells in the GUI thread what came of each.

    Of several, only the last one's outcome is told.
    """

    done = Signal(object)
    failed = Signal(object)  # BreadposError
    crashed = Signal()
    """A bug, which is told elsewhere; whoever waits need wait no longer."""

    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None, run: Run = in_pool) -> None:
        super().__init__(parent)
        self._last, self._run = 0, run
        self._ended.connect(self._tell)

    def run(self, work: Callable[[], object]) -> None:
        """Begin; whatever `work` returns or refuses is told later."""
        self._last += 1
        number, tell = self._last, self._ended.emit

        def act() -> None:
            outcome: object = _NOTHING
            try:
                outcome = work()
            except BreadposError as error:
                outcome = error
            finally:
                with suppress(RuntimeError):  # the window that wanted to know is gone
                    tell(number, outcome)

        self._run(act)

    def drop(self) -> None:
        """Tell nothing of what has begun."""
        self._last += 1

    @Slot(int, object)
    def _tell(self, number: int, outcome: object) -> None:
        if number != self._last:
            return
        if outcome is _NOTHING:
            self.crashed.emit()
        elif isinstance(outcome, BreadposError):
            self.failed.emit(outcome)
        else:
            self.done.emit(outcome)


class _Act(QRunnable):
    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def run(self) -> None:
        self._act()
