"""The ledger on disk."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    Table,
    delete,
    insert,
    select,
    update,
)

from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.sale import Payment, Sale, SaleLine
from breadpos.domain.tax import TaxSplit
from breadpos.storage.database import reading, writing
from breadpos.storage.schema import (
    RECEIPT,
    counters,
    open_carts,
    payments,
    sale_lines,
    sale_taxes,
    sales,
)


class SqlSales:
    """A SaleRepository on one engine; each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, sale: Sale, cart_id: str | None = None) -> Sale:
        """Write a sale, give it the next receipt number and drop its open cart; or nothing.

        The sale is on disk when this returns. A sale that is on disk already, because the
        program ended before anybody heard so, is not sold twice: the stored one is returned.

        Raises:
            DiskFull: there is no room; nothing was written.
            StorageError: anything else; nothing was written.
        """
        with writing(self._engine, "sale") as connection:
            # Held from here on, so that of two registers each gets a number of its own.
            last = connection.scalars(
                select(counters.c.value).where(counters.c.name == RECEIPT).with_for_update()
            ).one()
            if cart_id is not None:
                connection.execute(delete(open_carts).where(open_carts.c.cart_id == cart_id))
            known = _load(connection, select(sales).where(sales.c.sale_id == sale.sale_id))
            if known:
                return known[0]
            numbered = sale.numbered(last + 1)
            connection.execute(
                update(counters).where(counters.c.name == RECEIPT).values(value=numbered.number)
            )
            _write(connection, numbered)
        return numbered

    def get(self, number: int) -> Sale | None:
        """The sale with a receipt number."""
        with reading(self._engine, "sale") as connection:
            found = _load(connection, select(sales).where(sales.c.number == number))
        return found[0] if found else None

    def newest(self, limit: int) -> Sequence[Sale]:
        """The latest sales, newest first."""
        with reading(self._engine, "sales") as connection:
            return _load(connection, select(sales).order_by(sales.c.number.desc()).limit(limit))


def _write(connection: Connection, sale: Sale) -> None:
    connection.execute(
        insert(sales).values(
            sale_id=sale.sale_id,
            number=sale.number,
            sold_at=sale.sold_at,
            place=sale.place,
            total_minor=sale.total.minor,
        )
    )
    lines = [
        {
            "sale_id": sale.sale_id,
            "position": position,
            "product_id": line.product_id,
            "name": line.name,
            "unit_price_minor": line.unit_price.minor,
            "count": line.count,
            "tax_class": line.tax_class,
            "rate_bp": line.rate_bp,
            "reduced": line.reduced,
        }
        for position, line in enumerate(sale.lines)
    ]
    taxes = [
        {
            "sale_id": sale.sale_id,
            "rate_bp": tax.rate_bp,
            "gross_minor": tax.gross.minor,
            "tax_minor": tax.tax.minor,
        }
        for tax in sale.taxes
    ]
    payment = {
        "sale_id": sale.sale_id,
        "position": 0,
        "kind": sale.payment.kind,
        "tendered_minor": sale.payment.tendered.minor,
        "change_minor": sale.payment.change.minor,
    }
    _insert_all(connection, sale_lines, lines)
    _insert_all(connection, sale_taxes, taxes)
    _insert_all(connection, payments, [payment])


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:  # an empty list would insert one row of defaults
        connection.execute(insert(table), rows)


def _load(connection: Connection, wanted: Select[Any]) -> list[Sale]:
    heads = connection.execute(wanted).mappings().all()
    if not heads:
        return []
    chosen = wanted.with_only_columns(sales.c.sale_id, maintain_column_froms=True).subquery()
    lines = _rows_by_sale(connection, sale_lines, chosen.c.sale_id, sale_lines.c.position)
    taxes = _rows_by_sale(connection, sale_taxes, chosen.c.sale_id, sale_taxes.c.rate_bp)
    paid = _rows_by_sale(connection, payments, chosen.c.sale_id, payments.c.position)
    return [
        Sale(
            head["sale_id"],
            head["sold_at"],
            head["place"],
            tuple(_line_of(row) for row in lines[head["sale_id"]]),
            tuple(_tax_of(row) for row in taxes[head["sale_id"]]),
            _payment_of(paid[head["sale_id"]][0]),
            head["number"],
        )
        for head in heads
    ]


def _rows_by_sale(
    connection: Connection, table: Table, chosen: ColumnElement[str], order: ColumnElement[int]
) -> dict[str, list[RowMapping]]:
    found = connection.execute(
        select(table).where(table.c.sale_id.in_(select(chosen))).order_by(order)
    )
    rows: dict[str, list[RowMapping]] = defaultdict(list)
    for row in found.mappings():
        rows[row["sale_id"]].append(row)
    return rows


def _line_of(row: RowMapping) -> SaleLine:
    return SaleLine(
        ProductId(row["product_id"]),
        row["name"],
        Money(row["unit_price_minor"]),
        row["count"],
        row["tax_class"],
        row["rate_bp"],
        row["reduced"],
    )


def _tax_of(row: RowMapping) -> TaxSplit:
    return TaxSplit(row["rate_bp"], Money(row["gross_minor"]), Money(row["tax_minor"]))


def _payment_of(row: RowMapping) -> Payment:
    return Payment(row["kind"], Money(row["tendered_minor"]), Money(row["change_minor"]))
