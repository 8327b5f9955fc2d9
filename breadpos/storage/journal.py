"""The journal on disk, chained entry by entry."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, insert, select, update

from breadpos.domain.journal import FIRST_PREVIOUS, Entry, Signature, canonical
from breadpos.storage.database import reading, writing
from breadpos.storage.schema import JOURNAL, counters, journal

Row = dict[str, Any]

_NOBODY = Signature()
_SIGNATURE: ContextVar[Signature] = ContextVar("signature", default=_NOBODY)


class SqlJournal:
    """A Journal on one engine; what is written inside `signed` is one transaction with it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def append(self, kind: str, payload: Mapping[str, Any]) -> Entry:
        """Add an entry, chained to the one before; a refusal is a StorageError."""
        with writing(self._engine, "journal entry") as connection:
            return append_entry(connection, kind, payload)

    @contextmanager
    def signed(self, by: Signature) -> Iterator[None]:
        """One transaction whose entries bear a signature: all of it is on disk at the end."""
        token = _SIGNATURE.set(by)
        try:
            with writing(self._engine, "journal entry") as connection:
                lock_ledger(connection)
                yield
        finally:
            _SIGNATURE.reset(token)

    def about(self, receipt: int) -> Sequence[Entry]:
        """Every entry about a receipt, oldest first."""
        return self._entries(
            select(journal).where(journal.c.receipt == receipt).order_by(journal.c.seq)
        )

    def newest(self, limit: int, kind: str | None = None) -> Sequence[Entry]:
        """The latest entries, newest first."""
        wanted = select(journal).order_by(journal.c.seq.desc()).limit(limit)
        return self._entries(wanted if kind is None else wanted.where(journal.c.kind == kind))

    def _entries(self, wanted: Select[Any]) -> list[Entry]:
        with reading(self._engine, "journal") as connection:
            return [entry_of(row) for row in connection.execute(wanted).mappings()]


def lock_ledger(connection: Connection) -> int:
    """Keep other writers out until the transaction ends; returns the newest entry's number.

    Every write to the ledger begins with this, so that no two wait for each other.
    """
    wanted = select(counters.c.value).where(counters.c.name == JOURNAL).with_for_update()
    return int(connection.scalars(wanted).one())


def next_number(connection: Connection, name: str) -> int:
    """The next of a counter, for a writer who has locked the ledger."""
    last = int(connection.scalars(select(counters.c.value).where(counters.c.name == name)).one())
    connection.execute(update(counters).where(counters.c.name == name).values(value=last + 1))
    return last + 1


def append_entry(
    connection: Connection,
    kind: str,
    payload: Mapping[str, Any],
    by: Signature | None = None,
) -> Entry:
    """Add an entry in the transaction of the fact it records.

    Args:
        by: else the signature of `signed`.
    """
    by = by or _SIGNATURE.get()
    last = lock_ledger(connection)
    found = connection.scalars(select(journal.c.digest).where(journal.c.seq == last)).one_or_none()
    entry = Entry(
        seq=last + 1,
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        kind=kind,
        cashier=by.cashier,
        approver=by.approver,
        receipt=payload.get("receipt"),
        payload=canonical(payload),
        previous=found or FIRST_PREVIOUS,
    ).sealed()
    connection.execute(
        insert(journal).values(
            seq=entry.seq,
            at=entry.at,
            kind=entry.kind,
            cashier=entry.cashier,
            approver=entry.approver,
            receipt=entry.receipt,
            payload=entry.payload,
            previous=entry.previous,
            digest=entry.digest,
        )
    )
    connection.execute(update(counters).where(counters.c.name == JOURNAL).values(value=entry.seq))
    return entry


def entry_of(row: RowMapping | Mapping[str, Any]) -> Entry:
    return Entry(
        seq=row["seq"],
        at=row["at"],
        kind=row["kind"],
        cashier=row["cashier"],
        approver=row["approver"],
        receipt=row["receipt"],
        payload=row["payload"],
        previous=row["previous"],
        digest=row["digest"],
    )


def plain(row: Mapping[str, Any]) -> Row:
    """A table's row as plain JSON, the same whether it is about to be written or was read raw."""
    return {key: plain_value(value) for key, value in row.items()}


def plain_value(value: object) -> object:
    if isinstance(value, Enum):
        return plain_value(value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")  # as SQLite keeps it
    if isinstance(value, date):
        return value.isoformat()
    return value
