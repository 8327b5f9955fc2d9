from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from breadpos.domain.product import Product
from breadpos.domain.season import season_of
from breadpos.ui.product_search import categories, folded, matching
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import (
    CROISSANT,
    CURRY,
    KOSHI,
    MELONPAN,
    PRODUCTS,
    SALT,
    TSUBU,
    FixedClock,
    Till,
    bread,
)


@pytest.mark.parametrize("typed", ["メロン", "めろん", "ﾒﾛﾝ", "MELON", "melon pan", "Melon b"])
def test_a_product_is_found_however_it_is_typed(typed: str) -> None:
    assert matching(PRODUCTS, typed) == [MELONPAN]


def test_nothing_typed_finds_everything() -> None:
    assert matching(PRODUCTS, "") == list(PRODUCTS)


def test_width_case_spaces_and_kana_do_not_matter() -> None:
    assert folded("ﾁｮｺ・ｺﾛﾈ　A") == folded("ちょこコロネa")


def test_categories_keep_their_first_order() -> None:
    assert categories(PRODUCTS) == ["菓子パン", "デニッシュ", "惣菜パン", "食事パン"]
    assert categories([bread("a", "あ", 1)]) == []


def shown(counter: Counter) -> list[Product]:
    tiles = counter.tray.grid.tiles
    return [tiles.product_model.product(row) for row in range(tiles.product_model.rowCount())]


def test_products_are_added_one_tap_each_while_the_grid_stays_open(counter: Counter) -> None:
    counter.click(counter.cart.add_button)

    counter.tap_tile(SALT)
    counter.tap_tile(SALT)
    counter.tap_tile(CURRY)

    assert counter.rows() == {"塩パン※": "2", "カレーパン※": "1"}
    assert counter.tray.grid.isVisible()


def test_f2_opens_and_closes_the_grid(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F2)
    assert counter.tray.grid.isVisible()

    counter.key(Qt.Key.Key_F2)
    assert not counter.tray.grid.isVisible()


def test_escape_closes_the_grid(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F2)

    counter.key(Qt.Key.Key_Escape)

    assert not counter.tray.grid.isVisible()


def test_a_product_is_added_by_typing_and_enter_without_paying(counter: Counter) -> None:
    counter.controller.add(MELONPAN.product_id)
    counter.key(Qt.Key.Key_F2)

    counter.type("塩x")
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == {"メロンパン※": "1"}

    counter.key(Qt.Key.Key_Backspace)
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}
    assert not counter.view.paying


def test_of_several_found_enter_takes_the_first_and_arrows_go_to_the_others(
    counter: Counter,
) -> None:
    counter.key(Qt.Key.Key_F2)
    counter.type("パン")
    found = shown(counter)
    assert len(found) > 2
    tiles = counter.tray.grid.tiles
    marked = tiles.grab().toImage()

    counter.key(Qt.Key.Key_Return)
    assert [line.product for line in counter.view.cart.lines] == [found[0]]

    counter.key(Qt.Key.Key_Right)
    assert tiles.grab().toImage() != marked
    counter.key(Qt.Key.Key_Right)
    counter.key(Qt.Key.Key_Left)
    counter.key(Qt.Key.Key_Return)
    assert [line.product for line in counter.view.cart.lines] == found[:2]
    assert counter.tray.grid.search.hasFocus()


def test_nothing_typed_enter_takes_nothing(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F2)

    counter.key(Qt.Key.Key_Return)

    assert counter.rows() == {}


def test_categories_without_room_beside_each_other_stand_below(make_counter: MakeCounter) -> None:
    products = [bread(f"p{n}", f"パン{n}", 100, category=f"長い名前の棚{n}") for n in range(9)]
    counter = make_counter(Till(products))
    counter.key(Qt.Key.Key_F2)
    tabs = counter.tray.grid.tabs

    counter.qtbot.waitUntil(lambda: tabs.button("長い名前の棚8").y() > 0)
    for n in range(9):
        button = tabs.button(f"長い名前の棚{n}")
        assert button.visibleRegion().boundingRect() == button.rect()


def test_digits_are_searched_for_while_a_question_waits(counter: Counter) -> None:
    counter.see()
    counter.key(Qt.Key.Key_F2)

    counter.type("12")

    assert counter.tray.grid.search.text() == "12"
    assert shown(counter) == []
    assert "見つかりません。" in counter.words()


def test_a_category_shows_its_products_only(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F2)

    counter.click(counter.tray.grid.tabs.button("デニッシュ"))
    assert shown(counter) == [CROISSANT]

    counter.click(counter.tray.grid.tabs.button(""))
    assert len(shown(counter)) == len(PRODUCTS)


def test_the_grid_opens_with_everything_again(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F2)
    counter.click(counter.tray.grid.tabs.button("デニッシュ"))
    counter.key(Qt.Key.Key_F2)

    counter.key(Qt.Key.Key_F2)

    assert len(shown(counter)) == len(PRODUCTS)


def test_a_shop_without_products_says_so(make_counter: MakeCounter) -> None:
    counter = make_counter(Till(products=()))

    counter.key(Qt.Key.Key_F2)

    assert "まだ商品がありません。" in counter.words()


def test_five_hundred_products_can_all_be_reached(make_counter: MakeCounter) -> None:
    products = [bread(f"p{n}", f"パン{n}", 100 + n, category=f"棚{n % 30}") for n in range(500)]
    counter = make_counter(Till(products))
    counter.key(Qt.Key.Key_F2)

    counter.tap_tile(products[499])
    counter.type("パン123")
    counter.key(Qt.Key.Key_Return)

    assert counter.rows() == {"パン499※": "1", "パン123※": "1"}


def test_products_carry_their_english_names_in_english(make_counter: MakeCounter) -> None:
    counter = make_counter(language="en")
    counter.key(Qt.Key.Key_F2)

    counter.tap_tile(TSUBU)
    counter.tap_tile(KOSHI)

    assert counter.rows() == {"Chunky anpan※": "1", "Smooth anpan※": "1"}


TODAY = FixedClock().now().date()


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (replace(SALT, sold_out_on=TODAY), "売り切れ"),
        (replace(SALT, season=season_of("10-01/12-31")), "季節外"),
    ],
)
def test_what_is_not_there_today_is_sold_by_a_second_tap(
    make_counter: MakeCounter, away: Product, words: str
) -> None:
    counter = make_counter(Till((MELONPAN, away)))
    counter.key(Qt.Key.Key_F2)
    tiles = counter.tray.grid.tiles
    assert tiles.delegate.away(away) == words
    assert tiles.delegate.away(MELONPAN) == ""
    counter.tap_tile(away)
    assert counter.rows() == {}
    counter.tap_tile(MELONPAN)
    counter.tap_tile(away)
    assert counter.rows() == {"メロンパン※": "1"}, "another tap in between starts over"
    counter.tap_tile(away)
    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}


def test_a_pale_tile_says_so_to_the_eye(make_counter: MakeCounter) -> None:
    gone = replace(SALT, sold_out_on=TODAY)
    counter = make_counter(Till((SALT,)))
    counter.key(Qt.Key.Key_F2)
    there = counter.tray.grid.tiles.grab().toImage()
    other = make_counter(Till((gone,)))
    other.key(Qt.Key.Key_F2)
    assert other.tray.grid.tiles.grab().toImage() != there
