from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.charging import Bill, SaleRules
from breadpos.domain.discount import Discount
from breadpos.domain.errors import DiscountInvalid
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.set_price import SetPrice
from breadpos.domain.shares import shares
from breadpos.domain.tax import ANNOUNCED, JAPAN, Place, Rounding, TaxClass

TODAY = date(2026, 5, 1)
RULES = SaleRules(JAPAN)
ids = st.integers(0, 8).map(lambda n: ProductId(f"p{n}"))
products = st.builds(
    Product,
    st.integers(0, 30).map(lambda n: ProductId(f"p{n}")),
    st.just("パン"),
    st.integers(1, 5_000).map(Money),
    st.sampled_from(TaxClass),
)
discounts = st.one_of(
    st.none(),
    st.integers(1, 100).map(lambda n: Discount(percent=n)),
    st.integers(1, 9_999).map(lambda n: Discount(Money(n))),
)
lines = st.builds(
    lambda product, n, away, off: CartLine(product, by_hand=n, elsewhere=away, discount=off),
    products,
    st.integers(1, 20),
    st.integers(0, 20),
    discounts,
)
carts = st.builds(
    lambda found, place, off: Cart(tuple(found), place, discount=off),
    st.lists(lines, min_size=1, max_size=8, unique_by=lambda line: line.product.product_id),
    st.sampled_from(Place),
    discounts,
)
sets = st.lists(
    st.builds(
        SetPrice,
        st.just("まとめて"),
        st.frozensets(st.integers(0, 30).map(lambda n: ProductId(f"p{n}")), min_size=1),
        st.integers(2, 5),
        st.integers(1, 9_000).map(Money),
        st.just(TODAY),
    ),
    max_size=3,
).map(tuple)


def bread(key: str, yen: int, tax_class: TaxClass = TaxClass.FOOD) -> Product:
    return Product(ProductId(key), key, Money(yen), tax_class, name_en=key.upper())


def worked_example() -> Cart:
    cart = Cart().adding(bread("あんぱん", 180), 2)
    for key, yen in (("クロワッサン", 216), ("カレーパン", 259), ("メロンパン", 151)):
        cart = cart.adding(bread(key, yen))
    for key, yen in (("coffee", 330), ("bag", 5)):
        cart = cart.adding(bread(key, yen, TaxClass.STANDARD))
    return cart


def rates(bill: Bill) -> list[tuple[int, int, int]]:
    return [(tax.rate_bp, tax.gross.minor, tax.tax.minor) for tax in bill.taxes]


@given(carts, sets, st.sampled_from(Rounding))
def test_the_total_is_the_sum_of_lines_and_of_rates_and_nothing_taken_off_is_lost(
    cart: Cart, offers: tuple[SetPrice, ...], rounding: Rounding
) -> None:
    bill = SaleRules(JAPAN, rounding, sets=offers).bill(cart, TODAY)
    assert bill.total == sum((line.amount for line in bill.lines), ZERO)
    assert bill.total == sum((tax.net + tax.tax for tax in bill.taxes), ZERO)
    assert bill.total + bill.off == cart.gross
    assert sum(line.count for line in bill.lines) == cart.count
    assert all(ZERO <= line.amount <= line.gross for line in bill.lines)


@given(carts, sets)
def test_a_set_never_makes_a_cart_dearer(cart: Cart, offers: tuple[SetPrice, ...]) -> None:
    with_sets = SaleRules(JAPAN, sets=offers).bill(cart.discounted(None), TODAY)
    assert with_sets.total <= RULES.bill(cart.discounted(None), TODAY).total


@given(carts)
def test_only_food_to_take_away_has_the_reduced_rate(cart: Cart) -> None:
    for line in RULES.bill(cart, TODAY).lines:
        is_reduced = line.tax_class is TaxClass.FOOD and line.place is Place.TAKEOUT
        assert line.reduced == is_reduced == (line.rate_bp == 800)


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**6), min_size=1))
def test_shares_lose_nothing_and_none_is_off_by_a_yen(amount: int, weights: list[int]) -> None:
    if not sum(weights):
        weights = [1]
    parts = [part.minor for part in shares(Money(amount), weights)]
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - amount * weight) < sum(weights)
    assert [part.minor for part in shares(Money(-amount), weights)] == [-part for part in parts]


def test_nothing_cannot_be_split_over_nothing() -> None:
    assert shares(ZERO, [0, 0]) == (ZERO, ZERO)
    with pytest.raises(ValueError, match="over nothing"):
        shares(Money(1), [0, 0])


def test_the_worked_example_is_charged_to_the_yen() -> None:
    bill = RULES.bill(worked_example(), TODAY)
    assert bill.total == Money(1_321)
    assert rates(bill) == [(800, 986, 73), (1000, 335, 30)]


def test_a_coupon_over_the_whole_cart_is_split_by_amount_over_the_rates() -> None:
    bill = RULES.bill(worked_example().discounted(Discount(Money(100))), TODAY)
    assert bill.total == Money(1_221)
    assert rates(bill) == [(800, 911, 67), (1000, 310, 28)]
    assert bill.share_label == "¥100"


def test_eaten_here_the_worked_example_costs_the_same_at_one_rate() -> None:
    bill = RULES.bill(worked_example().placed(Place.EAT_IN), TODAY)
    assert rates(bill) == [(1000, 1_321, 120)]


def test_one_of_two_eaten_here_is_taxed_by_itself() -> None:
    cart = Cart().adding(bread("anpan", 180), 2).with_elsewhere(ProductId("anpan"), 1)
    bill = RULES.bill(cart, TODAY)
    assert [(line.place, line.count, line.rate_bp) for line in bill.lines] == [
        (Place.TAKEOUT, 1, 800),
        (Place.EAT_IN, 1, 1000),
    ]
    assert rates(bill) == [(800, 180, 13), (1000, 180, 16)]


def test_a_line_s_discount_is_split_over_both_its_places() -> None:
    cart = Cart().adding(bread("anpan", 180), 3).with_elsewhere(ProductId("anpan"), 1)
    bill = RULES.bill(cart.discounted(Discount(Money(100)), ProductId("anpan")), TODAY)
    assert [(line.count, line.off.minor, line.off_label) for line in bill.lines] == [
        (2, 67, "¥100"),
        (1, 33, "¥100"),
    ]


def test_a_percentage_leaves_the_part_of_a_yen_with_the_shop() -> None:
    assert Discount(percent=10).off(Money(259)) == Money(25)


def test_any_three_for_500_takes_the_dearest_three() -> None:
    three = SetPrice("3個500円", frozenset({ProductId("a"), ProductId("b")}), 3, Money(500), TODAY)
    cart = Cart().adding(bread("a", 180), 3).adding(bread("b", 216), 1).adding(bread("c", 500))
    bill = SaleRules(JAPAN, sets=(three,)).bill(cart, TODAY)
    assert bill.total == Money(500 + 180 + 500)
    assert {line.product_id: line.off_label for line in bill.lines} == {
        "a": "3個500円",
        "b": "3個500円",
        "c": "",
    }


def test_a_set_holds_on_its_days_and_the_amount_told_before_midnight_is_kept() -> None:
    three = SetPrice(
        "3個500円", frozenset({ProductId("a")}), 3, Money(500), TODAY, date(2026, 5, 2)
    )
    rules, cart = SaleRules(JAPAN, sets=(three,)), Cart().adding(bread("a", 180), 3)
    tomorrow = date(2026, 5, 2)
    assert rules.bill(cart, TODAY).total == Money(500)
    assert rules.bill(cart, tomorrow).total == Money(540)
    assert rules.bill(cart, tomorrow, prices_on=TODAY).total == Money(500)


def test_a_line_with_a_discount_is_in_no_set() -> None:
    three = SetPrice("3個500円", frozenset({ProductId("a")}), 3, Money(500), TODAY)
    cart = Cart().adding(bread("a", 180), 3).discounted(Discount(percent=1), ProductId("a"))
    assert SaleRules(JAPAN, sets=(three,)).bill(cart, TODAY).total == Money(535)


def test_two_sets_on_one_line_are_both_named() -> None:
    offers = (
        SetPrice("3個", frozenset({ProductId("a")}), 3, Money(500), TODAY),
        SetPrice("2個", frozenset({ProductId("a")}), 2, Money(350), TODAY),
    )
    bill = SaleRules(JAPAN, sets=offers).bill(Cart().adding(bread("a", 180), 5), TODAY)
    assert (bill.total, bill.lines[0].off_label) == (Money(850), "3個 ・ 2個")


def test_the_rate_of_the_day_is_charged_and_the_price_stays() -> None:
    rules = SaleRules(JAPAN.having(ANNOUNCED))
    cart = Cart().adding(bread("anpan", 540))
    eve, day = (rules.bill(cart, date(2027, *when)) for when in ((3, 31), (4, 1)))
    assert rates(eve) == [(800, 540, 40)]
    assert rates(day) == [(100, 540, 5)]


def test_names_are_frozen_in_the_shops_language() -> None:
    cart = Cart().adding(bread("anpan", 180))
    assert RULES.bill(cart, TODAY).lines[0].name == "anpan"
    assert SaleRules(JAPAN, language="en").bill(cart, TODAY).lines[0].name == "ANPAN"


def test_a_cart_of_500_lines_is_charged() -> None:
    cart = Cart(tuple(CartLine(bread(f"p{n}", 100 + n), by_hand=1) for n in range(500)))
    bill = RULES.bill(cart.discounted(Discount(percent=7)), TODAY)
    assert len(bill.lines) == 500
    gross = sum(100 + n for n in range(500))
    assert bill.total == Money(gross - gross * 7 // 100)


@pytest.mark.parametrize(("yen", "percent"), [(0, 0), (-1, 0), (100, 10), (0, 101), (0, -1)])
def test_a_discount_is_in_yen_or_in_percent_and_positive(yen: int, percent: int) -> None:
    with pytest.raises(DiscountInvalid):
        Discount(Money(yen), percent)


@pytest.mark.parametrize(
    ("discount", "is_over"),
    [
        (Discount(percent=20), False),
        (Discount(percent=21), True),
        (Discount(Money(200)), False),
        (Discount(Money(201)), True),
    ],
)
def test_a_discount_over_the_limit_is_known(discount: Discount, *, is_over: bool) -> None:
    assert discount.is_over(20, Money(1_000)) == is_over


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "あ" * 41},
        {"name": "a\nb"},
        {"product_ids": frozenset()},
        {"count": 1},
        {"count": 100},
        {"price": ZERO},
        {"valid_until": TODAY},
    ],
)
def test_a_set_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    right: dict[str, object] = {
        "name": "3個500円",
        "product_ids": frozenset({ProductId("a")}),
        "count": 3,
        "price": Money(500),
        "valid_from": TODAY,
    }
    SetPrice(**right)  # type: ignore[arg-type]
    with pytest.raises(DiscountInvalid):
        SetPrice(**{**right, **wrong})  # type: ignore[arg-type]
