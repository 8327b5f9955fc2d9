"""Which day a sale counts for; a bakery's day may end after midnight."""

from datetime import date, datetime, time, timedelta

MIDNIGHT = time(0)


def business_day(now: datetime, ends_at: time = MIDNIGHT) -> date:
    """The day by the clock: until the hour it ends, the night belongs to the day before.

    Args:
        now: in the shop's zone.
    """
    return now.date() - timedelta(days=1) if now.time() < ends_at else now.date()


def open_day(now: datetime, ends_at: time, last_closed: date | None) -> date:
    """The day a sale counts for now.

    A day that was closed stays closed, whatever is sold later that evening and wherever the clock
    is set back to: what comes then counts for the day after.
    """
    today = business_day(now, ends_at)
    return today if last_closed is None else max(today, last_closed + timedelta(days=1))
