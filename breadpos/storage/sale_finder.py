"""Finds receipts among millions: every question is led by the index that answers it soonest."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, exists, func, or_, select

from breadpos.application.ports import SaleHead, SaleSearch
from breadpos.domain.money import Money
from breadpos.domain.sale import SaleKind
from breadpos.storage.database import reading
from breadpos.storage.schema import sale_lines, sales, sold_names

_FEW = 2_000
"""So many are sorted faster than the whole ledger is looked through."""

_MOST_PRODUCTS = 50


class SqlSaleFinder:
    """A SaleFinder on one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, wanted: SaleSearch) -> Sequence[SaleHead]:
        """Newest first."""
        with reading(self._engine, "sales") as connection:
            numbers = _numbers(connection, wanted)
            return _heads(connection, numbers)


def _numbers(connection: Connection, wanted: SaleSearch) -> list[int]:
    is_rare = wanted.amounts is not None and _is_rare(connection, _amounts(wanted))
    if wanted.item and not is_rare:
        found: set[int] = set()
        for product_id in _products(connection, wanted.item):
            found.update(connection.scalars(_with_product(wanted, product_id)))
        return sorted(found, reverse=True)[: wanted.limit]
    conditions = _conditions(wanted)
    if wanted.amounts is not None:
        # plus nothing: keeps the index of amounts out where most of the ledger would match
        total = None if is_rare else sales.c.total_minor + 0
        conditions.append(_amounts(wanted, total))
    if wanted.item:
        conditions.append(_has_one_of(_products(connection, wanted.item)))
    query = select(sales.c.number).where(*conditions)
    return list(connection.scalars(query.order_by(sales.c.number.desc()).limit(wanted.limit)))


def _has_one_of(product_ids: Sequence[str]) -> ColumnElement[bool]:
    line = sale_lines.c
    return exists().where(line.number == sales.c.number, line.product_id.in_(product_ids))


def _products(connection: Connection, item: str) -> list[str]:
    """Products that were ever sold under such a name."""
    is_named = or_(
        sold_names.c.name.icontains(item, autoescape=True),
        sold_names.c.product_id.icontains(item, autoescape=True),
    )
    query = select(sold_names.c.product_id).where(is_named).distinct().limit(_MOST_PRODUCTS)
    return list(connection.scalars(query))


def _with_product(wanted: SaleSearch, product_id: str) -> Select[Any]:
    line = sale_lines.c
    conditions = _conditions(wanted)
    if wanted.amounts is not None:
        conditions.append(_amounts(wanted, sales.c.total_minor + 0))
    if wanted.days is not None:
        conditions.append(line.business_day.between(*wanted.days))
    return (
        select(line.number)
        .join(sales, sales.c.number == line.number)
        .where(line.product_id == product_id, *conditions)
        .distinct()
        .order_by(line.business_day.desc(), line.number.desc())
        .add_columns(line.business_day)
        .limit(wanted.limit)
    )


def _conditions(wanted: SaleSearch) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.number is not None:
        conditions.append(sales.c.number == wanted.number)
    if wanted.before is not None:
        conditions.append(sales.c.number < wanted.before)
    if wanted.kind is not None:
        conditions.append(sales.c.kind == wanted.kind)
    if wanted.days is not None:
        conditions.append(sales.c.business_day.between(*wanted.days))
    return conditions


def _amounts(wanted: SaleSearch, total: ColumnElement[int] | None = None) -> ColumnElement[bool]:
    least, most = wanted.amounts or (Money(0), Money(0))
    column = sales.c.total_minor if total is None else total
    return or_(
        column.between(least.minor, most.minor),
        and_(column.between(-most.minor, -least.minor), column < 0),
    )


def _is_rare(connection: Connection, amounts: ColumnElement[bool]) -> bool:
    some = select(sales.c.number).where(amounts).limit(_FEW).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) < _FEW


def _heads(connection: Connection, numbers: Sequence[int]) -> list[SaleHead]:
    first = and_(sale_lines.c.number == sales.c.number, sale_lines.c.position == 0)
    query = (
        select(sales, sale_lines.c.name, sale_lines.c.product_id)
        .outerjoin(sale_lines, first)
        .where(sales.c.number.in_(numbers))
        .order_by(sales.c.number.desc())
    )
    voided, given_back = _undone(connection, numbers)
    return [
        SaleHead(
            number=row["number"],
            kind=row["kind"],
            sold_at=row["sold_at"],
            business_day=row["business_day"],
            total=Money(row["total_minor"]),
            pieces=row["pieces"],
            first_name=row["name"] or "",
            cashier=row["cashier"],
            first_id=row["product_id"] or "",
            is_voided=row["number"] in voided,
            given_back=Money(given_back[row["number"]]),
        )
        for row in connection.execute(query).mappings()
    ]


def _undone(connection: Connection, numbers: Sequence[int]) -> tuple[set[int], Counter[int]]:
    """Which were voided, and what was refunded of each, in the smallest unit."""
    voided: set[int] = set()
    given_back: Counter[int] = Counter()
    query = select(sales.c.of_number, sales.c.kind, sales.c.total_minor)
    for number, kind, total in connection.execute(query.where(sales.c.of_number.in_(numbers))):
        if kind is SaleKind.VOID:
            voided.add(number)
        else:
            given_back[number] -= total
    return voided, given_back
