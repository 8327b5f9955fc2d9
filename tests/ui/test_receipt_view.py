from PySide6.QtCore import Qt

from breadpos.domain.slip import Piece, Side, pieces
from breadpos.domain.tax import Place
from breadpos.settings import PrinterKind, PrinterSettings, Receipts
from breadpos.ui.key_button import KeyButton
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, MELONPAN, seen


def sell(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (300.0, 400.0)), seen(CURRY, (900.0, 400.0)))
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[1])


def test_a_name_begins_its_row_and_its_amount_ends_it() -> None:
    row = "メロンパン※" + " " * 16 + "¥160"
    assert pieces(row, 32) == [Piece("メロンパン※", 0, Side.LEFT), Piece("¥160", 28, Side.RIGHT)]


def test_what_stands_in_the_middle_is_centred() -> None:
    assert pieces(" " * 13 + "領収書", 32) == [Piece("領収書", 13, Side.CENTRE)]


def test_a_row_indented_a_little_stays_where_it_is() -> None:
    row = "  ¥160 x 2" + " " * 18 + "¥320"
    assert pieces(row, 32) == [Piece("¥160 x 2", 2, Side.LEFT), Piece("¥320", 28, Side.RIGHT)]


def test_a_full_row_begins_at_the_left() -> None:
    assert pieces("あ" * 16, 32) == [Piece("あ" * 16, 0, Side.LEFT)]


def test_an_empty_row_has_nothing() -> None:
    assert pieces("", 32) == []


def test_the_receipt_is_on_the_screen_with_its_tax(counter: Counter) -> None:
    sell(counter)

    text = counter.side.receipt.paper.text()
    assert "メロンパン※" in text
    assert "8%対象" in text
    assert "お預り" in text
    assert counter.side.receipt.change_label.text() == "¥581"


def test_the_cashiers_language_does_not_change_the_receipts(make_counter: MakeCounter) -> None:
    counter = make_counter(language="en")

    sell(counter)

    assert "領収書" in counter.side.receipt.paper.text()
    assert "Change" in counter.words()


def test_enter_goes_on_to_the_next_customer(counter: Counter) -> None:
    sell(counter)

    counter.key(Qt.Key.Key_Enter)

    assert counter.cart.isVisible()


def test_the_next_actions_key_ends_the_receipt_and_does_it(counter: Counter) -> None:
    sell(counter)
    counter.key(Qt.Key.Key_F2)
    assert counter.cart.isVisible()
    assert counter.tray.grid.isVisible()


def test_more_is_one_key_away_from_the_receipt(counter: Counter) -> None:
    sell(counter)
    counter.key(Qt.Key.Key_F11)
    assert counter.side.more.isVisible()


def test_the_next_customer_eats_in_by_one_key(counter: Counter) -> None:
    sell(counter)
    counter.key(Qt.Key.Key_F4)
    assert counter.cart.isVisible()
    assert counter.view.cart.place is Place.EAT_IN


def test_what_is_held_is_one_key_away_from_the_receipt(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (300.0, 400.0)))
    counter.key(Qt.Key.Key_F8)
    counter.take_away()
    sell(counter)
    counter.key(Qt.Key.Key_F9)
    assert counter.side.held.isVisible()


def test_a_key_that_would_do_nothing_leaves_the_receipt(counter: Counter) -> None:
    sell(counter)
    counter.key(Qt.Key.Key_F8)
    counter.key(Qt.Key.Key_F3)
    assert counter.side.receipt.isVisible()


def test_the_receipts_own_keys_stay_its_own(counter: Counter) -> None:
    sell(counter)
    counter.key(Qt.Key.Key_F6)
    assert counter.panels.formal.isVisible()


def test_no_key_is_shown_for_two_things_at_once(counter: Counter) -> None:
    sell(counter)
    buttons = [b for b in counter.page.findChildren(KeyButton) if b.isVisible() and b.isEnabled()]
    shown = [b.hint.text() for b in buttons if b.hint.isVisible() and b.hint.text() in b.keys]
    assert "F5" in shown
    assert len(shown) == len(set(shown))


def test_without_a_printer_the_receipt_is_kept_and_then_again_as_a_copy(counter: Counter) -> None:
    sell(counter)
    counter.key(Qt.Key.Key_F5)
    counter.key(Qt.Key.Key_F5)

    first, second = counter.till.papers.made.items()
    assert (first[0], second[0]) == ("000001", "000001-1")
    assert "再発行" not in first[1].text
    assert "再発行" in second[1].text
    assert "papers/000001-1.pdf" in counter.banner.sentence.text()


def test_on_asking_the_button_asks_until_it_is_printed(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.front.printer = PrinterSettings(kind=PrinterKind.NETWORK, receipts=Receipts.ASK)
    sell(counter)

    button = counter.side.receipt.print_button
    assert (button.face.text(), button.property("kind")) == ("レシートを印刷", "step")
    counter.click(button)
    assert (button.face.text(), button.property("kind")) == ("再発行を印刷", "")
