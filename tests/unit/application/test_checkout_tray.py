"""From tray to paid sale: nothing charged twice, nothing forgotten."""

import pytest

from breadpos.application.counter_view import Block, NoticeKind
from breadpos.domain.errors import CartNotPayable
from breadpos.domain.money import Money
from breadpos.domain.recognition import Status
from breadpos.domain.tax import Place
from breadpos.domain.tray import TrayPhase
from tests.unit.application.fakes import (
    ANPAN,
    BAG,
    COFFEE,
    CROISSANT,
    CURRY,
    MELON,
    SIZE_PX,
    Shop,
    cash,
    row,
    sure,
    unknown,
    unsure,
)

PLENTY = cash(100_000)


@pytest.fixture
def shop() -> Shop:
    return Shop()


def notice_kind(shop: Shop) -> NoticeKind | None:
    notice = shop.till.view().notice
    return notice.kind if notice else None


def test_before_the_first_tray_there_is_nothing(shop: Shop) -> None:
    view = shop.till.view()
    assert (view.cart.is_empty, view.items, view.question, view.notice) == (True, (), None, None)
    assert (view.phase, view.block, view.tray_closed) == (TrayPhase.EMPTY, Block.EMPTY, False)


def test_the_worked_example_goes_from_tray_to_receipt_to_the_yen(shop: Shop) -> None:
    shop.shows(*row(ANPAN, ANPAN, CROISSANT, CURRY, MELON))
    shop.till.add(COFFEE)
    shop.till.add(BAG)
    view = shop.till.view()
    assert view.total == Money(1_321)
    assert view.reduced_product_ids == {ANPAN, CROISSANT, CURRY, MELON}

    sale = shop.till.payment.pay(cash(2_000))

    assert sale == shop.sales.sold[0]
    assert (sale.number, sale.change) == (1, Money(679))
    assert [(t.gross.minor, t.tax.minor) for t in sale.taxes] == [(986, 73), (335, 30)]


def test_a_paid_tray_is_not_charged_again_and_the_next_one_starts_a_new_cart(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.begin()
    assert shop.till.view().paying
    shop.till.payment.pay(PLENTY)
    for _ in range(3):
        shop.moves()
        shop.shows(*row(ANPAN, MELON))
    assert (shop.counts, shop.till.view().tray_closed) == ({}, True)
    with pytest.raises(CartNotPayable, match="empty"):
        shop.till.payment.pay(PLENTY)
    shop.is_bare()
    assert not shop.till.view().tray_closed
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1, MELON: 1}] * 2
    assert shop.held == []


def test_the_cart_is_paid_after_the_tray_has_left(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.is_bare()
    assert shop.till.view().items == ()
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1, MELON: 1}]
    shop.shows(*row(ANPAN))
    assert shop.counts == {ANPAN: 1}


def test_a_moving_frame_changes_only_the_phase(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    before = shop.till.view()
    shop.shows(*row(CURRY, CURRY), moving=True)
    after = shop.till.view()
    assert (after.cart, after.size) == (before.cart, SIZE_PX)
    assert (before.phase, after.phase) == (TrayPhase.SETTLED, TrayPhase.MOVING)
    shop.shows(*row(ANPAN))
    assert shop.till.view().items == before.items


def test_a_tray_that_changed_says_what_came_and_what_went(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    assert notice_kind(shop) is None
    shop.shows(*row(ANPAN), sure(CURRY, (100, 400)))
    notice = shop.till.view().notice
    assert notice is not None
    assert notice.kind is NoticeKind.TRAY_CHANGED
    assert [p.product_id for p in notice.added] == [CURRY]
    assert [p.product_id for p in notice.removed] == [MELON]
    assert shop.counts == {ANPAN: 1, CURRY: 1}
    shop.shows(*row(ANPAN, MELON))
    assert notice_kind(shop) is None


def test_a_name_becoming_sure_is_no_changed_tray(shop: Shop) -> None:
    shop.shows(unsure(ANPAN))
    shop.shows(sure(ANPAN))
    assert notice_kind(shop) is None


def test_breads_bagged_one_after_another_are_all_charged_when_the_cashier_says_so(
    shop: Shop,
) -> None:
    breads = row(ANPAN, MELON, CURRY)
    shop.shows(*breads)
    shop.shows(*breads[1:])
    shop.shows(*breads[2:])
    assert shop.counts == {CURRY: 1}
    shop.till.keep_removed()
    assert shop.counts == {CURRY: 1, ANPAN: 1, MELON: 1}
    assert notice_kind(shop) is None
    shop.till.keep_removed()
    assert shop.total == 259 + 180 + 151


def test_what_was_bagged_is_charged_even_if_the_shop_stopped_selling_it(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.shows(*row(ANPAN))
    shop.products.retire(MELON)
    shop.till.reload_products()
    shop.till.keep_removed()
    assert shop.counts == {ANPAN: 1, MELON: 1}


def test_a_dismissed_notice_is_gone(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.shows(*row(ANPAN))
    shop.till.dismiss_notice()
    shop.till.dismiss_notice()
    assert notice_kind(shop) is None


def test_unknown_items_block_paying_until_named_or_dismissed(shop: Shop) -> None:
    shop.shows(unknown((100, 100)), unknown((300, 100)), sure(ANPAN, (500, 100)))
    view = shop.till.view()
    assert (view.block, view.open_count, view.total) == (Block.QUESTIONS, 2, Money(180))
    with pytest.raises(CartNotPayable, match="questions"):
        shop.till.payment.begin()
    assert not shop.till.view().paying
    shop.till.name_item(shop.item_id(0), MELON)
    assert shop.till.view().open_count == 1
    shop.till.dismiss_item(shop.item_id(1))
    assert shop.till.view().block is None
    assert [item.dismissed for item in shop.till.view().items] == [False, True, False]
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{MELON: 1, ANPAN: 1}]


def test_an_unsure_item_is_asked_about_with_its_candidates_and_priced_by_the_best(
    shop: Shop,
) -> None:
    shop.shows(unsure(MELON, (100, 100), ANPAN, CURRY))
    view = shop.till.view()
    assert view.question is not None
    assert [p.product_id for p in view.question.candidates] == [MELON, ANPAN, CURRY]
    assert (view.question.status, view.items[0].asked) == (Status.UNSURE, True)
    assert (view.total, view.block) == (Money(151), Block.QUESTIONS)
    shop.till.name_item(view.question.item_id, ANPAN)
    view = shop.till.view()
    assert (view.total, view.block, view.items[0].status) == (Money(180), None, Status.SURE)


def test_questions_of_a_tray_that_left_can_still_be_answered(shop: Shop) -> None:
    shop.shows(unknown())
    shop.is_bare()
    assert len(shop.till.view().items) == 1
    shop.till.name_item(shop.item_id(0), ANPAN)
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1}]


def test_what_happens_on_the_tray_while_paying_changes_nothing_that_is_paid(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.begin()
    shop.till.payment.begin()
    shop.shows(*row(ANPAN))
    shop.shows(*row(ANPAN), unknown((700, 700)))
    assert (shop.total, shop.till.view().block, shop.till.view().question) == (331, None, None)
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1, MELON: 1}]


def test_bread_laid_down_while_paying_is_reported_and_can_be_charged(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.shows(*row(ANPAN, MELON), unknown((100, 500)))
    shop.till.payment.pay(PLENTY)
    notice = shop.till.view().notice
    assert notice is not None
    assert notice.kind is NoticeKind.NOT_CHARGED
    assert [p.product_id for p in notice.added] == [MELON]
    assert shop.counts == {}
    shop.till.charge_added()
    assert (shop.counts, notice_kind(shop)) == ({MELON: 1}, None)
    shop.moves()
    shop.shows(*row(ANPAN, MELON), unknown((100, 500)))
    assert notice_kind(shop) is None
    shop.is_bare()
    shop.shows(*row(CURRY))
    assert (shop.counts, shop.held) == ({CURRY: 1}, [{MELON: 1}])


def test_bread_laid_on_a_paid_tray_is_reported_until_it_is_seen_to(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.pay(PLENTY)
    shop.shows(*row(ANPAN, MELON))
    assert notice_kind(shop) is NoticeKind.NOT_CHARGED
    shop.shows(*row(ANPAN))
    assert notice_kind(shop) is None
    shop.shows(*row(ANPAN, MELON))
    shop.till.dismiss_notice()
    shop.moves()
    shop.shows(*row(MELON, ANPAN))
    assert notice_kind(shop) is NoticeKind.CLOSED_TRAY_MOVED


def test_a_paid_bread_read_under_another_name_is_no_new_bread(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.pay(PLENTY)
    shop.shows(sure(ANPAN), sure(CURRY, (300, 100)))
    assert (notice_kind(shop), shop.counts) == (None, {})


def test_cancelling_the_payment_tells_what_went_meanwhile(shop: Shop) -> None:
    shop.till.payment.cancel()
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.begin()
    shop.shows(*row(ANPAN))
    shop.till.keep_removed()
    shop.till.payment.cancel()
    assert (shop.counts, notice_kind(shop)) == ({ANPAN: 1}, NoticeKind.TRAY_CHANGED)
    shop.till.keep_removed()
    assert shop.counts == {ANPAN: 1, MELON: 1}


def test_a_tray_that_comes_while_paying_is_the_next_customers(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.is_bare()
    shop.shows(*row(MELON))
    shop.till.payment.pay(PLENTY)
    assert (shop.sold, shop.counts, notice_kind(shop)) == ([{ANPAN: 1}], {MELON: 1}, None)
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1}, {MELON: 1}]


def test_cancelling_after_another_tray_has_come_holds_the_old_cart(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.is_bare()
    shop.shows(*row(MELON))
    shop.till.payment.cancel()
    assert (shop.counts, shop.held) == ({MELON: 1}, [{ANPAN: 1}])
    assert notice_kind(shop) is NoticeKind.CART_HELD


def test_a_new_tray_puts_an_unpaid_cart_on_hold(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.add(COFFEE)
    shop.is_bare()
    shop.shows(*row(CURRY))
    assert shop.counts == {CURRY: 1}
    assert shop.held == [{ANPAN: 1, MELON: 1, COFFEE: 1}]
    assert (notice_kind(shop), shop.till.view().held_count) == (NoticeKind.CART_HELD, 1)
    assert not shop.till.view().can_undo


def test_a_tray_swapped_behind_a_hand_is_never_taken_for_the_paid_one(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.pay(PLENTY)
    shop.moves()
    shop.shows(*row(CURRY, CROISSANT))
    assert shop.counts == {CURRY: 1, CROISSANT: 1}


def test_a_paid_tray_replaced_within_a_blink_of_an_empty_counter_is_a_new_one(
    shop: Shop,
) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.pay(PLENTY)
    shop.shows()
    for _ in range(5):
        shop.moves()
    shop.shows(*row(ANPAN))
    assert shop.counts == {ANPAN: 1}


def test_what_was_entered_by_hand_before_any_tray_joins_the_tray(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.shows(*row(ANPAN))
    assert (shop.counts, shop.held) == ({COFFEE: 1, ANPAN: 1}, [])


def test_a_cart_corrected_wholly_by_hand_still_belongs_to_its_tray(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.remove(ANPAN)
    shop.till.add(MELON)
    shop.is_bare()
    shop.shows(*row(CURRY))
    assert (shop.counts, shop.held) == ({CURRY: 1}, [{MELON: 1}])


def test_where_one_customer_eats_is_not_asked_of_the_next(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.remove(ANPAN)
    shop.till.set_place(Place.EAT_IN)
    shop.is_bare()
    shop.shows(*row(CURRY))
    assert (shop.till.view().cart.place, shop.held) == (Place.TAKEOUT, [])
