from datetime import timedelta

import pytest

from breadpos.application.drawer import Drawer
from breadpos.application.opening import OpeningNote, opening_notes
from breadpos.domain.cash import CashCount, MovementKind
from breadpos.domain.money import Money
from tests.unit.application.fakes import ANPAN, NOON, Shop, cash

GOOD, DOUBTFUL = "T7000012050002", "T1234567890123"


@pytest.fixture
def shop() -> Shop:
    shop = Shop()
    shop.till.add(ANPAN)
    shop.till.payment.pay(cash(1_000))
    shop.journal.append("sale", {"receipt": 1})  # at noon, as the stand-in's entries are
    return shop


def notes(shop: Shop, number: str = GOOD) -> list[OpeningNote]:
    return list(opening_notes(shop.desk, shop.days, shop.journal, number))


def test_on_a_good_morning_there_is_nothing_to_say(shop: Shop) -> None:
    assert notes(shop) == []
    assert notes(shop, "") == []
    assert notes(Shop()) == []


def test_a_day_left_open_is_told_until_it_is_closed(shop: Shop) -> None:
    shop.clock.times = [NOON + timedelta(days=1)]
    assert notes(shop) == [OpeningNote.DAY_LEFT_OPEN]
    Drawer(shop.desk, shop.days).z_report(CashCount(), "昨日")
    assert notes(shop) == []


def test_a_shop_that_has_a_float_every_day_is_reminded_of_it(shop: Shop) -> None:
    drawer = Drawer(shop.desk, shop.days)
    drawer.move(MovementKind.FLOAT, Money(30_000))
    assert notes(shop) == []
    drawer.z_report(CashCount(), "金庫へ")
    shop.clock.times = [NOON + timedelta(days=1)]
    assert notes(shop) == [OpeningNote.FLOAT_MISSING]
    drawer.move(MovementKind.FLOAT, Money(30_000))
    assert notes(shop) == []


def test_a_clock_set_back_is_told(shop: Shop) -> None:
    shop.clock.times = [NOON - timedelta(minutes=4)]
    assert notes(shop) == []
    shop.clock.times = [NOON - timedelta(minutes=6)]
    assert notes(shop) == [OpeningNote.CLOCK_BACK]


def test_a_wrong_check_digit_warns_and_no_more(shop: Shop) -> None:
    assert notes(shop, DOUBTFUL) == [OpeningNote.DOUBTFUL_NUMBER]
