"""What happens to the drawer besides sales."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from breadpos.domain.errors import CashInvalid
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tender import MOST_TENDERED

DENOMINATIONS = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1)
"""Notes and coins in yen, largest first."""

LONGEST_REASON = 200


class MovementKind(Enum):
    """Why the drawer was opened."""

    FLOAT = "float"
    """The change put in before the day's first sale."""
    PAY_IN = "pay_in"
    PAY_OUT = "pay_out"
    OPENED = "opened"
    """Without a sale, and nothing put in or taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CashMovement:
    """One opening of the drawer that was no sale.

    Attributes:
        amount: never negative; the kind says which way it went.
        number: counts up over the ledger; 0 until it is on disk.
    """

    kind: MovementKind
    amount: Money
    reason: str
    at: datetime
    business_day: date
    register: str
    cashier: str = ""
    approver: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        is_moved = self.kind is not MovementKind.OPENED
        if is_moved != (self.amount > ZERO) or self.amount > MOST_TENDERED:
            raise CashInvalid(f"{self.kind.value} of {self.amount.minor} is no amount")
        is_explained = bool(self.reason.strip()) or self.kind is MovementKind.FLOAT
        if not is_explained or len(self.reason) > LONGEST_REASON:
            raise CashInvalid(f"{self.kind.value} needs a reason of 1 to {LONGEST_REASON} letters")

    def signed(self, cashier: str, approver: str) -> "CashMovement":
        return replace(self, cashier=cashier, approver=approver)

    def numbered(self, number: int) -> "CashMovement":
        return replace(self, number=number)


@dataclass(frozen=True, slots=True)
class CashCount:
    """The drawer counted: how many of each note and coin, as DENOMINATIONS orders them."""

    pieces: tuple[int, ...] = (0,) * len(DENOMINATIONS)

    def __post_init__(self) -> None:
        if len(self.pieces) != len(DENOMINATIONS) or not all(0 <= n <= 99_999 for n in self.pieces):
            raise CashInvalid(f"no count of notes and coins: {self.pieces}")

    @property
    def total(self) -> Money:
        return Money(sum(n * yen for n, yen in zip(self.pieces, DENOMINATIONS, strict=True)))

    def counting(self, denomination: int, pieces: int) -> "CashCount":
        """The count with so many of one note or coin."""
        place = DENOMINATIONS.index(denomination)
        return CashCount((*self.pieces[:place], pieces, *self.pieces[place + 1 :]))
