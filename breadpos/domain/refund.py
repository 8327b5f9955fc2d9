"""Taking a sale back: all of it on the same business day, or all or some of it later."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from breadpos.domain.errors import NotRefundable, NotVoidable, ReasonMissing, RefundTooMuch
from breadpos.domain.money import ZERO, Money
from breadpos.domain.sale import Sale, SaleKind, SaleLine
from breadpos.domain.tax import TaxSplit, split_by_rate
from breadpos.domain.tender import Payment, TenderKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """When, where, by whom and why a sale is taken back.

    Attributes:
        refund_id: unique over all registers.
        at: aware, UTC.
        approver: who allowed it.
    """

    refund_id: str
    at: datetime
    business_day: date
    reason: str
    register: str = "1"
    cashier: str = ""
    approver: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ReasonMissing("taking a sale back needs a reason")


def void_of(sale: Sale, earlier: Sequence[Sale], slip: Slip) -> Sale:
    """The entry that takes a whole sale back on its own day.

    Args:
        earlier: what has been taken back of it already.

    Raises:
        NotVoidable: it is no sale, of another day, or partly taken back already.
    """
    if sale.kind is not SaleKind.SALE or earlier or sale.business_day != slip.business_day:
        raise NotVoidable(sale.number)
    return _taken_back(sale, SaleKind.VOID, _whole(sale), slip, _paid_back(sale.payments))


def refund_of(
    sale: Sale,
    earlier: Sequence[Sale],
    counts: Mapping[int, int],
    slip: Slip,
    *,
    in_cash: bool = False,
) -> Sale:
    """The entry that takes pieces of a sale back, at the sale's own rates.

    It is paid back by what it was paid with, cash last, unless all is wanted in cash.

    Args:
        earlier: what has been taken back of it already.
        counts: how many pieces of the line at each position.

    Raises:
        NotRefundable: it is no sale.
        RefundTooMuch: more is wanted than is left, or nothing.
    """
    if sale.kind is not SaleKind.SALE:
        raise NotRefundable(sale.number)
    lines = _lines_back(sale, earlier, counts)
    payments = _payments(sale, earlier, _worth(lines), in_cash=in_cash)
    return _taken_back(sale, SaleKind.REFUND, lines, slip, payments)


def value_of(sale: Sale, earlier: Sequence[Sale], counts: Mapping[int, int]) -> Money:
    """What would be paid back for pieces of a sale.

    Raises:
        RefundTooMuch: more is wanted than is left, or nothing.
    """
    return _worth(_lines_back(sale, earlier, counts))


def _worth(lines: Iterable[SaleLine]) -> Money:
    return -sum((line.amount for line in lines), ZERO)


def _lines_back(
    sale: Sale, earlier: Sequence[Sale], counts: Mapping[int, int]
) -> tuple[SaleLine, ...]:
    left = left_of(sale, earlier)
    wanted = {n: count for n, count in counts.items() if count}
    if not wanted or any(not 0 < wanted[n] <= left.get(n, 0) for n in wanted):
        raise RefundTooMuch(sale.number)
    return tuple(
        _returned(sale.lines[n], n, sale.lines[n].count - left[n], wanted[n])
        for n in sorted(wanted)
    )


def left_of(sale: Sale, earlier: Iterable[Sale]) -> dict[int, int]:
    """How many pieces of the line at each position have not been taken back."""
    taken: Counter[int | None] = Counter()
    for line in (line for refund in earlier for line in refund.lines):
        taken[line.of_line] -= line.count
    return {n: line.count - taken[n] for n, line in enumerate(sale.lines)}


def _whole(sale: Sale) -> tuple[SaleLine, ...]:
    return tuple(_returned(line, n, 0, line.count) for n, line in enumerate(sale.lines))


def _returned(line: SaleLine, position: int, before: int, count: int) -> SaleLine:
    """Pieces of a line, negative.

    The parts of what was paid, and of what was taken off, add up to all of it; no piece is paid
    back for less than nothing, so that what was taken off the cart takes the odd yen.
    """

    def part(of: Money) -> Money:
        upto = of.minor * (before + count) // line.count
        return Money(of.minor * before // line.count - upto)

    amount, off = part(line.amount), part(line.off)
    share = line.unit_price * -count - off - amount
    return replace(line, count=-count, off=off, share=share, of_line=position)


def _taken_back(
    sale: Sale,
    kind: SaleKind,
    lines: tuple[SaleLine, ...],
    slip: Slip,
    payments: tuple[Payment, ...],
) -> Sale:
    return Sale(
        slip.refund_id,
        slip.at,
        sale.place,
        lines,
        _taxes(sale, lines),
        payments,
        slip.business_day,
        kind=kind,
        register=slip.register,
        cashier=slip.cashier,
        approver=slip.approver,
        customers=-sale.customers if kind is SaleKind.VOID else 0,
        share_label=sale.share_label,
        rounding=sale.rounding,
        of_number=sale.number,
        of_day=sale.business_day,
        reason=slip.reason.strip(),
    )


def _taxes(sale: Sale, lines: Sequence[SaleLine]) -> tuple[TaxSplit, ...]:
    return split_by_rate(((line.rate_bp, line.amount) for line in lines), sale.rounding)


def _paid_back(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """All of it: a gift voucher goes back as it was, with what it was worth beyond the sale."""
    return tuple(
        Payment(p.kind, -(p.amount + p.forfeited), forfeited=-p.forfeited, note=p.note)
        for p in payments
    )


def _payments(
    sale: Sale, earlier: Sequence[Sale], amount: Money, *, in_cash: bool
) -> tuple[Payment, ...]:
    if in_cash:
        return (Payment(TenderKind.CASH, -amount),)
    gone: dict[TenderKind, Money] = {}
    for payment in (p for refund in earlier for p in refund.payments):
        gone[payment.kind] = gone.get(payment.kind, ZERO) - payment.amount
    found = []
    for payment in sorted(sale.payments, key=lambda p: p.kind is TenderKind.CASH):
        used = min(gone.get(payment.kind, ZERO), payment.amount)
        gone[payment.kind] = gone.get(payment.kind, ZERO) - used
        part = min(payment.amount - used, amount)
        amount -= part
        if part > ZERO:
            found.append(Payment(payment.kind, -part, note=payment.note))
    return tuple(found)
