"""A short piece of work away from the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from breadpos.domain.errors import BreadposError

Run = Callable[[Callable[[], None]], object]
"""Has something done, beside the window or at once."""


def in_pool(act: Callable[[], None]) -> None:
    """Have something done on one of Qt's threads."""
    QThreadPool.globalInstance().start(_Act(act))


class Errand(QObject):
    """Runs one thing after another; tells in the GUI thread what came of each.

    Of several, only the last one's outcome is told.
    """

    done = Signal(object)
    failed = Signal(object)  # BreadposError

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
            try:
                outcome = work()
            except BreadposError as error:
                outcome = error
            tell(number, outcome)

        self._run(act)

    @Slot(int, object)
    def _tell(self, number: int, outcome: object) -> None:
        if number != self._last:
            return
        if isinstance(outcome, BreadposError):
            self.failed.emit(outcome)
        else:
            self.done.emit(outcome)


class _Act(QRunnable):
    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def run(self) -> None:
        self._act()
