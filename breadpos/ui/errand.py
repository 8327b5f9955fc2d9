"""A short piece of work away from the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from breadpos.domain.errors import BreadposError


class Errand(QObject):
    """Runs one thing after another; tells in the GUI thread what came of each.

    Of several, only the last one's outcome is told.
    """

    done = Signal(object)
    failed = Signal(object)  # BreadposError

    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0
        self._ended.connect(self._tell)

    def run(self, work: Callable[[], object]) -> None:
        """Begin; whatever `work` returns or refuses is told later."""
        self._last += 1
        QThreadPool.globalInstance().start(_Run(self._last, work, self._ended.emit))

    @Slot(int, object)
    def _tell(self, number: int, outcome: object) -> None:
        if number != self._last:
            return
        if isinstance(outcome, BreadposError):
            self.failed.emit(outcome)
        else:
            self.done.emit(outcome)


class _Run(QRunnable):
    def __init__(
        self, number: int, work: Callable[[], object], tell: Callable[[int, object], None]
    ) -> None:
        super().__init__()
        self._number, self._work, self._tell = number, work, tell

    def run(self) -> None:
        try:
            outcome = self._work()
        except BreadposError as error:
            outcome = error
        self._tell(self._number, outcome)
