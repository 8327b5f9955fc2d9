"""What the cashier says: every edit, and taking it back."""

from collections.abc import Callable

import pytest

from breadpos.application.counter_view import Block
from breadpos.domain.errors import (
    CartNotPayable,
    DiskFull,
    ProductNotFound,
    TenderInvalid,
    TenderTooSmall,
)
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import Place
from breadpos.domain.tender import MOST_TENDERED
from tests.unit.application.fakes import (
    ANPAN,
    COFFEE,
    CROISSANT,
    CURRY,
    MELON,
    Shop,
    cash,
    row,
    sure,
    unknown,
    unsure,
)

NEW = ProductId("new")


@pytest.fixture
def shop() -> Shop:
    """A tray of two anpan and a melonpan, and a coffee by hand."""
    shop = Shop()
    shop.shows(*row(ANPAN, ANPAN, MELON))
    shop.till.add(COFFEE)
    return shop


EDITS: dict[str, Callable[[Shop], None]] = {
    "add": lambda shop: shop.till.add(CURRY),
    "take back what was added": lambda shop: shop.till.take_back(COFFEE),
    "take back what is seen": lambda shop: shop.till.take_back(ANPAN),
    "remove what was added": lambda shop: shop.till.remove(COFFEE),
    "remove what is seen": lambda shop: shop.till.remove(ANPAN),
    "change what was added": lambda shop: shop.till.change(COFFEE, CURRY),
    "change what is seen": lambda shop: shop.till.change(ANPAN, CURRY),
    "name an item": lambda shop: shop.till.name_item(shop.item_id(0), CROISSANT),
    "dismiss an item": lambda shop: shop.till.dismiss_item(shop.item_id(0)),
    "note": lambda shop: shop.till.note("予約"),
    "clear": lambda shop: shop.till.clear(),
}
edits = pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())


@edits
def test_every_edit_changes_the_cart_and_is_taken_back_whole(
    shop: Shop, edit: Callable[[Shop], None]
) -> None:
    before = shop.till.view()
    edit(shop)
    assert shop.till.view().cart != before.cart
    assert shop.till.view().can_undo
    shop.till.undo()
    after = shop.till.view()
    assert (shop.counts, after.cart.place) == (
        {line.product.product_id: line.count for line in before.cart.lines},
        before.cart.place,
    )
    assert after.items == before.items


@edits
def test_no_edit_touches_a_cart_that_is_being_paid(
    shop: Shop, edit: Callable[[Shop], None]
) -> None:
    shop.till.payment.begin()
    before = shop.till.view()
    edit(shop)
    shop.till.undo()
    shop.till.aside.hold()
    assert shop.till.view() == before
    shop.till.payment.pay(cash(1_000))
    assert shop.sold == [{ANPAN: 2, MELON: 1, COFFEE: 1}]


@edits
def test_an_edit_stands_while_the_same_tray_is_looked_at(
    shop: Shop, edit: Callable[[Shop], None]
) -> None:
    edit(shop)
    counts = shop.counts
    shop.moves()
    shop.shows(*row(ANPAN, ANPAN, MELON))
    assert shop.counts == counts


def test_undo_goes_back_step_by_step_and_then_rests(shop: Shop) -> None:
    shop.till.add(CURRY)
    shop.till.remove(ANPAN)
    for _ in range(3):
        shop.till.undo()
    assert shop.counts == {ANPAN: 2, MELON: 1}
    assert not shop.till.view().can_undo
    shop.till.undo()
    assert shop.counts == {ANPAN: 2, MELON: 1}


def test_an_edit_that_changes_nothing_is_no_step(shop: Shop) -> None:
    shop.till.undo()
    for nothing in (CURRY, NEW):
        shop.till.take_back(nothing)
        shop.till.remove(nothing)
    shop.till.change(CURRY, ANPAN)
    shop.till.change(ANPAN, ANPAN)
    shop.till.dismiss_item(99)
    shop.till.set_place(Place.TAKEOUT)
    assert not shop.till.view().can_undo


def test_undo_keeps_what_came_onto_the_tray_since(shop: Shop) -> None:
    shop.till.name_item(shop.item_id(0), CURRY)
    shop.shows(*row(ANPAN, ANPAN, MELON, CROISSANT))
    shop.till.undo()
    assert shop.counts == {ANPAN: 2, MELON: 1, CROISSANT: 1, COFFEE: 1}


def test_undo_never_brings_an_old_price_back(shop: Shop) -> None:
    shop.till.add(CURRY)
    shop.till.set_price(COFFEE, Money(400))
    shop.till.undo()
    assert shop.total == 180 * 2 + 151 + 400


def test_taking_back_goes_for_the_least_trusted_after_those_by_hand() -> None:
    shop = Shop()
    shop.shows(sure(ANPAN), unsure(ANPAN, (300, 100), MELON), sure(ANPAN, (500, 100)))
    shop.till.add(ANPAN)
    shop.till.take_back(ANPAN)
    assert [item.dismissed for item in shop.till.view().items] == [False, False, False]
    shop.till.take_back(ANPAN)
    assert [item.dismissed for item in shop.till.view().items] == [False, True, False]
    assert (shop.counts, shop.till.view().block) == ({ANPAN: 2}, None)


def test_an_item_nobody_recognised_is_trusted_least() -> None:
    shop = Shop()
    shop.shows(sure(ANPAN), unknown((300, 100)))
    shop.till.name_item(shop.item_id(1), ANPAN)
    shop.till.take_back(ANPAN)
    assert [item.dismissed for item in shop.till.view().items] == [False, True]


def test_a_changed_line_takes_seen_and_added_along(shop: Shop) -> None:
    shop.till.add(ANPAN)
    shop.till.change(ANPAN, CURRY)
    assert shop.counts == {CURRY: 3, MELON: 1, COFFEE: 1}


def test_a_removed_line_stays_away_while_its_breads_lie_there(shop: Shop) -> None:
    shop.till.remove(ANPAN)
    shop.shows(*row(ANPAN, ANPAN, MELON, ANPAN))
    assert shop.counts == {MELON: 1, COFFEE: 1, ANPAN: 1}


def test_clearing_after_a_sale_leaves_the_paid_tray_as_it_was(shop: Shop) -> None:
    shop.till.payment.pay(cash(1_000))
    shop.till.add(COFFEE)
    shop.till.clear()
    view = shop.till.view()
    assert view.cart.is_empty
    assert not any(item.dismissed for item in view.items)


def test_words_on_a_paid_tray_charge_nothing(shop: Shop) -> None:
    shop.till.payment.pay(cash(1_000))
    shop.till.name_item(shop.item_id(0), CURRY)
    shop.till.take_back(CURRY)
    shop.till.remove(CURRY)
    assert shop.counts == {}


def test_eating_in_is_said_before_or_while_it_is_paid_and_undone_after(shop: Shop) -> None:
    shop.till.payment.begin()
    for _ in range(2):
        shop.till.set_place(Place.EAT_IN)
    assert {tax.rate_bp for tax in shop.till.view().taxes} == {1000}

    shop.till.payment.cancel()
    shop.till.undo()
    assert {tax.rate_bp for tax in shop.till.view().taxes} == {800, 1000}

    shop.till.set_place(Place.EAT_IN)
    shop.till.undo()
    assert {tax.rate_bp for tax in shop.till.view().taxes} == {800, 1000}


def test_a_sale_is_charged_at_the_place_that_was_said_last(shop: Shop) -> None:
    shop.till.payment.begin()
    shop.till.set_place(Place.EAT_IN)

    sale = shop.till.payment.pay(cash(1_000))

    assert {tax.rate_bp for tax in sale.taxes} == {1000}


@pytest.mark.parametrize("place", list(Place))
def test_the_place_decides_the_rate_and_not_the_total(shop: Shop, place: Place) -> None:
    shop.till.set_place(place)
    rates = {tax.rate_bp: (tax.gross.minor, tax.tax.minor) for tax in shop.till.view().taxes}
    expected = {
        Place.TAKEOUT: {800: (511, 37), 1000: (330, 30)},
        Place.EAT_IN: {1000: (841, 76)},
    }
    assert (rates, shop.total) == (expected[place], 841)


def test_a_line_without_a_price_blocks_until_it_has_one(shop: Shop) -> None:
    shop.products.put(Product(NEW, "新作"))
    shop.till.reload_products()
    assert shop.till.products()[-1].product_id == NEW
    shop.till.add(NEW)
    assert shop.till.view().block is Block.UNPRICED
    with pytest.raises(CartNotPayable, match="unpriced"):
        shop.till.payment.pay(cash(9_999))
    shop.till.set_price(NEW, Money(300))
    assert (shop.till.view().block, shop.total) == (None, 841 + 300)


def test_a_price_that_cannot_be_written_changes_nothing(shop: Shop) -> None:
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        shop.till.set_price(ANPAN, Money(999))
    assert shop.total == 841


def test_a_price_changed_while_paying_holds_from_the_next_cart_on(shop: Shop) -> None:
    shop.till.payment.begin()
    shop.till.set_price(ANPAN, Money(999))
    assert shop.till.payment.pay(cash(841)).total == Money(841)
    shop.till.add(ANPAN)
    shop.till.payment.begin()
    shop.till.set_price(ANPAN, Money(180))
    shop.till.payment.cancel()
    assert shop.total == 180


def test_a_product_the_shop_does_not_have_is_refused(shop: Shop) -> None:
    refusals: list[Callable[[], None]] = [
        lambda: shop.till.add(NEW),
        lambda: shop.till.change(ANPAN, NEW),
        lambda: shop.till.name_item(shop.item_id(0), NEW),
        lambda: shop.till.set_price(NEW, Money(1)),
    ]
    for refused in refusals:
        with pytest.raises(ProductNotFound):
            refused()
    assert shop.counts == {ANPAN: 2, MELON: 1, COFFEE: 1}


def test_too_little_money_leaves_the_cart_open_to_edits(shop: Shop) -> None:
    with pytest.raises(TenderTooSmall):
        shop.till.payment.pay(cash(840))
    shop.till.add(CURRY)
    assert (shop.counts[CURRY], shop.till.view().paying, shop.sold) == (1, False, [])
    shop.till.payment.begin()
    with pytest.raises(TenderInvalid, match="more than"):
        shop.till.payment.pay(cash(MOST_TENDERED.minor + 1))
    assert shop.till.view().paying
    assert shop.till.payment.pay(cash(MOST_TENDERED.minor)).total == Money(841 + 259)
