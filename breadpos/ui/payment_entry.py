"""A payment being taken: tenders so far, and the one being typed."""

from dataclasses import dataclass, field, replace

from breadpos.domain.errors import TenderInvalid, TenderTooSmall
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tender import Tender, TenderKind, settle
from breadpos.ui.amount_entry import AmountEntry
from breadpos.ui.quick_amounts import quick_amounts

_VOUCHERS = (500, 1_000, 5_000)
_LARGEST_NOTE = Money(10_000)


@dataclass(frozen=True, slots=True)
class PaymentEntry:
    """Immutable; each key and tap returns a new one.

    Attributes:
        taken: tenders that pay part of it already, oldest first.
        customer: who pays later, for a tender on account.
    """

    due: Money
    kind: TenderKind = TenderKind.CASH
    taken: tuple[Tender, ...] = ()
    typed: AmountEntry = field(default_factory=AmountEntry)
    customer: str = ""

    @property
    def left(self) -> Money:
        """What the tenders so far do not pay."""
        return self.due - sum((tender.amount for tender in self.taken), ZERO)

    @property
    def quick(self) -> tuple[Money, ...]:
        """Amounts worth a button of their own, the exact one first."""
        if self.kind is TenderKind.CASH:
            return quick_amounts(self.left)
        if self.kind is TenderKind.VOUCHER:
            return (self.left, *(Money(yen) for yen in _VOUCHERS if Money(yen) != self.left))
        return (self.left,)

    @property
    def needs_customer(self) -> bool:
        return self.kind is TenderKind.ON_ACCOUNT and not self.customer.strip()

    def change(self, amount: Money) -> Money:
        """What cash of an amount is given back of."""
        return max(amount - self.left, ZERO) if self.kind is TenderKind.CASH else ZERO

    def is_doubtful(self, amount: Money) -> bool:
        """Whether a whole note too many would be given back: rather a digit too many."""
        return self.change(amount) >= _LARGEST_NOTE

    def is_too_much(self, amount: Money) -> bool:
        """Whether it is more than is due, of a tender that gives nothing back."""
        gives_back = self.kind in {TenderKind.CASH, TenderKind.VOUCHER}
        return amount > self.left and not gives_back

    def can_take(self, amount: Money) -> bool:
        is_something = amount > ZERO or (self.left == ZERO and self.kind is TenderKind.CASH)
        return is_something and not self.is_too_much(amount) and not self.needs_customer

    def for_due(self, due: Money) -> "PaymentEntry":
        """The same tenders for another amount."""
        return replace(self, due=due)

    def choosing(self, kind: TenderKind) -> "PaymentEntry":
        return replace(self, kind=kind, typed=AmountEntry())

    def pressing(self, key: str) -> "PaymentEntry":
        return replace(self, typed=self.typed.pressing(key))

    def for_customer(self, name: str) -> "PaymentEntry":
        return replace(self, customer=name)

    def taking(self, amount: Money) -> "PaymentEntry":
        """The payment with one more tender of the chosen kind; what is typed next is cash."""
        note = self.customer.strip() if self.kind is TenderKind.ON_ACCOUNT else ""
        taken = (*self.taken, Tender(self.kind, amount, note))
        return PaymentEntry(self.due, TenderKind.CASH, taken)

    def without_last(self) -> "PaymentEntry":
        """The payment without the tender taken last."""
        return PaymentEntry(self.due, self.kind, self.taken[:-1], customer=self.customer)

    @property
    def pays(self) -> bool:
        """Whether the tenders taken pay it."""
        try:
            settle(self.due, self.taken)
        except (TenderTooSmall, TenderInvalid):
            return False
        return bool(self.taken)
