"""Consumption tax: which rate holds, and splitting it out of tax-inclusive amounts.

Source: Consumption Tax Act of Japan (消費税法), reduced rate for food and drink other than
eating in since 2019-10-01; rounding once per rate and invoice (消費税法施行令 第70条の10).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from breadpos.domain.errors import NoTaxRate
from breadpos.domain.money import ZERO, Money

_WHOLE_BP = 10_000


class TaxClass(Enum):
    """What a product is to the tax office."""

    FOOD = "food"
    STANDARD = "standard"
    EXEMPT = "exempt"


class Place(Enum):
    """Where the food is eaten, which decides its rate."""

    TAKEOUT = "takeout"
    EAT_IN = "eat_in"

    @property
    def other(self) -> "Place":
        return Place.EAT_IN if self is Place.TAKEOUT else Place.TAKEOUT


class Rounding(Enum):
    """What happens to the fraction of a yen; the shop chooses one and keeps to it."""

    FLOOR = "floor"
    HALF_UP = "half_up"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class TaxRate:
    """One row of the table: from a day on, a class at a place has this rate.

    Attributes:
        rate_bp: basis points (800 is 8 %).
        reduced: printed with ※ on the receipt.
        valid_until: the first day it no longer holds; None while no end is known.
    """

    tax_class: TaxClass
    place: Place
    valid_from: date
    rate_bp: int
    reduced: bool = False
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.rate_bp < _WHOLE_BP:
            raise ValueError(f"a tax rate lies in 0 to 9999 basis points, got {self.rate_bp}")
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise ValueError(f"a tax rate ends after it begins, got {self.valid_until}")

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class TaxTable:
    """Every rate there was, is, or will be; a change of law is one more row."""

    rates: tuple[TaxRate, ...]

    def rate(self, tax_class: TaxClass, place: Place, on: date) -> TaxRate:
        """The newest row for class and place that holds on a day.

        Raises:
            NoTaxRate: no row holds on that day.
        """
        holding = [
            rate
            for rate in self.rates
            if rate.tax_class is tax_class and rate.place is place and rate.holds_on(on)
        ]
        if not holding:
            raise NoTaxRate(tax_class.value, place.value, on)
        return max(holding, key=lambda rate: rate.valid_from)

    def having(self, rate: TaxRate) -> "TaxTable":
        """The table with one more row."""
        return TaxTable((*self.rates, rate))


_SINCE = date(2019, 10, 1)
JAPAN = TaxTable(
    (
        TaxRate(TaxClass.FOOD, Place.TAKEOUT, _SINCE, 800, reduced=True),
        TaxRate(TaxClass.FOOD, Place.EAT_IN, _SINCE, 1000),
        TaxRate(TaxClass.STANDARD, Place.TAKEOUT, _SINCE, 1000),
        TaxRate(TaxClass.STANDARD, Place.EAT_IN, _SINCE, 1000),
        TaxRate(TaxClass.EXEMPT, Place.TAKEOUT, _SINCE, 0),
        TaxRate(TaxClass.EXEMPT, Place.EAT_IN, _SINCE, 0),
    )
)

ANNOUNCED = TaxRate(
    TaxClass.FOOD,
    Place.TAKEOUT,
    date(2027, 4, 1),
    100,
    reduced=True,
    valid_until=date(2029, 4, 1),
)
"""An example of a change of law, which the owner switches on once it is one."""


@dataclass(frozen=True, slots=True)
class TaxSplit:
    """One rate's share of a receipt: net + tax is the gross, always."""

    rate_bp: int
    gross: Money
    tax: Money

    @property
    def net(self) -> Money:
        return self.gross - self.tax


def split_gross(gross: Money, rate_bp: int, rounding: Rounding = Rounding.FLOOR) -> TaxSplit:
    """Take the tax out of a tax-inclusive amount.

    A negative amount is rounded by its size, so that a refund mirrors its sale.
    """
    scaled, base = abs(gross.minor) * rate_bp, _WHOLE_BP + rate_bp
    whole, rest = divmod(scaled, base)
    if rounding is Rounding.HALF_UP:
        whole += rest * 2 >= base
    elif rounding is Rounding.CEILING:
        whole += rest > 0
    return TaxSplit(rate_bp, gross, Money(whole if gross.minor >= 0 else -whole))


def split_by_rate(
    amounts: Iterable[tuple[int, Money]], rounding: Rounding = Rounding.FLOOR
) -> tuple[TaxSplit, ...]:
    """Tax once per rate over a whole receipt, lowest rate first; never per line.

    Args:
        amounts: rate in basis points and tax-inclusive amount of each line.
        rounding: the shop's choice.
    """
    gross: dict[int, Money] = {}
    for rate_bp, amount in amounts:
        gross[rate_bp] = gross.get(rate_bp, ZERO) + amount
    return tuple(split_gross(gross[rate_bp], rate_bp, rounding) for rate_bp in sorted(gross))
