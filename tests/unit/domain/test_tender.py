import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.errors import TenderInvalid, TenderTooSmall
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tender import MOST_TENDERED, Payment, Tender, TenderKind, settle

CASH, CARD, VOUCHER = TenderKind.CASH, TenderKind.CARD, TenderKind.VOUCHER
tenders = st.lists(
    st.builds(
        Tender, st.sampled_from(TenderKind), st.integers(1, 5_000).map(Money), st.just("山田")
    ),
    max_size=5,
)


@given(st.integers(0, 10_000).map(Money), tenders)
def test_what_is_taken_pays_exactly_what_is_due_or_nothing_is_taken(
    due: Money, offered: list[Tender]
) -> None:
    try:
        paid = settle(due, offered)
    except (TenderTooSmall, TenderInvalid):
        return
    assert sum((payment.amount for payment in paid), ZERO) == due
    assert sum((p.tendered for p in paid), ZERO) == sum((t.amount for t in offered), ZERO)
    assert all(p.change == ZERO for p in paid if p.kind is not CASH)
    assert all(p.forfeited == ZERO for p in paid if p.kind is not VOUCHER)


@given(st.integers(1, 10**6).map(Money), st.integers(0, 10**6).map(Money))
def test_cash_is_given_change(due: Money, more: Money) -> None:
    assert settle(due, [Tender(CASH, due + more)]) == (Payment(CASH, due + more, more),)


def test_card_pays_first_and_cash_gives_the_change_whatever_order_they_came_in() -> None:
    assert settle(Money(1_321), [Tender(CASH, Money(1_000)), Tender(CARD, Money(500))]) == (
        Payment(CARD, Money(500)),
        Payment(CASH, Money(1_000), Money(179)),
    )


def test_a_vouchers_rest_is_not_given_back() -> None:
    (paid,) = settle(Money(800), [Tender(VOUCHER, Money(1_000))])
    assert (paid.amount, paid.change, paid.forfeited) == (Money(800), ZERO, Money(200))


def test_too_little_is_refused_with_both_amounts() -> None:
    with pytest.raises(TenderTooSmall, match="499 tendered for 500"):
        settle(Money(500), [Tender(CARD, Money(200)), Tender(CASH, Money(299))])


@pytest.mark.parametrize(
    ("offered", "why"),
    [
        ([Tender(CARD, Money(501))], "more than 500"),
        ([Tender(CARD, Money(-1)), Tender(CASH, Money(600))], "no amount"),
        ([Tender(CARD, ZERO), Tender(CASH, Money(600))], "no amount"),
        ([Tender(CASH, Money(-500))], "no amount"),
        ([Tender(CASH, MOST_TENDERED + Money(1))], "more than 99999999"),
        ([Tender(CARD, Money(500)), Tender(CASH, Money(100))], "not needed"),
        ([Tender(TenderKind.ON_ACCOUNT, Money(500), " ")], "customer's name"),
    ],
)
def test_a_tender_that_cannot_be_is_refused(offered: list[Tender], why: str) -> None:
    with pytest.raises(TenderInvalid, match=why):
        settle(Money(500), offered)


def test_what_costs_nothing_is_paid_with_nothing() -> None:
    assert settle(ZERO, []) == ()
    assert settle(ZERO, [Tender(CASH, ZERO)]) == (Payment(CASH, ZERO, ZERO),)


def test_a_sale_on_account_bears_the_customers_name() -> None:
    (paid,) = settle(Money(500), [Tender(TenderKind.ON_ACCOUNT, Money(500), "山田商店")])
    assert (paid.note, paid.amount) == ("山田商店", Money(500))
