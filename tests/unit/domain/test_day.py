from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.business_day import MIDNIGHT, business_day, open_day
from breadpos.domain.cash import DENOMINATIONS, CashCount, CashMovement, MovementKind
from breadpos.domain.day import DayFigures, DrawerFigures, Tally, ZReport
from breadpos.domain.errors import CashInvalid, CountUnexplained
from breadpos.domain.journal import Signature
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tender import MOST_TENDERED

JST = timezone(timedelta(hours=9))
FIRST = date(2026, 5, 1)
NOW = datetime(2026, 5, 1, 20, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=JST)


def moved(kind: MovementKind, yen: int, reason: str = "両替") -> CashMovement:
    return CashMovement(
        kind=kind, amount=Money(yen), reason=reason, at=NOW, business_day=FIRST, register="1"
    )


def test_a_day_may_end_after_midnight() -> None:
    assert business_day(at(2, 1, 59), time(2)) == FIRST
    assert business_day(at(2, 2), time(2)) == date(2026, 5, 2)
    assert business_day(at(2, 0), MIDNIGHT) == date(2026, 5, 2)


def test_what_is_sold_after_the_close_counts_for_the_next_day() -> None:
    assert open_day(at(1, 21), MIDNIGHT, FIRST) == date(2026, 5, 2)
    assert open_day(at(1, 21), MIDNIGHT, None) == FIRST


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.dates())  # noqa: DTZ001
def test_wherever_the_clock_is_set_a_closed_day_stays_closed(now: datetime, closed: date) -> None:
    if closed < date.max:
        assert open_day(now.replace(tzinfo=JST), MIDNIGHT, closed) > closed


def test_the_drawer_should_hold_what_went_in_less_what_went_out() -> None:
    drawer = DrawerFigures(
        float_in=Tally(1, Money(30_000)),
        paid_in=Tally(1, Money(5_000)),
        paid_out=Tally(2, Money(1_200)),
        sales=Money(12_345),
    )
    assert drawer.expected == Money(46_145)


@given(st.lists(st.integers(0, 9_999), min_size=10, max_size=10))
def test_a_count_is_worth_its_notes_and_coins(pieces: list[int]) -> None:
    count = CashCount()
    for yen, n in zip(DENOMINATIONS, pieces, strict=True):
        count = count.counting(yen, n)
    assert count == CashCount(tuple(pieces))
    assert count.total.minor == sum(n * yen for n, yen in zip(pieces, DENOMINATIONS, strict=True))


@pytest.mark.parametrize("pieces", [(1,), (-1,) + (0,) * 9, (100_000,) + (0,) * 9])
def test_a_count_that_cannot_be_is_refused(pieces: tuple[int, ...]) -> None:
    with pytest.raises(CashInvalid):
        CashCount(pieces)


@pytest.mark.parametrize(
    ("kind", "yen", "reason"),
    [
        (MovementKind.PAY_OUT, 0, "牛乳"),
        (MovementKind.PAY_OUT, -1, "牛乳"),
        (MovementKind.PAY_OUT, 500, " "),
        (MovementKind.PAY_OUT, 500, "あ" * 201),
        (MovementKind.PAY_IN, MOST_TENDERED.minor + 1, "入金"),
        (MovementKind.OPENED, 1, "両替"),
        (MovementKind.OPENED, 0, ""),
    ],
)
def test_the_drawer_is_not_opened_for_nothing(kind: MovementKind, yen: int, reason: str) -> None:
    with pytest.raises(CashInvalid):
        moved(kind, yen, reason)


def test_a_float_explains_itself_and_is_signed_and_numbered() -> None:
    movement = moved(MovementKind.FLOAT, 30_000, "").signed("佐藤", "店長").numbered(3)
    assert (movement.cashier, movement.approver, movement.number) == ("佐藤", "店長", 3)


def test_a_day_brings_in_its_sales_less_voids_and_refunds() -> None:
    figures = DayFigures(
        register="1",
        day=FIRST,
        sales=Tally(3, Money(3_000)),
        voids=Tally(1, Money(-1_000)),
        refunds=Tally(1, Money(-200)),
    )
    assert figures.net == Money(1_800)


def test_a_drawer_that_is_off_needs_a_reason() -> None:
    figures = DayFigures(
        register="1", day=FIRST, drawer=DrawerFigures(float_in=Tally(1, Money(30_000)))
    )
    count = CashCount().counting(10_000, 3)
    even = ZReport(figures=figures, count=count, closed_at=NOW)
    assert even.difference == ZERO
    short = CashCount().counting(10_000, 2)
    with pytest.raises(CountUnexplained, match="-10000"):
        ZReport(figures=figures, count=short, closed_at=NOW)
    report = ZReport(figures=figures, count=short, closed_at=NOW, reason="両替の間違い")
    filed = report.signed(Signature("佐藤", "店長")).filed(4, Money(9))
    assert (filed.difference, filed.number, filed.grand_total) == (Money(-10_000), 4, Money(9))
    assert (filed.cashier, filed.approver) == ("佐藤", "店長")
