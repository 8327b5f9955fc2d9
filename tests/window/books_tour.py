"""The sales of a shop that has sold for months: what the demo's three receipts do not fill."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from breadpos.domain.baking import Baking, Suggestion
from breadpos.domain.day import Tally
from breadpos.domain.glance import DayGlance, hours_of
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product
from breadpos.domain.report import Axis, ReadingRow, Readings, Report, ReportRow, month_of
from breadpos.domain.waste import WasteCount, WasteLine
from breadpos.ui.tab import Tab

if TYPE_CHECKING:
    from breadpos.ui.sales_page import SalesPage
    from tests.window.tour import Tour

_DAY = date(2026, 11, 20)
_AT = datetime(2026, 11, 20, 10, tzinfo=UTC)
_DAYS, _HOURS, _BREADS = 30, 12, 24


def _page(tour: "Tour", number: int) -> tuple["SalesPage", Sequence[Product]]:
    from breadpos.ui.sales_page import SalesPage

    page = tour.live.open_tab(Tab.SALES)
    assert isinstance(page, SalesPage)
    tour.live.tap(page.choices.buttons[number])
    tour.live.wait_until(lambda: page._part().is_ready, "the books were not read")
    return page, [each for each in tour.live.controller.products() if each.is_priced]


def _reports(tour: "Tour", axis: int) -> tuple["SalesPage", Sequence[Product]]:
    page, products = _page(tour, 1)
    tour.live.tap(page.reports.axes.buttons[axis])
    tour.live.wait_until(lambda: page.reports.is_ready, "the books were not read")
    return page, products


def _row(key: str, label: str, n: int) -> ReportRow:
    return ReportRow(key, label, 96 + 7 * n % 31, Money(148_320 - 5_190 * (n % 9)), Money(-480))


def _report(axis: Axis, rows: Sequence[ReportRow]) -> Report:
    back = sum((row.back for row in rows), ZERO)
    sold = sum((row.sold for row in rows), ZERO)
    count = sum(row.count for row in rows)
    return Report(
        span=month_of(_DAY),
        axis=axis,
        rows=tuple(rows),
        sales=Tally(count, sold),
        voids=Tally(2, back),
        refunds=Tally(1, Money(-480)),
        customers=count,
        pieces=3 * count,
    )


def _by_product(products: Sequence[Product]) -> Report:
    rows = [_row(each.product_id, each.name, n) for n, each in enumerate(products[:_BREADS])]
    return _report(Axis.PRODUCT, rows)


def _day(tour: "Tour") -> None:
    page, products = _page(tour, 0)
    hours = range(8, 8 + _HOURS)
    lines = tuple(WasteLine(p.product_id, p.name, 2, p.price) for p in products[:5])
    report = _by_product(products)
    glance = DayGlance(
        day=_DAY,
        report=report,
        usual=Money(2_945_000),
        usual_days=8,
        hours=hours_of(
            {hour: Money(9_800 + 3_100 * (hour * 5 % 7)) for hour in hours},
            {hour: Money(12_400 + 2_300 * (hour * 3 % 5)) for hour in hours},
        ),
        best=report.rows[:8],
        reading=ReadingRow("", "", 1_204, 1_100, 90, 14, 31, 4),
        waste=(WasteCount(business_day=_DAY, at=_AT, lines=lines),),
    )
    page.glance._show((glance, products))


def _month(tour: "Tour") -> None:
    page, _ = _reports(tour, 0)
    first = month_of(_DAY).first
    days = [(first + timedelta(days=n)).isoformat() for n in range(_DAYS)]
    rows = [_row(day, day, n) for n, day in enumerate(days)]
    page.reports.view.show_report(_report(Axis.DAY, rows))


def _products(tour: "Tour") -> None:
    page, products = _reports(tour, 2)
    page.reports.view.show_report(_by_product(products))


def _recognition(tour: "Tour") -> None:
    page, products = _reports(tour, 6)
    first = month_of(_DAY).first
    days = [
        ReadingRow((first + timedelta(days=n)).isoformat(), "", 1_240, 1_100, 110, 30, 40, 3)
        for n in range(_DAYS)
    ]
    breads = [
        ReadingRow(p.product_id, p.name, 310, 280, 20, 10, 12, 1, Money(1_260), Money(840))
        for p in products[:_BREADS]
    ]
    page.reports.view.show_readings(
        Readings(by_day=tuple(days), by_product=tuple(breads), receipts=12_480)
    )


def _baking(tour: "Tour") -> None:
    page, products = _page(tour, 3)
    breads = tuple(
        Suggestion(p.product_id, p.name, 48 - n if n < 20 else None, 40 - n, 62 - n, 8, n % 3)
        for n, p in enumerate(products[:_BREADS])
    )
    page.baking._show((Baking(_DAY, 8, 6, breads), products))


BOOKS_SCREENS: Mapping[str, Callable[["Tour"], None]] = {
    "day-full": _day,
    "reports-month": _month,
    "reports-products": _products,
    "reports-recognition": _recognition,
    "baking-full": _baking,
}
