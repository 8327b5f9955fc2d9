"""A tray that was sold, looked at again from its receipt."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from breadpos.application.replay import Replay
from breadpos.domain.errors import BreadposError, SaleNotFound, StorageError
from breadpos.domain.money import ZERO
from breadpos.domain.product import Product
from breadpos.domain.receipt import Issuer
from breadpos.domain.recognition import Status
from breadpos.domain.tray_record import RecordedItem, TrayRecord, Word
from breadpos.ui.replay_panels import ReplayPanels
from breadpos.ui.shop_front import ShopFront
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, MELONPAN, PRODUCTS, SALT, SIZE, TOKYO, Till, seen
from tests.ui.test_till_panels import open_more, sell

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def item(read: Product | None, charged: Product | None, status: Status, word: Word) -> RecordedItem:
    detection = seen(read, (300.0, 400.0), SALT, status=status)
    return RecordedItem(
        detection=detection,
        read_as=None if read is None else read.product_id,
        charged_as=None if charged is None else charged.product_id,
        word=word,
        charged_price=ZERO if charged is None else charged.price,
    )


class FakeReplays:
    """Trays of a till in memory."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.record: TrayRecord | None = TrayRecord(
            receipt=1,
            at=NOW,
            size=SIZE,
            model="20261101-1",
            cashier="佐藤",
            picture="ab",
            items=(
                item(MELONPAN, MELONPAN, Status.SURE, Word.NONE),
                item(MELONPAN, CURRY, Status.UNSURE, Word.NAMED),
                item(None, None, Status.UNKNOWN, Word.DISMISSED),
                item(SALT, SALT, Status.UNSURE, Word.NAMED),
            ),
        )
        self.picture: Path | None = None
        self.refusal: BreadposError | None = None

    def of(self, number: int) -> Replay:
        if self.refusal is not None:
            raise self.refusal
        sale = self.till.sales.get(number)
        if sale is None:
            raise SaleNotFound(number)
        products: Mapping[str, Product] = {each.product_id: each for each in PRODUCTS}
        return Replay(
            sale=replace(sale, cashier="佐藤"),
            record=self.record,
            picture=self.picture,
            products=products,  # type: ignore[arg-type]  # its keys are product ids
            days=30,
        )


class Dispute:
    """Somebody who has come back with a receipt."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.qtbot = counter, counter.qtbot
        self.replays = FakeReplays(counter.till)
        front = ShopFront(issuer=Issuer("こむぎ堂"), zone=TOKYO)
        past = counter.panels.past
        self.panels = ReplayPanels(counter.page, past, self.replays, front)
        sell(counter)

    def open(self) -> None:
        open_more(self.counter, Qt.Key.Key_3)
        self.counter.click(next(iter(self.counter.panels.sales.rows.values())))
        self.counter.key(Qt.Key.Key_F11)

    def wait(self) -> None:
        self.qtbot.waitUntil(self.panels.panel.isVisible)
        self.qtbot.waitUntil(self.panels.picture.isVisible)


@pytest.fixture
def dispute(counter: Counter) -> Dispute:
    return Dispute(counter)


def test_the_tray_is_shown_with_its_outlines_and_what_was_said(
    dispute: Dispute, tmp_path: Path
) -> None:
    picture = tmp_path / "t.jpg"
    image = QImage(SIZE[0], SIZE[1], QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    image.save(str(picture))
    dispute.replays.picture = picture
    dispute.open()
    dispute.wait()

    words = " ".join(dispute.counter.words())
    for said in (
        "1  メロンパン",
        "✓ 自動: メロンパン 90.0%",
        "2  カレーパン",
        "佐藤が訂正しました",
        "佐藤が外しました",
        "佐藤が確認しました",
        "認識 20261101-1",
    ):
        assert said in words
    shown = dispute.panels.picture
    assert shown.geometry() == dispute.counter.tray.rect()
    assert [mark.item_id for mark in shown.marks] == [1, 2, 3, 4]
    assert [mark.closed for mark in shown.marks] == [False, False, True, False]
    assert not shown.note.isVisible()


def test_the_way_back_leads_to_the_receipt_and_to_the_live_picture(dispute: Dispute) -> None:
    dispute.open()
    dispute.wait()
    dispute.counter.key(Qt.Key.Key_Escape)
    assert dispute.counter.panels.past.isVisible()
    assert not dispute.panels.picture.isVisible()


def test_a_picture_whose_days_are_over_says_so_and_leaves_its_outlines(dispute: Dispute) -> None:
    dispute.open()
    dispute.wait()
    assert "写真の保存は30日間です。この写真は削除されました。" in dispute.counter.words()
    assert dispute.panels.picture.marks


def test_a_receipt_entered_by_hand_says_so(dispute: Dispute) -> None:
    dispute.replays.record = None
    dispute.open()
    dispute.wait()
    assert "このレシートはすべて手入力です。" in dispute.counter.words()
    assert dispute.panels.picture.marks == ()


def test_a_refusal_is_told_and_can_be_tried_again(dispute: Dispute) -> None:
    dispute.replays.refusal = StorageError("trays not read")
    dispute.open()
    dispute.qtbot.waitUntil(lambda: bool(dispute.counter.banner_text()))
    dispute.replays.refusal = None
    dispute.counter.click(dispute.counter.banner.buttons[0])
    dispute.wait()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_is_cut(make_counter: MakeCounter, language: str) -> None:
    dispute = Dispute(make_counter(language=language))
    dispute.open()
    dispute.wait()
    dispute.qtbot.waitUntil(lambda: dispute.counter.cut_words() == [])  # once laid out
    assert dispute.counter.small_targets() == []
