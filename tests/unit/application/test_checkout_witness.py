"""What is kept of a tray, and when."""

import pytest

from breadpos.application.replay import Replay
from breadpos.application.witness import NoWitness
from breadpos.domain.errors import DiskFull, TenderTooSmall
from breadpos.domain.tray_record import TrayRecord, Word
from tests.unit.application.fakes import (
    ANPAN,
    BAG,
    CURRY,
    MELON,
    NOON,
    PRODUCTS,
    SIZE_PX,
    Shop,
    cash,
    row,
    sure,
    unsure,
)

PLENTY = cash(100_000)


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_a_tray_that_is_sold_is_kept_with_what_was_corrected(shop: Shop) -> None:
    shop.shows(sure(ANPAN), unsure(MELON, (300, 100), CURRY))
    shop.till.name_item(shop.item_id(1), CURRY)
    sale = shop.till.payment.pay(PLENTY)
    ((filed, seen),) = shop.witness.filed
    assert filed == sale
    assert [item.charged_as for item in seen.items] == [ANPAN, CURRY]
    assert [item.word for item in seen.items] == [Word.NONE, Word.NAMED]
    assert [item.charged_price.minor for item in seen.items] == [180, 259]
    assert (seen.size, seen.model, seen.looked_at_s) == (SIZE_PX, "v1", shop.now_s)


def test_the_tray_is_that_of_the_moment_its_customer_began_to_pay(shop: Shop) -> None:
    shop.shows(*row(ANPAN, MELON))
    looked_at_s = shop.now_s
    shop.till.payment.begin()
    shop.is_bare()
    shop.shows(*row(CURRY))
    shop.till.payment.pay(PLENTY)
    (held,) = shop.witness.held
    ((_, seen),) = shop.witness.filed
    assert seen == held
    assert [item.charged_as for item in seen.items] == [ANPAN, MELON]
    assert seen.looked_at_s == looked_at_s


def test_a_cart_entered_by_hand_has_no_tray(shop: Shop) -> None:
    shop.till.add(BAG)
    shop.till.payment.pay(PLENTY)
    assert shop.witness.filed == []


def test_what_was_put_on_hold_has_no_tray_any_more(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.aside.hold()
    (held,) = shop.till.aside.held()
    shop.till.aside.resume(held.cart_id)
    shop.till.payment.pay(PLENTY)
    assert shop.witness.filed == []


def test_the_next_sale_by_hand_does_not_take_the_last_one_s_tray(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.payment.pay(PLENTY)
    shop.till.add(BAG)
    shop.till.payment.pay(PLENTY)
    assert len(shop.witness.filed) == 1


def test_nothing_is_filed_for_a_sale_that_is_not_on_disk(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    with pytest.raises(TenderTooSmall):
        shop.till.payment.pay(cash(1))
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        shop.till.payment.pay(PLENTY)
    assert shop.witness.filed == []


def test_a_replay_tells_what_the_camera_did_not_see(shop: Shop) -> None:
    shop.shows(*row(ANPAN))
    shop.till.add(BAG)
    sale = shop.till.payment.pay(PLENTY)
    ((_, seen),) = shop.witness.filed
    record = TrayRecord(receipt=sale.number, at=NOON, size=seen.size, items=seen.items)
    products = {product.product_id: product for product in PRODUCTS}
    replay = Replay(sale=sale, record=record, picture=None, products=products, days=30)
    assert replay.by_hand == 1
    assert replay.name_of(ANPAN, "en") == "Anpan"
    assert replay.name_of(None, "en") == ""
    forgotten = Replay(sale=sale, record=None, picture=None, products={}, days=30)
    assert (forgotten.by_hand, forgotten.name_of(ANPAN, "ja")) == (2, "anpan")
    NoWitness().hold(seen)
    NoWitness().file(sale, seen)
