import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from breadpos.application.ports import OpenCart
from breadpos.domain.cart import Cart
from breadpos.domain.errors import DiskFull
from breadpos.domain.recognition import Status
from breadpos.ui.cart_line import CartLineRow
from breadpos.ui.elided_label import height_of
from breadpos.ui.key_button import KeyButton
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import (
    CROISSANT,
    CURRY,
    KOSHI,
    MELONPAN,
    NEW,
    SALT,
    TSUBU,
    FixedClock,
    MemoryCarts,
    Till,
    bread,
    seen,
    unsure,
)

LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)


def test_the_stepper_counts_up_and_down(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))

    counter.click(counter.row(MELONPAN).stepper.more_button)
    assert counter.rows() == {"メロンパン※": "2"}
    counter.click(counter.row(MELONPAN).stepper.less_button)
    counter.click(counter.row(MELONPAN).stepper.less_button)

    assert counter.rows() == {}
    assert counter.total() == "¥0"


def test_a_tap_on_a_name_offers_to_remove_the_line(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    row = counter.row(SALT)

    counter.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    counter.click(counter.cart.lines.tools.remove_button)

    assert counter.rows() == {"メロンパン※": "1"}


def test_a_tap_on_a_name_offers_to_change_the_product(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    row = counter.row(SALT)

    counter.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    counter.click(counter.cart.lines.tools.change_button)
    counter.tap_tile(CURRY)

    assert counter.rows() == {"メロンパン※": "1", "カレーパン※": "1"}


def test_only_one_line_shows_its_tools(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    for product in (MELONPAN, SALT):
        counter.qtbot.mouseClick(counter.row(product), Qt.MouseButton.LeftButton)

    assert counter.row(SALT).isAncestorOf(counter.cart.lines.tools)
    assert counter.cart.lines.tools.change_button.isVisible()


def test_lines_keep_their_place_while_the_cart_fills(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    row = counter.row(MELONPAN)
    before = row.pos()

    counter.see(seen(CROISSANT, RIGHT), seen(MELONPAN, LEFT))

    assert counter.row(MELONPAN) is row
    assert row.pos() == before


def test_rows_are_made_before_the_first_tray_comes(counter: Counter) -> None:
    def made() -> set[int]:
        return {id(row) for row in counter.cart.findChildren(CartLineRow)}

    counter.qtbot.waitUntil(lambda: len(made()) == 12)
    before = made()
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))

    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}
    assert made() == before


def test_rows_stand_in_the_carts_order_when_a_held_cart_comes_back(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.key(Qt.Key.Key_F8)
    counter.take_away()
    for product in (CURRY, SALT, CROISSANT, MELONPAN):
        counter.controller.add(product.product_id)
    counter.key(Qt.Key.Key_F8)

    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_2)

    wanted = [line.product for line in counter.view.cart.lines]
    assert len(wanted) == 4
    tops = [counter.row(product).y() for product in wanted]
    assert tops == sorted(set(tops))


def test_an_empty_cart_tells_the_next_step_and_why_it_cannot_be_paid(counter: Counter) -> None:
    assert "トレーをカメラの下に置くか" in counter.cart.empty_hint.text()
    assert not counter.pay_button.isEnabled()
    assert counter.pay_button.hint.text() == "商品がありません"


def test_a_line_without_a_price_blocks_and_is_priced_on_the_spot(counter: Counter) -> None:
    counter.see(seen(NEW, LEFT))
    assert counter.pay_button.hint.text() == "価格のない商品があります"

    counter.click(counter.row(NEW).price_button)
    assert not counter.side.price.set_button.isEnabled()
    counter.type("250")
    counter.key(Qt.Key.Key_Return)

    assert counter.total() == "¥250"
    assert counter.pay_button.isEnabled()
    assert counter.till.products.get(NEW.product_id).price.minor == 250


def test_a_price_the_disk_refuses_is_said_and_can_be_tried_again(counter: Counter) -> None:
    counter.see(seen(NEW, LEFT))
    counter.till.products.refusal = DiskFull("price")
    counter.click(counter.row(NEW).price_button)
    counter.type("250")
    counter.key(Qt.Key.Key_Return)
    assert counter.banner_text().startswith("ディスクがいっぱいで保存できません。")
    assert not counter.pay_button.isEnabled()

    counter.till.products.refusal = None
    counter.click(counter.banner.buttons[0])

    assert counter.total() == "¥250"
    assert counter.banner_text() == ""


def test_a_cart_is_held_and_taken_up_again_by_keys(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.key(Qt.Key.Key_F8)
    assert counter.rows() == {}
    assert counter.tray.camera.pill.text() == "保留済み"

    counter.key(Qt.Key.Key_F9)
    assert "保留中のカート" in counter.words()
    counter.key(Qt.Key.Key_1)

    assert counter.rows() == {"メロンパン※": "1"}
    assert counter.view.held_count == 0


def test_held_carts_are_a_key_away_from_an_open_cart_too(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.key(Qt.Key.Key_F9)
    assert "保留中のカートはありません。" in counter.words()
    counter.key(Qt.Key.Key_Escape)

    counter.key(Qt.Key.Key_F8)
    counter.take_away()
    counter.see(seen(SALT, LEFT))
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)

    assert counter.rows() == {"メロンパン※": "1"}


def test_a_cart_held_with_a_question_says_so_when_it_is_taken_up(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), unsure(RIGHT, TSUBU, KOSHI))
    counter.key(Qt.Key.Key_F8)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)

    assert counter.banner_text().startswith("確認の残っていたカートです。")
    counter.click(counter.banner.buttons[0])
    assert counter.banner_text() == ""


def test_a_held_cart_can_be_discarded(counter: Counter) -> None:
    counter.controller.add(MELONPAN.product_id)
    counter.key(Qt.Key.Key_F8)
    counter.key(Qt.Key.Key_F9)
    (held,) = counter.controller.held()

    counter.click(counter.side.held.discard_button(held.cart_id))
    assert counter.controller.held() == (held,)
    drop = counter.side.held.discard_button(held.cart_id)
    counter.qtbot.waitUntil(drop.isVisible)
    counter.click(drop)

    assert counter.controller.held() == ()
    assert "保留中のカートはありません。" in counter.words()
    assert counter.banner_text() == ""  # it would lead to what is gone
    counter.key(Qt.Key.Key_Escape)
    assert counter.cart.isVisible()


def test_two_taps_on_one_place_discard_no_cart(counter: Counter) -> None:
    counter.controller.add(MELONPAN.product_id)
    counter.key(Qt.Key.Key_F8)
    counter.key(Qt.Key.Key_F9)
    (held,) = counter.controller.held()
    bin_button = counter.side.held.discard_button(held.cart_id)
    place = bin_button.mapTo(counter.window, bin_button.rect().center())

    counter.click(bin_button)
    keep = next(b for b in counter.side.held.findChildren(KeyButton) if b.face.text() == "残す")
    counter.qtbot.waitUntil(lambda: counter.window.childAt(place) in {keep, keep.face})
    there = counter.window.childAt(place)
    assert there is not None
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)

    assert counter.controller.held() == (held,)
    counter.qtbot.waitUntil(counter.side.held.resume_button(held.cart_id).isVisible)
    counter.key(Qt.Key.Key_1)
    assert counter.rows() == {"メロンパン※": "1"}


def test_holding_that_the_disk_refuses_keeps_the_cart(counter: Counter) -> None:
    counter.controller.add(MELONPAN.product_id)
    counter.till.carts.refusal = DiskFull("cart")

    counter.key(Qt.Key.Key_F8)

    assert counter.rows() == {"メロンパン※": "1"}
    assert counter.banner_text().startswith("ディスクがいっぱいで保存できません。")


def test_a_cart_the_disk_does_not_keep_is_said_and_sold_all_the_same(counter: Counter) -> None:
    counter.till.carts.refusal = DiskFull("cart")

    counter.controller.add(MELONPAN.product_id)

    assert counter.banner_text().startswith("カートをディスクに保存できません。")
    assert counter.pay_button.isEnabled()


def interrupted_till() -> Till:
    carts = MemoryCarts()
    carts.save(OpenCart("old", FixedClock().now(), Cart().adding(MELONPAN, 3)))
    return Till(carts=carts)


def test_a_cart_open_at_a_crash_is_offered_and_taken_up(make_counter: MakeCounter) -> None:
    counter = make_counter(interrupted_till())
    assert counter.banner_text() == "前回のお会計が終わっていません。合計 ¥480"

    counter.click(counter.banner.buttons[0])

    assert counter.rows() == {"メロンパン※": "3"}
    assert counter.banner_text() == ""


def test_a_cart_open_at_a_crash_can_be_discarded(make_counter: MakeCounter) -> None:
    counter = make_counter(interrupted_till())

    counter.click(counter.banner.buttons[1])
    assert counter.banner_text().startswith("¥480のカートを破棄しますか？")
    counter.click(counter.banner.buttons[1])
    assert counter.banner_text().startswith("前回のお会計が終わっていません。"), "kept"

    counter.click(counter.banner.buttons[1])
    counter.click(counter.banner.buttons[0])

    assert counter.rows() == {}
    assert counter.banner_text() == ""
    assert counter.till.carts.all() == ()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_twenty_lines_long_names_and_emoji_fit(
    make_counter: MakeCounter, size: tuple[int, int], language: str
) -> None:
    names = ["🥐" * 30 + "パ" * 30, "מאפה שמרים", "Á" * 60, *(f"パン{n}" for n in range(17))]
    products = [bread(f"p{n}", name, 120 + n) for n, name in enumerate(names)]
    counter = make_counter(Till(products), language, size)

    for product in products:
        counter.controller.add(product.product_id)

    assert len(counter.rows()) == 20
    counter.qtbot.waitUntil(lambda: not counter.cut_words())
    assert counter.small_targets() == []
    assert counter.pay_button.isEnabled()


def test_a_long_name_is_whole_with_the_price_of_each_below_it(make_counter: MakeCounter) -> None:
    donut = bread("d", "シュガーグレーズドーナツ", 210)
    counter = make_counter(Till([donut]), "ja", (1366, 768))
    counter.controller.add("d")
    before = counter.row(donut).height()

    counter.controller.add("d")

    row = counter.row(donut)
    counter.qtbot.waitUntil(row.note.isVisible)
    needed = height_of(2, row.name.font()) + row.note.height()
    counter.qtbot.waitUntil(lambda: row.name.height() == height_of(2, row.name.font()))
    assert row.height() == before >= needed


# A cart of very many lines.


@pytest.fixture
def long_cart(make_counter: MakeCounter) -> Counter:
    products = [bread(f"p{n}", f"パン{n}", 100 + n) for n in range(120)]
    counter = make_counter(Till(products), "ja", (1366, 768))
    for product in products:
        counter.controller.add(product.product_id)
    return counter


def in_sight(counter: Counter) -> list[str]:
    """The names of the rows that are seen whole, from above."""
    lines = counter.cart.lines
    rows = [row for row in lines.findChildren(CartLineRow) if row.isVisible()]
    whole = [row for row in rows if row.visibleRegion().boundingRect() == row.rect()]
    return [row.name.text() for row in sorted(whole, key=lambda row: row.y())]


def test_a_long_cart_is_scrolled_through_line_by_line(long_cart: Counter) -> None:
    bar = long_cart.cart.lines.verticalScrollBar()
    seen_names: list[str] = []
    for place in (*range(0, bar.maximum(), 100), bar.maximum()):
        bar.setValue(place)
        rows = in_sight(long_cart)
        assert len(rows) >= 3
        seen_names += [name for name in rows if name not in seen_names]
    assert seen_names == [f"パン{n}※" for n in range(120)]


def test_a_long_cart_needs_no_more_rows_than_are_near_sight(long_cart: Counter) -> None:
    lines = long_cart.cart.lines
    for place in range(0, lines.verticalScrollBar().maximum(), 50):
        lines.verticalScrollBar().setValue(place)
    assert len(lines.findChildren(CartLineRow)) <= 40


def test_tab_goes_through_every_line_of_a_long_cart_and_keeps_it_in_sight(
    long_cart: Counter,
) -> None:
    lines = long_cart.cart.lines
    lines.row("p0").stepper.less_button.setFocus()
    for n in range(120):
        row = lines.row(f"p{n}")
        for button in (row.stepper.less_button, row.stepper.more_button):
            assert button.hasFocus(), n
            assert button.visibleRegion().boundingRect() == button.rect()
            long_cart.key(Qt.Key.Key_Tab)
    for n in reversed(range(120)):
        row = lines.row(f"p{n}")
        for button in (row.stepper.more_button, row.stepper.less_button):
            long_cart.key(Qt.Key.Key_Backtab)
            assert button.hasFocus(), n


def test_a_key_means_the_line_it_was_on_however_far_the_cart_is_scrolled(
    long_cart: Counter,
) -> None:
    lines = long_cart.cart.lines
    lines.row("p3").stepper.more_button.setFocus()
    lines.verticalScrollBar().setValue(lines.verticalScrollBar().maximum())
    long_cart.key(Qt.Key.Key_Space)
    assert [line.count for line in long_cart.view.cart.lines[:5]] == [1, 1, 1, 2, 1]


def test_the_line_that_is_asked_about_comes_in_sight(long_cart: Counter) -> None:
    assert "パン0※" in in_sight(long_cart)
    asked = long_cart.view.cart.lines[110].product
    long_cart.see(seen(asked, LEFT, status=Status.UNSURE))
    long_cart.qtbot.waitUntil(lambda: f"？ {asked.name}※" in in_sight(long_cart))


def test_the_last_line_of_a_long_cart_shows_its_tools_whole(long_cart: Counter) -> None:
    lines = long_cart.cart.lines
    lines.verticalScrollBar().setValue(lines.verticalScrollBar().maximum())
    long_cart.qtbot.mouseClick(lines.row("p119").name, Qt.MouseButton.LeftButton)
    tools = lines.tools
    long_cart.qtbot.waitUntil(
        lambda: tools.visibleRegion().boundingRect() == tools.rect(), timeout=2_000
    )
    long_cart.click(tools.remove_button)
    assert len(long_cart.view.cart.lines) == 119
    assert not tools.isVisible()


def test_a_line_taken_out_above_an_open_one_leaves_its_tools_below_it(long_cart: Counter) -> None:
    lines = long_cart.cart.lines
    long_cart.qtbot.mouseClick(lines.row("p2").name, Qt.MouseButton.LeftButton)
    long_cart.controller.remove("p0")
    tops = [(row.y(), row.name.text()) for row in (lines.row("p1"), lines.row("p2"))]
    below = lines.row("p3")
    assert [top for top, _ in tops] == [0, lines.row("p1").height()]
    assert below.y() == lines.row("p2").geometry().bottom() + 1
    assert lines.row("p2").isAncestorOf(lines.tools)
