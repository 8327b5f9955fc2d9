"""What happens to a tray around its payment, and after it."""

import pytest

from breadpos.application.counter_view import NoticeKind
from tests.unit.application.fakes import (
    ANPAN,
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

PLENTY = cash(100_000)


@pytest.fixture
def shop() -> Shop:
    return Shop()


def notice_kind(shop: Shop) -> NoticeKind | None:
    notice = shop.till.view().notice
    return notice.kind if notice else None


def test_two_breads_exchanged_on_a_paid_tray_are_reported(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.pay(PLENTY)
    shop.moves()
    shop.shows(sure(ANPAN), sure(CURRY, (300, 100), MELON))
    notice = shop.till.view().notice
    assert notice is not None
    assert notice.kind is NoticeKind.NOT_CHARGED
    assert [p.product_id for p in notice.added] == [CURRY]
    shop.till.charge_added()
    assert (shop.counts, notice_kind(shop)) == ({CURRY: 1}, None)


def test_a_paid_bread_read_as_something_like_it_after_a_hand_is_no_new_bread(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.pay(PLENTY)
    shop.moves()
    shop.shows(sure(ANPAN), unsure(CURRY, (800, 700), MELON))
    assert (notice_kind(shop), shop.counts) == (None, {})


def test_what_lies_on_a_paid_tray_without_a_name_is_reported_only_if_there_is_more(
    shop: Shop,
) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.pay(PLENTY)
    shop.moves()
    shop.shows(sure(ANPAN), unknown((800, 700)))
    assert notice_kind(shop) is None
    shop.shows(*row(ANPAN, MELON), unknown((800, 700)))
    assert notice_kind(shop) is NoticeKind.NOT_CHARGED
    shop.till.dismiss_item(shop.item_id(2))
    assert notice_kind(shop) is None


def test_a_paid_tray_swapped_for_one_with_the_same_breads_asks_whose_it_is(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON, CURRY))
    shop.till.payment.pay(PLENTY)
    elsewhere = (sure(CURRY, (150, 600)), sure(ANPAN, (700, 550)), sure(MELON, (450, 300)))
    shop.moves()
    shop.shows(*elsewhere)
    assert (notice_kind(shop), shop.counts) == (NoticeKind.CLOSED_TRAY_MOVED, {})

    shop.till.read_again()

    assert (shop.counts, notice_kind(shop)) == ({ANPAN: 1, MELON: 1, CURRY: 1}, None)
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{ANPAN: 1, MELON: 1, CURRY: 1}] * 2


def test_a_paid_tray_moved_about_by_its_customer_stays_paid_and_asks_once(shop: Shop) -> None:
    shop.shows(sure(ANPAN))
    shop.till.payment.pay(PLENTY)
    shop.moves()
    shop.shows(sure(ANPAN, (600, 500)))
    assert notice_kind(shop) is NoticeKind.CLOSED_TRAY_MOVED
    shop.till.dismiss_notice()
    shop.moves()
    shop.shows(sure(ANPAN, (610, 500)))
    assert (notice_kind(shop), shop.counts) == (None, {})


def test_a_paid_tray_pushed_aside_asks_nothing(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON, CURRY))
    shop.till.payment.pay(PLENTY)
    shop.moves()
    shop.shows(*(sure(k, (400 + 200 * n, 350)) for n, k in enumerate((ANPAN, MELON, CURRY))))
    assert notice_kind(shop) is None


def test_a_tray_that_comes_and_goes_during_a_payment_is_put_on_hold(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.is_bare()
    shop.shows(*row(MELON, CURRY))
    shop.moves()
    assert shop.held == []
    shop.is_bare()
    assert shop.held == [{MELON: 1, CURRY: 1}]
    shop.till.payment.pay(PLENTY)
    assert (shop.sold, notice_kind(shop)) == ([{ANPAN: 1}], NoticeKind.CART_HELD)
    assert shop.till.view().held_count == 1


def test_one_tray_after_another_during_a_payment_are_all_kept(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.moves()
    shop.shows(*row(MELON))
    shop.is_bare()
    shop.shows(*row(CURRY))
    shop.is_bare()
    shop.shows(*row(CROISSANT))
    shop.till.payment.cancel()
    assert shop.held == [{MELON: 1}, {CURRY: 1}, {ANPAN: 1}]
    assert shop.counts == {CROISSANT: 1}


def test_a_tray_lifted_and_put_down_again_during_its_payment_is_no_other_customers(
    shop: Shop,
) -> None:
    shop.shows(*row(ANPAN, MELON))
    shop.till.payment.begin()
    shop.is_bare()
    shop.shows(*row(ANPAN, MELON))
    shop.is_bare()
    shop.till.payment.pay(PLENTY)
    assert (shop.sold, shop.held, notice_kind(shop)) == ([{ANPAN: 1, MELON: 1}], [], None)
