"""Papers on their way to the printer: none is lost, and none comes twice unasked."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from breadpos.application.ports import PaperLeft, Printer
from breadpos.domain.errors import PrinterError, PrintInDoubt, StorageError
from breadpos.domain.slip import Slip

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper to print.

    Attributes:
        name: unique.
        mark: says that it is printed again, for when it may be on paper already.
        begun: some of it was sent, and what came out nobody knows.
    """

    name: str
    slip: Slip
    mark: str = ""
    begun: bool = False

    @property
    def paper(self) -> Slip:
        """As it is to be printed now."""
        return self.slip.under(self.mark) if self.begun else self.slip


@dataclass(frozen=True, slots=True)
class PrintState:
    """How printing goes.

    Attributes:
        left: papers that did not come out, or may not be whole; somebody says what becomes of them.
        error: what went wrong last; None if that is over.
    """

    left: int = 0
    error: PrinterError | None = None


class PrintSpool(Protocol):
    """Remembers papers that are not printed yet, over a restart too."""

    def put(self, job: PrintJob) -> None:
        """Keep a job, or what has become of it; a refusal is a StorageError."""
        ...

    def drop(self, name: str) -> None:
        """Forget a job, if it is there; a refusal is a StorageError."""
        ...

    def all(self) -> Sequence[PrintJob]:
        """Oldest first."""
        ...


class PrintQueue:
    """Prints one paper after another, on whichever one thread calls it.

    A paper that fails is kept until somebody says whether to print it again; those that come
    later are tried all the same.

    Args:
        open_printer: the printer as it is set up now; PrinterMissing if there is none.
        tell: hears how it goes, after each step.
    """

    def __init__(
        self,
        spool: PrintSpool,
        open_printer: Callable[[], Printer],
        tell: Callable[[PrintState], None],
    ) -> None:
        self._spool, self._open, self._tell = spool, open_printer, tell
        self._left: dict[str, PrintJob] = {}
        self._closed = False

    def load(self) -> None:
        """Ask about what was left when the program ended."""
        self._left = {job.name: job for job in self._spool.all()}
        if self._left:
            self._tell(PrintState(len(self._left)))

    def close(self) -> None:
        """From now on only keep what comes; any thread may say so."""
        self._closed = True

    def add(self, job: PrintJob) -> None:
        """Print a paper now."""
        self._keep(job)
        if not self._closed:
            self._say(self._print(job))

    def print_left(self) -> None:
        """Print what is left, until something fails again."""
        error = None
        for job in tuple(self._left.values()):
            error = error or self._print(job)
        self._say(error)

    def discard_left(self) -> None:
        """Forget what is left: nobody wants it."""
        for name in tuple(self._left):
            self._drop(name)
        self._say(None)

    def kick(self) -> None:
        """Open the drawer."""
        try:
            self._open().kick()
        except PrinterError as error:
            _log.warning("drawer not opened: %s", error)
            self._say(error)

    def try_out(self, slip: Slip) -> PaperLeft:
        """Print a paper that is not kept if it fails.

        Raises:
            PrinterError: it did not come out, or nobody knows.
        """
        printer = self._open()
        left = printer.look()
        printer.print_slip(slip, lambda: None)
        return left

    def _print(self, job: PrintJob) -> PrinterError | None:
        begun = replace(job, begun=True)
        try:
            self._open().print_slip(job.paper, partial(self._keep, begun))
        except PrintInDoubt as error:
            return self._failed(begun, error)
        except PrinterError as error:
            return self._failed(job, error)
        self._drop(job.name)
        return None

    def _failed(self, job: PrintJob, error: PrinterError) -> PrinterError:
        _log.warning("paper %s not printed: %s", job.name, error)
        self._keep(job)
        self._left[job.name] = job
        return error

    def _keep(self, job: PrintJob) -> None:
        try:
            self._spool.put(job)
        except StorageError as error:  # it can be printed without being kept
            _log.warning("paper %s not kept: %s", job.name, error)

    def _drop(self, name: str) -> None:
        self._left.pop(name, None)
        try:
            self._spool.drop(name)
        except StorageError as error:
            _log.warning("paper %s not forgotten: %s", name, error)

    def _say(self, error: PrinterError | None) -> None:
        self._tell(PrintState(len(self._left), error))
