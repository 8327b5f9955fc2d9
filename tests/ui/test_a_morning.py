"""What goes wrong in a morning of sales, at the register as shipped; taps are counted."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from breadpos.domain.tax import Place
from breadpos.ui.receipt_view import ReceiptView
from tests.window.known_counter import KnownCounter, cook
from tests.window.live_window import LiveWindow, open_window
from tests.window.tour import RECIPES, Tour

Key = Qt.Key
SIZE = (640, 480)
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    folder = tmp_path_factory.mktemp("morning")
    counter = KnownCounter(cook(RECIPES["empty"], folder / "trays", SIZE))
    with open_window(folder / "shop", counter) as live:
        yield Tour(live, folder / "trays", SIZE)


@pytest.fixture
def tour(morning: Tour) -> Tour:
    morning.live.start_afresh()
    morning.live.taps = 0
    return morning


def counts(live: LiveWindow) -> dict[str, int]:
    return {str(line.product.product_id): line.count for line in live.view.cart.lines}


def receipt(live: LiveWindow) -> ReceiptView:
    live.wait_until(live.side.receipt.isVisible, "no receipt")
    return live.side.receipt


def test_a_second_tray_of_the_same_customer_is_one_tap(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")
    live.take_away()
    tour.lay("single")

    live.tap_button("同じお客様")

    assert live.taps == 1
    assert counts(live) == {
        "strawberry_donut": 1, "melonpan": 1, "croissant": 1, "curry_pan": 1, "salt_roll": 1,
    }  # fmt: skip
    assert live.view.held_count == 0


def test_another_customer_is_one_tap_too_and_the_first_waits(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")
    live.take_away()
    tour.lay("single")

    live.tap_button("別のお客様")

    assert counts(live) == {"strawberry_donut": 1}
    assert live.view.held_count == 1
    assert live.page.banner.isHidden()


def test_six_of_one_are_counted_with_one_long_press(tour: Tour) -> None:
    live = tour.live
    tour.lay("single")
    plus = live.side.cart.lines.row("strawberry_donut").stepper.more_button

    QTest.mousePress(plus, Qt.MouseButton.LeftButton)
    live.wait_until(lambda: counts(live)["strawberry_donut"] >= 6, "it did not go on counting")
    QTest.mouseRelease(plus, Qt.MouseButton.LeftButton)
    reached = counts(live)["strawberry_donut"]
    live.breathe(400)

    assert counts(live)["strawberry_donut"] == reached


def test_a_sale_by_keys_alone_takes_two(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")

    live.key(Key.Key_Return)
    live.key(Key.Key_F3)

    assert receipt(live).change_label.text() == "¥225"
    assert live.taps == 2


def test_a_payment_split_by_keys(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")

    live.key(Key.Key_Return)
    live.type("500")
    live.key(Key.Key_Return)
    live.key(Key.Key_F6)
    live.key(Key.Key_F2)

    assert receipt(live).change_label.text() == "¥0"
    assert live.taps == 7


def test_the_wrong_tender_is_taken_back_from_the_receipt_itself(tour: Tour) -> None:
    live, past = tour.live, tour.panels.past
    tour.sell()
    live.taps = 0

    live.tap(live.side.receipt.past_button)
    live.tap(past.reason.buttons[0])
    live.tap(past.void_button)

    live.wait_until(past.slip.isVisible, "not voided")
    assert live.taps == 3
    live.key(Key.Key_Escape)
    assert live.side.cart.isVisible()


def test_who_comes_back_for_a_paper_is_found_with_one_tap(tour: Tour) -> None:
    live = tour.live
    tour.sell()
    live.key(Key.Key_Return)
    live.take_away()
    last = live.side.cart.last_button
    assert last.face.text() == "前のお客様：¥775"
    assert "お釣り ¥225" in last.hint.text()
    live.taps = 0

    live.tap(last)
    live.key(Key.Key_F6)

    assert tour.panels.formal.isVisible()
    assert live.taps == 2


def test_a_bread_brought_back_shows_what_is_paid_out(tour: Tour) -> None:
    live, past = tour.live, tour.panels.past
    tour.sell()
    live.key(Key.Key_Return)
    live.take_away()
    live.taps = 0

    live.key(Key.Key_F7)
    live.tap(past.steppers[0].more_button)
    live.tap(past.reason.buttons[1])
    assert past.refund_button.hint.text() == "¥160 ・ Enter"
    live.key(Key.Key_Return)

    live.wait_until(past.slip.isVisible, "not taken back")
    assert live.taps == 4
    assert "返還" in past.slip.paper.text()


def test_money_put_in_is_said_until_the_next_tray(tour: Tour) -> None:
    live = tour.live
    tour.more(Key.Key_4)
    live.type("5000")
    live.key(Key.Key_Return)

    assert live.page.banner.title.text() == "釣銭準備 ¥5,000 を記録しました"
    tour.lay("single")
    assert live.page.banner.isHidden()


def test_what_was_done_with_the_drawer_last_is_not_done_again_by_itself(tour: Tour) -> None:
    live, drawer = tour.live, tour.panels.drawer
    tour.more(Key.Key_4)
    live.key(Key.Key_F7)
    live.tap(drawer.reason.buttons[1])
    live.tap(drawer.keypad.keys["5"])
    live.tap(drawer.done_button)
    assert live.page.banner.title.text() == "出金 ¥5 を記録しました"

    tour.more(Key.Key_4)

    assert drawer.done_button.face.text() == "釣銭準備"


def test_a_change_of_mind_about_eating_here_while_paying(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")
    live.key(Key.Key_Return)

    for key in (Key.Key_Escape, Key.Key_F4, Key.Key_Return):
        live.key(key)

    assert live.view.paying
    assert live.view.cart.place is Place.EAT_IN


def test_a_forgotten_wallet_holds_the_cart_and_serves_the_next(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")
    live.key(Key.Key_F8)
    live.take_away()
    tour.lay("single")
    live.key(Key.Key_Return)
    live.key(Key.Key_F2)
    receipt(live)
    live.key(Key.Key_Return)
    live.take_away()

    live.key(Key.Key_F9)
    live.key(Key.Key_1)

    live.wait_until(lambda: len(counts(live)) == 4, "not taken up again")


def test_a_tray_taken_away_while_paying_changes_nothing(tour: Tour) -> None:
    live = tour.live
    tour.lay("sure")
    live.key(Key.Key_Return)
    live.take_away()

    assert live.side.payment.isVisible()
    live.key(Key.Key_F2)
    assert receipt(live).change_label.text() == "¥0"


def test_a_bread_not_seen_is_added_by_its_name_and_a_slip_undone(tour: Tour) -> None:
    live = tour.live
    full = tour.trays["sure"]
    live.lay(replace(full, detections=full.detections[:3]))

    live.key(Key.Key_F2)
    live.type("塩パン")
    live.key(Key.Key_Return)
    live.key(Key.Key_Escape)
    assert counts(live)["salt_roll"] == 1

    live.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "salt_roll" not in counts(live)
