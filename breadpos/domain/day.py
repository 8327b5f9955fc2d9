"""A day's figures: the X report (点検) and, once it is closed, the Z report (精算)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from breadpos.domain.cash import CashCount
from breadpos.domain.errors import CountUnexplained
from breadpos.domain.journal import Signature
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tax import TaxSplit
from breadpos.domain.tender import TenderKind


@dataclass(frozen=True, slots=True)
class Tally:
    """How often, and how much together."""

    count: int = 0
    amount: Money = ZERO


@dataclass(frozen=True, slots=True)
class DrawerFigures:
    """The drawer's day, all of it positive but `sales`, which voids and refunds lessen.

    Attributes:
        sales: cash that stayed in the drawer from sales.
    """

    float_in: Tally = Tally()
    paid_in: Tally = Tally()
    paid_out: Tally = Tally()
    opened_count: int = 0
    sales: Money = ZERO

    @property
    def expected(self) -> Money:
        """What should lie in it."""
        return self.float_in.amount + self.paid_in.amount + self.sales - self.paid_out.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """What one register did on one business day.

    Attributes:
        sales: as charged; voids and refunds are negative.
        discounts: taken off, less what voids and refunds put on again.
        taxes: per rate, over sales, voids and refunds, lowest rate first.
        tenders: what each kind of tender paid, less what was paid back.
        first_number, last_number: of receipts; 0 when there was none.
    """

    register: str
    day: date
    sales: Tally = Tally()
    voids: Tally = Tally()
    refunds: Tally = Tally()
    pieces: int = 0
    customers: int = 0
    discounts: Money = ZERO
    taxes: tuple[TaxSplit, ...] = ()
    tenders: tuple[tuple[TenderKind, Tally], ...] = ()
    drawer: DrawerFigures = DrawerFigures()
    first_number: int = 0
    last_number: int = 0

    @property
    def net(self) -> Money:
        """What the day brought in."""
        return self.sales.amount + self.voids.amount + self.refunds.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ZReport:
    """A closed day; numbered without gaps, and never twice for one register and day.

    Attributes:
        grand_total: of this and all Z reports of the register before it.
        number: 0 until it is on disk.
    """

    figures: DayFigures
    count: CashCount
    closed_at: datetime
    reason: str = ""
    cashier: str = ""
    approver: str = ""
    grand_total: Money = ZERO
    number: int = 0

    def __post_init__(self) -> None:
        if self.difference != ZERO and not self.reason.strip():
            raise CountUnexplained(self.difference.minor)

    @property
    def difference(self) -> Money:
        """What the drawer has too much; negative when it is short."""
        return self.count.total - self.figures.drawer.expected

    def signed(self, by: Signature) -> "ZReport":
        return replace(self, cashier=by.cashier, approver=by.approver)

    def filed(self, number: int, grand_total: Money) -> "ZReport":
        return replace(self, number=number, grand_total=grand_total)
