"""A finished purchase, frozen as it was charged, and what takes it back."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.tax import Place, Rounding, TaxClass, TaxSplit
from breadpos.domain.tender import Payment, TenderKind


class SaleKind(Enum):
    """What an entry of the ledger is."""

    SALE = "sale"
    VOID = "void"
    """Takes a whole sale back on its own business day."""
    REFUND = "refund"
    """Takes all or part of a sale back later; 返還請求書 is its receipt."""


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A product as it was sold: name, price, class and rate never change afterwards.

    Attributes:
        count: negative where it is taken back; so are `off` and `share` then.
        off: taken off this line by a discount or set prices.
        share: its share of what is taken off the whole cart.
        off_label: what `off` is called on paper.
        of_line: of a void or refund, the position of the line it takes back.
    """

    product_id: ProductId
    name: str
    unit_price: Money
    count: int
    tax_class: TaxClass
    rate_bp: int
    reduced: bool
    place: Place = Place.TAKEOUT
    off: Money = ZERO
    share: Money = ZERO
    off_label: str = ""
    of_line: int | None = None

    @property
    def gross(self) -> Money:
        """Before anything is taken off."""
        return self.unit_price * self.count

    @property
    def amount(self) -> Money:
        """What is paid for it."""
        # in one step: a cart of 500 lines asks for it thousands of times
        return Money(self.unit_price.minor * self.count - self.off.minor - self.share.minor)


@dataclass(frozen=True, slots=True)
class Sale:
    """A paid cart; or a void or refund, whose amounts are all negative.

    Attributes:
        sale_id: unique over all registers.
        sold_at: aware, UTC.
        business_day: the day it counts for.
        number: the receipt's number, without gaps; 0 until it is on disk.
        share_label: what was taken off the whole cart is called on paper.
        approver: who allowed it, where somebody had to.
        of_number: of a void or refund, the receipt it takes back.
        of_day: of a void or refund, the business day of that receipt.
        reason: of a void or refund.
    """

    sale_id: str
    sold_at: datetime
    place: Place
    lines: tuple[SaleLine, ...]
    taxes: tuple[TaxSplit, ...]
    payments: tuple[Payment, ...]
    business_day: date
    number: int = 0
    kind: SaleKind = SaleKind.SALE
    register: str = "1"
    cashier: str = ""
    approver: str = ""
    note: str = ""
    customers: int = 1
    share_label: str = ""
    rounding: Rounding = Rounding.FLOOR
    of_number: int | None = None
    of_day: date | None = None
    reason: str = ""

    @property
    def total(self) -> Money:
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def count(self) -> int:
        return sum(line.count for line in self.lines)

    @property
    def shared_off(self) -> Money:
        """What was taken off the whole cart."""
        return sum((line.share for line in self.lines), ZERO)

    @property
    def off(self) -> Money:
        """All that was taken off."""
        return sum((line.off + line.share for line in self.lines), ZERO)

    @property
    def change(self) -> Money:
        return sum((payment.change for payment in self.payments), ZERO)

    @property
    def cash(self) -> Money:
        """What stayed in the drawer; negative where it was paid out."""
        paid = (p.amount for p in self.payments if p.kind is TenderKind.CASH)
        return sum(paid, ZERO)

    def numbered(self, number: int) -> "Sale":
        return replace(self, number=number)
