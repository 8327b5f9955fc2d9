"""The ledger's sales, voids and refunds on disk."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    Select,
    Table,
    delete,
    func,
    insert,
    select,
    tuple_,
)

from breadpos.domain.errors import NotVoidable, RefundTooMuch
from breadpos.domain.journal import Signature
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.sale import Sale, SaleKind, SaleLine
from breadpos.domain.tax import TaxSplit
from breadpos.domain.tender import Payment
from breadpos.storage.database import reading, writing
from breadpos.storage.journal import Row, append_entry, lock_ledger, next_number, plain
from breadpos.storage.schema import (
    RECEIPT,
    open_carts,
    payments,
    sale_lines,
    sale_taxes,
    sales,
    sold_names,
    z_reports,
)


class SqlSales:
    """A SaleRepository on one engine; each call is one transaction, journal included."""

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
            lock_ledger(connection)
            if cart_id is not None:
                connection.execute(delete(open_carts).where(open_carts.c.cart_id == cart_id))
            known = _load(connection, select(sales).where(sales.c.sale_id == sale.sale_id))
            return known[0] if known else _file(connection, sale)

    def take_back(self, refund: Sale, seen: Sequence[Sale]) -> Sale:
        """Write a void or refund.

        Args:
            seen: what had been taken back of the same sale when it was made up.

        Raises:
            RefundTooMuch: something else has been taken back meanwhile; nothing was written.
            StorageError: nothing was written.
        """
        with writing(self._engine, "refund") as connection:
            lock_ledger(connection)
            of = sales.c.of_number == refund.of_number
            now = connection.scalars(select(sales.c.number).where(of)).all()
            if set(now) != {earlier.number for earlier in seen}:
                raise RefundTooMuch(refund.of_number or 0)
            closed = last_closed(connection, refund.register)
            if refund.kind is SaleKind.VOID and closed and refund.business_day <= closed:
                raise NotVoidable(refund.of_number or 0)
            return _file(connection, refund)

    def get(self, number: int) -> Sale | None:
        """The sale, void or refund with a receipt number."""
        with reading(self._engine, "sale") as connection:
            found = _load(connection, select(sales).where(sales.c.number == number))
        return found[0] if found else None

    def refunds_of(self, number: int) -> Sequence[Sale]:
        """What has been taken back of a sale, oldest first."""
        wanted = select(sales).where(sales.c.of_number == number).order_by(sales.c.number)
        with reading(self._engine, "refunds") as connection:
            return _load(connection, wanted)

    def newest(self, limit: int) -> Sequence[Sale]:
        """The latest, newest first."""
        with reading(self._engine, "sales") as connection:
            return _load(connection, select(sales).order_by(sales.c.number.desc()).limit(limit))


def _file(connection: Connection, sale: Sale) -> Sale:
    numbered = _on_an_open_day(connection, sale).numbered(next_number(connection, RECEIPT))
    rows = rows_of(numbered)
    for table in (sales, sale_lines, sale_taxes, payments):
        if rows[table.name]:  # an empty list would insert one row of defaults
            connection.execute(insert(table), rows[table.name])
    _remember_names(connection, numbered)
    append_entry(
        connection,
        numbered.kind.value,
        {"receipt": numbered.number} | {name: list(map(plain, rows[name])) for name in rows},
        Signature(numbered.cashier, numbered.approver),
    )
    return numbered


def _on_an_open_day(connection: Connection, sale: Sale) -> Sale:
    """The sale, on the next day if its own has been closed in another window meanwhile."""
    closed = last_closed(connection, sale.register)
    if closed is None or sale.business_day > closed:
        return sale
    return replace(sale, business_day=closed + timedelta(days=1))


def last_closed(connection: Connection, register: str) -> date | None:
    """The newest day of a register with a Z report."""
    wanted = select(func.max(z_reports.c.business_day)).where(z_reports.c.register == register)
    found: date | None = connection.scalar(wanted)
    return found


def rows_of(sale: Sale) -> dict[str, list[Row]]:
    """What a numbered sale is on disk, by table."""
    return {
        "sales": [_head_row(sale)],
        "sale_lines": [_line_row(sale, n, line) for n, line in enumerate(sale.lines)],
        "sale_taxes": [
            {
                "number": sale.number,
                "rate_bp": tax.rate_bp,
                "gross_minor": tax.gross.minor,
                "tax_minor": tax.tax.minor,
            }
            for tax in sale.taxes
        ],
        "payments": [
            {
                "number": sale.number,
                "position": position,
                "kind": payment.kind,
                "tendered_minor": payment.tendered.minor,
                "change_minor": payment.change.minor,
                "forfeited_minor": payment.forfeited.minor,
                "note": payment.note,
            }
            for position, payment in enumerate(sale.payments)
        ],
    }


def _head_row(sale: Sale) -> Row:
    return {
        "number": sale.number,
        "sale_id": sale.sale_id,
        "kind": sale.kind,
        "sold_at": sale.sold_at,
        "business_day": sale.business_day,
        "register": sale.register,
        "cashier": sale.cashier,
        "approver": sale.approver,
        "place": sale.place,
        "total_minor": sale.total.minor,
        "off_minor": sale.off.minor,
        "pieces": sale.count,
        "customers": sale.customers,
        "share_label": sale.share_label,
        "rounding": sale.rounding,
        "note": sale.note,
        "of_number": sale.of_number,
        "of_day": sale.of_day,
        "reason": sale.reason,
    }


def _line_row(sale: Sale, position: int, line: SaleLine) -> Row:
    return {
        "number": sale.number,
        "position": position,
        "business_day": sale.business_day,
        "product_id": line.product_id,
        "name": line.name,
        "unit_price_minor": line.unit_price.minor,
        "count": line.count,
        "tax_class": line.tax_class,
        "rate_bp": line.rate_bp,
        "reduced": line.reduced,
        "place": line.place,
        "off_minor": line.off.minor,
        "share_minor": line.share.minor,
        "off_label": line.off_label,
        "of_line": line.of_line,
    }


def _remember_names(connection: Connection, sale: Sale) -> None:
    names = {(line.product_id, line.name) for line in sale.lines}
    key = tuple_(sold_names.c.product_id, sold_names.c.name)
    known = connection.execute(select(sold_names).where(key.in_(names))).all()
    new = sorted(names - {(row.product_id, row.name) for row in known})
    if new:
        rows = [{"product_id": product_id, "name": name} for product_id, name in new]
        connection.execute(insert(sold_names), rows)


def _load(connection: Connection, wanted: Select[Any]) -> list[Sale]:
    heads = connection.execute(wanted).mappings().all()
    if not heads:
        return []
    numbers = [head["number"] for head in heads]
    lines = _rows_by_sale(connection, sale_lines, numbers)
    taxes = _rows_by_sale(connection, sale_taxes, numbers)
    paid = _rows_by_sale(connection, payments, numbers)
    return [
        _sale_of(head, lines[head["number"]], taxes[head["number"]], paid[head["number"]])
        for head in heads
    ]


_AT_ONCE = 500
"""Numbers in one IN clause; drivers have limits."""


def _rows_by_sale(
    connection: Connection, table: Table, numbers: Sequence[int]
) -> dict[int, list[RowMapping]]:
    rows: dict[int, list[RowMapping]] = defaultdict(list)
    for start in range(0, len(numbers), _AT_ONCE):
        some = table.c.number.in_(numbers[start : start + _AT_ONCE])
        wanted = select(table).where(some).order_by(*table.primary_key.columns)
        for row in connection.execute(wanted).mappings():
            rows[row["number"]].append(row)
    return rows


def _sale_of(
    head: RowMapping, lines: list[RowMapping], taxes: list[RowMapping], paid: list[RowMapping]
) -> Sale:
    return Sale(
        head["sale_id"],
        head["sold_at"],
        head["place"],
        tuple(_line_of(row) for row in lines),
        tuple(_tax_of(row) for row in taxes),
        tuple(_payment_of(row) for row in paid),
        head["business_day"],
        number=head["number"],
        kind=head["kind"],
        register=head["register"],
        cashier=head["cashier"],
        approver=head["approver"],
        note=head["note"],
        customers=head["customers"],
        share_label=head["share_label"],
        rounding=head["rounding"],
        of_number=head["of_number"],
        of_day=head["of_day"],
        reason=head["reason"],
    )


def _line_of(row: RowMapping) -> SaleLine:
    return SaleLine(
        ProductId(row["product_id"]),
        row["name"],
        Money(row["unit_price_minor"]),
        row["count"],
        row["tax_class"],
        row["rate_bp"],
        row["reduced"],
        row["place"],
        Money(row["off_minor"]),
        Money(row["share_minor"]),
        row["off_label"],
        row["of_line"],
    )


def _tax_of(row: RowMapping) -> TaxSplit:
    return TaxSplit(row["rate_bp"], Money(row["gross_minor"]), Money(row["tax_minor"]))


def _payment_of(row: RowMapping) -> Payment:
    return Payment(
        row["kind"],
        Money(row["tendered_minor"]),
        Money(row["change_minor"]),
        Money(row["forfeited_minor"]),
        row["note"],
    )
