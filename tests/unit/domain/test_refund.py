from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.cart import Cart
from breadpos.domain.charging import SaleRules
from breadpos.domain.errors import NotRefundable, NotVoidable, ReasonMissing, RefundTooMuch
from breadpos.domain.money import ZERO, Money
from breadpos.domain.refund import Slip, left_of, refund_of, value_of, void_of
from breadpos.domain.sale import Sale, SaleKind
from breadpos.domain.tax import JAPAN, split_by_rate
from breadpos.domain.tender import Tender, TenderKind, settle
from tests.unit.domain.test_charging import carts, worked_example

TODAY = date(2026, 5, 1)
SLIP = Slip(
    refund_id="r1",
    at=datetime(2026, 5, 1, 4, tzinfo=UTC),
    business_day=TODAY,
    reason="味が違う",
    cashier="佐藤",
    approver="店長",
)


def sale_of(cart: Cart, *tenders: Tender) -> Sale:
    bill = SaleRules(JAPAN).bill(cart, TODAY)
    payments = settle(bill.total, tenders or (Tender(TenderKind.CASH, bill.total),))
    return Sale(
        "s1",
        datetime(2026, 5, 1, 3, tzinfo=UTC),
        cart.place,
        bill.lines,
        bill.taxes,
        payments,
        TODAY,
        7,
    )


def all_of(sale: Sale) -> Mapping[int, int]:
    return {n: line.count for n, line in enumerate(sale.lines)}


def paid(sale: Sale) -> list[tuple[TenderKind, int]]:
    return [(payment.kind, payment.amount.minor) for payment in sale.payments]


@given(carts)
def test_a_whole_refund_and_a_void_mirror_their_sale(cart: Cart) -> None:
    sale = sale_of(cart)
    for back in (void_of(sale, (), SLIP), refund_of(sale, (), all_of(sale), SLIP)):
        assert back.total == -sale.total
        assert back.off == -sale.off
        assert back.count == -sale.count
        assert [(t.rate_bp, -t.gross, -t.tax) for t in back.taxes] == [
            (t.rate_bp, t.gross, t.tax) for t in sale.taxes
        ]
        assert sum((payment.amount for payment in back.payments), ZERO) == -sale.total


@given(carts, st.data())
def test_refunded_piece_by_piece_all_comes_back_and_no_yen_more(
    cart: Cart, data: st.DataObject
) -> None:
    sale, done = sale_of(cart), list[Sale]()
    while any(left_of(sale, done).values()):
        taken = {
            n: data.draw(st.integers(0, count), label=f"of line {n}")
            for n, count in left_of(sale, done).items()
        }
        if not any(taken.values()):
            taken = left_of(sale, done)
        done.append(refund_of(sale, done, taken, SLIP).numbered(8 + len(done)))
    assert sum((refund.total for refund in done), ZERO) == -sale.total
    assert sum((refund.off for refund in done), ZERO) == -sale.off
    for refund in done:
        amounts = ((line.rate_bp, line.amount) for line in refund.lines)
        assert refund.taxes == split_by_rate(amounts, sale.rounding)
        assert sum((payment.amount for payment in refund.payments), ZERO) == refund.total


def test_a_refund_has_the_sales_rate_and_says_of_which_sale_it_is() -> None:
    sale = sale_of(worked_example())
    refund = refund_of(sale, (), {0: 1}, replace(SLIP, business_day=date(2028, 1, 5)))
    (line,) = refund.lines
    assert (line.rate_bp, line.count, line.of_line) == (800, -1, 0)
    assert (refund.kind, refund.of_number, refund.of_day) == (SaleKind.REFUND, 7, TODAY)
    assert (refund.total, refund.taxes[0].tax) == (Money(-180), Money(-13))
    assert (refund.reason, refund.cashier, refund.approver) == ("味が違う", "佐藤", "店長")


def test_card_is_paid_back_before_cash() -> None:
    sale = sale_of(
        worked_example(), Tender(TenderKind.CARD, Money(500)), Tender(TenderKind.CASH, Money(1_000))
    )
    first = refund_of(sale, (), {0: 2, 1: 1}, SLIP)
    assert paid(first) == [(TenderKind.CARD, -500), (TenderKind.CASH, -76)]
    second = refund_of(sale, [first], {2: 1}, SLIP)
    assert paid(second) == [(TenderKind.CASH, -259)]


def test_a_refund_may_be_wanted_in_cash_and_what_is_left_goes_to_the_card() -> None:
    sale = sale_of(worked_example(), Tender(TenderKind.CARD, Money(1_321)))
    first = refund_of(sale, (), {0: 1}, SLIP, in_cash=True)
    assert paid(first) == [(TenderKind.CASH, -180)]
    rest = refund_of(sale, [first], left_of(sale, [first]), SLIP)
    assert paid(rest) == [(TenderKind.CARD, -1_141)]


@pytest.mark.parametrize("counts", [{0: 3}, {0: -1}, {}, {0: 0}, {9: 1}])
def test_more_than_was_sold_or_nothing_is_not_refunded(counts: dict[int, int]) -> None:
    with pytest.raises(RefundTooMuch):
        refund_of(sale_of(worked_example()), (), counts, SLIP)


def test_nothing_is_refunded_twice() -> None:
    sale = sale_of(worked_example())
    first = refund_of(sale, (), {0: 2}, SLIP)
    with pytest.raises(RefundTooMuch):
        refund_of(sale, [first], {0: 1}, SLIP)


def test_what_pieces_are_worth_is_what_their_refund_pays_back() -> None:
    sale = sale_of(worked_example())
    first = refund_of(sale, (), {0: 1}, SLIP)
    assert value_of(sale, (), {0: 1}) == -first.total
    assert value_of(sale, [first], {0: 1}) == -refund_of(sale, [first], {0: 1}, SLIP).total
    with pytest.raises(RefundTooMuch):
        value_of(sale, (), {0: 0})


def test_a_refund_cannot_be_taken_back() -> None:
    refund = refund_of(sale_of(worked_example()), (), {0: 1}, SLIP)
    with pytest.raises(NotRefundable):
        refund_of(refund, (), {0: 1}, SLIP)
    with pytest.raises(NotVoidable):
        void_of(refund, (), SLIP)


def test_a_sale_is_voided_on_its_own_day_and_whole() -> None:
    sale = sale_of(worked_example())
    with pytest.raises(NotVoidable):
        void_of(sale, (), replace(SLIP, business_day=date(2026, 5, 2)))
    with pytest.raises(NotVoidable):
        void_of(sale, [refund_of(sale, (), {0: 1}, SLIP)], SLIP)


def test_a_void_takes_its_customers_back() -> None:
    sale = replace(sale_of(worked_example()), customers=3)
    assert void_of(sale, (), SLIP).customers == -3
    assert refund_of(sale, (), {0: 1}, SLIP).customers == 0


def test_taking_back_needs_a_reason() -> None:
    with pytest.raises(ReasonMissing):
        replace(SLIP, reason="  ")
