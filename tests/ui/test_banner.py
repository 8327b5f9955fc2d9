from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from breadpos.application.opening import OpeningNote
from breadpos.domain import errors
from breadpos.domain.errors import (
    BreadposError,
    CameraLost,
    CameraMissing,
    CartNotPayable,
    ProductNotFound,
    RecogniserDamaged,
    RecogniserMissing,
    RecogniserTooNew,
)
from breadpos.domain.money import Money
from breadpos.ui.failures import has_own_words, message_for
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, Till, looks, seen

LEFT = (300.0, 400.0)


def kinds_of_failure(kind: type[BreadposError] = BreadposError) -> list[type[BreadposError]]:
    return [kind, *(found for sub in kind.__subclasses__() for found in kinds_of_failure(sub))]


def test_every_failure_is_worded() -> None:
    ours = [kind for kind in kinds_of_failure() if kind.__module__ == errors.__name__]
    assert len(ours) > 10
    assert [kind.__name__ for kind in ours if not has_own_words(kind)] == []


def test_a_new_kind_of_failure_is_worded_as_its_base() -> None:
    class CameraStolen(CameraLost):
        pass

    assert message_for(CameraStolen("0")) == message_for(CameraLost("0"))


def test_a_lost_camera_is_said_and_selling_by_hand_goes_on(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))

    counter.window.show_failure(CameraLost("0"))

    assert counter.banner_text() == "カメラが外れています。手入力で会計できます。"
    assert counter.banner.buttons[0].face.text() == "再接続"
    assert counter.window.header.chip_words.text() == "カメラなし"
    assert "カメラの映像がありません" in counter.words()
    counter.click(counter.row(MELONPAN).stepper.more_button)
    counter.click(counter.pay_button)
    counter.click(counter.side.payment.quick_buttons[0])
    assert counter.till.sales.sold[0].total == Money(320)


def test_no_camera_at_start_is_said_and_selling_by_hand_goes_on(counter: Counter) -> None:
    counter.window.show_failure(CameraMissing("0"))

    assert counter.banner_text().startswith("カメラが見つかりません。")
    counter.click(counter.cart.add_button)
    counter.tap_tile(MELONPAN)
    assert counter.pay_button.isEnabled()


def test_the_banner_asks_to_reconnect_the_camera(counter: Counter) -> None:
    counter.window.show_failure(CameraLost("0"))

    with counter.qtbot.waitSignal(counter.window.reconnect_camera_requested, timeout=1_000):
        counter.click(counter.banner.buttons[0])


def test_a_key_presses_the_banners_button(counter: Counter) -> None:
    counter.window.show_failure(CameraLost("0"))
    assert counter.banner.buttons[0].hint.text() == "Ctrl 1"

    with counter.qtbot.waitSignal(counter.window.reconnect_camera_requested, timeout=1_000):
        counter.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)


def test_a_picture_takes_the_camera_banner_away(counter: Counter) -> None:
    counter.window.show_failure(CameraLost("0"))

    counter.film()

    assert counter.banner_text() == ""
    assert counter.window.header.chip_words.text() == "カメラ良好"


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (RecogniserMissing(Path("models")), "まだパンを覚えていません。"),
        (RecogniserDamaged(Path("models"), "cut short"), "覚えたパンのデータが読めません。"),
        (RecogniserTooNew(Path("models"), 9, 1), "覚えたパンのデータが新しすぎます。"),
    ],
)
def test_without_recognition_selling_by_hand_goes_on(
    counter: Counter, error: BreadposError, title: str
) -> None:
    counter.film()

    counter.window.show_failure(error)

    assert counter.banner_text().startswith(title)
    assert "手入力で会計できます。" in counter.banner_text()
    assert not counter.tray.camera.no_picture.isVisible()
    counter.click(counter.cart.add_button)
    counter.tap_tile(MELONPAN)
    assert counter.pay_button.isEnabled()


def test_recognition_that_works_again_takes_its_banner_away(counter: Counter) -> None:
    counter.window.show_failure(RecogniserMissing(Path("models")))

    counter.hear(looks(seen(MELONPAN, LEFT)))

    assert counter.banner_text() == ""


def test_the_banner_asks_to_load_the_recogniser_again(counter: Counter) -> None:
    counter.window.show_failure(RecogniserMissing(Path("models")))

    with counter.qtbot.waitSignal(counter.window.reload_recogniser_requested, timeout=1_000):
        counter.click(counter.banner.buttons[0])


def test_of_two_failures_the_second_comes_when_the_first_is_mended(counter: Counter) -> None:
    counter.window.show_failure(RecogniserMissing(Path("models")))
    counter.window.show_failure(CameraLost("0"))
    assert counter.banner_text().startswith("カメラが外れています。")

    counter.film()

    assert counter.banner_text().startswith("まだパンを覚えていません。")


def test_a_product_gone_from_the_price_list_is_said(counter: Counter) -> None:
    counter.controller.add("no_such_bread")

    assert counter.banner_text().startswith("この商品は商品一覧にありません。")
    counter.click(counter.banner.buttons[0])
    assert counter.banner_text() == ""


def test_paying_what_cannot_be_paid_is_refused_in_words(counter: Counter) -> None:
    told: list[object] = []
    counter.controller.refused.connect(told.append)

    counter.controller.begin_payment()

    assert isinstance(told[0], CartNotPayable)
    assert counter.banner_text().startswith("まだ会計できません。")


def test_the_banner_takes_nothing_from_the_cart(counter: Counter) -> None:
    before = counter.side.geometry()

    counter.window.show_failure(CameraLost("0"))

    assert counter.banner.isVisible()
    assert counter.side.geometry() == before


def test_a_banner_is_worded_again_in_another_language(make_counter: MakeCounter) -> None:
    counter = make_counter(Till(), "ja")
    counter.window.show_failure(ProductNotFound("x"))

    counter.click(counter.window.header.language_button)

    counter.qtbot.waitUntil(
        lambda: counter.banner.title.text() == "This product is no longer on the price list."
    )


def test_what_is_to_be_known_before_the_first_sale_is_told_one_after_another(
    counter: Counter,
) -> None:
    counter.page.tell_opening(OpeningNote)
    told = []
    while counter.banner.isVisible():
        told.append(counter.banner.title.text())
        assert len(told) <= len(OpeningNote)
        counter.click([button for button in counter.banner.buttons if button.isVisible()][-1])
    assert told == [
        "時計が最後の会計より前を指しています。",
        "精算していない日があります。",
        "今日の釣銭準備金がまだ入力されていません。",
        "登録番号に誤りがあるかもしれません。",
    ]
