"""Takings by day, tender and rate, for the accounts."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Engine, and_, case, exists, func, select

from breadpos.domain.accounting import Taking, parted
from breadpos.domain.money import ZERO, Money
from breadpos.domain.report import Span
from breadpos.domain.sale import SaleKind
from breadpos.domain.tender import TenderKind
from breadpos.storage.database import reading
from breadpos.storage.schema import payments, sale_lines, sale_taxes, sales

_PAID = payments.c.tendered_minor - payments.c.change_minor - payments.c.forfeited_minor
_IS_BACK = case((sales.c.kind == SaleKind.SALE, 0), else_=1)
_MORE = payments.alias("more")
_IS_MIXED = exists().where(_MORE.c.number == sales.c.number, _MORE.c.position > 0)

_Key = tuple[date, int, TenderKind, int]
"""Day, whether taken back, tender, rate."""
_FORFEITED = -1
"""In a rate's place: what gift vouchers were worth beyond what was due."""
_Sums = dict[_Key, tuple[Money, Money]]


class SqlTakings:
    """What each tender brought in at each rate on each day, on one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def between(self, span: Span) -> Sequence[Taking]:
        """Oldest day first; what was taken back stands by itself, negative."""
        mine = sales.c.business_day.between(span.first, span.last)
        sums: _Sums = defaultdict(lambda: (ZERO, ZERO))
        with reading(self._engine, "takings") as connection:
            _add_simple(connection, mine, sums)
            _add_mixed(connection, mine, sums)
            _add_forfeited(connection, mine, sums)
            reduced = _reduced(connection, mine)
        kinds = list(TenderKind)
        order = sorted(sums, key=lambda key: (key[0], key[1], kinds.index(key[2]), key[3]))
        return [
            Taking(day, kind, _rate(rate), (day, rate) in reduced, *sums[day, back, kind, rate])
            for day, back, kind, rate in order
            if sums[day, back, kind, rate][0] != ZERO
        ]


def _add_simple(connection: Connection, mine: ColumnElement[bool], sums: _Sums) -> None:
    """Receipts with one tender: the database adds them up."""
    wanted = (
        select(
            sales.c.business_day,
            _IS_BACK.label("back"),
            payments.c.kind,
            sale_taxes.c.rate_bp,
            func.sum(sale_taxes.c.gross_minor).label("gross"),
            func.sum(sale_taxes.c.tax_minor).label("tax"),
        )
        .join_from(sales, sale_taxes, sale_taxes.c.number == sales.c.number)
        .join(payments, and_(payments.c.number == sales.c.number, payments.c.position == 0))
        .where(mine, ~_IS_MIXED)
        .group_by(sales.c.business_day, _IS_BACK, payments.c.kind, sale_taxes.c.rate_bp)
    )
    for row in connection.execute(wanted):
        _add(sums, (row[0], row[1], row[2], row[3]), Money(int(row[4])), Money(int(row[5])))


def _add_mixed(connection: Connection, mine: ColumnElement[bool], sums: _Sums) -> None:
    """Receipts with several tenders: their rates are laid out over them one by one."""
    heads = select(sales.c.number, sales.c.business_day, _IS_BACK.label("back"))
    rates = (
        select(sales.c.number, sale_taxes)
        .join_from(sales, sale_taxes, sale_taxes.c.number == sales.c.number)
        .where(mine, _IS_MIXED)
        .order_by(sale_taxes.c.number, sale_taxes.c.rate_bp)
    )
    paid = (
        select(sales.c.number, payments.c.kind, _PAID.label("paid"))
        .join_from(sales, payments, payments.c.number == sales.c.number)
        .where(mine, _IS_MIXED)
        .order_by(payments.c.number, payments.c.position)
    )
    taxes_of, tenders_of = defaultdict(list), defaultdict(list)
    for row in connection.execute(rates):
        taxes_of[row.number].append(row)
    for row in connection.execute(paid):
        tenders_of[row.number].append(row)
    for number, day, back in connection.execute(heads.where(mine, _IS_MIXED)):
        taxes, tenders = taxes_of[number], tenders_of[number]
        grosses = [(Money(tax.gross_minor), Money(tax.tax_minor)) for tax in taxes]
        for part in parted(grosses, [Money(tender.paid) for tender in tenders]):
            key = (day, back, tenders[part.tender].kind, taxes[part.rate].rate_bp)
            _add(sums, key, part.gross, part.tax)


def _add_forfeited(connection: Connection, mine: ColumnElement[bool], sums: _Sums) -> None:
    rest = func.sum(payments.c.forfeited_minor)
    wanted = (
        select(sales.c.business_day, _IS_BACK.label("back"), payments.c.kind, rest)
        .join_from(sales, payments, payments.c.number == sales.c.number)
        .where(mine, payments.c.forfeited_minor != 0)
        .group_by(sales.c.business_day, _IS_BACK, payments.c.kind)
    )
    for day, back, kind, minor in connection.execute(wanted):
        _add(sums, (day, back, kind, _FORFEITED), Money(int(minor)), ZERO)


def _rate(rate: int) -> int | None:
    return None if rate == _FORFEITED else rate


def _reduced(connection: Connection, mine: ColumnElement[bool]) -> set[tuple[date, int]]:
    """Days and rates at which the rate was the reduced one."""
    wanted = (
        select(sales.c.business_day, sale_lines.c.rate_bp)
        .join_from(sales, sale_lines, sale_lines.c.number == sales.c.number)
        .where(mine, sale_lines.c.reduced)
        .distinct()
    )
    return {(day, rate) for day, rate in connection.execute(wanted)}


def _add(sums: _Sums, key: _Key, gross: Money, tax: Money) -> None:
    before = sums[key]
    sums[key] = before[0] + gross, before[1] + tax
