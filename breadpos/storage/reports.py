"""Reports added up by the database, over millions of sales."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, case, extract, func, select

from breadpos.domain.day import Tally
from breadpos.domain.money import ZERO, Money
from breadpos.domain.report import Axis, Report, ReportRow, Span
from breadpos.domain.sale import SaleKind
from breadpos.domain.tender import TenderKind
from breadpos.storage.database import reading
from breadpos.storage.schema import payments, sale_lines, sale_taxes, sales

_Mine = Sequence[ColumnElement[bool]]

_SLOT_S = 900
"""Sales are grouped by quarters of an hour, the steps in which zones differ."""

_IS_SALE = sales.c.kind == SaleKind.SALE
_LINE = sale_lines.c.unit_price_minor * sale_lines.c.count - (
    sale_lines.c.off_minor + sale_lines.c.share_minor
)
_PAID = payments.c.tendered_minor - payments.c.change_minor - payments.c.forfeited_minor


class SqlReports:
    """Reports on one engine.

    Args:
        zone: the shop's clock, for hours.
    """

    def __init__(self, engine: Engine, zone: tzinfo) -> None:
        self._engine = engine
        self._zone = zone

    def report(self, span: Span, axis: Axis, register: str | None = None) -> Report:
        """What some days brought in.

        Args:
            register: of one register only; None for the whole shop.
        """
        mine: list[ColumnElement[bool]] = [sales.c.business_day.between(span.first, span.last)]
        if register is not None:
            mine.append(sales.c.register == register)
        with reading(self._engine, "report") as connection:
            rows = tuple(self._rows(connection, axis, mine))
            return _with_totals(connection, span, axis, rows, mine)

    def first_day(self) -> date | None:
        """The oldest business day there is."""
        with reading(self._engine, "sales") as connection:
            found: date | None = connection.scalar(select(func.min(sales.c.business_day)))
        return found

    def _rows(self, connection: Connection, axis: Axis, mine: _Mine) -> Iterator[ReportRow]:
        match axis:
            case Axis.DAY:
                yield from _rows_of(connection, _by(sales.c.business_day, mine))
            case Axis.CASHIER:
                yield from _rows_of(connection, _by(sales.c.cashier, mine))
            case Axis.HOUR:
                yield from self._hours(connection, mine)
            case Axis.PRODUCT:
                yield from _products(connection, mine)
            case Axis.RATE:
                yield from _rates(connection, mine)
            case Axis.TENDER:
                yield from _tenders(connection, mine)

    def _hours(self, connection: Connection, mine: _Mine) -> Iterator[ReportRow]:
        seconds = extract("epoch", sales.c.sold_at)
        slot = (seconds - seconds % _SLOT_S).label("slot")
        found: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        for row in connection.execute(_by(slot, mine)):
            hour = datetime.fromtimestamp(int(row.key), UTC).astimezone(self._zone).hour
            for n, value in enumerate((row.receipts, row.sold, row.back)):
                found[hour][n] += int(value)
        for hour, (count, sold, back) in sorted(found.items()):
            yield ReportRow(f"{hour:02d}", f"{hour:02d}:00", count, Money(sold), Money(back))


def _sums(amount: ColumnElement[int]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return (
        func.sum(case((_IS_SALE, amount), else_=0)).label("sold"),
        func.sum(case((_IS_SALE, 0), else_=amount)).label("back"),
    )


def _by(key: ColumnElement[Any], mine: _Mine) -> Select[Any]:
    """Whole receipts, grouped."""
    receipts = func.sum(case((_IS_SALE, 1), else_=0)).label("receipts")
    wanted = select(key.label("key"), receipts, *_sums(sales.c.total_minor)).where(*mine)
    return wanted.group_by(key).order_by(key)


def _rows_of(connection: Connection, wanted: Select[Any]) -> Iterator[ReportRow]:
    for row in connection.execute(wanted):
        key = str(row.key)
        yield ReportRow(key, key, int(row.receipts), Money(int(row.sold)), Money(int(row.back)))


def _products(connection: Connection, mine: _Mine) -> Iterator[ReportRow]:
    sold, back = _sums(_LINE)
    wanted = (
        select(
            sale_lines.c.product_id.label("key"),
            func.max(sale_lines.c.name).label("name"),
            func.sum(sale_lines.c.count).label("pieces"),
            sold,
            back,
        )
        .join_from(sales, sale_lines, sale_lines.c.number == sales.c.number)
        .where(*mine)
        .group_by(sale_lines.c.product_id)
    )
    rows = [
        ReportRow(row.key, row.name, int(row.pieces), Money(int(row.sold)), Money(int(row.back)))
        for row in connection.execute(wanted)
    ]
    yield from sorted(rows, key=lambda row: (-row.net.minor, row.key))


def _rates(connection: Connection, mine: _Mine) -> Iterator[ReportRow]:
    rate = sale_taxes.c.rate_bp
    sold, back = _sums(sale_taxes.c.gross_minor)
    wanted = (
        select(
            rate.label("key"),
            func.sum(case((_IS_SALE, 1), else_=0)).label("receipts"),
            sold,
            back,
            func.sum(sale_taxes.c.tax_minor).label("tax"),
        )
        .join_from(sales, sale_taxes, sale_taxes.c.number == sales.c.number)
        .where(*mine)
        .group_by(rate)
        .order_by(rate)
    )
    for row in connection.execute(wanted):
        yield ReportRow(
            str(row.key),
            f"{row.key / 100:g}%",
            int(row.receipts),
            Money(int(row.sold)),
            Money(int(row.back)),
            Money(int(row.tax)),
        )


def _tenders(connection: Connection, mine: _Mine) -> Iterator[ReportRow]:
    sold, back = _sums(_PAID)
    receipts = func.sum(case((_IS_SALE, 1), else_=0)).label("receipts")
    wanted = (
        select(payments.c.kind, receipts, sold, back)
        .join_from(sales, payments, payments.c.number == sales.c.number)
        .where(*mine)
        .group_by(payments.c.kind)
    )
    found = {row.kind: row for row in connection.execute(wanted)}
    for kind in (kind for kind in TenderKind if kind in found):
        row = found[kind]
        sums = int(row.receipts), Money(int(row.sold)), Money(int(row.back))
        yield ReportRow(kind.value, kind.value, *sums)


def _with_totals(
    connection: Connection,
    span: Span,
    axis: Axis,
    rows: tuple[ReportRow, ...],
    mine: _Mine,
) -> Report:
    wanted = (
        select(
            sales.c.kind,
            func.count().label("receipts"),
            func.sum(sales.c.total_minor).label("total"),
            func.sum(sales.c.pieces).label("pieces"),
            func.sum(sales.c.customers).label("customers"),
            func.sum(sales.c.off_minor).label("off"),
        )
        .where(*mine)
        .group_by(sales.c.kind)
    )
    found = connection.execute(wanted).all()
    tallies = {row.kind: Tally(row.receipts, Money(int(row.total))) for row in found}
    return Report(
        span=span,
        axis=axis,
        rows=rows,
        sales=tallies.get(SaleKind.SALE, Tally()),
        voids=tallies.get(SaleKind.VOID, Tally()),
        refunds=tallies.get(SaleKind.REFUND, Tally()),
        customers=sum(int(row.customers) for row in found),
        pieces=sum(int(row.pieces) for row in found),
        discounts=sum((Money(int(row.off)) for row in found), ZERO),
    )
