"""A ledger somebody tampers with, straight in its file."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from breadpos.domain.cash import CashCount, CashMovement, MovementKind
from breadpos.domain.day import ZReport
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.refund import Slip, refund_of, void_of
from breadpos.domain.sale import Sale
from breadpos.domain.waste import WasteCount, WasteLine
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.journal import SqlJournal
from breadpos.storage.products import SqlProducts
from breadpos.storage.sales import SqlSales
from breadpos.storage.trays import SqlTrays
from breadpos.storage.verification import verify
from breadpos.storage.waste import SqlWaste
from tests.integration.storage.records import make_record

SaleMaker = Callable[..., Sale]

TABLES = (
    "journal",
    "sales",
    "sale_lines",
    "sale_taxes",
    "payments",
    "cash_movements",
    "z_reports",
    "trays",
    "tray_items",
    "waste_counts",
    "waste_lines",
    "counters",
)
NOW = datetime(2026, 4, 2, 9, tzinfo=UTC)
DAY = date(2026, 4, 2)


def do_business(engine: Engine, make_sale: SaleMaker) -> None:
    """Everything that is ever written to a ledger, once or more."""
    ledger, days, journal = SqlSales(engine), SqlDayBook(engine), SqlJournal(engine)
    SqlProducts(engine).put(Product(ProductId("melonpan"), "メロンパン", Money(180)))
    sold = [ledger.add(make_sale(f"s{n}")) for n in range(4)]
    slip = Slip(refund_id="v1", at=NOW, business_day=DAY, reason="打ち間違い")
    ledger.take_back(void_of(sold[0], (), slip), ())
    ledger.take_back(refund_of(sold[1], (), {0: 1}, replace(slip, refund_id="r1")), ())
    for kind, yen in ((MovementKind.FLOAT, 30_000), (MovementKind.OPENED, 0)):
        movement = CashMovement(
            kind=kind, amount=Money(yen), reason="両替", at=NOW, business_day=DAY, register="1"
        )
        days.move_cash(movement)
    SqlProducts(engine).put(Product(ProductId("melonpan"), "メロンパン", Money(190)))
    report = ZReport(figures=days.figures(DAY), count=CashCount(), closed_at=NOW, reason="試し")
    days.close(report)
    journal.append("sign_in", {"who": "佐藤"})
    SqlTrays(engine).add(make_record(3))
    left = WasteLine(ProductId("melonpan"), "メロンパン", 2, Money(180))
    SqlWaste(engine).add(WasteCount(business_day=DAY, at=NOW, lines=(left,)))
    ledger.add(make_sale("after"))
    journal.append("sign_out", {"who": "佐藤"})


@pytest.fixture
def business(engine: Engine, path: Path, make_sale: SaleMaker) -> Path:
    """The file of a shop that has done everything."""
    do_business(engine, make_sale)
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode=DELETE")
    return path


@pytest.fixture
def unguarded(business: Path) -> Path:
    """The same, whose triggers somebody has learnt to take away."""
    with closing(sqlite3.connect(business)) as raw:
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.commit()
    return business


def findings(path: Path) -> list[str]:
    engine = create_engine(f"sqlite:///{path}")
    try:
        return [str(finding) for finding in verify(engine)]
    finally:
        engine.dispose()


def is_protection(finding: str) -> bool:
    return finding.startswith("table ")


class Vandal:
    """Changes one row of the ledger at random: a value, the row away, or a row too many."""

    def __init__(self, raw: sqlite3.Connection, random: Random) -> None:
        self._raw = raw
        self._random = random

    def strike(self) -> str:
        """What was done; never something that leaves the file as it was."""
        while True:
            table = self._random.choice(TABLES)
            columns = self._raw.execute(f"PRAGMA table_info({table})").fetchall()
            names = [column[1] for column in columns]
            keys = [column[1] for column in columns if column[5]]
            rows = self._raw.execute(f"SELECT * FROM {table}").fetchall()
            row = dict(zip(names, self._random.choice(rows), strict=True))
            where = " AND ".join(f"{key} = :{key}" for key in keys)
            before = self._everything(table)
            how = self._random.choice(("change", "change", "change", "delete", "add"))
            try:
                self._do(how, table, row, where, columns)
            except sqlite3.IntegrityError:
                continue
            if self._everything(table) != before:
                self._raw.commit()
                return f"{how} {table} {row}"

    def _do(
        self, how: str, table: str, row: dict[str, Any], where: str, columns: list[Any]
    ) -> None:
        if how == "delete":
            self._raw.execute(f"DELETE FROM {table} WHERE {where}", row)
            return
        name, kind = self._random.choice(columns)[1:3]
        value = self._other(row[name], kind)
        if how == "change":
            self._raw.execute(
                f"UPDATE {table} SET {name} = :new WHERE {where}", row | {"new": value}
            )
        else:
            twin = row | {name: value}
            marks = ", ".join(f":{key}" for key in twin)
            self._raw.execute(f"INSERT INTO {table} VALUES ({marks})", twin)

    def _other(self, old: object, kind: str) -> object:
        if isinstance(old, int):
            return old + self._random.choice((-100, -1, 1, 7, 1_000))
        if old is None:
            return 3 if "INT" in kind else "2026-01-01"
        text = str(old)
        place = self._random.randrange(len(text) + 1)
        edits = (text[:place] + "x" + text[place:], text[:-1], text[::-1], "sale", "", text + " ")
        return self._random.choice(edits)

    def _everything(self, table: str) -> list[object]:
        return self._raw.execute(f"SELECT * FROM {table}").fetchall()


def test_a_ledger_nobody_touched_is_sound(business: Path) -> None:
    assert findings(business) == []


@pytest.mark.timeout(300)
def test_every_one_of_a_thousand_changes_of_one_row_is_found(
    unguarded: Path, tmp_path: Path
) -> None:
    victim, missed = tmp_path / "victim.db", []
    for seed in range(1_000):
        shutil.copy(unguarded, victim)
        with closing(sqlite3.connect(victim)) as raw:
            raw.execute("PRAGMA synchronous=OFF")
            done = Vandal(raw, Random(seed)).strike()
        if all(map(is_protection, findings(victim))):
            missed.append(done)
    assert missed == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE sales SET total_minor = 1 WHERE number = 2", "receipt 2: changed"),
        ("DELETE FROM sale_lines WHERE number = 3", "items of receipt 3: missing"),
        ("UPDATE payments SET kind = 'card' WHERE number = 4", "payments of receipt 4: changed"),
        ("DELETE FROM journal WHERE seq = 3", "journal entry 3: missing"),
        ("DELETE FROM journal WHERE seq = 16", "journal entry 16: missing"),
        ("UPDATE journal SET payload = '{}' WHERE seq = 2", "journal entry 2: changed"),
        ("UPDATE z_reports SET net_minor = 9", "Z report 1: changed"),
        ("DELETE FROM cash_movements WHERE number = 1", "cash movement 1: missing"),
        ("UPDATE counters SET value = 99 WHERE name = 'receipt'", "counter receipt: changed"),
    ],
)
def test_what_was_changed_is_named_and_nothing_else(
    unguarded: Path, statement: str, expected: str
) -> None:
    with closing(sqlite3.connect(unguarded)) as raw:
        raw.execute(statement)
        raw.commit()
    found = [finding for finding in findings(unguarded) if not is_protection(finding)]
    if statement.startswith("DELETE FROM journal WHERE seq = 3"):
        # the sale that entry recorded is now recorded nowhere
        assert found[0] == expected
        assert all("receipt 2: not in the journal" in each for each in found[1:])
    else:
        assert found == [expected]


def test_a_ledger_without_its_triggers_says_so(unguarded: Path) -> None:
    assert "table journal: no longer protected" in findings(unguarded)
    assert "table sales: no longer protected" in findings(unguarded)


@pytest.mark.parametrize("table", [name for name in TABLES if name != "counters"])
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM {}", "UPDATE {0} SET {1} = {1}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"],
)
def test_the_database_itself_refuses_to_change_what_is_written(
    business: Path, table: str, statement: str
) -> None:
    key = "seq" if table == "journal" else "number"
    refused = pytest.raises(sqlite3.IntegrityError, match="append-only")
    with closing(sqlite3.connect(business)) as raw, refused:
        raw.execute(statement.format(table, key))
    assert findings(business) == []


def test_progress_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("breadpos.storage.verification._AT_ONCE", 2)
    journal, told = SqlJournal(engine), list[tuple[int, int]]()
    for n in range(5):
        journal.append("note", {"n": n})
    assert list(verify(engine, lambda done, of: told.append((done, of)))) == []
    assert told == [(2, 5), (4, 5)]


def test_a_ledger_longer_than_a_page_is_read_whole(
    engine: Engine, make_sale: SaleMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("breadpos.storage.verification._AT_ONCE", 3)
    do_business(engine, make_sale)
    assert list(verify(engine)) == []
