"""Days gone by, from the ledger."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo

from sqlalchemy import Engine, case, extract, func, select

from breadpos.domain.history import ProductDay, Slot
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.sale import SaleKind
from breadpos.storage.database import reading
from breadpos.storage.schema import sale_lines, sales

_SLOT_S = 900
_DAY_MIN = 1_440


class SqlHistory:
    """Reads days on one engine.

    Args:
        zone: the shop's clock.
    """

    def __init__(self, engine: Engine, zone: tzinfo) -> None:
        self._engine = engine
        self._zone = zone

    def slots(self, days: Sequence[date]) -> Sequence[Slot]:
        """The takings of some days by quarters of an hour; days without a sale have none."""
        seconds = extract("epoch", sales.c.sold_at)
        slot = (seconds - seconds % _SLOT_S).label("slot")
        wanted = (
            select(sales.c.business_day, slot, func.sum(sales.c.total_minor).label("net"))
            .where(sales.c.business_day.in_(days))
            .group_by(sales.c.business_day, slot)
            .order_by(sales.c.business_day, slot)
        )
        with reading(self._engine, "history") as connection:
            return [
                Slot(row[0], self._minute(row[0], int(row[1])), Money(int(row[2])))
                for row in connection.execute(wanted)
            ]

    def products(self, days: Sequence[date]) -> Sequence[ProductDay]:
        """What some days sold of each product, less what came back, oldest day first."""
        is_sale = sales.c.kind == SaleKind.SALE
        seconds = extract("epoch", sales.c.sold_at)
        wanted = (
            select(
                sales.c.business_day,
                sale_lines.c.product_id,
                func.max(sale_lines.c.name),
                func.sum(sale_lines.c.count),
                func.max(case((is_sale, seconds), else_=0)),
            )
            .join_from(sales, sale_lines, sale_lines.c.number == sales.c.number)
            .where(sales.c.business_day.in_(days))
            .group_by(sales.c.business_day, sale_lines.c.product_id)
            .order_by(sales.c.business_day, sale_lines.c.product_id)
        )
        with reading(self._engine, "history") as connection:
            return [
                ProductDay(
                    row[0],
                    ProductId(row[1]),
                    row[2],
                    int(row[3]),
                    self._minute(row[0], int(row[4])) if row[4] else 0,
                )
                for row in connection.execute(wanted)
            ]

    def _minute(self, day: date, epoch: int) -> int:
        at = datetime.fromtimestamp(epoch, UTC).astimezone(self._zone)
        return at.hour * 60 + at.minute + _DAY_MIN * max((at.date() - day).days, 0)
