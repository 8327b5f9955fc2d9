from PySide6.QtCore import Qt

from breadpos.domain.money import Money
from breadpos.domain.recognition import Status
from breadpos.domain.tax import Place
from breadpos.domain.tender import Tender, TenderKind
from tests.ui.counter import Counter
from tests.ui.fakes import (
    CROISSANT,
    CURRY,
    KOSHI,
    MELONPAN,
    SALT,
    TSUBU,
    looks,
    moving,
    seen,
    unknown,
    unsure,
)

LEFT, MIDDLE, RIGHT = (300.0, 400.0), (640.0, 400.0), (980.0, 400.0)
BELOW = (640.0, 750.0)


def test_a_sure_tray_is_in_the_cart_and_can_be_paid(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(CROISSANT, MIDDLE), seen(MELONPAN, RIGHT))

    assert counter.rows() == {"メロンパン※": "2", "クロワッサン※": "1"}
    assert counter.total() == "¥536"
    assert counter.pay_button.isEnabled()
    assert not counter.is_asking()
    assert counter.tray.camera.pill.text() == "3点"


def test_every_item_has_its_label_beside_it_and_inside_the_picture(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(CROISSANT, MIDDLE), unknown(RIGHT))

    places = counter.tray.camera.label_places()
    area = counter.tray.camera.picture_area()
    assert len(places) == 3
    for place in places.values():
        assert area.contains(place.left, place.top)
        assert area.contains(place.right, place.bottom)


def test_an_unsure_item_is_asked_about_and_blocks_the_payment(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), unsure(MIDDLE, TSUBU, KOSHI))

    assert counter.is_asking()
    assert counter.tray.question.title.text() == "このパンは？"
    assert not counter.pay_button.isEnabled()
    assert counter.pay_button.hint.text() == "確認が1点残っています"
    assert counter.tray.camera.pill.text() == "2点 ・ 1点だけ確認してください"
    assert counter.rows() == {"メロンパン※": "1", "？ つぶあんぱん※": "1"}


def test_a_number_key_answers_the_question(counter: Counter) -> None:
    counter.see(unsure(MIDDLE, TSUBU, KOSHI))

    counter.key(Qt.Key.Key_2)

    assert counter.rows() == {"こしあんぱん※": "1"}
    assert not counter.is_asking()
    assert counter.pay_button.isEnabled()


def test_a_tap_on_a_candidate_answers_the_question(counter: Counter) -> None:
    counter.see(unsure(MIDDLE, TSUBU, KOSHI))

    counter.click(counter.tray.question.candidate_buttons[0])

    assert counter.rows() == {"つぶあんぱん※": "1"}
    assert counter.pay_button.isEnabled()


def test_questions_come_one_after_the_other(counter: Counter) -> None:
    counter.see(unsure(LEFT, TSUBU, KOSHI), unsure(RIGHT, CURRY, SALT))
    assert counter.tray.question.count.text() == "あと2点"

    counter.key(Qt.Key.Key_1)
    assert counter.tray.question.candidate_buttons[0].name.text() == "カレーパン"
    counter.key(Qt.Key.Key_1)

    assert counter.pay_button.isEnabled()


def test_items_with_the_same_choice_are_one_question_and_one_tap_names_them_all(
    counter: Counter,
) -> None:
    counter.see(unsure(LEFT, TSUBU, KOSHI), unsure(MIDDLE, KOSHI, TSUBU), seen(CURRY, RIGHT))
    assert counter.tray.question.title.text() == "この2個のパンは？"
    assert not counter.tray.question.count.isVisible()
    assert [mark.asked for mark in counter.tray.camera.marks()] == [True, True, False]

    counter.click(counter.tray.question.candidate_buttons[1])

    assert counter.rows() == {"こしあんぱん※": "2", "カレーパン※": "1"}
    assert counter.pay_button.isEnabled()


def test_items_with_the_same_choice_can_be_named_one_by_one(counter: Counter) -> None:
    counter.see(unsure(LEFT, TSUBU, KOSHI), unsure(MIDDLE, TSUBU, KOSHI))

    counter.key(Qt.Key.Key_9)
    assert counter.tray.question.title.text() == "このパンは？"
    assert [mark.asked for mark in counter.tray.camera.marks()] == [True, False]
    counter.key(Qt.Key.Key_1)
    assert [mark.asked for mark in counter.tray.camera.marks()] == [False, True]
    counter.key(Qt.Key.Key_2)

    assert counter.rows() == {"つぶあんぱん※": "1", "こしあんぱん※": "1"}
    counter.take_away()
    counter.see(unsure(LEFT, TSUBU, KOSHI), unsure(MIDDLE, TSUBU, KOSHI))
    assert counter.tray.question.title.text() == "この2個のパンは？"


def test_of_two_equal_breads_the_tapped_one_is_marked_while_it_is_asked_about(
    counter: Counter,
) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(MELONPAN, RIGHT))
    before = counter.tray.camera.grab().toImage()

    counter.tap_item(RIGHT)
    assert [mark.asked for mark in counter.tray.camera.marks()] == [False, True]
    assert counter.tray.camera.grab().toImage() != before

    counter.key(Qt.Key.Key_Escape)
    assert [mark.asked for mark in counter.tray.camera.marks()] == [False, False]


def test_one_question_about_several_can_be_answered_with_another_product(counter: Counter) -> None:
    counter.see(unsure(LEFT, TSUBU, KOSHI), unsure(MIDDLE, TSUBU, KOSHI))

    counter.click(counter.tray.question.other_button)
    counter.tap_tile(CURRY)
    assert counter.rows() == {"カレーパン※": "2"}

    counter.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counter.key(Qt.Key.Key_Delete)
    assert counter.rows() == {}


def test_an_item_that_sticks_out_of_the_picture_says_so_beside_it_and_on_its_question(
    counter: Counter,
) -> None:
    counter.see(seen(MELONPAN, LEFT, cut=True), unsure(MIDDLE, TSUBU, KOSHI))
    assert counter.tray.camera.marks()[0].text == "✓ メロンパン ¥160\nはみ出しています"
    assert not counter.tray.question.cut_note.isVisible()

    counter.tap_item(LEFT)

    assert counter.tray.question.cut_note.isVisible()
    assert counter.tray.question.cut_note.text() == "はみ出しています"


def test_the_question_does_not_cover_the_item_it_asks_about(counter: Counter) -> None:
    counter.see(unsure(BELOW, TSUBU, KOSHI))

    card, camera = counter.tray.question.geometry(), counter.tray.camera.geometry()
    assert not card.intersects(camera)


def test_an_unknown_item_blocks_the_payment_until_it_is_named(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), unknown(MIDDLE))
    assert not counter.pay_button.isEnabled()
    assert counter.total() == "¥160"

    counter.click(counter.tray.question.other_button)
    counter.type("かれー")
    counter.tap_tile(CURRY)

    assert counter.rows() == {"メロンパン※": "1", "カレーパン※": "1"}
    assert counter.pay_button.isEnabled()
    assert not counter.tray.grid.isVisible()


def test_an_unknown_item_can_be_dismissed_by_key(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), unknown(MIDDLE))

    counter.key(Qt.Key.Key_Delete)

    assert counter.rows() == {"メロンパン※": "1"}
    assert counter.pay_button.isEnabled()
    assert counter.tray.camera.pill.text() == "1点"


def test_a_sure_item_is_corrected_by_tapping_it(counter: Counter) -> None:
    counter.see(seen(TSUBU, LEFT), seen(MELONPAN, RIGHT))

    counter.tap_item(LEFT)
    assert counter.tray.question.title.text() == "このパンを変更"
    counter.click(counter.tray.question.other_button)
    counter.tap_tile(KOSHI)

    assert counter.rows() == {"メロンパン※": "1", "こしあんぱん※": "1"}


def test_a_tap_on_a_label_is_a_tap_on_its_item(counter: Counter) -> None:
    counter.see(seen(TSUBU, LEFT))
    (place,) = counter.tray.camera.label_places().values()
    area = counter.tray.camera.picture_area()
    scale = 1280 / area.width()

    counter.tap_item(((place.left + 5 - area.x()) * scale, (place.top + 5 - area.y()) * scale))

    assert counter.is_asking()


def test_escape_closes_what_a_tap_opened(counter: Counter) -> None:
    counter.see(seen(TSUBU, LEFT))
    counter.tap_item(LEFT)

    counter.key(Qt.Key.Key_Escape)

    assert not counter.is_asking()
    assert counter.rows() == {"つぶあんぱん※": "1"}


def test_a_correction_sticks_while_the_item_moves(counter: Counter) -> None:
    counter.see(unsure(LEFT, TSUBU, KOSHI))
    counter.key(Qt.Key.Key_2)

    counter.hear(moving())
    counter.see(unsure((340.0, 430.0), TSUBU, KOSHI))

    assert counter.rows() == {"こしあんぱん※": "1"}
    assert not counter.is_asking()


def test_undo_takes_the_answer_back(counter: Counter) -> None:
    counter.see(unsure(LEFT, TSUBU, KOSHI))
    counter.key(Qt.Key.Key_2)

    counter.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert counter.is_asking()
    assert counter.rows() == {"？ つぶあんぱん※": "1"}


def test_a_tray_that_changed_says_so_and_what(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(CROISSANT, RIGHT))
    counter.hear(moving())
    counter.see(seen(MELONPAN, LEFT), seen(SALT, MIDDLE))

    assert counter.banner_text() == "トレーが変わったので読み直しました。＋塩パン －クロワッサン"
    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}


def test_what_was_taken_off_the_tray_can_still_be_charged(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(CROISSANT, RIGHT))
    counter.see(seen(MELONPAN, LEFT))
    assert counter.total() == "¥160"

    counter.click(counter.banner.buttons[0])

    assert counter.total() == "¥376"
    assert counter.banner_text() == ""


def test_the_next_tray_starts_a_new_cart_and_keeps_the_old_one(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.take_away()
    counter.see(seen(CURRY, LEFT))

    assert counter.rows() == {"カレーパン※": "1"}
    assert counter.cart.held_button.face.text() == "保留中 1"
    assert counter.banner_text().startswith("前のカートを保留にしました。")


def test_f5_reads_the_tray_again(counter: Counter) -> None:
    counter.see(unknown(LEFT))
    counter.key(Qt.Key.Key_Delete)
    assert counter.rows() == {}

    counter.key(Qt.Key.Key_F5)
    counter.see(unknown(LEFT))

    assert counter.is_asking()


def test_a_moving_tray_says_that_it_is_being_read(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.hear(moving())

    assert counter.tray.camera.pill.text() == "読み取り中…"


def test_a_dismissed_item_can_be_named_after_all(counter: Counter) -> None:
    counter.see(unknown(LEFT))
    counter.key(Qt.Key.Key_Delete)

    counter.tap_item(LEFT)
    counter.click(counter.tray.question.other_button)
    counter.tap_tile(SALT)

    assert counter.rows() == {"塩パン※": "1"}


def test_looks_that_change_nothing_tell_the_widgets_nothing(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    told: list[object] = []
    counter.controller.view_changed.connect(told.append)

    counter.hear(looks(seen(MELONPAN, LEFT)))

    assert told == []


def test_eat_in_is_one_key_and_shows_its_tax(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    assert counter.cart.total_bar.tax_label.text() == "8%対象 ¥160（内税 ¥11）"

    counter.key(Qt.Key.Key_F4)

    assert counter.view.cart.place is Place.EAT_IN
    assert counter.cart.place_switch.eat_in_button.isChecked()
    assert counter.cart.total_bar.tax_label.text() == "10%対象 ¥160（内税 ¥14）"
    assert counter.rows() == {"メロンパン": "1"}

    counter.key(Qt.Key.Key_F4)
    assert counter.cart.place_switch.takeout_button.isChecked()


def test_status_is_told_by_sign_as_well_as_colour(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), unsure(MIDDLE, TSUBU), unknown(RIGHT))

    marks = counter.tray.camera.marks()
    assert [mark.text for mark in marks] == [
        "✓ メロンパン ¥160",
        "？ つぶあんぱん ¥180",
        "！ 名前を教えてください",
    ]
    assert [mark.status for mark in marks] == [Status.SURE, Status.UNSURE, Status.UNKNOWN]


def test_a_paid_tray_with_its_breads_elsewhere_can_be_charged_anew(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT), seen(CROISSANT, RIGHT))
    counter.controller.pay((Tender(TenderKind.CASH, Money(1_000)),))
    counter.hear(moving())
    counter.see(seen(CROISSANT, MIDDLE), seen(MELONPAN, BELOW))
    assert counter.rows() == {}
    assert counter.banner_text() == (
        "会計済みのトレーの並びが変わりました。同じパンの、次のお客さまですか？"
    )

    counter.click(counter.banner.buttons[0])

    assert counter.rows() == {"メロンパン※": "1", "クロワッサン※": "1"}
    assert counter.banner_text() == ""
