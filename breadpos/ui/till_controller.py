"""Between the till's after-work and its panels: returns, drawer, the day, papers."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from breadpos.application.drawer import Drawer
from breadpos.application.papers import Papers
from breadpos.application.ports import SaleHead, SaleSearch
from breadpos.application.returns import PastSale, Returns
from breadpos.domain.cash import CashCount, CashMovement, MovementKind
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.errors import BreadposError
from breadpos.domain.formal_receipt import Addressee
from breadpos.domain.money import Money
from breadpos.domain.sale import Sale

T = TypeVar("T")


class TillController(QObject):
    """Each call is one on a use case; what is refused becomes a signal and None.

    What a manager must allow first can be tried again as it was.
    """

    refused = Signal(object)  # BreadposError
    succeeded = Signal()
    taken_back = Signal(object)  # Sale: a void or refund
    moved = Signal(object)  # CashMovement
    closed = Signal(object)  # ZReport

    def __init__(
        self,
        returns: Returns,
        drawer: Drawer,
        papers: Papers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._returns = returns
        self._drawer = drawer
        self._papers = papers
        self._refused: Callable[[], object] | None = None

    # What there is.

    def find(self, wanted: SaleSearch, days_back: int | None) -> Sequence[SaleHead]:
        return self._do(lambda: self._returns.find(wanted, days_back)) or ()

    def look_up(self, number: int) -> PastSale | None:
        return self._do(lambda: self._returns.look_up(number))

    def x_report(self) -> DayFigures | None:
        return self._do(self._drawer.x_report)

    # What is done; a signal tells that it is on disk.

    def void(self, number: int, reason: str) -> None:
        self._do(lambda: self._tell(self.taken_back, self._returns.void(number, reason)))

    def refund(self, number: int, counts: Mapping[int, int], reason: str, *, in_cash: bool) -> None:
        def act() -> Sale:
            refund = self._returns.refund(number, counts, reason, in_cash=in_cash)
            return self._tell(self.taken_back, refund)

        self._do(act)

    def move(self, kind: MovementKind, amount: Money, reason: str) -> None:
        def act() -> CashMovement:
            return self._tell(self.moved, self._drawer.move(kind, amount, reason))

        self._do(act)

    def close(self, count: CashCount, reason: str) -> None:
        def act() -> ZReport:
            return self._tell(self.closed, self._drawer.z_report(count, reason))

        self._do(act)

    # Papers; each answers where it is kept, or nothing where it is printed.

    def hand_out(self, sale: Sale) -> str | None:
        return self._do(lambda: self._papers.receipt(sale))

    def reprint(self, sale: Sale) -> str | None:
        return self._do(lambda: self._papers.reprint(sale))

    def formal(self, sale: Sale, to: Addressee) -> str | None:
        return self._do(lambda: self._papers.formal(sale, to))

    def print_x(self, figures: DayFigures) -> str | None:
        return self._do(lambda: self._papers.x_report(figures))

    def print_z(self, report: ZReport) -> str | None:
        return self._do(lambda: self._papers.z_report(report))

    def try_again(self) -> None:
        """Do what was refused last once more."""
        if self._refused is not None:
            self._do(self._refused)

    def _tell(self, signal: object, fact: T) -> T:
        signal.emit(fact)  # type: ignore[attr-defined]  # a bound signal has no type of its own
        return fact

    def _do(self, action: Callable[[], T]) -> T | None:
        self._refused = None
        try:
            done = action()
        except BreadposError as error:
            self._refused = action
            self.refused.emit(error)
            return None
        self.succeeded.emit()
        return done
