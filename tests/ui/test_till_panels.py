from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt

from breadpos.application.opening import OpeningNote
from breadpos.domain.cash import MovementKind
from breadpos.domain.errors import ApprovalNeeded, DiskFull
from breadpos.domain.money import Money
from breadpos.domain.sale import SaleKind
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, MELONPAN, SALT, Till, bread, seen

LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)


def sell(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[1])
    counter.key(Qt.Key.Key_Return)
    counter.take_away()


def open_more(counter: Counter, key: Qt.Key) -> None:
    counter.key(Qt.Key.Key_F11)
    counter.key(key)


def test_a_discount_off_the_cart_is_given_by_keys_and_taken_away_again(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))

    counter.key(Qt.Key.Key_F3)
    counter.type("10")
    assert counter.side.discount.outcome.text() == "¥300 → ¥270"
    counter.key(Qt.Key.Key_Return)
    assert counter.total() == "¥270"
    assert counter.cart.total_bar.off_label.text() == "割引 -¥30"

    counter.key(Qt.Key.Key_F3)
    counter.click(counter.side.discount.remove_button)
    assert counter.total() == "¥300"


def test_a_discount_in_yen_never_exceeds_the_price(counter: Counter) -> None:
    counter.see(seen(SALT, LEFT))
    counter.qtbot.mouseClick(counter.row(SALT), Qt.MouseButton.LeftButton)
    counter.click(counter.cart.lines.tools.discount_button)
    counter.key(Qt.Key.Key_F6)

    counter.type("141")
    button = counter.side.discount.give_button
    assert (button.isEnabled(), button.hint.text()) == (False, "代金より多い割引です")
    counter.key(Qt.Key.Key_Backspace)
    counter.key(Qt.Key.Key_Return)

    assert counter.row(SALT).amount.text() == "126"
    assert "¥14 -¥14" in counter.words()


def test_one_piece_is_eaten_here_and_the_rest_goes(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(MELONPAN, RIGHT))
    counter.qtbot.mouseClick(counter.row(MELONPAN), Qt.MouseButton.LeftButton)

    counter.click(counter.cart.lines.tools.place_button)

    assert "店内 1 ・ 1個 ¥160" in counter.words()
    assert [tax.rate_bp for tax in counter.view.bill.taxes] == [800, 1000]


def test_note_and_customers_go_with_the_sale(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    open_more(counter, Qt.Key.Key_1)
    counter.type("のし付き")
    counter.click(counter.side.notes.stepper.more_button)
    counter.key(Qt.Key.Key_Return)
    assert counter.cart.total_bar.off_label.text() == "2名 ・ メモあり"

    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[0])

    (sale,) = counter.till.sales.sold
    assert (sale.note, sale.customers) == ("のし付き", 2)


def test_a_sale_is_found_by_its_number_and_voided(counter: Counter) -> None:
    sell(counter)
    open_more(counter, Qt.Key.Key_3)
    counter.type("1")
    counter.key(Qt.Key.Key_Return)
    past = counter.panels.past
    assert past.head.title.text() == "No.000001  ¥300"
    assert not past.void_button.isEnabled()

    counter.click(past.reason.buttons[0])
    counter.click(past.void_button)

    void = counter.till.sales.sold[-1]
    assert (void.kind, void.total, void.reason) == (SaleKind.VOID, Money(-300), "打ち間違い")
    assert "取消伝票" in past.slip.paper.text()
    assert past.slip.isVisible()

    counter.panels.show_sales()
    rows = counter.panels.sales.rows
    assert [rows[n].face.text() for n in (2, 1)] == [
        "No.000002  取消  -¥300",
        "No.000001  取消済み  ¥300",
    ]


def sell_by_card(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.key(Qt.Key.Key_Return)
    counter.key(Qt.Key.Key_F6)
    counter.key(Qt.Key.Key_F2)
    counter.key(Qt.Key.Key_Return)
    counter.take_away()


def test_one_piece_is_refunded_in_cash(counter: Counter) -> None:
    sell_by_card(counter)
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])
    past = counter.panels.past
    counter.click(past.steppers[1].more_button)
    counter.click(past.steppers[1].more_button)
    counter.click(past.pay_back.buttons[1])
    assert past.refund_button.hint.text() == "理由を入力してください"
    counter.click(past.reason.buttons[1])
    words = past.refund_button.face.text(), past.refund_button.hint.text()
    assert words == ("1点を返金", "¥140 ・ Enter")
    counter.key(Qt.Key.Key_Return)

    refund = counter.till.sales.sold[-1]
    assert (refund.kind, refund.total, refund.cash) == (
        SaleKind.REFUND,
        Money(-140),
        Money(-140),
    )
    assert "返還請求書" in past.slip.paper.text()


def test_a_slip_gives_the_reason_in_its_own_language(make_counter: MakeCounter) -> None:
    counter = make_counter(language="en")
    sell(counter)
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])
    past = counter.panels.past
    counter.click(past.reason.buttons[1])
    assert past.reason.field.text() == "Quality"
    counter.click(past.void_button)
    assert "理由：品質" in past.slip.paper.text()


def test_a_receipt_says_what_was_taken_back_of_it(counter: Counter) -> None:
    sell(counter)
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])
    past = counter.panels.past
    assert not past.state.isVisible()
    counter.click(past.steppers[0].more_button)
    counter.click(past.reason.buttons[1])
    counter.click(past.refund_button)
    counter.key(Qt.Key.Key_Escape)
    counter.click(counter.panels.sales.rows[1])
    assert past.state.text() == "一部返金済み：No.000002"
    assert "一部返金済み" in counter.panels.sales.rows[1].face.text()
    assert past.formal_button.isVisible()
    counter.click(past.steppers[1].more_button)
    counter.click(past.reason.buttons[1])
    counter.click(past.refund_button)
    counter.key(Qt.Key.Key_Escape)
    counter.click(counter.panels.sales.rows[1])
    assert past.state.text() == "返金済み：No.000002  No.000003"
    assert not past.formal_button.isVisible(), "nothing is left to be receipted"


def test_how_to_pay_back_is_not_asked_where_all_was_cash(counter: Counter) -> None:
    sell(counter)
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])

    past = counter.panels.past
    assert past.refund_button.isVisible()
    assert not past.pay_back.isVisible()
    assert past.void_button.hint.text() == "理由が必要"


def test_past_sales_are_told_in_the_language_of_the_screen(counter: Counter) -> None:
    sell(counter)
    counter.panels.show_sales()
    row = counter.panels.sales.rows[1]
    assert "メロンパン ほか1点" in row.hint.text()

    counter.click(counter.window.header.language_button)
    sales = counter.panels.sales
    counter.qtbot.waitUntil(lambda: "Melon bread and 1 more" in sales.rows[1].hint.text())
    counter.click(sales.rows[1])
    assert {"Melon bread", "Salt roll"} <= set(counter.words())
    assert "¥160 ・ takeout ・ 1 left" in counter.words()

    counter.click(counter.window.header.language_button)
    counter.qtbot.waitUntil(lambda: {"メロンパン", "塩パン"} <= set(counter.words()))


def test_a_bread_renamed_since_keeps_the_name_on_its_receipt(counter: Counter) -> None:
    sell(counter)
    counter.till.products.put(replace(MELONPAN, name="王様メロンパン", name_en="King melon"))
    counter.controller.reload_products()
    counter.click(counter.window.header.language_button)

    counter.panels.show_sales()

    assert "メロンパン and 1 more" in counter.panels.sales.rows[1].hint.text()


def test_receipts_are_found_by_item_and_by_amount(counter: Counter) -> None:
    sell(counter)
    counter.see(seen(CURRY, LEFT))
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[0])
    counter.key(Qt.Key.Key_Return)
    sales = counter.panels.sales
    counter.panels.show_sales()
    assert list(sales.rows) == [2, 1]

    counter.key(Qt.Key.Key_F6)
    sales.field.setText("カレー")
    assert list(sales.rows) == [2]
    counter.key(Qt.Key.Key_F7)
    sales.field.setText("300")
    assert list(sales.rows) == [1]
    sales.field.setText("301")
    assert sales.rows == {}
    assert "レシートが見つかりません。" in counter.words()


def test_a_receipt_printed_again_says_so(counter: Counter) -> None:
    sell(counter)
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])
    counter.click(counter.panels.past.reprint_button)

    assert "【再発行】" in counter.till.papers.made["000001-1"].text
    assert counter.banner_text() == "発行しました。papers/000001-1.pdf"


def test_a_receipt_is_made_out_to_somebody_and_the_second_one_is_marked(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[0])
    counter.key(Qt.Key.Key_F6)
    counter.type("山田商店")
    counter.key(Qt.Key.Key_Return)
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])
    counter.click(counter.panels.past.formal_button)
    counter.key(Qt.Key.Key_Return)

    first, second = counter.till.papers.made.values()
    assert "山田商店 様" in first.text
    assert "¥160-" in first.text
    assert "再発行" not in first.text
    assert "再発行" in second.text


def test_a_float_that_is_missing_is_entered_from_the_banner(counter: Counter) -> None:
    counter.page.tell_opening([OpeningNote.FLOAT_MISSING])
    assert "釣銭準備金" in counter.banner_text()
    counter.click(counter.banner.buttons[0])
    counter.type("30000")
    counter.key(Qt.Key.Key_Return)
    assert [m.kind for m in counter.till.days.moved] == [MovementKind.FLOAT]
    assert "入力されていません" not in counter.banner_text()


def test_the_float_is_put_in_and_the_drawer_is_not_opened_without_a_reason(
    counter: Counter,
) -> None:
    open_more(counter, Qt.Key.Key_4)
    drawer = counter.panels.drawer
    counter.type("30000")
    counter.key(Qt.Key.Key_Return)

    counter.panels.show_drawer()
    counter.key(Qt.Key.Key_F8)
    assert drawer.done_button.hint.text() == "理由を入力してください"
    counter.click(drawer.reason.buttons[2])
    counter.click(drawer.done_button)

    assert [(m.kind, m.amount.minor, m.reason) for m in counter.till.days.moved] == [
        (MovementKind.FLOAT, 30_000, ""),
        (MovementKind.OPENED, 0, "確認"),
    ]


def close_day(counter: Counter) -> None:
    open_more(counter, Qt.Key.Key_5)
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.panels.close.form.reason.buttons[0])
    counter.click(counter.panels.close.next_button)


def test_the_day_is_closed_once_and_says_what_is_short(counter: Counter) -> None:
    sell(counter)
    open_more(counter, Qt.Key.Key_5)
    close = counter.panels.close
    assert "点検（X）" in close.slip.paper.text()
    counter.key(Qt.Key.Key_Return)
    assert close.next_button.hint.text() == "数え直すか理由を入力"
    counter.type("0")
    counter.key(Qt.Key.Key_Tab)
    counter.type("0")
    assert [close.form.fields[yen].text() for yen in (10_000, 5_000, 2_000)] == ["0", "0", ""]
    close.form.fields[100].setText("3")
    assert [label.text() for label, _ in close.form.sums][2] == "過不足なし"
    counter.click(close.next_button)

    assert "精算（Z） No.0001" in close.slip.paper.text()
    assert counter.till.days.filed[0].figures.net == Money(300)


def test_x_and_z_are_printed_as_they_are_on_the_screen(counter: Counter) -> None:
    sell(counter)
    open_more(counter, Qt.Key.Key_5)
    close = counter.panels.close
    on_screen = close.slip.paper.text()
    counter.key(Qt.Key.Key_F5)
    (x,) = counter.till.papers.made.values()
    assert x.text == on_screen

    counter.key(Qt.Key.Key_Return)
    assert not close.print_button.isVisible()
    close.form.fields[100].setText("3")
    counter.click(close.next_button)
    counter.key(Qt.Key.Key_F5)
    z = counter.till.papers.made["z-0001"]
    assert "精算（Z） No.0001" in z.text
    assert counter.banner_text() == "発行しました。papers/z-0001.pdf"


def test_a_day_with_an_open_cart_is_not_closed_and_the_cart_stays(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    open_more(counter, Qt.Key.Key_5)
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.panels.close.next_button)

    assert counter.banner_text().startswith("会計していないカートがあります。")
    assert counter.till.days.filed == []
    assert counter.view.cart.count == 1


def test_what_the_disk_refuses_is_tried_again_from_the_banner(counter: Counter) -> None:
    sell(counter)
    counter.till.days.refusal = DiskFull("Z report")
    close_day(counter)
    assert counter.banner_text().startswith("ディスクがいっぱいで保存できません。")

    counter.till.days.refusal = None
    counter.click(counter.banner.buttons[0])

    assert len(counter.till.days.filed) == 1
    assert counter.banner_text() == ""


def test_what_a_manager_must_allow_is_tried_again_as_it_was(counter: Counter) -> None:
    sell(counter)
    counter.till.sales.refusal = ApprovalNeeded("void")
    counter.panels.show_sales()
    counter.click(counter.panels.sales.rows[1])
    counter.click(counter.panels.past.reason.buttons[0])
    counter.click(counter.panels.past.void_button)
    assert counter.banner_text().startswith("店長の許可が必要です。")

    counter.till.sales.refusal = None
    counter.click(counter.banner.buttons[0])

    assert counter.till.sales.sold[-1].kind is SaleKind.VOID


def all_words_fit(counter: Counter) -> bool:
    return counter.cut_words() == []


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 720)])
def test_no_words_are_cut_and_no_target_is_small(
    make_counter: MakeCounter, language: str, size: tuple[int, int]
) -> None:
    counter = make_counter(language=language, size=size)
    sell(counter)
    counter.see(seen(MELONPAN, LEFT))
    panels = counter.panels
    for show in (
        partial(counter.click, counter.cart.discount_button),
        counter.side.show_cart,
        partial(counter.click, counter.cart.more_button),
        partial(counter.click, counter.side.more.notes_button),
        panels.show_sales,
        partial(panels.sales.chosen.emit, 1),
        panels.show_drawer,
        panels.show_close,
        panels.close.next_button.click,
        counter.side.show_cart,
        counter.controller.begin_payment,
    ):
        show()
        counter.qtbot.waitUntil(partial(all_words_fit, counter))
        assert counter.small_targets() == []


def test_a_cart_of_500_lines_is_shown_and_paid(make_counter: MakeCounter) -> None:
    many = [bread(f"p{n}", f"パン{n}", 100) for n in range(500)]
    counter = make_counter(Till(many))
    for product in many:
        counter.controller.add(product.product_id)
    assert counter.total() == "¥50,000"
    counter.key(Qt.Key.Key_Return)
    counter.click(counter.side.payment.quick_buttons[0])
    assert len(counter.till.sales.sold[0].lines) == 500
