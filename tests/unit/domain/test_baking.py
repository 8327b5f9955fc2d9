from datetime import UTC, date, datetime, timedelta

import pytest

from breadpos.domain.baking import baking_for
from breadpos.domain.day import Tally
from breadpos.domain.glance import DayGlance, hours_of
from breadpos.domain.history import ProductDay, Slot, mean_by_hour, mean_until, share_by
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.report import Axis, Readings, Report, Span
from breadpos.domain.waste import WasteCount, WasteLine

TOMORROW = date(2026, 11, 25)
DAYS = [TOMORROW - timedelta(days=7 * n) for n in range(5, 0, -1)]
ANPAN = ProductId("anpan")
SLOTS = [
    Slot(day, minute, Money(yen))
    for day in DAYS
    for minute, yen in ((540, 600), (720, 300), (1020, 100))
]


def sold(*pieces: int, last_minute: int = 1020) -> list[ProductDay]:
    return [
        ProductDay(d, ANPAN, "あんぱん", n, last_minute) for d, n in zip(DAYS, pieces, strict=False)
    ]


def counted(day: date, left: int) -> WasteCount:
    lines = (WasteLine(ANPAN, "あんぱん", left, Money(180)),) if left else ()
    return WasteCount(business_day=day, at=datetime(2026, 11, 1, tzinfo=UTC), lines=lines)


def test_the_suggestion_is_enough_on_six_days_of_ten() -> None:
    baking = baking_for(TOMORROW, sold(10, 30, 20, 50, 40), SLOTS, [])
    (anpan,) = baking.suggestions
    assert (anpan.pieces, anpan.low, anpan.high) == (30, 10, 50)
    assert (anpan.days, anpan.sold_out, baking.days, baking.counted) == (5, 0, 5, 0)


def test_a_day_that_sold_out_early_wanted_more_than_it_sold() -> None:
    counts = [counted(day, 0) for day in DAYS]
    (anpan,) = baking_for(TOMORROW, sold(9, 9, 9, 9, 9, last_minute=730), SLOTS, counts).suggestions
    assert (anpan.sold_out, anpan.low) == (5, 10)  # a tenth of the day came after it
    (early,) = baking_for(TOMORROW, sold(9, 9, 9, 9, 9, last_minute=1), SLOTS, counts).suggestions
    assert early.high == 18  # never more than twice


def test_a_day_with_leftovers_wanted_what_it_sold() -> None:
    counts = [counted(day, 3) for day in DAYS]
    (anpan,) = baking_for(TOMORROW, sold(9, 9, 9, 9, 9, last_minute=600), SLOTS, counts).suggestions
    assert (anpan.sold_out, anpan.pieces) == (0, 9)


def test_too_few_days_make_no_suggestion() -> None:
    (anpan,) = baking_for(TOMORROW, sold(10, 12, 14), SLOTS[:9], []).suggestions
    assert anpan.pieces is None
    assert baking_for(TOMORROW, [], [], []).suggestions == ()


def test_more_refunds_than_sales_are_not_less_than_nothing() -> None:
    (anpan,) = baking_for(TOMORROW, sold(-1, 2, 2, 2), SLOTS, []).suggestions
    assert anpan.low == 0


def test_a_usual_day_is_the_mean_of_its_weekdays() -> None:
    assert mean_by_hour(SLOTS) == {9: Money(600), 12: Money(300), 17: Money(100)}
    assert mean_until(SLOTS, 721) == Money(900)
    assert mean_until([], 721) is None
    assert share_by(SLOTS, 720) == 0.9
    assert share_by([], 720) == 1.0


def glance(net: int, usual: Money | None, *waste: WasteCount) -> DayGlance:
    span = Span(TOMORROW, TOMORROW)
    report = Report(span=span, axis=Axis.PRODUCT, rows=(), sales=Tally(1, Money(net)))
    return DayGlance(
        day=TOMORROW,
        report=report,
        usual=usual,
        usual_days=1,
        hours=(),
        best=(),
        reading=Readings().total,
        waste=waste,
    )


def test_a_day_is_compared_with_the_usual_one() -> None:
    assert glance(1_200, Money(1_000)).change == pytest.approx(0.2)
    assert glance(1_200, None).change is None
    assert glance(1_200, ZERO).change is None


def test_waste_is_what_it_would_have_sold_for() -> None:
    day = glance(0, None, counted(TOMORROW, 2))
    assert counted(TOMORROW, 2).pieces == 2
    assert (day.wasted, [line.count for line in day.wasted_lines]) == (Money(360), [2])


def test_hours_without_a_sale_in_between_are_there() -> None:
    hours = hours_of({8: Money(5)}, {10: Money(7)})
    assert [(each.hour, each.net.minor, each.usual.minor) for each in hours] == [
        (8, 5, 0),
        (9, 0, 0),
        (10, 0, 7),
    ]
    assert hours_of({}, {}) == ()
