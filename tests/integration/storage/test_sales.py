import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from breadpos.application.ports import OpenCart
from breadpos.domain.cart import Cart
from breadpos.domain.errors import DiskFull, StorageError
from breadpos.domain.sale import Sale
from breadpos.storage.carts import SqlOpenCarts
from breadpos.storage.database import open_database
from breadpos.storage.sales import SqlSales

SaleMaker = Callable[..., Sale]

_SELLER = """
import sys
from datetime import UTC, datetime
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.tax import Place, TaxClass, TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from breadpos.storage.database import open_database
from breadpos.storage.sales import SqlSales

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
ledger = SqlSales(open_database(path))
line = SaleLine(ProductId("anpan"), "anpan", Money(160), 1, TaxClass.FOOD, 800, True)
for n in range(count):
    sale = Sale(
        f"{name}-{n}", datetime.now(UTC), Place.TAKEOUT, (line,),
        (TaxSplit(800, Money(160), Money(11)),), (Payment(TenderKind.CASH, Money(160)),),
        datetime.now(UTC).date(),
    )
    print(ledger.add(sale).number, sale.sale_id, flush=True)
"""


def seller(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    """Another process that sells, and says each sale once it has been told that it is on disk."""
    return subprocess.Popen(
        [sys.executable, "-c", _SELLER, str(path), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def ledger(engine: Engine) -> SqlSales:
    return SqlSales(engine)


@pytest.fixture
def limit(engine: Engine) -> Iterator[Callable[[int], None]]:
    """Lets the database grow by so many pages of 4 KiB and no further."""
    pages = 0

    def set_limit(connection: object, _record: object) -> None:
        cursor = connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]
        cursor.close()

    def grow(by: int) -> None:
        nonlocal pages
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + by
        engine.dispose()

    event.listen(engine, "connect", set_limit)
    yield grow
    event.remove(engine, "connect", set_limit)


def test_a_sale_comes_back_as_it_was_charged(ledger: SqlSales, make_sale: SaleMaker) -> None:
    sale = make_sale()
    stored = ledger.add(sale)
    assert stored == sale.numbered(1)
    assert ledger.get(1) == stored
    assert stored.sold_at.utcoffset() == timedelta(0)


def test_a_time_of_any_zone_is_kept_as_the_same_moment(
    ledger: SqlSales, make_sale: SaleMaker
) -> None:
    tokyo = timezone(timedelta(hours=9))
    sale = replace(make_sale(), sold_at=datetime(2026, 4, 2, 8, 0, tzinfo=tokyo))
    ledger.add(sale)
    found = ledger.get(1)
    assert found is not None
    assert found.sold_at == datetime(2026, 4, 1, 23, 0, tzinfo=UTC)
    assert found.sold_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(ledger: SqlSales, make_sale: SaleMaker) -> None:
    naive = replace(make_sale(), sold_at=datetime(2026, 4, 2, 8, 0))  # noqa: DTZ001  the claim
    with pytest.raises(StorageError, match="zone"):
        ledger.add(naive)
    assert ledger.newest(1) == []


def test_a_number_nobody_has_is_no_sale(ledger: SqlSales) -> None:
    assert ledger.get(1) is None


def test_numbers_count_up_and_the_newest_come_first(ledger: SqlSales, make_sale: SaleMaker) -> None:
    stored = [ledger.add(make_sale(f"s{n}")) for n in range(5)]
    assert [sale.number for sale in stored] == [1, 2, 3, 4, 5]
    assert ledger.newest(3) == stored[:1:-1]


def test_a_sale_that_is_added_again_is_not_sold_twice(
    ledger: SqlSales, make_sale: SaleMaker
) -> None:
    first = ledger.add(make_sale("s1"))
    assert ledger.add(make_sale("s1")) == first
    assert ledger.add(make_sale("s2")).number == 2
    assert len(ledger.newest(10)) == 2


def test_a_sale_drops_its_open_cart_and_no_other(
    engine: Engine, ledger: SqlSales, make_sale: SaleMaker
) -> None:
    carts = SqlOpenCarts(engine)
    for cart_id in ("mine", "held"):
        carts.save(OpenCart(cart_id, datetime.now(UTC), Cart()))
    ledger.add(make_sale(), "mine")
    assert [cart.cart_id for cart in carts.all()] == ["held"]


def test_on_a_full_disk_nothing_is_sold_and_the_cart_stays(
    engine: Engine, ledger: SqlSales, make_sale: SaleMaker, limit: Callable[[int], None]
) -> None:
    SqlOpenCarts(engine).save(OpenCart("mine", datetime.now(UTC), Cart()))
    ledger.add(make_sale("before"))
    limit(0)
    with pytest.raises(DiskFull, match="the disk is full"):
        ledger.add(make_sale("large", copies=500), "mine")
    assert [sale.sale_id for sale in ledger.newest(10)] == ["before"]
    assert [cart.cart_id for cart in SqlOpenCarts(engine).all()] == ["mine"]

    limit(1000)
    assert ledger.add(make_sale("large", copies=500), "mine").number == 2
    assert SqlOpenCarts(engine).all() == []


def test_a_refused_sale_leaves_no_gap_in_the_numbers(
    engine: Engine, ledger: SqlSales, make_sale: SaleMaker
) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refuse BEFORE INSERT ON payments"
            " WHEN (SELECT sale_id FROM sales WHERE number = NEW.number) = 'bad'"
            " BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    ledger.add(make_sale("s1"))
    with pytest.raises(StorageError, match="sale not saved: refused"):
        ledger.add(make_sale("bad"))
    assert ledger.add(make_sale("s2")).number == 2


def test_what_was_sold_survives_the_death_of_the_program(path: Path) -> None:
    heard: list[str] = []
    for name in ("first", "second"):
        dying = seller(path, name, 10_000)
        assert dying.stdout is not None
        heard += [dying.stdout.readline().split()[1] for _ in range(20)]
        dying.kill()
        heard += [line.split()[1] for line in dying.stdout]
        dying.stdout.close()
        dying.wait()

    engine = open_database(path)
    stored = SqlSales(engine).newest(100_000)
    engine.dispose()
    assert {sale.sale_id for sale in stored} >= set(heard)
    assert len(stored) <= len(heard) + 2, "at most the one in hand at each death"
    assert [sale.number for sale in stored] == list(range(len(stored), 0, -1))
    assert all(sale.lines and sale.taxes and sale.payments for sale in stored)


def test_two_programs_may_sell_from_one_new_database(path: Path) -> None:
    sellers = [seller(path, name, 25) for name in ("left", "right")]
    told = [sold.communicate()[0].splitlines() for sold in sellers]
    assert [sold.returncode for sold in sellers] == [0, 0]
    numbers = sorted(int(line.split()[0]) for lines in told for line in lines)
    assert numbers == list(range(1, 51))
