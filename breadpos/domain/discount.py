"""What is taken off a line or a whole cart."""

from dataclasses import dataclass

from breadpos.domain.errors import DiscountInvalid
from breadpos.domain.money import YEN, ZERO, Money


@dataclass(frozen=True, slots=True)
class Discount:
    """So many yen, or so many percent.

    Attributes:
        yen: zero for a discount in percent.
        percent: 1 to 100; zero for one in yen.
    """

    yen: Money = ZERO
    percent: int = 0

    def __post_init__(self) -> None:
        if self.yen < ZERO or not 0 <= self.percent <= 100:
            raise DiscountInvalid(f"a discount is positive, got {self.yen.minor}, {self.percent} %")
        if (self.yen > ZERO) == (self.percent > 0):
            raise DiscountInvalid("a discount is either in yen or in percent")

    def off(self, amount: Money) -> Money:
        """What it takes off an amount: never more than all; a part of a yen stays with the shop."""
        return Money(amount.minor * self.percent // 100) if self.percent else min(self.yen, amount)

    def is_over(self, limit_percent: int, amount: Money) -> bool:
        """Whether it takes more than a share off an amount, and so needs a manager."""
        return self.off(amount).minor * 100 > limit_percent * amount.minor

    @property
    def label(self) -> str:
        """As printed, in every language."""
        return f"{self.percent}%" if self.percent else YEN.format(self.yen)
