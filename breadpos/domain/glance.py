"""A day on one page."""

from dataclasses import dataclass
from datetime import date

from breadpos.domain.money import ZERO, Money
from breadpos.domain.report import ReadingRow, Report, ReportRow
from breadpos.domain.waste import WasteCount, WasteLine


@dataclass(frozen=True, slots=True)
class HourGlance:
    """An hour of the day, and of a usual day of that weekday."""

    hour: int
    net: Money
    usual: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGlance:
    """What there is to see of a day.

    Attributes:
        report: its figures.
        usual: what the same weekday has brought in by this time; None where there are none yet.
        usual_days: how many of them that is the mean of.
        best: products, the best seller first.
        reading: how recognition did.
        waste: its closing counts; none as long as nobody counted.
    """

    day: date
    report: Report
    usual: Money | None
    usual_days: int
    hours: tuple[HourGlance, ...]
    best: tuple[ReportRow, ...]
    reading: ReadingRow
    waste: tuple[WasteCount, ...] = ()

    @property
    def wasted(self) -> Money:
        """What the leftovers would have sold for."""
        return sum((count.amount for count in self.waste), ZERO)

    @property
    def wasted_lines(self) -> tuple[WasteLine, ...]:
        return tuple(line for count in self.waste for line in count.lines)

    @property
    def change(self) -> float | None:
        """Against a usual day by this time: 0.1 is a tenth more."""
        if self.usual is None or self.usual.minor <= 0:
            return None
        return self.report.net.minor / self.usual.minor - 1


def hours_of(today: dict[int, Money], usual: dict[int, Money]) -> tuple[HourGlance, ...]:
    """Every hour from the first to the last in which anything is ever sold."""
    both = {*today, *usual}
    if not both:
        return ()
    hours = range(min(both), max(both) + 1)
    return tuple(HourGlance(n, today.get(n, ZERO), usual.get(n, ZERO)) for n in hours)
