"""When in the year something is sold."""

from dataclasses import dataclass
from datetime import date

_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of any year; ValueError if no year has it."""

    month: int
    day: int

    def __post_init__(self) -> None:
        date(_LEAP_YEAR, self.month, self.day)

    def __str__(self) -> str:
        return f"{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Season:
    """From a day to a day, both included, every year; it may go over New Year."""

    first: MonthDay
    last: MonthDay

    def holds_on(self, day: date) -> bool:
        now = MonthDay(day.month, day.day)
        if self.first <= self.last:
            return self.first <= now <= self.last
        return now >= self.first or now <= self.last

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def season_of(written: str) -> Season:
    """A season as str() writes it; ValueError if it is none."""
    days = [MonthDay(*map(int, part.split("-"))) for part in written.split("/")]
    first, last = days
    return Season(first, last)
