"""What some days brought in, laid out along one question."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from breadpos.domain.day import Tally
from breadpos.domain.errors import SpanInvalid
from breadpos.domain.money import ZERO, Money

LONGEST_DAYS = 3_700
"""Ten years; a longer span is a slip of the finger."""
_NONE = Tally()


class Axis(Enum):
    """What a report's rows are."""

    DAY = "day"
    HOUR = "hour"
    PRODUCT = "product"
    RATE = "rate"
    TENDER = "tender"
    CASHIER = "cashier"


@dataclass(frozen=True, slots=True)
class Span:
    """Business days from the first to the last, both in it.

    Raises:
        SpanInvalid: it ends before it begins, or is absurdly long.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if not 0 <= (self.last - self.first).days < LONGEST_DAYS:
            raise SpanInvalid(self.first, self.last)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=n) for n in range(self.length))

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


def week_of(day: date) -> Span:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def month_of(day: date) -> Span:
    """The first to the last of a month."""
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return Span(first, after - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of a report.

    Attributes:
        key: a date, an hour, a product, basis points, a tender or a cashier.
        label: of a product, its name; else the key.
        count: receipts that were sold; of products, pieces less what came back.
        sold: what sales brought in.
        back: what voids and refunds took back; zero or negative.
        tax: in what is left of both; of rates only.
    """

    key: str
    label: str
    count: int
    sold: Money
    back: Money = ZERO
    tax: Money = ZERO

    @property
    def net(self) -> Money:
        return self.sold + self.back


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Rows whose nets add up to what the days brought in.

    Attributes:
        sales, voids, refunds: as on the Z reports of those days.
    """

    span: Span
    axis: Axis
    rows: tuple[ReportRow, ...]
    sales: Tally = _NONE
    voids: Tally = _NONE
    refunds: Tally = _NONE
    customers: int = 0
    pieces: int = 0
    discounts: Money = ZERO

    @property
    def net(self) -> Money:
        """What the days brought in."""
        return self.sales.amount + self.voids.amount + self.refunds.amount

    @property
    def per_customer(self) -> Money:
        """Whole yen, cut; zero where nobody came."""
        return Money(self.net.minor // self.customers) if self.customers > 0 else ZERO


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """How recognition did, on a day or with one product.

    Attributes:
        key: a date, or the product the network said; empty for what it had no name for.
        corrected: items whose name or charge a person changed.
        sure_corrected: those of them it had been sure of.
        over: what would have been charged too much, had nobody looked; put right.
        under: what would have been charged too little; put right.
    """

    key: str
    label: str
    items: int
    sure: int
    unsure: int
    unknown: int
    corrected: int
    sure_corrected: int
    over: Money = ZERO
    under: Money = ZERO

    @property
    def coverage(self) -> float:
        """Share of items it was sure of, 0 to 1."""
        return self.sure / self.items if self.items else 0.0


@dataclass(frozen=True, slots=True)
class Readings:
    """Recognition's own figures.

    Attributes:
        by_product: most corrected first.
        receipts: how many have a tray on record.
    """

    by_day: tuple[ReadingRow, ...] = ()
    by_product: tuple[ReadingRow, ...] = ()
    receipts: int = 0

    @property
    def total(self) -> ReadingRow:
        days = self.by_day
        return ReadingRow(
            "",
            "",
            sum(row.items for row in days),
            sum(row.sure for row in days),
            sum(row.unsure for row in days),
            sum(row.unknown for row in days),
            sum(row.corrected for row in days),
            sum(row.sure_corrected for row in days),
            sum((row.over for row in days), ZERO),
            sum((row.under for row in days), ZERO),
        )
