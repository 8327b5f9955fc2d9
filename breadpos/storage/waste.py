"""Closing counts on disk."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Engine, func, insert, select

from breadpos.domain.journal import WASTE, Signature
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.waste import WasteCount, WasteLine
from breadpos.storage.database import reading, writing
from breadpos.storage.journal import append_entry, lock_ledger, next_number, plain
from breadpos.storage.schema import WASTE_COUNTER, waste_counts, waste_lines


class SqlWaste:
    """Closing counts on one engine; each call is one transaction, journal included."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, count: WasteCount) -> WasteCount:
        """File a count; of one register's day it takes the place of those before."""
        with writing(self._engine, "closing count") as connection:
            lock_ledger(connection)
            filed = replace(count, number=next_number(connection, WASTE_COUNTER))
            head, rows = _head_row(filed), _line_rows(filed)
            connection.execute(insert(waste_counts), head)
            if rows:
                connection.execute(insert(waste_lines), rows)
            payload = {
                "number": filed.number,
                waste_counts.name: [plain(head)],
                waste_lines.name: [plain(row) for row in rows],
            }
            append_entry(connection, WASTE, payload, Signature(filed.cashier))
        return filed

    def between(self, first: date, last: date) -> Sequence[WasteCount]:
        """The counts that hold for some days, oldest day first."""
        wanted = (
            select(waste_counts)
            .where(
                waste_counts.c.number.in_(
                    select(func.max(waste_counts.c.number))
                    .where(waste_counts.c.business_day.between(first, last))
                    .group_by(waste_counts.c.business_day, waste_counts.c.register)
                )
            )
            .order_by(waste_counts.c.business_day, waste_counts.c.number)
        )
        with reading(self._engine, "closing counts") as connection:
            heads = connection.execute(wanted).mappings().all()
            held: ColumnElement[bool] = waste_lines.c.number.in_([row["number"] for row in heads])
            lines = select(waste_lines).where(held).order_by(*waste_lines.primary_key.columns)
            rows = connection.execute(lines).mappings().all()
        return [
            WasteCount(
                business_day=head["business_day"],
                at=head["at"],
                lines=tuple(
                    WasteLine(
                        ProductId(row["product_id"]),
                        row["name"],
                        row["count"],
                        Money(row["unit_price_minor"]),
                    )
                    for row in rows
                    if row["number"] == head["number"]
                ),
                register=head["register"],
                cashier=head["cashier"],
                number=head["number"],
            )
            for head in heads
        ]


def _head_row(count: WasteCount) -> dict[str, Any]:
    return {
        "number": count.number,
        "business_day": count.business_day,
        "at": count.at,
        "register": count.register,
        "cashier": count.cashier,
    }


def _line_rows(count: WasteCount) -> list[dict[str, Any]]:
    return [
        {
            "number": count.number,
            "position": position,
            "product_id": line.product_id,
            "name": line.name,
            "count": line.count,
            "unit_price_minor": line.unit_price.minor,
        }
        for position, line in enumerate(count.lines)
    ]
