"""Money handed over, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from breadpos.domain.errors import TenderInvalid, TenderTooSmall
from breadpos.domain.money import ZERO, Money

MOST_TENDERED = Money(99_999_999)
"""More than this in one tender is a slip of the finger."""


class TenderKind(Enum):
    """What was handed over."""

    CASH = "cash"
    CARD = "card"
    QR = "qr"
    IC = "ic"
    VOUCHER = "voucher"
    ON_ACCOUNT = "on_account"


@dataclass(frozen=True, slots=True)
class Tender:
    """What a customer offers.

    Attributes:
        note: who pays later, for a tender on account; else free.
    """

    kind: TenderKind
    amount: Money
    note: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money handed over and given back; all negative where the shop pays back.

    Attributes:
        forfeited: what a gift voucher was worth beyond what was due.
    """

    kind: TenderKind
    tendered: Money
    change: Money = ZERO
    forfeited: Money = ZERO
    note: str = ""

    @property
    def amount(self) -> Money:
        """What it pays."""
        return self.tendered - self.change - self.forfeited


def settle(due: Money, tenders: Sequence[Tender]) -> tuple[Payment, ...]:
    """The payments that several tenders make of an amount: together exactly that amount.

    Only cash is given change; a gift voucher's rest is not given back; nothing else can be more
    than what is due.

    Raises:
        TenderTooSmall: less was tendered than is due.
        TenderInvalid: a tender is of nothing, of more than anyone hands over, of more than is
            due, is not needed, or is on nobody's account.
    """
    for tender in tenders:
        _check(tender)
    total = sum((tender.amount for tender in tenders), ZERO)
    if total < due:
        raise TenderTooSmall(due.minor, total.minor)
    left, payments = due, []
    for tender in sorted(tenders, key=_order):
        if left == ZERO and tender.amount > ZERO:
            raise TenderInvalid(f"{tender.kind.value} {tender.amount.minor} is not needed")
        payment = _payment(tender, left)
        payments.append(payment)
        left -= payment.amount
    return tuple(payments)


def _order(tender: Tender) -> int:
    """Exact ones first, then what loses its rest, then what gives change."""
    return {TenderKind.VOUCHER: 1, TenderKind.CASH: 2}.get(tender.kind, 0)


def _check(tender: Tender) -> None:
    is_free = tender.kind is TenderKind.CASH and tender.amount == ZERO
    if tender.amount <= ZERO and not is_free:
        raise TenderInvalid(f"{tender.kind.value} {tender.amount.minor} is no amount")
    if tender.amount > MOST_TENDERED:
        raise TenderInvalid(f"{tender.amount.minor} is more than {MOST_TENDERED.minor}")
    if tender.kind is TenderKind.ON_ACCOUNT and not tender.note.strip():
        raise TenderInvalid("a sale on account needs the customer's name")


def _payment(tender: Tender, due: Money) -> Payment:
    rest = max(tender.amount - due, ZERO)
    if tender.kind is TenderKind.CASH:
        return Payment(tender.kind, tender.amount, rest, note=tender.note)
    if tender.kind is TenderKind.VOUCHER:
        return Payment(tender.kind, tender.amount, forfeited=rest, note=tender.note)
    if rest > ZERO:
        raise TenderInvalid(f"{tender.kind.value} {tender.amount.minor} is more than {due.minor}")
    return Payment(tender.kind, tender.amount, note=tender.note)
