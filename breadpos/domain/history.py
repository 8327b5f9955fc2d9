"""What days gone by were like, hour by hour and bread by bread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter of an hour's takings.

    Attributes:
        minute: of the day by the shop's clock; over 1,440 after the business day's midnight.
    """

    day: date
    minute: int
    net: Money


@dataclass(frozen=True, slots=True)
class ProductDay:
    """How much of a product a day sold, and until when.

    Attributes:
        last_minute: of its last sale.
    """

    day: date
    product_id: ProductId
    name: str
    pieces: int
    last_minute: int


def mean_by_hour(slots: Sequence[Slot]) -> dict[int, Money]:
    """A usual day's takings by hour: the mean over the days there are, in whole yen."""
    days = {slot.day for slot in slots}
    sums: dict[int, int] = {}
    for slot in slots:
        sums[slot.minute // 60] = sums.get(slot.minute // 60, 0) + slot.net.minor
    return {hour: Money(round(total / len(days))) for hour, total in sorted(sums.items())}


def mean_until(slots: Sequence[Slot], minute: int) -> Money | None:
    """What a usual day has brought in by a minute; None where there are no days."""
    days = {slot.day for slot in slots}
    if not days:
        return None
    so_far = sum((slot.net for slot in slots if slot.minute < minute), ZERO)
    return Money(round(so_far.minor / len(days)))


def share_by(slots: Sequence[Slot], minute: int) -> float:
    """The share of a usual day's takings that come by the end of a minute, 0 to 1."""
    whole = sum(slot.net.minor for slot in slots)
    if whole <= 0:
        return 1.0
    return sum(slot.net.minor for slot in slots if slot.minute <= minute) / whole


def by_product(days: Sequence[ProductDay]) -> Mapping[ProductId, Sequence[ProductDay]]:
    """The days of each product."""
    found: dict[ProductId, list[ProductDay]] = {}
    for each in days:
        found.setdefault(each.product_id, []).append(each)
    return found
