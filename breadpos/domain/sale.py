"""A finished purchase, frozen as it was charged."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.errors import CartNotPayable, TenderTooSmall
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.tax import (
    Place,
    Rounding,
    TaxClass,
    TaxSplit,
    TaxTable,
    split_by_rate,
)

MOST_TENDERED = Money(99_999_999)
"""More than this in one tender is a slip of the finger."""


class TenderKind(Enum):
    """What was handed over."""

    CASH = "cash"


@dataclass(frozen=True, slots=True)
class Payment:
    """Money handed over and given back."""

    kind: TenderKind
    tendered: Money
    change: Money


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A product as it was sold: name, price, class and rate never change afterwards."""

    product_id: ProductId
    name: str
    unit_price: Money
    count: int
    tax_class: TaxClass
    rate_bp: int
    reduced: bool

    @property
    def amount(self) -> Money:
        return self.unit_price * self.count


@dataclass(frozen=True, slots=True)
class Sale:
    """A paid cart.

    Attributes:
        sale_id: unique over all registers.
        sold_at: aware, UTC.
        number: the receipt's number, without gaps; 0 until it is on disk.
    """

    sale_id: str
    sold_at: datetime
    place: Place
    lines: tuple[SaleLine, ...]
    taxes: tuple[TaxSplit, ...]
    payment: Payment
    number: int = 0

    @property
    def total(self) -> Money:
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def count(self) -> int:
        return sum(line.count for line in self.lines)

    def numbered(self, number: int) -> "Sale":
        return replace(self, number=number)


def cash_payment(due: Money, tendered: Money) -> Payment:
    """Cash for an amount, and the change.

    Raises:
        TenderTooSmall: less was tendered than is due.
        CartNotPayable: more was tendered than anyone hands over.
    """
    if tendered < due:
        raise TenderTooSmall(due.minor, tendered.minor)
    if tendered > MOST_TENDERED:
        raise CartNotPayable(f"tendered {tendered.minor} is more than {MOST_TENDERED.minor}")
    return Payment(TenderKind.CASH, tendered, tendered - due)


@dataclass(frozen=True, slots=True)
class SaleRules:
    """What the shop has settled about charging.

    Attributes:
        language: of the names frozen on the receipt, "ja" or "en".
    """

    table: TaxTable
    rounding: Rounding = Rounding.FLOOR
    language: str = "ja"

    def lines(self, cart: Cart, on: date) -> tuple[SaleLine, ...]:
        """The cart's lines with the rates that hold on a day."""
        return tuple(self._line(line, cart.place, on) for line in cart.lines)

    def taxes(self, lines: tuple[SaleLine, ...]) -> tuple[TaxSplit, ...]:
        """Tax once per rate over the whole receipt."""
        return split_by_rate(((line.rate_bp, line.amount) for line in lines), self.rounding)

    def food_rates_bp(self, on: date) -> tuple[tuple[Place, int], ...]:
        """The rate of food on a day, by where it is eaten, in basis points."""
        return tuple((place, self.table.rate(TaxClass.FOOD, place, on).rate_bp) for place in Place)

    def _line(self, line: CartLine, place: Place, on: date) -> SaleLine:
        product = line.product
        rate = self.table.rate(product.tax_class, place, on)
        return SaleLine(
            product.product_id,
            product.label(self.language),
            product.price,
            line.count,
            product.tax_class,
            rate.rate_bp,
            rate.reduced,
        )
