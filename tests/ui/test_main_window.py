from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from breadpos.domain.errors import CameraLost
from breadpos.ui.camera_state import CameraState
from breadpos.ui.tab import Tab
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, KOSHI, MELONPAN, NEW, SALT, TSUBU, seen, unsure

LEFT, MIDDLE, RIGHT = (300.0, 400.0), (640.0, 400.0), (980.0, 400.0)


def ask(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), unsure(RIGHT, TSUBU, KOSHI, CURRY))


def open_grid(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F2)


def pay(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.key(Qt.Key.Key_F12)


def paid(counter: Counter) -> None:
    pay(counter)
    counter.click(counter.side.payment.quick_buttons[2])


def price(counter: Counter) -> None:
    counter.see(seen(NEW, LEFT))
    counter.click(counter.row(NEW).price_button)


def held(counter: Counter) -> None:
    for product in (MELONPAN, SALT):
        counter.controller.add(product.product_id)
    counter.key(Qt.Key.Key_F8)
    counter.key(Qt.Key.Key_F9)


def tools(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.cart.lines.open_row(MELONPAN.product_id)
    counter.tap_item(LEFT)


def no_camera(counter: Counter) -> None:
    counter.window.show_failure(CameraLost("0"))


def changed(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.see(seen(MELONPAN, LEFT))


STATES = (ask, open_grid, pay, paid, price, held, tools, no_camera, changed)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("size", "language"),
    [((1024, 768), "en"), ((1024, 768), "ja"), ((1366, 768), "en"), ((1920, 1080), "ja")],
)
def test_no_word_is_cut_and_every_target_is_large(
    make_counter: MakeCounter, size: tuple[int, int], language: str, state: object
) -> None:
    counter = make_counter(language=language, size=size)
    assert callable(state)

    state(counter)

    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
    assert counter.small_targets() == []


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1080, 1920), (1366, 768)])
def test_no_tab_lies_on_another(
    make_counter: MakeCounter, size: tuple[int, int], language: str
) -> None:
    counter = make_counter(language=language, size=size)
    header = counter.window.header
    header.show_cashier("Marie-Louise")
    no_camera(counter)
    header.tabs.show_count(Tab.PHOTOS, 12)

    def overlaps() -> list[Tab]:
        buttons = {tab: header.tabs.button(tab).geometry() for tab in Tab}
        row = list(buttons.items())
        return [tab for (_, left), (tab, right) in pairwise(row) if left.right() >= right.left()]

    counter.qtbot.waitUntil(lambda: overlaps() == [], timeout=2_000)
    assert header.minimumSizeHint().width() <= size[0]
    assert header.tabs.button(Tab.PHOTOS).hint.isVisible()


def test_the_pay_button_never_moves(counter: Counter) -> None:
    before = counter.pay_button.mapTo(counter.window, counter.pay_button.rect().topLeft())

    ask(counter)
    no_camera(counter)

    after = counter.pay_button.mapTo(counter.window, counter.pay_button.rect().topLeft())
    assert after == before


def test_the_total_is_read_from_two_metres(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))

    assert counter.cart.total_bar.total_label.font().pixelSize() == 64
    assert counter.side.receipt.change_label.font().pixelSize() == 64


def test_the_header_tells_shop_screen_camera_and_time(counter: Counter) -> None:
    counter.window.show_camera_state(CameraState.OPENING)

    header = counter.window.header
    assert header.shop.text() == "こむぎ堂"
    assert header.tabs.button(Tab.COUNTER).face.text() == "会計"
    assert header.chip_words.text() == "カメラ準備中"
    assert len(header.clock.text()) == 5


def test_every_button_can_be_named_by_a_screen_reader(counter: Counter) -> None:
    ask(counter)

    nameless = [b.objectName() for b in counter.buttons_in_sight() if not b.accessibleName()]
    assert nameless == []


def test_no_button_takes_the_focus_when_it_is_tapped(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))

    counter.click(counter.row(MELONPAN).stepper.more_button)

    assert not counter.row(MELONPAN).stepper.more_button.hasFocus()
    counter.key(Qt.Key.Key_Return)
    assert counter.view.paying
