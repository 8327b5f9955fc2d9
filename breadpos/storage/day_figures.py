"""Adds up one register's days in the database."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from breadpos.domain.cash import MovementKind
from breadpos.domain.day import DayFigures, DrawerFigures, Tally
from breadpos.domain.money import ZERO, Money
from breadpos.domain.sale import SaleKind
from breadpos.domain.tax import TaxSplit
from breadpos.domain.tender import TenderKind
from breadpos.storage.schema import cash_movements, payments, sale_taxes, sales

_PAID = payments.c.tendered_minor - payments.c.change_minor - payments.c.forfeited_minor


def figures_between(connection: Connection, register: str, first: date, last: date) -> DayFigures:
    """The figures of some days, named after the last."""
    mine = (sales.c.register == register, sales.c.business_day.between(first, last))
    by_kind = select(
        sales.c.kind,
        func.count().label("count"),
        func.sum(sales.c.total_minor).label("total"),
        func.sum(sales.c.pieces).label("pieces"),
        func.sum(sales.c.customers).label("customers"),
        func.sum(sales.c.off_minor).label("off"),
        func.min(sales.c.number).label("first"),
        func.max(sales.c.number).label("last"),
    ).where(*mine)
    rows = connection.execute(by_kind.group_by(sales.c.kind)).mappings().all()
    tallies = {row["kind"]: Tally(row["count"], Money(int(row["total"]))) for row in rows}
    tenders = dict(_tenders(connection, mine))
    return DayFigures(
        register=register,
        day=last,
        sales=tallies.get(SaleKind.SALE, Tally()),
        voids=tallies.get(SaleKind.VOID, Tally()),
        refunds=tallies.get(SaleKind.REFUND, Tally()),
        pieces=int(sum(row["pieces"] for row in rows)),
        customers=int(sum(row["customers"] for row in rows)),
        discounts=Money(int(sum(row["off"] for row in rows))),
        taxes=tuple(_taxes(connection, mine)),
        tenders=tuple((kind, tenders[kind]) for kind in TenderKind if kind in tenders),
        drawer=_drawer(
            connection, register, first, last, tenders.get(TenderKind.CASH, Tally()).amount
        ),
        first_number=min((row["first"] for row in rows), default=0),
        last_number=max((row["last"] for row in rows), default=0),
    )


def _taxes(connection: Connection, mine: tuple[ColumnElement[bool], ...]) -> Iterator[TaxSplit]:
    wanted = (
        select(
            sale_taxes.c.rate_bp,
            func.sum(sale_taxes.c.gross_minor).label("gross"),
            func.sum(sale_taxes.c.tax_minor).label("tax"),
        )
        .join(sales, sales.c.number == sale_taxes.c.number)
        .where(*mine)
        .group_by(sale_taxes.c.rate_bp)
        .order_by(sale_taxes.c.rate_bp)
    )
    for row in connection.execute(wanted).mappings():
        yield TaxSplit(row["rate_bp"], Money(int(row["gross"])), Money(int(row["tax"])))


def _tenders(
    connection: Connection, mine: tuple[ColumnElement[bool], ...]
) -> Iterator[tuple[TenderKind, Tally]]:
    wanted = (
        select(payments.c.kind, func.count().label("count"), func.sum(_PAID).label("paid"))
        .join(sales, sales.c.number == payments.c.number)
        .where(*mine)
        .group_by(payments.c.kind)
    )
    for row in connection.execute(wanted).mappings():
        yield row["kind"], Tally(row["count"], Money(int(row["paid"])))


def _drawer(
    connection: Connection, register: str, first: date, last: date, taken: Money
) -> DrawerFigures:
    wanted = (
        select(
            cash_movements.c.kind,
            func.count().label("count"),
            func.sum(cash_movements.c.amount_minor).label("amount"),
        )
        .where(
            cash_movements.c.register == register,
            cash_movements.c.business_day.between(first, last),
        )
        .group_by(cash_movements.c.kind)
    )
    rows = connection.execute(wanted).mappings()
    moved = {row["kind"]: Tally(row["count"], Money(int(row["amount"]))) for row in rows}
    return DrawerFigures(
        float_in=moved.get(MovementKind.FLOAT, Tally()),
        paid_in=moved.get(MovementKind.PAY_IN, Tally()),
        paid_out=moved.get(MovementKind.PAY_OUT, Tally()),
        opened_count=moved.get(MovementKind.OPENED, Tally(0, ZERO)).count,
        sales=taken,
    )
