from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.season import MonthDay, Season, season_of

AUTUMN = Season(MonthDay(10, 1), MonthDay(12, 31))
NEW_YEAR = Season(MonthDay(12, 20), MonthDay(1, 5))


@pytest.mark.parametrize(
    ("season", "day", "holds"),
    [
        (AUTUMN, date(2026, 10, 1), True),
        (AUTUMN, date(2026, 12, 31), True),
        (AUTUMN, date(2026, 9, 30), False),
        (AUTUMN, date(2027, 1, 1), False),
        (NEW_YEAR, date(2026, 12, 20), True),
        (NEW_YEAR, date(2027, 1, 5), True),
        (NEW_YEAR, date(2027, 1, 6), False),
        (NEW_YEAR, date(2026, 12, 19), False),
        (Season(MonthDay(2, 29), MonthDay(2, 29)), date(2027, 2, 28), False),
    ],
)
def test_a_season_holds_every_year_and_over_new_year(
    season: Season, day: date, *, holds: bool
) -> None:
    assert season.holds_on(day) is holds


days = st.dates().map(lambda day: MonthDay(day.month, day.day))


@given(days, days)
def test_what_is_written_is_read(first: MonthDay, last: MonthDay) -> None:
    assert season_of(str(Season(first, last))) == Season(first, last)


@pytest.mark.parametrize("written", ["", "10-01", "02-30/03-01", "a/b", "1-1/2-2/3-3"])
def test_what_is_no_season_is_refused(written: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        season_of(written)
