"""What was left at the day's end and thrown away."""

from dataclasses import dataclass
from datetime import date, datetime

from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId


@dataclass(frozen=True, slots=True)
class WasteLine:
    """Some of a product that nobody bought."""

    product_id: ProductId
    name: str
    count: int
    unit_price: Money

    @property
    def amount(self) -> Money:
        """What it would have sold for."""
        return self.unit_price * self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class WasteCount:
    """A closing count; the newest of a day is the one that holds. Nothing left is a count too.

    Attributes:
        number: 0 until it is on disk.
    """

    business_day: date
    at: datetime
    lines: tuple[WasteLine, ...]
    register: str = "1"
    cashier: str = ""
    number: int = 0

    @property
    def amount(self) -> Money:
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def pieces(self) -> int:
        return sum(line.count for line in self.lines)
