"""Compares the ledger with its journal, and the journal with itself."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnClause,
    Connection,
    Engine,
    RowMapping,
    Select,
    Table,
    TableClause,
    and_,
    column,
    func,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy import table as raw_table

from breadpos.domain.journal import Chain, Entry, Fault, Finding
from breadpos.storage.database import reading
from breadpos.storage.journal import Row, entry_of, plain
from breadpos.storage.schema import (
    BEFORE_JOURNAL,
    CASH_COUNTER,
    JOURNAL,
    LEDGER,
    RECEIPT,
    TRAY_COUNTER,
    WASTE_COUNTER,
    Z_COUNTER,
    cash_movements,
    counters,
    journal,
    payments,
    sale_lines,
    sale_taxes,
    sales,
    trays,
    waste_counts,
    z_reports,
)

_AT_ONCE = 5_000
_WORDS = {
    "sales": "receipt",
    "sale_lines": "items of receipt",
    "sale_taxes": "tax of receipt",
    "payments": "payments of receipt",
    "cash_movements": "cash movement",
    "z_reports": "Z report",
    "trays": "tray on record",
    "tray_items": "items of tray on record",
    "waste_counts": "closing count",
    "waste_lines": "items of closing count",
}
_COUNTED = {
    RECEIPT: sales,
    CASH_COUNTER: cash_movements,
    Z_COUNTER: z_reports,
    TRAY_COUNTER: trays,
    WASTE_COUNTER: waste_counts,
}
_OF_SALE = {sales, sale_lines, sale_taxes, payments}
_SQLITE_TRIGGERS: tuple[str, ...] = ("update", "delete", "replace")
_POSTGRESQL_TRIGGERS: tuple[str, ...] = ("stays",)

Progress = Callable[[int, int], None]


def verify(engine: Engine, progress: Progress = lambda _done, _all: None) -> Iterator[Finding]:
    """Every place where the ledger is not as it was written, as soon as it is found.

    Args:
        progress: told how many entries are done, of how many.
    """
    with reading(engine, "ledger") as connection:
        yield from _unprotected(connection)
        last = _counter(connection, JOURNAL)
        before = _counter(connection, BEFORE_JOURNAL)
        facts = {
            table.name: _Facts(connection, table, before if _is_of_sale(table) else 0)
            for table in LEDGER
        }
        chain = Chain()
        for entry in _entries(connection):
            yield from chain.take(entry)
            for name, key, rows in _recorded(entry):
                yield from facts[name].compare(key, rows, excused=not entry.is_sealed)
            if entry.seq % _AT_ONCE == 0:
                progress(entry.seq, last)
        yield from chain.end(last)
        for fact in facts.values():
            yield from fact.rest()
        yield from _miscounted(connection)


class _Facts:
    """A table's rows in groups of one number, read once in order beside the journal.

    Args:
        before: rows of so many first numbers are older than the journal.
    """

    def __init__(self, connection: Connection, table: Table, before: int) -> None:
        self._words = _WORDS[table.name]
        self._groups = groupby(_rows(connection, table, before), key=lambda row: row["number"])
        self._excused: set[int] = set()
        self._key: object = None
        self._rows: list[Row] = []
        self._advance()

    def compare(self, key: int, rows: list[Row], *, excused: bool) -> Iterator[Finding]:
        """Findings about the group an entry records; none where the entry itself is not sound."""
        if excused:
            self._excused.add(key)
            return
        while isinstance(self._key, int) and self._key < key:
            yield from self._unrecorded()
        if self._key != key:
            if rows and key not in self._excused:
                yield Finding(Fault.MISSING, f"{self._words} {key}")
            return
        if self._rows != rows:
            yield Finding(Fault.CHANGED, f"{self._words} {key}")
        self._advance()

    def rest(self) -> Iterator[Finding]:
        """What no entry has asked for."""
        while self._key is not None:
            yield from self._unrecorded()

    def _unrecorded(self) -> Iterator[Finding]:
        if self._key not in self._excused:
            yield Finding(Fault.UNRECORDED, f"{self._words} {self._key}")
        self._advance()

    def _advance(self) -> None:
        self._key, rows = next(self._groups, (None, iter(())))
        self._rows = list(rows)


def _is_of_sale(table: Table) -> bool:
    return table in _OF_SALE


def _recorded(entry: Entry) -> Iterator[tuple[str, int, list[Row]]]:
    """What an entry says is on disk: table, number, rows; of a changed one only its receipt."""
    if not entry.is_sealed:
        if entry.receipt is not None:
            yield from ((table.name, entry.receipt, []) for table in LEDGER if _is_of_sale(table))
        return
    payload = json.loads(entry.payload)
    for table in LEDGER:
        rows = payload.get(table.name)
        if rows is not None:
            yield table.name, rows[0]["number"] if rows else payload[_key_of(table)], rows


def _key_of(table: Table) -> str:
    """What an entry calls the number of a fact that has no rows in a table."""
    return "receipt" if _is_of_sale(table) else "number"


def _entries(connection: Connection) -> Iterator[Entry]:
    # untyped columns: what somebody has put there need not be what belongs there
    source = raw_table("journal", *(column(c.name) for c in journal.columns))
    for rows in _pages(connection, source, (source.c.seq,), 0):
        yield from (entry_of(row) for row in rows)


def _rows(connection: Connection, table: Table, before: int) -> Iterator[Row]:
    source = raw_table(table.name, *(column(c.name) for c in table.columns))
    key = tuple(source.c[c.name] for c in table.primary_key.columns)
    for rows in _pages(connection, source, key, before):
        yield from (plain(dict(row)) for row in rows)


def _pages(
    connection: Connection, source: TableClause, key: tuple[ColumnClause[Any], ...], after: int
) -> Iterator[Sequence[RowMapping]]:
    """Mappings in the order of a key, whose first part is no number from 1 to `after`."""
    start = or_(key[0] > after, key[0] < 1)
    while True:
        query = select(source).where(start).order_by(*key).limit(_AT_ONCE)
        rows = connection.execute(query).mappings().all()
        if rows:
            yield rows
        if len(rows) < _AT_ONCE:
            return
        last = [rows[-1][c.name] for c in key]
        on = tuple_(*key) > tuple_(*last) if len(key) > 1 else key[0] > last[0]
        start = and_(on, or_(key[0] > after, key[0] < 1))


def _newest(table: Table) -> Select[tuple[int]]:
    return select(func.max(table.c.number))


def _counter(connection: Connection, name: str) -> int:
    found = connection.scalar(select(counters.c.value).where(counters.c.name == name))
    return found if isinstance(found, int) else -1


def _miscounted(connection: Connection) -> Iterator[Finding]:
    """Counters that do not say what there is, are not there, or are none of ours."""
    names = set(connection.scalars(select(counters.c.name)))
    for name in sorted(names ^ {*_COUNTED, JOURNAL, BEFORE_JOURNAL}, key=str):
        yield Finding(Fault.MISSING if name not in names else Fault.UNRECORDED, f"counter {name}")
    for name, table in _COUNTED.items():
        if name in names and _counter(connection, name) != (connection.scalar(_newest(table)) or 0):
            yield Finding(Fault.CHANGED, f"counter {name}")
    if BEFORE_JOURNAL in names and _counter(connection, BEFORE_JOURNAL) < 0:
        yield Finding(Fault.CHANGED, f"counter {BEFORE_JOURNAL}")


def _unprotected(connection: Connection) -> Iterator[Finding]:
    """Tables whose triggers somebody has taken away."""
    if connection.dialect.name == "postgresql":
        query, ends = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'", _POSTGRESQL_TRIGGERS
    else:
        query, ends = "SELECT name FROM sqlite_master WHERE type = 'trigger'", _SQLITE_TRIGGERS
    there = set(connection.scalars(text(query)))
    for table in (journal, *LEDGER):
        if not {f"{table.name}_{end}" for end in ends} <= there:
            yield Finding(Fault.UNPROTECTED, f"table {table.name}")
