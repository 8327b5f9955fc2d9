"""Reading again, the price list's changes, and what the view tells."""

from dataclasses import replace

import pytest

from breadpos.domain.money import Money
from breadpos.domain.recognition import Status
from breadpos.domain.tax import Place
from breadpos.domain.tray import TrayPhase
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

PLENTY = cash(100_000)


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_reading_again_forgets_what_was_said_and_keeps_what_was_added(shop: Shop) -> None:
    shop.till.read_again()
    shop.shows(*row(ANPAN, MELON))
    shop.till.add(COFFEE)
    shop.till.name_item(shop.item_id(0), CURRY)
    shop.till.read_again()
    assert shop.counts == {COFFEE: 1, ANPAN: 1, MELON: 1}
    assert (shop.held, shop.till.view().can_undo) == ([], False)
    shop.till.payment.pay(PLENTY)
    shop.shows(*row(ANPAN, MELON))
    assert shop.counts == {}


def test_reading_a_paid_tray_again_charges_it_for_the_cashier_said_so(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.pay(PLENTY)
    shop.till.read_again()
    assert (shop.counts, shop.till.view().tray_closed) == ({ANPAN: 1}, False)


def test_reading_again_changes_nothing_while_paying_or_once_the_tray_has_left(
    shop: Shop,
) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.begin()
    shop.till.read_again()
    shop.till.payment.cancel()
    shop.till.name_item(shop.item_id(0), MELON)
    shop.is_bare()
    shop.till.read_again()
    assert shop.counts == {MELON: 1}


def test_a_product_taken_off_the_list_is_never_guessed(shop: Shop) -> None:
    shop.products.retire(ANPAN)
    shop.till.reload_products()
    shop.shows(sure(ANPAN), sure(ANPAN, (300, 100), MELON), unsure(MELON, (500, 100), ANPAN))
    items = shop.till.view().items
    assert [item.status for item in items] == [Status.UNKNOWN, Status.UNSURE, Status.UNSURE]
    assert shop.counts == {MELON: 2}


def test_a_product_taken_off_the_list_is_still_charged_where_it_lies_already(
    shop: Shop,
) -> None:
    shop.shows(unsure(ANPAN, (100, 100), MELON), sure(CURRY, (300, 100)))
    shop.till.name_item(shop.item_id(1), CROISSANT)
    shop.products.retire(ANPAN)
    shop.products.retire(CROISSANT)
    shop.till.reload_products()
    view = shop.till.view()
    assert shop.counts == {ANPAN: 1, CROISSANT: 1}
    assert view.question is not None
    assert [p.product_id for p in view.question.candidates] == [MELON]
    shop.till.name_item(view.question.item_id, MELON)
    shop.till.payment.pay(PLENTY)
    assert shop.sold == [{CROISSANT: 1, MELON: 1}]


def test_a_tray_on_hold_and_a_paid_one_are_told_apart(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.aside.hold()
    assert (shop.till.view().tray_closed, shop.till.view().tray_held) == (True, True)
    shop.till.read_again()
    shop.till.payment.pay(PLENTY)
    assert (shop.till.view().tray_closed, shop.till.view().tray_held) == (True, False)


def test_every_item_offers_what_else_it_may_be(shop: Shop) -> None:
    shop.shows(unsure(ANPAN, (100, 100), CURRY), sure(MELON, (300, 100)))
    offered = [[p.product_id for p in item.candidates] for item in shop.till.view().items]
    assert offered == [[ANPAN, CURRY], [MELON]]


def test_the_switch_is_told_the_rates_of_the_day(shop: Shop) -> None:
    assert dict(shop.till.view().food_rates_bp) == {Place.TAKEOUT: 800, Place.EAT_IN: 1000}


def test_no_outline_is_shown_while_something_moves(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    assert len(shop.till.view().items) == 2
    shop.moves()
    view = shop.till.view()
    assert (view.phase, view.items) == (TrayPhase.MOVING, ())
    assert view.total == Money(180 + 151)


def test_several_items_with_the_same_choice_are_one_question(shop: Shop) -> None:
    shop.shows(
        unsure(ANPAN, (100, 100), MELON),
        unsure(CURRY, (300, 100), CROISSANT),
        unsure(MELON, (500, 100), ANPAN),
        sure(CURRY, (700, 100)),
    )
    view = shop.till.view()
    assert view.question is not None
    assert view.question.item_ids == (shop.item_id(0), shop.item_id(2))
    assert [item.asked for item in view.items] == [True, False, True, False]
    assert view.open_count == 3

    shop.till.name_items(view.question.item_ids, ANPAN)

    assert shop.counts == {ANPAN: 2, CURRY: 2}
    question = shop.till.view().question
    assert question is not None
    assert question.item_ids == (shop.item_id(1),)
    shop.till.undo()
    assert shop.till.view().open_count == 3


def test_unnamed_items_and_guesses_without_a_choice_are_asked_about_singly(shop: Shop) -> None:
    shop.shows(unsure(ANPAN, (100, 100)), unsure(ANPAN, (300, 100)), unknown((500, 100)))
    for left in (3, 2, 1):
        view = shop.till.view()
        assert view.question is not None
        assert (len(view.question.item_ids), view.open_count) == (1, left)
        shop.till.dismiss_items(view.question.item_ids)
    assert shop.till.view().question is None


def test_an_item_outside_the_picture_in_part_is_told_with_its_question(shop: Shop) -> None:
    shop.shows(unsure(ANPAN, (100, 100), MELON), replace(unsure(CURRY, (500, 100)), cut=True))
    view = shop.till.view()
    assert [item.cut for item in view.items] == [False, True]
    assert view.question is not None
    assert not view.question.cut
    shop.till.name_item(view.question.item_id, ANPAN)
    view = shop.till.view()
    assert view.question is not None
    assert view.question.cut
