"""Reports against sums that another way of counting gives, straight from the tables."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, text

from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.charging import SaleRules
from breadpos.domain.discount import Discount
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.refund import Slip, refund_of, void_of
from breadpos.domain.report import Axis, Span
from breadpos.domain.sale import Sale
from breadpos.domain.tax import JAPAN, Place, TaxClass
from breadpos.domain.tender import Tender, TenderKind, settle
from breadpos.storage.database import open_database
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.readings import SqlReadings
from breadpos.storage.reports import SqlReports
from breadpos.storage.sales import SqlSales
from breadpos.storage.takings import SqlTakings
from breadpos.storage.trays import SqlTrays
from tests.integration.storage.records import make_record

TOKYO = ZoneInfo("Asia/Tokyo")
FIRST = date(2026, 4, 1)
SPAN = Span(FIRST, FIRST + timedelta(days=2))
RULES = SaleRules(JAPAN)
SHELF = (
    Product(ProductId("melonpan"), "メロンパン", Money(151)),
    Product(ProductId("curry"), "カレーパン", Money(259)),
    Product(ProductId("bag"), "レジ袋", Money(5), TaxClass.STANDARD),
    Product(ProductId("coffee"), "コーヒー", Money(330)),
)


def sold(random: Random, n: int) -> Sale:
    """A sale of the n-th kind: some discounted, some eaten here, some with mixed tenders."""
    day = FIRST + timedelta(days=n % 3)
    lines = tuple(
        CartLine(p, by_hand=random.randint(1, 3)) for p in random.sample(SHELF, 1 + n % 4)
    )
    cart = Cart(lines, Place.EAT_IN if n % 5 == 0 else Place.TAKEOUT)
    if n % 7 == 0:
        cart = cart.discounted(Discount(percent=10))
    bill = RULES.bill(cart, day)
    kinds = random.sample(list(TenderKind)[:4], 2)
    tenders = [Tender(kinds[0], Money(bill.total.minor // 2)), Tender(kinds[1], ZERO)]
    rest = bill.total - tenders[0].amount
    tenders = [tenders[0], Tender(kinds[1], rest)] if n % 3 == 0 else [Tender(kinds[0], bill.total)]
    at = datetime(day.year, day.month, day.day, 9, tzinfo=TOKYO) + timedelta(minutes=37 * (n % 16))
    return Sale(
        f"s{n}",
        at.astimezone(UTC),
        cart.place,
        bill.lines,
        bill.taxes,
        settle(bill.total, [t for t in tenders if t.amount != ZERO]),
        day,
        cashier=random.choice(("佐藤", "鈴木", "")),
        customers=1 + n % 2,
        share_label=bill.share_label,
    )


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Three days of sales, with voids and refunds."""
    path: Path = tmp_path_factory.mktemp("reports") / "breadpos.db"
    engine = open_database(path)
    ledger, random = SqlSales(engine), Random(3)
    done = [ledger.add(sold(random, n)) for n in range(60)]
    last = SPAN.last
    at = datetime(2026, 4, 3, 3, tzinfo=UTC)
    for n in (2, 5, 8):  # of the last day
        slip = Slip(refund_id=f"v{n}", at=at, business_day=last, reason="打ち間違い")
        ledger.take_back(void_of(done[n], (), slip), ())
    for n in (0, 3, 21):
        slip = Slip(refund_id=f"r{n}", at=at, business_day=last, reason="返品")
        ledger.take_back(refund_of(done[n], (), {0: 1}, slip), ())
    yield engine
    engine.dispose()


def rows(engine: Engine, sql: str) -> Sequence[tuple[Any, ...]]:
    with engine.connect() as connection:
        days = {"first": str(SPAN.first), "last": str(SPAN.last)}
        return [tuple(row) for row in connection.execute(text(sql), days)]


@pytest.mark.parametrize("axis", list(Axis))
def test_every_report_adds_up_to_the_days_own_figures(shop: Engine, axis: Axis) -> None:
    report = SqlReports(shop, TOKYO).report(SPAN, axis)
    days = [SqlDayBook(shop).figures(day) for day in SPAN.days]
    assert sum((row.net for row in report.rows), ZERO) == report.net
    assert report.net == sum((day.net for day in days), ZERO)
    assert report.voids.count + report.refunds.count == 6
    assert report.pieces == sum(day.pieces for day in days)
    assert report.customers == sum(day.customers for day in days)
    assert report.discounts == sum((day.discounts for day in days), ZERO)


INDEPENDENT = {
    Axis.DAY: "SELECT business_day, sum(total_minor) FROM sales"
    " WHERE business_day BETWEEN :first AND :last GROUP BY 1",
    Axis.CASHIER: "SELECT cashier, sum(total_minor) FROM sales GROUP BY 1",
    Axis.HOUR: "SELECT strftime('%H', sold_at, '+9 hours'), sum(total_minor) FROM sales GROUP BY 1",
    Axis.PRODUCT: "SELECT product_id, sum(count * unit_price_minor - off_minor - share_minor)"
    " FROM sale_lines GROUP BY 1",
    Axis.RATE: "SELECT cast(rate_bp AS text), sum(gross_minor) FROM sale_taxes GROUP BY 1",
    Axis.TENDER: "SELECT kind, sum(tendered_minor - change_minor - forfeited_minor)"
    " FROM payments GROUP BY 1",
}


@pytest.mark.parametrize("axis", list(Axis))
def test_rows_are_what_another_way_of_counting_gives(shop: Engine, axis: Axis) -> None:
    report = SqlReports(shop, TOKYO).report(SPAN, axis)
    assert {row.key: row.net.minor for row in report.rows} == dict(rows(shop, INDEPENDENT[axis]))


def test_what_was_taken_back_is_shown_and_not_hidden_in_the_sales(shop: Engine) -> None:
    report = SqlReports(shop, TOKYO).report(SPAN, Axis.DAY)
    ((back,),) = rows(shop, "SELECT sum(total_minor) FROM sales WHERE kind != 'sale'")
    assert [row.back == ZERO for row in report.rows] == [True, True, False]
    assert report.rows[-1].back.minor == back
    assert report.voids.amount.minor + report.refunds.amount.minor == back


def test_the_tax_of_a_rate_is_the_receipts_tax(shop: Engine) -> None:
    report = SqlReports(shop, TOKYO).report(SPAN, Axis.RATE)
    taxes: dict[int, int] = dict(
        rows(shop, "SELECT rate_bp, sum(tax_minor) FROM sale_taxes GROUP BY 1")
    )
    assert {int(row.key): row.tax.minor for row in report.rows} == taxes


def test_a_register_has_reports_of_its_own(shop: Engine) -> None:
    reports = SqlReports(shop, TOKYO)
    assert reports.report(SPAN, Axis.DAY, "1").net == reports.report(SPAN, Axis.DAY).net
    assert reports.report(SPAN, Axis.DAY, "2").rows == ()
    assert reports.first_day() == FIRST


def test_takings_for_the_accounts_add_up_by_rate_and_by_tender(shop: Engine) -> None:
    takings = SqlTakings(shop).between(SPAN)
    reports = SqlReports(shop, TOKYO)
    for axis, key in ((Axis.RATE, "rate_bp"), (Axis.TENDER, "kind"), (Axis.DAY, "day")):
        for row in reports.report(SPAN, axis).rows:
            mine = [
                t
                for t in takings
                if str(getattr(getattr(t, key), "value", getattr(t, key))) == row.key
            ]
            assert sum((t.gross for t in mine), ZERO) == row.net
            if axis is Axis.RATE:
                assert sum((t.tax for t in mine), ZERO) == row.tax
    assert {t.reduced for t in takings if t.rate_bp == 800} == {True}
    assert {t.reduced for t in takings if t.rate_bp == 1000} == {False}
    keys = [(t.day, t.kind, t.rate_bp, t.gross > ZERO) for t in takings]
    assert len(keys) == len(set(keys))


def test_what_a_voucher_is_worth_beyond_the_sale_is_in_the_accounts_until_it_is_voided(
    tmp_path: Path,
) -> None:
    engine = open_database(tmp_path / "breadpos.db")
    sales, takings = SqlSales(engine), SqlTakings(engine)
    bill = RULES.bill(Cart((CartLine(SHELF[0], by_hand=1),), Place.TAKEOUT), FIRST)
    payments = settle(bill.total, [Tender(TenderKind.VOUCHER, Money(500))])
    at = datetime(2026, 4, 1, 3, tzinfo=UTC)
    done = sales.add(Sale("v", at, Place.TAKEOUT, bill.lines, bill.taxes, payments, FIRST))
    kept = takings.between(SPAN)
    assert [(t.rate_bp, t.gross.minor) for t in kept] == [(None, 349), (800, 151)]

    slip = Slip(refund_id="w", at=at, business_day=FIRST, reason="打ち間違い")
    sales.take_back(void_of(done, (), slip), ())
    after = takings.between(SPAN)
    engine.dispose()
    assert sum((t.gross for t in after if t.rate_bp is None), ZERO) == ZERO
    assert sum((t.gross for t in after), ZERO) == ZERO


def test_days_without_a_sale_have_nothing_in_them(shop: Engine) -> None:
    empty = Span(date(2020, 1, 1), date(2020, 1, 31))
    for axis in Axis:
        report = SqlReports(shop, TOKYO).report(empty, axis)
        assert (report.rows, report.net, report.per_customer) == ((), ZERO, ZERO)
    assert SqlTakings(shop).between(empty) == []
    assert SqlReadings(shop).between(empty).total.coverage == 0.0


def test_recognition_s_figures_tell_corrections_and_what_they_put_right(shop: Engine) -> None:
    for receipt in (1, 2):
        SqlTrays(shop).add(make_record(receipt))
    readings = SqlReadings(shop).between(SPAN)
    total = readings.total
    assert (readings.receipts, total.items, total.sure, total.unknown) == (2, 6, 4, 2)
    assert (total.corrected, total.sure_corrected) == (2, 2)
    assert (total.over, total.under) == (Money(60), ZERO)
    assert [row.key for row in readings.by_product] == ["melonpan", ""]
    assert readings.by_product[0].corrected == 2
    assert [row.key for row in readings.by_day] == ["2026-04-01", "2026-04-02"]
