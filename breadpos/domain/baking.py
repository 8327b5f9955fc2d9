"""How many of each bread to bake tomorrow.

Sources: the newsvendor's quantile (Arrow, Harris and Marschak, Optimal inventory policy, 1951),
taken from the sample itself (Levi, Roundy and Shmoys, Provably near-optimal sampling-based
policies for stochastic inventory control models, 2007). A day that sold out shows less than was
wanted; it is scaled up by the share of a usual day that comes after the last sale (after Nahmias,
Demand estimation in lost sales inventory systems, 1994). Weekday and history only: no weather. A
day on which a bread was not sold at all counts as one on which it was not baked.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from breadpos.domain.history import ProductDay, Slot, by_product, share_by
from breadpos.domain.product import ProductId
from breadpos.domain.waste import WasteCount

DAYS_LOOKED_AT = 8
"""Of one weekday: two months, so that a season does not hide in the mean."""

LEAST_DAYS = 4
"""Fewer say too little."""

COST_SHARE = 0.4
"""What a piece costs the baker, as a share of its price; a leftover is worth nothing."""

LEAST_SHARE = 0.5
"""A bread gone before half of the day's takings tells no more than twice what it sold."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """For one product.

    Attributes:
        pieces: to bake; None where there are not enough days yet.
        low, high: the least and the most that was wanted on those days.
        days: how many there are.
        sold_out: on how many of them none was left; what was wanted then is an estimate.
    """

    product_id: ProductId
    name: str
    pieces: int | None
    low: int
    high: int
    days: int
    sold_out: int


@dataclass(frozen=True, slots=True)
class Baking:
    """For a day.

    Attributes:
        counted: on how many of the days leftovers were counted.
    """

    day: date
    days: int
    counted: int
    suggestions: tuple[Suggestion, ...]


def baking_for(
    day: date,
    sold: Sequence[ProductDay],
    slots: Sequence[Slot],
    counts: Sequence[WasteCount],
) -> Baking:
    """What to bake for a day.

    Args:
        sold: the same weekdays before it.
        slots: the takings of those days.
        counts: their closing counts.
    """
    days = {slot.day for slot in slots}
    left = {(count.business_day, line.product_id) for count in counts for line in count.lines}
    counted = {count.business_day for count in counts} & days
    found = [
        _suggestion(product_id, mine, slots, counted, left)
        for product_id, mine in by_product(sold).items()
    ]
    found.sort(key=lambda each: (-(each.pieces or 0), -each.high, each.name))
    return Baking(day, len(days), len(counted), tuple(found))


def _suggestion(
    product_id: ProductId,
    mine: Sequence[ProductDay],
    slots: Sequence[Slot],
    counted: set[date],
    left: set[tuple[date, ProductId]],
) -> Suggestion:
    wanted, sold_out = [], 0
    for each in mine:
        is_out = each.day in counted and (each.day, product_id) not in left
        sold_out += is_out
        share = max(share_by(slots, each.last_minute), LEAST_SHARE) if is_out else 1.0
        wanted.append(math.ceil(max(each.pieces, 0) / share - 1e-9))
    wanted.sort()
    place = max(math.ceil((1 - COST_SHARE) * len(wanted)) - 1, 0)
    pieces = wanted[place] if len(wanted) >= LEAST_DAYS else None
    return Suggestion(
        product_id, mine[-1].name, pieces, wanted[0], wanted[-1], len(wanted), sold_out
    )
