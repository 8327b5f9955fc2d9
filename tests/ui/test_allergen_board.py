"""A customer asks what is in the bread."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from breadpos.domain.allergen import Allergen
from breadpos.domain.product import Product
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, MELONPAN, PRODUCTS, SALT, Till, seen

LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)
SAID = {
    MELONPAN.product_id: frozenset({Allergen.WHEAT, Allergen.EGG, Allergen.SOY}),
    SALT.product_id: frozenset({Allergen.WHEAT}),
}


def shelf() -> list[Product]:
    return [replace(each, allergens=SAID.get(each.product_id)) for each in PRODUCTS]


@pytest.fixture
def counter(make_counter: MakeCounter) -> Counter:
    return make_counter(Till(shelf()))


def test_one_key_shows_which_bread_has_which(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.key(Qt.Key.Key_F6)
    board = counter.page.allergens
    assert board.geometry() == counter.tray.rect()
    tiles = board.tiles()
    assert "メロンパン" in tiles["●  小麦  Wheat"]
    assert "塩パン" in tiles["●  小麦  Wheat"]
    assert "塩パン" not in tiles["●  卵  Egg"]
    assert tiles["えび  Shrimp"] == "なし  none"
    assert "メロンパン" in tiles["●  大豆  Soy"]
    assert len(tiles) == 10
    assert not board.warning.isVisible()
    counter.key(Qt.Key.Key_F6)
    assert not board.isVisible()


def test_what_nobody_entered_is_said_and_never_called_none(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(CURRY, RIGHT))
    counter.click(counter.cart.allergens_button)
    board = counter.page.allergens
    assert board.warning.isVisible()
    assert "カレーパン" in board.warning.text()
    assert "なし  none" not in board.tiles().values()


def test_the_board_follows_the_cart_and_makes_way(counter: Counter) -> None:
    counter.see(seen(SALT, LEFT))
    counter.key(Qt.Key.Key_F6)
    board = counter.page.allergens
    counter.see(seen(SALT, LEFT), seen(MELONPAN, RIGHT))
    assert "●  卵  Egg" in board.tiles()
    counter.key(Qt.Key.Key_Escape)
    assert not board.isVisible()
    counter.key(Qt.Key.Key_F6)
    counter.key(Qt.Key.Key_Return)
    assert not board.isVisible()


def test_an_empty_cart_has_nothing_to_show(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F6)
    assert not counter.page.allergens.isVisible()
    assert not counter.cart.allergens_button.isEnabled()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_is_cut(make_counter: MakeCounter, language: str) -> None:
    counter = make_counter(Till(shelf()), language=language)
    counter.see(seen(MELONPAN, LEFT), seen(CURRY, RIGHT))
    counter.key(Qt.Key.Key_F6)
    counter.qtbot.waitUntil(lambda: counter.page.allergens.width() == counter.tray.width())
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
    assert counter.small_targets() == []
