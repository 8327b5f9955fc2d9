"""Holding, resuming, crashes and full disks: no sale is lost and none is made twice."""

from datetime import datetime, timedelta

import pytest

from breadpos.application.counter_view import NoticeKind
from breadpos.domain.errors import DiskFull
from breadpos.domain.tax import Place
from tests.unit.application.fakes import (
    ANPAN,
    COFFEE,
    CURRY,
    JST,
    MELON,
    FakeClock,
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


def held_id(shop: Shop) -> str:
    return shop.till.aside.held()[0].cart_id


def interrupted_id(shop: Shop) -> str:
    kept = shop.till.aside.interrupted()
    assert kept is not None
    return kept.cart_id


def test_a_held_cart_is_put_aside_with_its_tray(shop: Shop) -> None:
    shop.till.aside.hold()
    shop.shows(*row(ANPAN, MELON))
    shop.till.set_place(Place.EAT_IN)
    shop.till.aside.hold()
    assert (shop.counts, shop.held) == ({}, [{ANPAN: 1, MELON: 1}])
    assert notice_kind(shop) is NoticeKind.CART_HELD
    shop.moves()
    shop.shows(*row(ANPAN, MELON))
    assert (shop.counts, shop.till.view().tray_closed) == ({}, True)
    shop.till.aside.resume(held_id(shop))
    view = shop.till.view()
    assert (shop.counts, view.cart.place) == ({ANPAN: 1, MELON: 1}, Place.EAT_IN)
    assert (shop.held, view.held_count) == ([], 0)
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1, MELON: 1}]
    assert shop.carts.carts == {}


def test_photographed_bread_gives_way_to_the_first_tray(shop: Shop) -> None:
    shop.till.note_photographed()
    shop.moves()
    shop.shows(*row(ANPAN))
    assert shop.counts == {ANPAN: 1}
    shop.is_bare()
    shop.shows(*row(MELON))
    assert (shop.counts, shop.held, notice_kind(shop)) == ({MELON: 1}, [], None)
    assert len(shop.carts.carts) == 1, "a crash would offer it"
    shop.is_bare()
    shop.shows(*row(CURRY))
    assert shop.held == [{MELON: 1}]


def test_photographed_bread_that_somebody_wants_is_a_cart_like_any_other(shop: Shop) -> None:
    shop.till.note_photographed()
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.till.payment.cancel()
    shop.is_bare()
    shop.shows(*row(MELON))
    assert shop.held == [{ANPAN: 1}]
    shop.is_bare()
    shop.till.note_photographed()
    shop.shows(*row(ANPAN))
    shop.till.add(COFFEE)
    shop.is_bare()
    shop.shows(*row(MELON))
    assert shop.held == [{ANPAN: 1}, {MELON: 1}, {ANPAN: 1, COFFEE: 1}]


def test_every_line_of_a_resumed_cart_can_be_edited(shop: Shop) -> None:
    shop.shows(*row(ANPAN, ANPAN, MELON))
    shop.till.aside.hold()
    shop.till.aside.resume(held_id(shop))
    shop.till.take_back(ANPAN)
    shop.till.change(MELON, CURRY)
    assert shop.counts == {ANPAN: 1, CURRY: 1}


def test_resuming_puts_what_is_on_the_screen_aside(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.aside.hold()
    shop.is_bare()
    shop.shows(*row(MELON))
    shop.till.aside.resume(held_id(shop))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [{MELON: 1}])
    assert (notice_kind(shop), shop.till.view().held_count) == (NoticeKind.CART_HELD, 1)
    shop.till.payment.pay(PLENTY)
    assert (shop.counts, shop.held) == ({}, [{MELON: 1}])


def test_the_tray_of_a_resumed_cart_laid_down_again_is_not_added_to_it(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.aside.hold()
    shop.is_bare()
    shop.till.aside.resume(held_id(shop))
    shop.shows(*row(ANPAN))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [{ANPAN: 1}])
    shop.till.payment.pay(PLENTY)
    assert shop.counts == {}


def test_the_next_customers_tray_is_not_mixed_into_a_resumed_cart(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    shop.till.aside.resume(held_id(shop))
    shop.shows(*row(MELON))
    assert (shop.counts, shop.held) == ({MELON: 1}, [{COFFEE: 1}])


def test_the_first_tray_after_a_resumed_cart_was_paid_is_charged(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    shop.till.aside.resume(held_id(shop))
    shop.till.payment.pay(PLENTY)
    shop.shows(*row(MELON))
    assert (shop.counts, shop.till.view().tray_closed) == ({MELON: 1}, False)


@pytest.mark.parametrize("thing", [unknown((500, 100)), unsure(CURRY, (500, 100), MELON)])
def test_a_cart_put_aside_with_questions_open_says_so_when_resumed(
    shop: Shop, thing: object
) -> None:
    shop.shows(*row(ANPAN), thing)  # type: ignore[arg-type]
    shop.till.aside.hold()
    shop.till.aside.resume(held_id(shop))
    assert notice_kind(shop) is NoticeKind.QUESTIONS_LEFT
    shop.till.dismiss_notice()
    assert notice_kind(shop) is None


def test_an_unnamed_thing_is_not_forgotten_when_another_cart_is_resumed(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    shop.shows(unknown())
    shop.till.aside.resume(held_id(shop))
    assert notice_kind(shop) is NoticeKind.NOT_CHARGED


def test_nothing_is_resumed_while_paying_or_twice_or_out_of_nowhere(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    first = held_id(shop)
    shop.till.aside.resume("nonsense")
    shop.till.add(MELON)
    shop.till.payment.begin()
    shop.till.aside.resume(first)
    assert shop.counts == {MELON: 1}
    shop.till.payment.cancel()
    shop.till.aside.resume(first)
    shop.till.add(CURRY)
    shop.till.aside.resume(first)
    assert (shop.counts, shop.held) == ({COFFEE: 1, CURRY: 1}, [{MELON: 1}])


def test_a_discarded_cart_is_gone(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    shop.till.aside.discard(held_id(shop))
    assert (shop.held, shop.till.view().held_count, shop.carts.carts) == ([], 0, {})


def test_held_carts_outlive_the_program(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.aside.hold()
    shop.start()
    assert (shop.held, shop.till.view().held_count) == ([{ANPAN: 1}], 1)
    assert shop.till.aside.interrupted() is None


def test_every_edit_is_on_disk_and_an_emptied_cart_is_not(shop: Shop) -> None:
    assert shop.till.aside.interrupted() is None
    shop.shows(*row(ANPAN))
    shop.till.add(COFFEE)
    (kept,) = shop.carts.carts.values()
    assert (kept.cart, kept.held) == (shop.till.view().cart, False)
    assert kept.opened_at == datetime(2026, 5, 1, 3, tzinfo=kept.opened_at.tzinfo)
    assert kept.opened_at.utcoffset() == timedelta(0)
    shop.till.clear()
    assert shop.carts.carts == {}


@pytest.mark.parametrize("tray_first", [True, False])
def test_after_a_crash_the_cart_goes_on_with_its_tray_and_is_charged_once(
    shop: Shop, *, tray_first: bool
) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.add(COFFEE)
    shop.start()
    if tray_first:
        shop.shows(*row(ANPAN, MELON))
    shop.till.aside.resume(interrupted_id(shop))
    if not tray_first:
        assert shop.counts == {ANPAN: 1, MELON: 1, COFFEE: 1}
        shop.moves()
        shop.shows(*row(ANPAN, MELON))
    assert (shop.counts, shop.held) == ({ANPAN: 1, MELON: 1, COFFEE: 1}, [])
    shop.shows(*row(ANPAN, MELON, CURRY))
    shop.till.payment.pay(PLENTY)
    shop.shows(*row(ANPAN, MELON, CURRY))
    assert shop.sold == [{ANPAN: 1, MELON: 1, COFFEE: 1, CURRY: 1}]
    assert (shop.counts, shop.carts.carts) == ({}, {})
    assert shop.till.aside.interrupted() is None


def test_after_a_crash_another_customers_tray_is_not_mixed_in(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON), unknown((700, 100)))
    shop.start()
    shop.till.aside.resume(interrupted_id(shop))
    assert notice_kind(shop) is NoticeKind.QUESTIONS_LEFT
    shop.shows(*row(CURRY))
    assert (shop.counts, shop.held) == ({CURRY: 1}, [{ANPAN: 1, MELON: 1}])


def test_after_a_crash_its_own_tray_brings_the_questions_back(shop: Shop) -> None:
    shop.shows(*row(ANPAN), unknown((700, 100)))
    shop.start()
    shop.till.aside.resume(interrupted_id(shop))
    shop.shows(*row(ANPAN), unknown((700, 100)))
    assert (notice_kind(shop), shop.till.view().open_count) == (None, 1)


def test_after_a_crash_the_same_breads_on_a_counter_that_was_bare_are_another_customers(
    shop: Shop,
) -> None:
    shop.shows(*row(ANPAN))
    shop.start()
    shop.is_bare()
    shop.till.aside.resume(interrupted_id(shop))
    shop.shows(*row(ANPAN))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [{ANPAN: 1}])


def test_a_dark_first_picture_does_not_part_a_cart_from_its_tray(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.start()
    shop.shows()
    shop.shows()
    shop.till.aside.resume(interrupted_id(shop))
    shop.shows(*row(ANPAN))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [])


def test_after_a_crash_a_tray_of_someone_else_that_lies_there_is_put_aside(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.start()
    shop.shows(*row(CURRY))
    shop.till.aside.resume(interrupted_id(shop))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [{CURRY: 1}])


def test_what_was_entered_by_hand_before_resuming_is_put_aside_not_lost(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.start()
    shop.shows(*row(ANPAN))
    shop.till.add(COFFEE)
    shop.till.aside.resume(interrupted_id(shop))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [{COFFEE: 1}])


def test_the_first_tray_after_an_interrupted_cart_was_paid_is_charged(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.start()
    shop.till.aside.resume(interrupted_id(shop))
    shop.till.payment.pay(PLENTY)
    shop.shows(*row(ANPAN))
    assert (shop.sold, shop.counts) == ([{ANPAN: 1}], {ANPAN: 1})


def test_a_full_disk_while_keeping_is_told_and_selling_goes_on(shop: Shop) -> None:
    shop.disk.is_full = True
    shop.shows(*row(ANPAN))
    shop.till.add(COFFEE)
    assert (shop.counts, notice_kind(shop)) == ({ANPAN: 1, COFFEE: 1}, NoticeKind.CART_NOT_KEPT)
    shop.disk.is_full = False
    shop.till.add(COFFEE)
    assert (notice_kind(shop), len(shop.carts.carts)) == (None, 1)


def test_a_full_disk_at_paying_sells_nothing_and_the_second_try_sells_once(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.begin()
    shop.disk.is_full = True
    for _ in range(2):
        with pytest.raises(DiskFull):
            shop.till.payment.pay(PLENTY)
        shop.shows(*row(ANPAN))
    assert (shop.sold, shop.counts, shop.till.view().paying) == ([], {ANPAN: 1, MELON: 1}, True)
    shop.disk.is_full = False
    shop.till.payment.pay(PLENTY)
    assert (shop.sold, shop.counts) == ([{ANPAN: 1, MELON: 1}], {})


def test_a_full_disk_at_holding_leaves_the_cart_on_the_screen(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        shop.till.aside.hold()
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [])
    shop.shows(*row(ANPAN, MELON))
    assert shop.counts == {ANPAN: 1, MELON: 1}


def test_a_full_disk_at_resuming_changes_nothing(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    shop.shows(*row(ANPAN))
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        shop.till.aside.resume(held_id(shop))
    assert (shop.counts, shop.held) == ({ANPAN: 1}, [{COFFEE: 1}])


def test_a_cart_resumed_on_a_disk_that_fills_up_is_not_offered_twice(shop: Shop) -> None:
    shop.till.add(COFFEE)
    shop.till.aside.hold()
    first = held_id(shop)
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        shop.till.aside.resume(first)
    shop.disk.is_full = False
    shop.till.aside.resume(first)
    shop.disk.is_full = True
    shop.till.add(MELON)
    shop.till.aside.resume(first)
    assert (shop.counts, shop.held) == ({COFFEE: 1, MELON: 1}, [])


def test_a_full_disk_mixes_no_customers_when_the_next_tray_comes(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.is_bare()
    shop.disk.is_full = True
    shop.shows(*row(MELON))
    assert (shop.counts, shop.held) == ({MELON: 1}, [{ANPAN: 1}])
    assert shop.till.aside.interrupted() is None
    assert shop.till.view().held_count == 1
    shop.till.dismiss_notice()
    assert notice_kind(shop) is NoticeKind.CART_NOT_KEPT
    shop.disk.is_full = False
    shop.till.payment.pay(PLENTY)
    assert (notice_kind(shop), [kept.held for kept in shop.carts.carts.values()]) == (None, [True])
    shop.till.aside.resume(held_id(shop))
    shop.till.payment.pay(PLENTY)
    assert (shop.sold, shop.carts.carts) == ([{MELON: 1}, {ANPAN: 1}], {})


def test_a_cart_held_in_memory_only_can_be_resumed_and_discarded(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.is_bare()
    shop.disk.is_full = True
    shop.shows(*row(MELON))
    first = held_id(shop)
    with pytest.raises(DiskFull):
        shop.till.aside.discard(first)
    assert shop.held == [{ANPAN: 1}]
    shop.disk.is_full = False
    shop.till.aside.discard(first)
    assert (shop.held, shop.till.view().held_count) == ([], 0)


def test_a_sale_over_midnight_has_one_moment_for_its_time_and_its_rates() -> None:
    eve = datetime(2026, 5, 1, 23, 59, 59, tzinfo=JST)
    shop = Shop(FakeClock(eve))
    shop.shows(sure(ANPAN))
    shop.clock.times = [eve, eve + timedelta(seconds=1)]
    sale = shop.till.payment.pay(PLENTY)
    assert sale.sold_at == eve
    assert sale.sold_at.utcoffset() == timedelta(0)


def lay_two_trays(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.set_place(Place.EAT_IN)
    shop.is_bare()
    shop.shows(*row(CURRY, ANPAN))


def test_a_second_tray_of_the_same_customer_is_paid_with_the_first(shop: Shop) -> None:
    lay_two_trays(shop)
    assert (shop.counts, shop.held) == ({CURRY: 1, ANPAN: 1}, [{ANPAN: 1, MELON: 1}])

    shop.till.aside.join_held()

    view = shop.till.view()
    assert shop.counts == {CURRY: 1, ANPAN: 2, MELON: 1}
    assert (shop.held, view.held_count, view.notice) == ([], 0, None)
    assert view.cart.place is Place.EAT_IN
    shop.till.undo()
    assert shop.counts == {CURRY: 1, ANPAN: 2, MELON: 1}
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{CURRY: 1, ANPAN: 2, MELON: 1}]
    assert shop.carts.carts == {}


def test_what_was_put_aside_on_resuming_can_be_joined_too(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.aside.hold()
    shop.is_bare()
    shop.shows(*row(MELON))
    shop.till.aside.resume(held_id(shop))
    shop.till.aside.join_held()
    assert (shop.counts, shop.held) == ({ANPAN: 1, MELON: 1}, [])


def test_questions_of_the_first_tray_are_not_forgotten_in_joining(shop: Shop) -> None:
    shop.shows(unknown(), sure(ANPAN))
    shop.is_bare()
    shop.shows(*row(CURRY))
    shop.till.aside.join_held()
    assert shop.counts == {CURRY: 1, ANPAN: 1}
    assert notice_kind(shop) is NoticeKind.QUESTIONS_LEFT


def test_nothing_is_joined_while_paying_or_without_a_cart_put_aside(shop: Shop) -> None:
    shop.till.aside.join_held()
    lay_two_trays(shop)
    shop.till.payment.begin()
    shop.till.aside.join_held()
    assert (shop.counts, shop.held) == ({CURRY: 1, ANPAN: 1}, [{ANPAN: 1, MELON: 1}])


def test_a_full_disk_at_joining_leaves_both_carts_as_they_were(shop: Shop) -> None:
    lay_two_trays(shop)
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        shop.till.aside.join_held()
    assert (shop.counts, shop.held) == ({CURRY: 1, ANPAN: 1}, [{ANPAN: 1, MELON: 1}])
