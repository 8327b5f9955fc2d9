"""What a cashier should know before the first sale of the day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import Enum

from breadpos.application.desk import Desk
from breadpos.application.ports import DayBook, Journal
from breadpos.domain.cash import MovementKind
from breadpos.domain.registration import is_corporate_number

_SLACK = timedelta(minutes=5)
"""So much two computers' clocks may differ."""


class OpeningNote(Enum):
    """One thing worth a line; none of them keeps anybody from selling."""

    CLOCK_BACK = "clock_back"
    """The clock is behind what is on record already."""
    DAY_LEFT_OPEN = "day_left_open"
    """An earlier day has no Z report."""
    FLOAT_MISSING = "float_missing"
    """The day before began with a float, and this one has none yet."""
    DOUBTFUL_NUMBER = "doubtful_number"
    """The registration number's check digit is wrong; a sole trader's may be."""


def opening_notes(
    desk: Desk, days: DayBook, journal: Journal, registration_number: str
) -> Iterator[OpeningNote]:
    """What there is to know; a refusal is a StorageError."""
    now = desk.now()
    newest = journal.newest(1)
    if newest and datetime.fromisoformat(newest[0].at) > now.astimezone(UTC) + _SLACK:
        yield OpeningNote.CLOCK_BACK
    left_open = days.open_days()
    if left_open and left_open[0] < desk.business_day(now):
        yield OpeningNote.DAY_LEFT_OPEN
    elif _lacks_float(days, desk.business_day(now)):
        yield OpeningNote.FLOAT_MISSING
    if registration_number and not is_corporate_number(registration_number):
        yield OpeningNote.DOUBTFUL_NUMBER


def _lacks_float(days: DayBook, today: date) -> bool:
    """Whether a shop that has one every day has not entered it yet."""
    before = days.z_reports(1)
    has_one = any(each.kind is MovementKind.FLOAT for each in days.movements(today))
    return bool(before) and before[0].figures.drawer.float_in.count > 0 and not has_one
