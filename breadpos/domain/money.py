"""Exact amounts and how they are written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in the shop's one currency.

    Attributes:
        minor: whole minor units (yen has none, so yen). Negative for refunds.
    """

    minor: int

    def __post_init__(self) -> None:
        if type(self.minor) is not int:  # bool, float, Decimal and numpy ints are all slips here
            raise TypeError(f"minor units must be int, got {self.minor!r}")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + other.minor)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - other.minor)

    def __neg__(self) -> "Money":
        return Money(-self.minor)

    def __mul__(self, count: int) -> "Money":
        return Money(self.minor * count)


ZERO = Money(0)


@dataclass(frozen=True, slots=True)
class Currency:
    """How amounts are written.

    Attributes:
        symbol: put before the digits, after the sign.
    """

    symbol: str = "¥"

    def format(self, amount: Money) -> str:
        sign = "-" if amount.minor < 0 else ""
        return f"{sign}{self.symbol}{abs(amount.minor):,}"


YEN = Currency()
