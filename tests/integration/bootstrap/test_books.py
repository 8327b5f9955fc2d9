"""The office's books, on a real database."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from breadpos.application.desk import Desk
from breadpos.bootstrap.books import ShopBooks
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.domain.accounting import Program
from breadpos.domain.errors import FileNotWritten
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.report import Axis, Span
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.sheet import sheet_of
from breadpos.domain.tax import Place, TaxClass, TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from breadpos.domain.waste import WasteLine
from breadpos.settings import Home
from breadpos.storage.waste import SqlWaste
from tests.unit.application.fakes import JST, FakeClock

TODAY = date(2026, 5, 1)
NOON = datetime(2026, 5, 1, 12, tzinfo=JST)
MELONPAN, BAG = ProductId("melonpan"), ProductId("bag")


def sell(shop: Shop, day: date, hour: int, count: int) -> None:
    bread = SaleLine(MELONPAN, "メロンパン", Money(100), count, TaxClass.FOOD, 800, True)
    bag = SaleLine(BAG, "レジ袋", Money(5), 1, TaxClass.STANDARD, 1000, False)
    due = Money(100 * count + 5)
    taxes = (TaxSplit(800, Money(100 * count), Money(7)), TaxSplit(1000, Money(5), ZERO))
    at = datetime(day.year, day.month, day.day, hour, 20, tzinfo=JST).astimezone(UTC)
    paid = (Payment(TenderKind.CASH, due),)
    shop.sales.add(Sale(f"{day}-{hour}", at, Place.TAKEOUT, (bread, bag), taxes, paid, day))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Five Fridays and this one's morning; on the fifth before none was left."""
    with open_shop(Home(tmp_path / "home")) as opened:
        opened.products.put(Product(MELONPAN, "メロンパン", Money(100)))
        opened.products.put(Product(BAG, "レジ袋", Money(5), TaxClass.STANDARD))
        for weeks in range(5, 0, -1):
            day = TODAY - timedelta(days=7 * weeks)
            sell(opened, day, 9, 4)
            sell(opened, day, 15, weeks)
        sell(opened, TODAY, 9, 6)
        yield opened


@pytest.fixture
def books(shop: Shop) -> ShopBooks:
    return ShopBooks(shop, Desk(FakeClock(NOON), shop.days, shop.journal))


def test_today_is_compared_with_the_mornings_of_the_same_weekday(books: ShopBooks) -> None:
    glance = books.glance()
    assert (glance.day, glance.report.net) == (TODAY, Money(605))
    assert (glance.usual, glance.usual_days) == (Money(405), 5)
    assert [(each.hour, each.net.minor) for each in glance.hours if each.net != ZERO] == [(9, 605)]
    assert {each.hour: each.usual.minor for each in glance.hours}[15] == 305
    assert [(row.label, row.count) for row in glance.best] == [("メロンパン", 6), ("レジ袋", 1)]
    assert glance.waste == ()


def test_a_closing_count_is_on_the_day_s_page(shop: Shop, books: ShopBooks) -> None:
    books.count_waste([WasteLine(MELONPAN, "メロンパン", 3, Money(100))])
    books.count_waste([WasteLine(MELONPAN, "メロンパン", 2, Money(100))])
    assert books.glance().wasted == Money(200)
    assert len(SqlWaste(shop.engine).between(TODAY, TODAY)) == 1
    assert [each.product_id for each in books.products()] == [MELONPAN, BAG]


def test_tomorrow_s_baking_looks_at_its_own_weekday_and_at_bread_only(books: ShopBooks) -> None:
    assert books.baking().suggestions == ()  # there were no Saturdays
    shop_books = books
    shop_books.today = lambda: TODAY - timedelta(days=1)  # type: ignore[method-assign]
    baking = shop_books.baking()
    (melonpan,) = baking.suggestions
    assert (baking.day, baking.days) == (TODAY, 5)
    assert (melonpan.low, melonpan.pieces, melonpan.high) == (5, 7, 9)


def test_files_are_written_or_refused_in_words(books: ShopBooks, tmp_path: Path) -> None:
    span = Span(TODAY, TODAY)
    assert books.report(span, Axis.DAY).net == Money(605)
    assert books.readings(span).receipts == 0
    assert books.write_accounts(tmp_path / "a.csv", Program.FREEE, span) == 2
    books.write_table(tmp_path / "t.csv", sheet_of(("a",), [("=1+1",)]))
    assert "'=1+1" in (tmp_path / "t.csv").read_text("utf-8-sig")
    books.write_file(tmp_path / "p.png", b"png")
    assert (tmp_path / "p.png").read_bytes() == b"png"
    for write in (
        lambda path: books.write_file(path, b""),
        lambda path: books.write_accounts(path, Program.FREEE, span),
    ):
        with pytest.raises(FileNotWritten):
            write(tmp_path / "no" / "such" / "folder.csv")
