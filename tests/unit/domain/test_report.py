from datetime import date

import pytest

from breadpos.domain.day import Tally
from breadpos.domain.errors import SpanInvalid
from breadpos.domain.money import ZERO, Money
from breadpos.domain.report import (
    Axis,
    ReadingRow,
    Readings,
    Report,
    ReportRow,
    Span,
    month_of,
    week_of,
)


def test_a_span_counts_both_its_ends() -> None:
    span = Span(date(2026, 2, 27), date(2026, 3, 1))
    assert span.days == (date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 3, 2), date(2026, 3, 1)), (date(2000, 1, 1), date(2026, 1, 1))],
)
def test_days_in_the_wrong_order_or_absurdly_many_are_refused(first: date, last: date) -> None:
    with pytest.raises(SpanInvalid):
        Span(first, last)


def test_weeks_begin_on_monday_and_months_end_where_they_end() -> None:
    assert week_of(date(2026, 4, 5)) == Span(date(2026, 3, 30), date(2026, 4, 5))
    assert month_of(date(2026, 2, 14)) == Span(date(2026, 2, 1), date(2026, 2, 28))
    assert month_of(date(2026, 12, 31)) == Span(date(2026, 12, 1), date(2026, 12, 31))


def test_a_report_s_net_is_sales_less_what_was_taken_back() -> None:
    row = ReportRow("x", "x", 3, Money(1_000), Money(-300))
    report = Report(
        span=week_of(date(2026, 4, 5)),
        axis=Axis.DAY,
        rows=(row,),
        sales=Tally(3, Money(1_000)),
        voids=Tally(1, Money(-100)),
        refunds=Tally(1, Money(-200)),
        customers=3,
    )
    assert row.net == report.net == Money(700)
    assert report.per_customer == Money(233)


def test_coverage_is_the_share_of_sure_items() -> None:
    day = ReadingRow("2026-04-01", "", 8, 6, 1, 1, 2, 1, Money(30), Money(5))
    total = Readings(by_day=(day, day)).total
    assert (total.items, total.coverage, total.over) == (16, 0.75, Money(60))
    assert Readings().total.under == ZERO
