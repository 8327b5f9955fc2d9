"""Recognition's own figures, added up by the database from the trays on record."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, and_, case, func, or_, select

from breadpos.domain.money import Money
from breadpos.domain.recognition import Status
from breadpos.domain.report import ReadingRow, Readings, Span
from breadpos.domain.tray_record import Word
from breadpos.storage.database import reading
from breadpos.storage.schema import products, tray_items, trays

_ITEM = tray_items.c
_WRONG_NAME = or_(
    and_(_ITEM.read_as.is_(None), _ITEM.charged_as.is_not(None)),
    and_(_ITEM.read_as.is_not(None), _ITEM.charged_as.is_(None)),
    _ITEM.read_as != _ITEM.charged_as,
)
_CORRECTED = and_(_ITEM.word != Word.NONE, _WRONG_NAME)
_OVER = and_(_CORRECTED, _ITEM.read_minor > _ITEM.charged_minor)
_UNDER = and_(_CORRECTED, _ITEM.read_as.is_not(None), _ITEM.read_minor < _ITEM.charged_minor)


class SqlReadings:
    """How well trays were read, on one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def between(self, span: Span) -> Readings:
        """The figures of some days."""
        mine = _ITEM.business_day.between(span.first, span.last)
        with reading(self._engine, "readings") as connection:
            names = dict(connection.execute(select(products.c.product_id, products.c.name)).all())
            by_product = _rows(connection, _ITEM.read_as, mine, names)
            receipts = select(func.count(trays.c.receipt.distinct())).where(
                trays.c.business_day.between(span.first, span.last)
            )
            return Readings(
                by_day=tuple(_rows(connection, _ITEM.business_day, mine, {})),
                by_product=tuple(sorted(by_product, key=lambda row: (-row.corrected, row.key))),
                receipts=connection.scalar(receipts) or 0,
            )


def _rows(
    connection: Connection,
    key: ColumnElement[Any],
    mine: ColumnElement[bool],
    names: dict[str, str],
) -> list[ReadingRow]:
    wanted = (
        select(
            key.label("key"),
            func.count().label("items"),
            *(_count(_ITEM.status == status).label(status.value) for status in Status),
            _count(_CORRECTED).label("corrected"),
            _count(and_(_CORRECTED, _ITEM.status == Status.SURE)).label("sure_corrected"),
            _sum(_OVER, _ITEM.read_minor - _ITEM.charged_minor).label("over"),
            _sum(_UNDER, _ITEM.charged_minor - _ITEM.read_minor).label("under"),
        )
        .where(mine)
        .group_by(key)
        .order_by(key)
    )
    return [_row(row, names) for row in connection.execute(wanted).mappings()]


def _row(row: RowMapping, names: dict[str, str]) -> ReadingRow:
    key = "" if row["key"] is None else str(row["key"])
    counts = ("items", "sure", "unsure", "unknown", "corrected", "sure_corrected")
    return ReadingRow(
        key=key,
        label=names.get(key, key),
        **{name: int(row[name]) for name in counts},
        over=Money(int(row["over"])),
        under=Money(int(row["under"])),
    )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return _sum(condition, 1)


def _sum(condition: ColumnElement[bool], amount: ColumnElement[int] | int) -> ColumnElement[int]:
    return func.sum(case((condition, amount), else_=0))
