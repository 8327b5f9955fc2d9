"""A ledger of a million sales, and how long it takes to close a day, search, verify and start.

    uv run python tests/benchmarks/million_sales.py [--sales 1000000] [--folder DIR] [--verify]

The rows are written as the register writes them, journal included, but many to a transaction.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert, update

from breadpos.application.ports import SaleSearch
from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.cash import CashCount
from breadpos.domain.charging import SaleRules
from breadpos.domain.day import ZReport
from breadpos.domain.journal import FIRST_PREVIOUS, Entry, canonical
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.report import Axis, Span
from breadpos.domain.sale import Sale
from breadpos.domain.tax import JAPAN, Place, TaxClass
from breadpos.domain.tender import Tender, TenderKind, settle
from breadpos.storage.database import open_database, writing
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.journal import plain
from breadpos.storage.reports import SqlReports
from breadpos.storage.sale_finder import SqlSaleFinder
from breadpos.storage.sales import SqlSales, rows_of
from breadpos.storage.schema import (
    JOURNAL,
    RECEIPT,
    counters,
    journal,
    payments,
    sale_lines,
    sale_taxes,
    sales,
    sold_names,
)
from breadpos.storage.takings import SqlTakings
from breadpos.storage.verification import verify

_A_DAY = 400
_AT_ONCE = 5_000
_FIRST = date(2019, 10, 1)
_RULES = SaleRules(JAPAN)
_KINDS = (*[TenderKind.CASH] * 5, TenderKind.CARD, TenderKind.QR, TenderKind.IC)
_ROUNDS = 7

_TABLES = (sales, sale_lines, sale_taxes, payments, journal)


def products() -> list[Product]:
    """Sixty things; the last one is sold once in ten thousand sales."""
    names = [f"パン{n:02d}" for n in range(55)] + ["コーヒー", "紅茶", "牛乳", "レジ袋", "福袋"]
    return [
        Product(
            ProductId(f"p{n:02d}"),
            name,
            Money(110 + 13 * (n % 25)),
            TaxClass.FOOD if n < 58 else TaxClass.STANDARD,
        )
        for n, name in enumerate(names)
    ]


def made_up(count: int) -> Iterator[Sale]:
    """Sales of one to five lines, so many a day, some eaten here."""
    random, shelf = Random(1), products()
    usual = [_sale(random, random.sample(shelf[:-1], 1 + n % 5)) for n in range(2_000)]
    rare = _sale(random, shelf[-2:])
    for n in range(count):
        day = _FIRST + timedelta(days=n // _A_DAY)
        at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=n % _A_DAY)
        sale = rare if n % 10_000 == 0 else random.choice(usual)
        yield replace(sale, sale_id=f"{n:032x}", sold_at=at, business_day=day, number=n + 1)


def _sale(random: Random, chosen: Sequence[Product]) -> Sale:
    lines = tuple(CartLine(product, by_hand=random.choice((1, 1, 1, 2))) for product in chosen)
    place = Place.EAT_IN if random.random() < 0.2 else Place.TAKEOUT
    bill = _RULES.bill(Cart(lines, place), _FIRST)
    paid = settle(bill.total, (Tender(random.choice(_KINDS), bill.total),))
    at = datetime(2019, 10, 1, tzinfo=UTC)
    return Sale("", at, place, bill.lines, bill.taxes, paid, _FIRST, cashier="佐藤")


def write(engine: Engine, count: int) -> None:
    """Fill an empty ledger."""
    batch: dict[str, list[tuple[Any, ...]]] = {table.name: [] for table in _TABLES}
    previous = FIRST_PREVIOUS
    for sale in made_up(count):
        rows = {name: [plain(row) for row in found] for name, found in rows_of(sale).items()}
        entry = Entry(
            seq=sale.number,
            at=sale.sold_at.isoformat(timespec="microseconds"),
            kind="sale",
            cashier=sale.cashier,
            approver="",
            receipt=sale.number,
            payload=canonical({"receipt": sale.number} | rows),
            previous=previous,
        ).sealed()
        previous = entry.digest
        for table in _TABLES[:-1]:
            names = table.columns.keys()
            batch[table.name] += [tuple(row[name] for name in names) for row in rows[table.name]]
        batch[journal.name].append(tuple(getattr(entry, c.name) for c in journal.columns))
        if sale.number % _AT_ONCE == 0 or sale.number == count:
            _flush(engine, batch, sale.number)
            print(f"\r{sale.number:,} of {count:,}", end="", flush=True)  # noqa: T201
    with writing(engine, "names") as connection:
        known = [{"product_id": each.product_id, "name": each.name} for each in products()]
        connection.execute(insert(sold_names), known)
    print()  # noqa: T201


def _flush(engine: Engine, batch: dict[str, list[tuple[Any, ...]]], number: int) -> None:
    with writing(engine, "sales") as connection:
        for name, rows in batch.items():
            marks = ", ".join("?" * len(rows[0]))
            connection.exec_driver_sql(f"INSERT INTO {name} VALUES ({marks})", rows)
            rows.clear()
        for counter in (RECEIPT, JOURNAL):
            connection.execute(
                update(counters).where(counters.c.name == counter).values(value=number)
            )


def timed(what: str, act: Callable[[], object], rounds: int = _ROUNDS) -> None:
    """Print the first reading, the median of some, and the median of the processor's time."""
    taken, worked = [], []
    found: object = None
    for _ in range(rounds):
        start, start_worked = time.perf_counter(), time.process_time()
        found = act()
        taken.append((time.perf_counter() - start) * 1_000)
        worked.append((time.process_time() - start_worked) * 1_000)
    size = f", {len(found)} found" if isinstance(found, Sequence) else ""
    figures = f"{taken[0]:>10.1f}{median(taken):>10.1f}{median(worked):>10.1f}"
    print(f"{what:<44}{figures} ms{size}")  # noqa: T201


def measure(path: Path, count: int) -> None:
    """Close the newest day, search in every way, start."""
    engine = open_database(path)
    days, finder, ledger = SqlDayBook(engine), SqlSaleFinder(engine), SqlSales(engine)
    last = _FIRST + timedelta(days=(count - 1) // _A_DAY)
    middle, month = _FIRST + (last - _FIRST) / 2, timedelta(days=30)
    print(f"{'':<44}{'first':>10}{'median':>10}{'cpu':>10}")  # noqa: T201
    timed("open the database", lambda: open_database(path).dispose())
    timed("newest sale", lambda: ledger.newest(1))
    timed("X of the newest day", lambda: days.figures(last))
    timed("figures of 30 days", lambda: days.figures_between(last - month, last))
    thirty = Span(last - month, last - timedelta(days=1))
    reports, takings = SqlReports(engine, ZoneInfo("Asia/Tokyo")), SqlTakings(engine)
    for axis in Axis:
        timed(f"report of 30 days by {axis.value}", partial(reports.report, thirty, axis))
    timed("journal lines of 30 days", partial(takings.between, thirty))
    searches = {
        "by receipt number": SaleSearch(number=count // 2),
        "newest 100": SaleSearch(),
        "by a day": SaleSearch(days=(middle, middle)),
        "by a year": SaleSearch(days=(middle - 6 * month, middle + 6 * month)),
        "by exact amount": SaleSearch(amounts=(Money(500), Money(500))),
        "by wide amounts": SaleSearch(amounts=(Money(300), Money(3_000))),
        "by an amount nobody paid": SaleSearch(amounts=(Money(99_999), Money(99_999))),
        "by rare large amounts": SaleSearch(amounts=(Money(2_700), Money(99_999))),
        "by a usual item": SaleSearch(item="パン07"),
        "by part of many names": SaleSearch(item="パン"),
        "by a rare item": SaleSearch(item="福袋"),
        "by an item and a month": SaleSearch(item="パン07", days=(middle, middle + month)),
        "by a rare item and 10 months": SaleSearch(item="福袋", days=(middle, middle + 10 * month)),
        "by an item and an amount": SaleSearch(item="コーヒー", amounts=(Money(500), Money(500))),
    }
    for what, wanted in searches.items():
        timed(f"search {what}", partial(finder.find, wanted))
    report = ZReport(
        figures=days.figures(last), count=CashCount(), closed_at=datetime.now(UTC), reason="x"
    )
    timed("Z: close the newest day", lambda: days.close(report), rounds=1)
    engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sales", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--verify", action="store_true")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="million-"))
    path = folder / "breadpos.db"
    if not path.exists():
        engine = open_database(path)
        start = time.perf_counter()
        write(engine, options.sales)
        engine.dispose()
        print(f"written in {time.perf_counter() - start:.0f} s")  # noqa: T201
    print(f"{path}: {path.stat().st_size / 1e6:,.0f} MB, {options.sales:,} sales")  # noqa: T201
    measure(path, options.sales)
    if options.verify:
        engine = open_database(path)
        timed("verify all of it", lambda: list(verify(engine)), rounds=1)
        engine.dispose()


if __name__ == "__main__":
    main()
