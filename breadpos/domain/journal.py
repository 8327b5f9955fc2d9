"""The journal: what happened, entry after entry, each bearing the hash of the one before."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

FIRST_PREVIOUS = "0" * 64
"""What the first entry has for the hash of the one before."""

SALE, VOID, REFUND = "sale", "void", "refund"
CASH, Z_REPORT = "cash", "z_report"
PRICE_CHANGE = "price_change"
RECEIPT_ISSUED = "receipt_issued"
TRAY, WASTE = "tray", "waste"
"""Kinds of entries; others may be added anywhere."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something, and who allowed it where somebody had to."""

    cashier: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal, as it is on disk.

    Attributes:
        seq: counts up without gaps from 1.
        at: ISO 8601 in UTC with microseconds.
        payload: canonical JSON.
        receipt: the receipt it is about, if it is about one.
        previous: hash of the entry before; of the first, 64 zeros.
        digest: SHA-256 of all the others, 64 hexadecimal digits.
    """

    seq: int
    at: str
    kind: str
    cashier: str
    approver: str
    receipt: int | None
    payload: str
    previous: str
    digest: str = ""

    def sealed(self) -> "Entry":
        """The entry with its hash."""
        return Entry(
            seq=self.seq,
            at=self.at,
            kind=self.kind,
            cashier=self.cashier,
            approver=self.approver,
            receipt=self.receipt,
            payload=self.payload,
            previous=self.previous,
            digest=self._digest(),
        )

    @property
    def is_sealed(self) -> bool:
        """Whether its hash is that of what it says."""
        return self.digest == self._digest()

    def _digest(self) -> str:
        said = [
            self.seq,
            self.at,
            self.kind,
            self.cashier,
            self.approver,
            self.receipt,
            self.payload,
            self.previous,
        ]
        return hashlib.sha256(json.dumps(said, default=repr).encode()).hexdigest()


class Fault(Enum):
    """What is wrong with a place in the ledger."""

    CHANGED = "changed"
    MISSING = "missing"
    REORDERED = "out of order"
    UNRECORDED = "not in the journal"
    UNPROTECTED = "no longer protected"


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where the ledger is not as it was written.

    Attributes:
        place: which entry, receipt, report or table, in words.
    """

    fault: Fault
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {self.fault.value}"


def canonical(payload: Mapping[str, Any]) -> str:
    """One text for one meaning: sorted keys, no spaces, all of it as it is written."""
    return json.dumps(
        payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


class Chain:
    """Looks at entry after entry, in the order of their numbers."""

    def __init__(self) -> None:
        self._expected = 1
        self._previous: str | None = FIRST_PREVIOUS

    def take(self, entry: Entry) -> Iterator[Finding]:
        """What is wrong with the next entry, or missing before it."""
        if entry.seq < self._expected:  # below the first; the numbers are in order
            yield Finding(Fault.REORDERED, f"journal entry {entry.seq}")
            return
        if entry.seq > self._expected:
            yield Finding(Fault.MISSING, _span(self._expected, entry.seq - 1))
        elif entry.is_sealed and self._previous not in {None, entry.previous}:
            yield Finding(Fault.REORDERED, f"journal entry {entry.seq}")
        if not entry.is_sealed:
            yield Finding(Fault.CHANGED, f"journal entry {entry.seq}")
        self._expected = entry.seq + 1
        # of a changed entry nobody knows which hash it had
        self._previous = entry.digest if entry.is_sealed else None

    def end(self, last_seq: int) -> Iterator[Finding]:
        """What is missing at the end, for the newest entry has a number that is kept apart."""
        if self._expected != last_seq + 1:
            yield Finding(Fault.MISSING, _span(self._expected, last_seq))


def _span(first: int, last: int) -> str:
    return f"journal entry {first}" if first >= last else f"journal entries {first} to {last}"
