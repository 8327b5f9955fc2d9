"""Names that some bakery will have: long, with emoji, from right to left, hundreds of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import Till, bread, seen, unsure

LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)
LONG = (
    "季節限定くるみとクランベリーとオレンジピールのライ麦入り天然酵母"
    "カンパーニュ・アンシエンヌ（ハーフサイズ・トースト用）"
)
ODD = {
    "long": bread("long", LONG[:60], 1_280, "Half-size rye sourdough with walnut, cranberry, peel"),
    "emoji": bread("emoji", "🥐バター🧈クロワッサン👨‍👩‍👧", 216, "🥐 Butter 🧈 croissant"),
    "right_to_left": bread("right_to_left", "خبز الزيتون بالزعتر", 320, "לחם זיתים"),
    "one_word": bread("one_word", "W" * 60, 150, "W" * 60),
}


@pytest.fixture
def odd(make_counter: MakeCounter) -> Counter:
    return make_counter(Till(tuple(ODD.values())))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_odd_names_cut_nothing_else(
    make_counter: MakeCounter, language: str, size: tuple[int, int]
) -> None:
    counter = make_counter(Till(tuple(ODD.values())), language, size)
    long, emoji, arabic, word = ODD.values()

    counter.see(seen(long, LEFT), unsure(RIGHT, emoji, arabic, word))

    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
    assert counter.small_targets() == []
    row = counter.row(long)
    assert row.amount.text() == "1,280"
    assert row.amount.geometry().right() <= row.width()
    counter.key(Qt.Key.Key_F2)
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)


def test_odd_names_are_sold_and_printed_whole(odd: Counter) -> None:
    for product in ODD.values():
        odd.controller.add(product.product_id)
    odd.key(Qt.Key.Key_Return)
    odd.click(odd.side.payment.quick_buttons[1])

    paper = odd.side.receipt.paper.text().replace("\n", "").replace(" ", "")
    for product in ODD.values():
        assert product.name.replace(" ", "") in paper
    assert odd.till.sales.sold[0].total == Money(1_280 + 216 + 320 + 150)


@pytest.mark.parametrize("product", list(ODD.values()), ids=list(ODD))
def test_an_odd_name_is_found_by_a_part_of_it(odd: Counter, product: Product) -> None:
    odd.key(Qt.Key.Key_F2)
    odd.tray.grid.search.setText(product.name[1:6])

    model = odd.tray.grid.tiles.product_model
    assert product in [model.product(row) for row in range(model.rowCount())]


def test_among_500_products_one_is_found_and_sold(make_counter: MakeCounter) -> None:
    many = tuple(bread(f"p{n:03}", f"パン{n:03}号", 100 + n) for n in range(500))
    counter = make_counter(Till(many))

    counter.key(Qt.Key.Key_F2)
    counter.type("437")
    counter.key(Qt.Key.Key_Return)
    counter.key(Qt.Key.Key_Escape)

    (line,) = counter.view.cart.lines
    assert (line.product.product_id, line.amount) == (ProductId("p437"), Money(537))


def test_a_4k_window_leaves_nothing_cut_or_lost(make_counter: MakeCounter, tmp_path: Path) -> None:
    counter = make_counter(Till(tuple(ODD.values())), size=(3840, 2160))
    counter.see(seen(ODD["long"], LEFT))

    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
    assert counter.window.grab().save(str(tmp_path / "4k.png"))
    assert counter.pay_button.isVisible()
