from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.cart import MOST_OF_ONE, Cart, CartLine
from breadpos.domain.discount import Discount
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import Place

PRODUCTS = [Product(ProductId(key), key, Money(100 + 7 * n)) for n, key in enumerate("abcde")]
A, B, C, *_ = PRODUCTS
products = st.sampled_from(PRODUCTS)
trays = st.lists(st.tuples(products, st.booleans()), max_size=10)
carts = st.builds(
    lambda tray, added: _with_hand(Cart().seeing(tray), added), trays, st.lists(products)
)


def _with_hand(cart: Cart, added: list[Product]) -> Cart:
    for product in added:
        cart = cart.adding(product)
    return cart


def counts(cart: Cart) -> dict[str, int]:
    return {line.product.product_id: line.count for line in cart.lines}


@given(carts, trays, st.integers(0, 3))
def test_seeing_the_same_tray_twice_is_seeing_it_once(
    cart: Cart, tray: list[tuple[Product, bool]], unnamed: int
) -> None:
    once = cart.seeing(tray, unnamed)
    assert once.seeing(tray, unnamed) == once
    assert once.unnamed == unnamed


@given(carts, trays, st.integers())
def test_the_order_on_the_tray_changes_no_count_and_no_total(
    cart: Cart, tray: list[tuple[Product, bool]], seed: int
) -> None:
    shuffled = Random(seed).sample(tray, len(tray))
    assert counts(cart.seeing(shuffled)) == counts(cart.seeing(tray))
    assert cart.seeing(shuffled).gross == cart.seeing(tray).gross


@given(carts, trays)
def test_what_was_added_by_hand_stays_whatever_the_tray_shows(
    cart: Cart, tray: list[tuple[Product, bool]]
) -> None:
    by_hand = {line.product.product_id: line.by_hand for line in cart.lines if line.by_hand}
    after = cart.seeing(tray)
    assert {
        line.product.product_id: line.by_hand for line in after.lines if line.by_hand
    } == by_hand
    assert after.seen == Counter(product.product_id for product, _ in tray)


@given(carts, products, st.integers(1, 9))
def test_adding_and_taking_back_leaves_every_count(
    cart: Cart, product: Product, count: int
) -> None:
    assert counts(cart.adding(product, count).adding(product, -count)) == counts(cart)


@given(carts)
def test_the_total_is_the_sum_of_the_lines_and_no_line_is_empty(cart: Cart) -> None:
    assert cart.gross.minor == sum(
        line.product.price.minor * (line.seen + line.by_hand) for line in cart.lines
    )
    assert cart.count == sum(line.count for line in cart.lines)
    assert all(line.count > 0 for line in cart.lines)
    assert cart.is_empty == (cart.count == 0)


@given(carts, carts)
def test_what_came_and_went_accounts_for_the_whole_difference(old: Cart, new: Cart) -> None:
    more, fewer = new.seen_since(old)
    came = Counter(product.product_id for product in more)
    went = Counter(product.product_id for product in fewer)
    assert old.seen + came == new.seen + went
    assert not came & went


@given(carts)
def test_by_hand_it_is_the_same_purchase(cart: Cart) -> None:
    alone = cart.by_hand_only()
    assert (counts(alone), alone.gross) == (counts(cart), cart.gross)
    assert alone.seeing(()) == alone
    assert not alone.has_questions


@given(carts)
def test_laid_down_again_a_purchase_is_charged_once(cart: Cart) -> None:
    tray = [(product, False) for product in PRODUCTS for _ in range(cart.seen[product.product_id])]
    again = cart.by_hand_only().laid_down(cart.seen).seeing(tray)
    assert again.gross == cart.gross


def test_laying_down_takes_back_no_more_than_was_entered() -> None:
    assert Cart().adding(A).laid_down({A.product_id: 3}) == Cart()


def test_lines_keep_their_place_while_the_tray_fills() -> None:
    cart = Cart().seeing([(A, False), (B, True)]).seeing([(C, False), (B, False), (A, False)])
    assert [line.product for line in cart.lines] == [A, B, C]


def test_open_guesses_and_unnamed_things_are_questions() -> None:
    cart = Cart().seeing([(A, True), (A, False)])
    assert cart.line(A.product_id) == CartLine(A, seen=2, open_questions=1)
    assert cart.has_questions
    assert Cart().seeing([(A, False)], 1).has_questions
    assert not Cart().seeing([(A, False)]).has_questions


def test_taking_back_more_than_was_added_takes_nothing_seen() -> None:
    cart = Cart().seeing([(A, False)]).adding(A).adding(A, -5)
    assert cart.line(A.product_id) == CartLine(A, seen=1)
    assert Cart().adding(A, -1) == Cart()


def test_a_line_holds_no_absurd_count() -> None:
    cart = Cart().seeing([(A, False)]).adding(A, 5_000)
    assert cart.count == MOST_OF_ONE


def test_a_line_is_taken_out_whole() -> None:
    cart = Cart().seeing([(A, False), (B, False)]).adding(A)
    assert counts(cart.without(A.product_id)) == {"b": 1}
    assert cart.line(C.product_id) is None


def test_a_new_price_reaches_the_lines_of_its_product_only() -> None:
    dearer = Product(A.product_id, "a", Money(999))
    cart = Cart().adding(A).adding(B).repriced([dearer])
    assert cart.gross == dearer.price + B.price


def test_the_place_is_changed_and_nothing_else() -> None:
    cart = Cart().adding(A)
    assert cart.placed(Place.EAT_IN).placed(Place.TAKEOUT) == cart
    assert cart.placed(Place.EAT_IN).lines == cart.lines


@given(carts, carts)
def test_two_trays_of_a_customer_are_one_cart_and_lose_no_piece(one: Cart, other: Cart) -> None:
    joined = one.joined(other)
    assert Counter(counts(joined)) == Counter(counts(one)) + Counter(counts(other))
    assert joined.gross == one.gross + other.gross
    assert joined.seen == one.seen


def test_what_was_agreed_on_the_first_tray_holds_for_both() -> None:
    ten, five = Discount(percent=10), Discount(percent=5)
    first = Cart(place=Place.EAT_IN).seeing([(A, False), (A, False), (B, False)])
    first = first.with_elsewhere(A.product_id, 1).discounted(ten, A.product_id, approver="店長")
    first = first.discounted(five, B.product_id).discounted(five).noted("のし").for_customers(2)
    second = Cart().seeing([(A, False), (B, False)]).discounted(ten, B.product_id)

    joined = second.joined(first)

    places = {line.product: (line.count, line.away) for line in joined.lines}
    assert (joined.place, places) == (Place.EAT_IN, {A: (3, 1), B: (2, 0)})
    assert [line.discount for line in joined.lines] == [ten, ten]
    agreed = (joined.discount, joined.note, joined.customers, joined.approver)
    assert agreed == (five, "のし", 2, "店長")
