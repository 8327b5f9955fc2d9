from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.errors import CartNotPayable, TenderTooSmall
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.sale import MOST_TENDERED, Sale, SaleRules, TenderKind, cash_payment
from breadpos.domain.tax import JAPAN, Place, Rounding, TaxClass

TODAY = date(2026, 5, 1)
RULES = SaleRules(JAPAN)
products = st.builds(
    Product,
    st.integers(0, 30).map(lambda n: ProductId(f"p{n}")),
    st.just("パン"),
    st.integers(1, 5_000).map(Money),
    st.sampled_from(TaxClass),
)
carts = st.builds(
    lambda wanted, place: Cart(tuple(CartLine(product, by_hand=n) for product, n in wanted), place),
    st.lists(
        st.tuples(products, st.integers(1, 20)),
        min_size=1,
        max_size=10,
        unique_by=lambda pair: pair[0].product_id,
    ),
    st.sampled_from(Place),
)


def bread(key: str, yen: int, tax_class: TaxClass = TaxClass.FOOD) -> Product:
    return Product(ProductId(key), key, Money(yen), tax_class, name_en=key.upper())


def sale_of(cart: Cart, rules: SaleRules = RULES) -> Sale:
    lines = rules.lines(cart, TODAY)
    payment = cash_payment(cart.total, cart.total)
    sold_at = datetime(2026, 5, 1, 3, tzinfo=UTC)
    return Sale("s1", sold_at, cart.place, lines, rules.taxes(lines), payment)


@given(carts, st.sampled_from(Rounding))
def test_the_total_is_the_sum_of_the_lines_and_of_the_rates(cart: Cart, rounding: Rounding) -> None:
    sale = sale_of(cart, SaleRules(JAPAN, rounding))
    assert sale.total == sum((line.amount for line in sale.lines), ZERO) == cart.total
    assert sale.total == sum((tax.net + tax.tax for tax in sale.taxes), ZERO)
    assert sale.count == cart.count


@given(carts)
def test_what_is_not_reduced_or_eaten_here_never_gets_the_reduced_rate(cart: Cart) -> None:
    for line in sale_of(cart).lines:
        assert line.reduced == (line.tax_class is TaxClass.FOOD and cart.place is Place.TAKEOUT)
        assert line.reduced == (line.rate_bp == 800)


def test_the_worked_example_is_sold_to_the_yen() -> None:
    cart = Cart().adding(bread("あんぱん", 180), 2)
    for key, yen in (("クロワッサン", 216), ("カレーパン", 259), ("メロンパン", 151)):
        cart = cart.adding(bread(key, yen))
    for key, yen in (("coffee", 330), ("bag", 5)):
        cart = cart.adding(bread(key, yen, TaxClass.STANDARD))

    sale = sale_of(cart)

    assert sale.total == Money(1_321)
    assert [(tax.rate_bp, tax.gross.minor, tax.tax.minor) for tax in sale.taxes] == [
        (800, 986, 73),
        (1000, 335, 30),
    ]


def test_eaten_here_the_worked_example_costs_the_same_at_one_rate() -> None:
    cart = Cart().adding(bread("anpan", 986)).adding(bread("coffee", 335, TaxClass.STANDARD))
    (tax,) = sale_of(cart.placed(Place.EAT_IN)).taxes
    assert (tax.rate_bp, tax.gross.minor, tax.tax.minor) == (1000, 1_321, 120)


def test_names_are_frozen_in_the_shops_language() -> None:
    cart = Cart().adding(bread("anpan", 180))
    assert RULES.lines(cart, TODAY)[0].name == "anpan"
    assert SaleRules(JAPAN, language="en").lines(cart, TODAY)[0].name == "ANPAN"


@given(st.integers(0, 10**6).map(Money), st.integers(0, 10**6).map(Money))
def test_the_change_is_what_was_tendered_beyond_what_is_due(due: Money, more: Money) -> None:
    payment = cash_payment(due, due + more)
    assert (payment.kind, payment.change) == (TenderKind.CASH, more)


def test_too_little_is_refused_with_both_amounts() -> None:
    with pytest.raises(TenderTooSmall, match="499 tendered for 500"):
        cash_payment(Money(500), Money(499))


def test_more_than_anyone_hands_over_is_a_slip() -> None:
    cash_payment(Money(500), MOST_TENDERED)
    with pytest.raises(CartNotPayable, match="more than"):
        cash_payment(Money(500), MOST_TENDERED + Money(1))


def test_a_number_is_given_once_the_sale_is_on_disk() -> None:
    sale = sale_of(Cart().adding(bread("anpan", 180)))
    assert (sale.number, sale.numbered(7).number) == (0, 7)
