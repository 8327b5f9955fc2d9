import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from breadpos.domain.errors import DiskFull, StorageError
from breadpos.domain.money import Money
from breadpos.domain.tender import TenderKind
from breadpos.ui.quick_amounts import quick_amounts
from breadpos.ui.screen_fit import LEAST_PX
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, MELONPAN, SALT, Till, seen, unknown

LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)


def ready_to_pay(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    counter.key(Qt.Key.Key_Return)
    assert counter.side.payment.isVisible()


def test_two_taps_lead_from_tray_to_paid(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))

    counter.click(counter.pay_button)
    counter.click(counter.side.payment.quick_buttons[1])

    (sale,) = counter.till.sales.sold
    assert (sale.total.minor, sale.payments[0].tendered.minor) == (300, 1000)
    assert counter.side.receipt.change_label.text() == "¥700"
    assert "お会計済み ・ レシート No.000001" in counter.words()


def test_the_amount_due_is_shown_and_quick_amounts_say_their_change(counter: Counter) -> None:
    ready_to_pay(counter)

    panel = counter.side.payment
    assert panel.due_label.text() == "¥300"
    assert [(b.face.text(), b.hint.text()) for b in panel.quick_buttons] == [
        ("¥300", "ちょうど"),
        ("¥1,000", "お釣り ¥700"),
        ("¥5,000", "お釣り ¥4,700"),
        ("¥10,000", "お釣り ¥9,700"),
    ]


def test_quick_amounts_are_each_offered_once() -> None:
    assert quick_amounts(Money(5000)) == (Money(5000), Money(10000))
    assert quick_amounts(Money(12_340)) == tuple(map(Money, (12_340, 13_000, 15_000, 20_000)))


def test_too_little_pays_a_part_and_the_rest_stays_due(counter: Counter) -> None:
    ready_to_pay(counter)
    panel = counter.side.payment
    assert not panel.confirm_button.isEnabled()

    counter.type("250")
    assert (panel.confirm_button.face.text(), panel.confirm_button.hint.text()) == (
        "一部を受け取る",
        "残り ¥50",
    )
    counter.key(Qt.Key.Key_Return)

    assert counter.till.sales.sold == []
    assert (panel.due_caption.text(), panel.due_label.text()) == ("残り", "¥50")
    assert panel.undo_button.face.text() == "現金 ¥250"
    counter.click(panel.undo_button)
    assert panel.due_label.text() == "¥300"


def test_card_and_cash_together_pay_one_sale(counter: Counter) -> None:
    ready_to_pay(counter)
    panel = counter.side.payment

    counter.key(Qt.Key.Key_F6)
    counter.type("120")
    counter.click(panel.confirm_button)
    counter.click(panel.quick_buttons[1])

    (sale,) = counter.till.sales.sold
    assert [(p.kind, p.amount.minor, p.change.minor) for p in sale.payments] == [
        (TenderKind.CARD, 120, 0),
        (TenderKind.CASH, 180, 820),
    ]
    assert counter.side.receipt.change_label.text() == "¥820"


@pytest.mark.parametrize("kind", [k for k in TenderKind if k is not TenderKind.ON_ACCOUNT])
def test_every_tender_pays_exactly_with_one_tap(counter: Counter, kind: TenderKind) -> None:
    ready_to_pay(counter)

    counter.click(counter.side.payment.tender_row.buttons[kind])
    counter.click(counter.side.payment.quick_buttons[0])

    (sale,) = counter.till.sales.sold
    assert [(p.kind, p.amount.minor) for p in sale.payments] == [(kind, 300)]


def test_a_sale_on_account_asks_for_the_customers_name(counter: Counter) -> None:
    ready_to_pay(counter)
    panel = counter.side.payment

    counter.key(Qt.Key.Key_F11)
    assert not panel.quick_buttons[0].isEnabled()
    assert panel.confirm_button.hint.text() == "お客様名を入力してください"
    counter.type("山田商店")
    counter.click(panel.quick_buttons[0])

    (sale,) = counter.till.sales.sold
    assert (sale.payments[0].kind, sale.payments[0].note) == (TenderKind.ON_ACCOUNT, "山田商店")


def test_a_card_is_never_charged_more_than_is_due(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.key(Qt.Key.Key_F6)

    counter.type("301")

    assert counter.side.payment.confirm_button.hint.text() == "お会計より多い金額です"
    counter.key(Qt.Key.Key_Return)
    assert counter.till.sales.sold == []


def test_a_voucher_of_more_says_that_nothing_is_given_back(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.key(Qt.Key.Key_F9)

    button = counter.side.payment.quick_buttons[1]
    assert (button.face.text(), button.hint.text()) == ("¥500", "お釣りなし")
    counter.click(button)

    (sale,) = counter.till.sales.sold
    assert (sale.payments[0].forfeited.minor, sale.change.minor) == (200, 0)


def test_a_sale_by_keys_alone(counter: Counter) -> None:
    ready_to_pay(counter)

    counter.type("51")
    counter.key(Qt.Key.Key_Backspace)
    counter.type("00")
    assert counter.side.payment.confirm_button.face.text() == "お釣り ¥200"
    counter.key(Qt.Key.Key_Return)

    assert counter.side.receipt.change_label.text() == "¥200"
    counter.key(Qt.Key.Key_Return)
    assert counter.cart.isVisible()
    assert counter.rows() == {}


def test_the_keypad_is_as_good_as_the_keyboard(counter: Counter) -> None:
    ready_to_pay(counter)

    for key in ("3", "00"):
        counter.click(counter.side.payment.keypad.keys[key])
    counter.click(counter.side.payment.confirm_button)

    assert counter.till.sales.sold[0].change == Money(0)


def test_enter_on_an_empty_amount_sells_nothing(counter: Counter) -> None:
    ready_to_pay(counter)

    counter.key(Qt.Key.Key_Return)

    assert counter.till.sales.sold == []
    assert counter.side.payment.isVisible()


def test_cash_with_a_digit_too_many_is_asked_about_once(counter: Counter) -> None:
    ready_to_pay(counter)
    button = counter.side.payment.confirm_button
    counter.type("100000")
    counter.key(Qt.Key.Key_Return)
    assert counter.till.sales.sold == []
    assert (button.face.text(), button.hint.text()) == (
        "本当に¥100,000？",
        "もう一度押す",
    )
    counter.key(Qt.Key.Key_Backspace)
    assert button.face.text() == "お釣り ¥9,700"
    counter.type("0")
    counter.key(Qt.Key.Key_Return)
    assert counter.till.sales.sold == []
    counter.key(Qt.Key.Key_Return)
    assert [sale.payments[0].tendered.minor for sale in counter.till.sales.sold] == [100_000]


def test_escape_goes_back_to_the_cart(counter: Counter) -> None:
    ready_to_pay(counter)

    counter.key(Qt.Key.Key_Escape)

    assert counter.cart.isVisible()
    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}


def test_what_was_typed_for_one_payment_is_not_there_for_the_next(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.type("9")
    counter.key(Qt.Key.Key_Escape)

    counter.key(Qt.Key.Key_F12)

    assert counter.side.payment.tender_label.text() == "―"


def test_the_tray_may_leave_while_the_customer_pays(counter: Counter) -> None:
    ready_to_pay(counter)

    counter.take_away()
    counter.click(counter.side.payment.quick_buttons[0])

    assert counter.till.sales.sold[0].count == 2


def test_a_full_disk_is_said_the_cart_stays_and_paying_again_works(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.till.sales.refusal = DiskFull("sale")

    counter.click(counter.side.payment.quick_buttons[1])

    assert counter.banner_text().startswith("ディスクがいっぱいで保存できません。")
    assert counter.side.payment.isVisible()
    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}

    counter.till.sales.refusal = None
    counter.click(counter.banner.buttons[0])

    assert counter.side.receipt.change_label.text() == "¥700"
    assert counter.banner_text() == ""


def test_a_refusal_is_forgotten_once_another_try_succeeds(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.till.sales.refusal = StorageError("locked")
    counter.click(counter.side.payment.quick_buttons[1])
    assert counter.banner_text().startswith("保存できませんでした。")

    counter.till.sales.refusal = None
    counter.click(counter.side.payment.quick_buttons[0])

    assert len(counter.till.sales.sold) == 1
    assert counter.banner_text() == ""


def test_the_receipt_stays_until_the_next_tray_has_settled(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.click(counter.side.payment.quick_buttons[0])

    counter.take_away()
    assert counter.side.receipt.isVisible()
    counter.see(seen(CURRY, LEFT))

    assert counter.cart.isVisible()
    assert counter.rows() == {"カレーパン※": "1"}


def test_the_receipt_goes_for_a_tray_of_unknown_things_too(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.click(counter.side.payment.quick_buttons[0])
    counter.take_away()

    counter.see(unknown(LEFT))

    assert counter.cart.isVisible()
    assert counter.is_asking()


def test_a_paid_tray_is_muted_and_not_charged_again(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.click(counter.side.payment.quick_buttons[0])
    counter.key(Qt.Key.Key_Return)

    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))

    assert counter.rows() == {}
    assert counter.tray.camera.pill.text() == "お会計済み"
    assert all(mark.closed for mark in counter.tray.camera.marks())


def test_what_is_laid_on_a_paid_tray_is_said_and_can_be_charged(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.click(counter.side.payment.quick_buttons[0])
    counter.key(Qt.Key.Key_Return)

    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT), seen(CURRY, (640.0, 700.0)))
    assert counter.banner_text() == "処理済みのトレーに商品が増えました。＋カレーパン"
    counter.click(counter.banner.buttons[0])

    assert counter.rows() == {"カレーパン※": "1"}
    assert counter.banner_text() == ""


def test_a_paid_tray_can_be_read_again(counter: Counter) -> None:
    ready_to_pay(counter)
    counter.click(counter.side.payment.quick_buttons[0])
    counter.key(Qt.Key.Key_Return)

    counter.click(counter.tray.camera.read_again_button)
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))

    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}


def test_one_key_changes_takeout_to_eating_in_while_it_is_paid(counter: Counter) -> None:
    ready_to_pay(counter)
    panel = counter.side.payment
    counter.type("500")

    counter.key(Qt.Key.Key_Slash)

    assert panel.isVisible()
    assert panel.due_caption.text() == "合計 ・ 店内"
    assert panel.place_button.face.text() == "持ち帰り"
    assert panel.tender_label.text() == "¥500"
    counter.key(Qt.Key.Key_Return)
    (sale,) = counter.till.sales.sold
    assert [tax.rate_bp for tax in sale.taxes] == [1000]


def test_what_was_taken_already_is_undone_before_the_place_is_changed(counter: Counter) -> None:
    ready_to_pay(counter)
    panel = counter.side.payment
    counter.type("100")
    counter.key(Qt.Key.Key_Return)
    assert not panel.place_button.isVisible()

    counter.click(panel.undo_button)
    counter.click(panel.place_button)
    counter.click(panel.place_button)

    assert panel.due_caption.text() == "合計 ・ 持ち帰り"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_on_the_lowest_screen_nothing_of_a_payment_is_cut(
    make_counter: MakeCounter, language: str
) -> None:
    counter = make_counter(Till(), language, LEAST_PX)
    ready_to_pay(counter)
    payment = counter.side.payment
    counter.type("50000")
    counter.key(Qt.Key.Key_Return)
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)

    counter.key(Qt.Key.Key_F11)

    def whole(key: QWidget) -> bool:
        return key.visibleRegion().boundingRect() == key.rect()

    counter.qtbot.waitUntil(lambda: all(map(whole, payment.keypad.keys.values())), timeout=2_000)
    assert counter.small_targets() == []
