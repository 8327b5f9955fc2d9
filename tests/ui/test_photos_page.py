import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.photograph_next import Wanted, Why
from breadpos.application.teaching import Refusal, Shot
from breadpos.application.training_desk import Knob, ModelVersion, TrainingFacts
from breadpos.domain.errors import BreadposError, RecogniserDamaged
from breadpos.domain.product import Product, ProductId
from breadpos.domain.receipt import Issuer
from breadpos.ui.album_desk import AlbumDesk
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.photos_page import PhotosPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab
from breadpos.ui.training_card import TrainingCard
from breadpos.ui.training_process import TrainingProcess
from tests.ui.albums import NOON, FakePictures, MemoryAlbum, at_once, photo
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import (
    CROISSANT,
    KOSHI,
    MELONPAN,
    NEW,
    PRODUCTS,
    TOKYO,
    TSUBU,
    looks,
    moving,
    seen,
)

REPORT: dict[str, Any] = {
    "version": "v2",
    "verdict": "new",
    "old": {"accuracy": 0.9, "coverage": 0.7},
    "new": {"accuracy": 0.98, "coverage": 0.9},
    "changes": [
        {"product": "melonpan", "photos": 10, "old_right": 9, "new_right": 10, "worse": False},
        {"product": "croissant", "photos": 10, "old_right": 9, "new_right": 2, "worse": True},
    ],
}


class FakeDesk:
    def __init__(self) -> None:
        self.used: list[str] = []
        self.refusal: BreadposError | None = None
        self.verdict = "new"

    def facts(self) -> TrainingFacts:
        return TrainingFacts(
            photos=60,
            products=3,
            wanted=[
                Wanted(CROISSANT.product_id, Why.TOO_FEW, 2, 2.0),
                Wanted(TSUBU.product_id, Why.TAKEN_FOR, 12, 0.3, KOSHI.product_id),
                Wanted(ProductId("retired"), Why.FEW, 7, 0.1),
            ],
            estimate_s=120.0,
            versions=self.versions(),
        )

    def knobs(self) -> Sequence[Knob]:
        return [
            Knob(name="epochs", choices=(), default="10"),
            Knob(
                name="network", choices=("efficientnet_lite0", "mlp"), default="efficientnet_lite0"
            ),
            Knob(name="augment", choices=("yes", "no"), default="yes"),
        ]

    def versions(self) -> Sequence[ModelVersion]:
        made = datetime(2026, 11, 24, 20, 1, tzinfo=TOKYO)
        return [
            ModelVersion(name="v2", made_at=made, products=3, accuracy=0.98, in_use=False),
            ModelVersion(name="v1", made_at=None, products=3, accuracy=None, in_use=True),
        ]

    def report(self, version: str) -> Mapping[str, Any] | None:
        return REPORT | {"version": version, "verdict": self.verdict}

    def use(self, version: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.used.append(version)

    def sweep(self) -> None:
        pass


class Photos:
    """The page in the real window."""

    def __init__(self, counter: Counter, folder: Path) -> None:
        self.counter, self.folder = counter, folder
        self.desk = FakeDesk()
        self.preview = Mailbox[Frame]()
        front = ShopFront(issuer=Issuer("こむぎ堂"), zone=TOKYO)
        training = TrainingProcess(folder, folder / "training.jsonl")
        self.album = MemoryAlbum()
        opened = OpenAlbum(
            AlbumDesk(self.album, lambda: NOON, at_once),
            PhotoImages(FakePictures(), at_once),
            at_once,
            *(
                TrainingProcess(folder, folder / f"{name}.jsonl", ("photos", name))
                for name in ("check", "import", "export")
            ),
        )
        self.page = PhotosPage(self.preview, front, lambda: PRODUCTS, self.desk, training, opened)
        counter.window.pages.offer(Tab.PHOTOS, lambda: self.page)
        counter.window.let_look(self.page)
        self.page.left_photographed.connect(counter.controller.note_photographed)
        counter.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    @property
    def card(self) -> TrainingCard:
        return self.page.home.training


@pytest.fixture
def photos(counter: Counter, tmp_path: Path) -> Photos:
    return Photos(counter, tmp_path)


def shot(number: int, refusal: Refusal | None = None) -> Shot:
    picture = np.full((8, 8, 3), 90, np.uint8)
    square = ((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0))
    return Shot(square, refusal, number, 100.0, True, False, 1, picture)


def test_a_new_name_begins_photographing_it(photos: Photos) -> None:
    begun: list[Product] = []
    photos.page.teach.begin_requested.connect(begun.append)
    photos.page.home.name.setFocus()
    photos.counter.type("くるみ塩パン")
    photos.counter.key(Qt.Key.Key_Return)
    assert [product.name for product in begun] == ["くるみ塩パン"]
    assert photos.page.teach.card.head.title.text() == "くるみ塩パン"


def test_a_new_bread_under_a_name_that_another_had_once_is_a_new_one(photos: Photos) -> None:
    begun: list[Product] = []
    photos.page.teach.begin_requested.connect(begun.append)
    photos.page.home.name.setFocus()
    photos.counter.type(MELONPAN.product_id)  # as the melon bread was called when it was begun
    photos.counter.key(Qt.Key.Key_Return)
    assert begun[0].product_id != MELONPAN.product_id


def test_a_shop_without_breads_can_type_the_first_name_at_once(photos: Photos) -> None:
    photos.counter.window.open_counter()
    photos.page._products = list
    photos.counter.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    photos.counter.type("くるみ塩パン")
    assert photos.page.home.name.text() == "くるみ塩パン"


def test_the_breads_that_lack_photos_are_one_tap_away(photos: Photos) -> None:
    begun: list[Product] = []
    photos.page.teach.begin_requested.connect(begun.append)
    buttons = [button for button in photos.page.home.next.buttons if button.isVisible()]
    told = [(button.face.text(), button.hint.text()) for button in buttons]
    assert told == [("クロワッサン", "まだ2枚"), ("つぶあんぱん", "こしあんぱんと間違えやすい")]
    photos.counter.click(buttons[0])
    assert begun == [CROISSANT]


def test_what_is_photographed_is_not_charged(photos: Photos) -> None:
    asked: list[bool] = []
    photos.page.teach.shoot_requested.connect(lambda: asked.append(True))
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    photos.page.teach.show_filed(())
    photos.counter.window.show_recognition(looks(seen(MELONPAN, (300.0, 400.0))))
    assert asked == [True]
    assert photos.counter.view.cart.is_empty


def test_bread_that_lies_there_when_photographing_ends_is_nobodys_cart(photos: Photos) -> None:
    left = looks(seen(MELONPAN, (300.0, 400.0)))
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    photos.page.teach.leave()
    photos.counter.see(*left.detections)
    photos.counter.window.show_recognition(moving())
    assert photos.counter.view.cart.is_empty
    photos.counter.see()
    photos.counter.see(seen(CROISSANT, (300.0, 400.0)))
    assert [line.product for line in photos.counter.view.cart.lines] == [CROISSANT]


def test_at_the_register_it_is_read_at_once(photos: Photos) -> None:
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    photos.page.teach.leave()
    photos.counter.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    photos.counter.see(seen(MELONPAN, (300.0, 400.0)))
    assert not photos.counter.view.cart.is_empty


def test_photographed_bread_that_nobody_bought_is_not_put_on_hold(photos: Photos) -> None:
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    photos.page.teach.leave()
    photos.counter.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    photos.counter.see(seen(MELONPAN, (300.0, 400.0)))
    photos.counter.take_away()
    photos.counter.see(seen(CROISSANT, (300.0, 400.0)))
    assert photos.counter.rows() == {"クロワッサン※": "1"}
    assert not photos.counter.controller.held()
    assert photos.counter.banner_text() == ""


def test_a_tray_that_comes_after_the_photographed_bread_is_a_customers(photos: Photos) -> None:
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    photos.counter.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    photos.counter.take_away()
    photos.counter.see(seen(MELONPAN, (300.0, 400.0)))
    photos.counter.take_away()
    photos.counter.see(seen(CROISSANT, (300.0, 400.0)))
    assert len(photos.counter.controller.held()) == 1


def test_a_photo_that_was_taken_is_not_refused_a_moment_later(photos: Photos) -> None:
    teach = photos.page.teach
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    teach.show_filed(())
    photos.page.see(looks(seen(MELONPAN, (300.0, 400.0))))
    teach.show_shot([shot(1)])
    photos.page.see(looks(seen(MELONPAN, (302.0, 400.0))))
    teach.show_shot([shot(0, Refusal.DUPLICATE)])
    assert teach.view.labels() == ("1枚目 ✓",)
    assert teach.view.pill.text() == "1枚撮りました。次をどうぞ。"
    photos.counter.click(teach.shoot_button)
    teach.show_shot([shot(0, Refusal.DUPLICATE)])
    assert teach.view.pill.text() == teach.card.remedy(Refusal.DUPLICATE)


def test_nothing_is_outlined_where_the_bread_was_taken_away(photos: Photos) -> None:
    teach = photos.page.teach
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    teach.show_filed(())
    teach.show_shot([shot(1)])
    photos.page.see(moving())
    assert teach.view.labels()
    photos.page.see(looks())
    assert not teach.view.labels()
    assert teach.card.ring.count == 1


def test_a_bread_with_photos_enough_waits_for_nothing(photos: Photos) -> None:
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    teach = photos.page.teach
    teach.show_filed([shot(0)] * 9)
    assert teach.card.sell_button.isEnabled()
    teach.show_shot([shot(1)])
    assert teach.card.sell_button.hint.text() == "覚えています…"
    teach.show_taught(None)
    assert teach.card.sell_button.isEnabled()


def test_a_tray_that_lies_still_is_photographed_once(photos: Photos) -> None:
    asked: list[bool] = []
    photos.page.teach.shoot_requested.connect(lambda: asked.append(True))
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    photos.page.teach.show_filed(())
    recognition = looks(seen(MELONPAN, (300.0, 400.0)))
    for _ in range(3):
        photos.page.see(recognition)
        photos.page.teach.show_shot([shot(1)])
    assert len(asked) == 1
    photos.counter.click(photos.page.teach.shoot_button)
    assert len(asked) == 2


def test_after_five_photos_it_is_taught_and_can_be_priced_and_sold(photos: Photos) -> None:
    taught: list[str] = []
    priced: list[tuple[str, int]] = []
    teach = photos.page.teach
    teach.teach_requested.connect(taught.append)
    teach.priced.connect(lambda product, price: priced.append((product, price.minor)))
    photos.page.home.product_chosen.emit(NEW.product_id)
    teach.show_filed([shot(n) for n in range(1, 5)])
    assert teach.card.sell_button.hint.text() == "あと1枚"
    teach.show_shot([shot(5)])
    assert taught == [NEW.product_id]
    assert not teach.card.sell_button.isEnabled()
    teach.show_taught(object())
    photos.counter.click(teach.card.sell_button)
    photos.counter.type("200")
    photos.counter.key(Qt.Key.Key_Return)
    assert priced == [(NEW.product_id, 200)]
    assert photos.page.parts.currentWidget() is photos.page.home


@pytest.mark.parametrize("refusal", Refusal)
def test_a_refused_photo_says_why_and_what_to_do(photos: Photos, refusal: Refusal) -> None:
    teach = photos.page.teach
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    teach.show_filed([shot(1)])
    teach.show_shot([shot(0, refusal)])
    assert teach.card.reason(refusal) in teach.view.labels()[0]
    assert teach.view.pill.text() == teach.card.remedy(refusal)
    assert teach.card.ring.count == 1


def test_a_failure_is_said_and_the_photos_so_far_are_kept(photos: Photos) -> None:
    teach = photos.page.teach
    photos.page.home.product_chosen.emit(MELONPAN.product_id)
    teach.show_filed([shot(1), shot(2)])
    teach.show_failure(RecogniserDamaged(Path("x"), "is damaged"))
    assert teach.banner.isVisible()
    assert teach.card.ring.count == 2


def test_the_curves_and_the_time_that_is_left_are_shown(photos: Photos) -> None:
    photos.card.show_running()
    for done, seconds in ((0, 5.0), (50, 25.0)):
        photos.card.show_event({"event": "reading", "done": done, "of": 100, "elapsed_s": seconds})
    assert "100枚中50枚" in photos.card.step.text()
    for epoch, seconds in ((1, 75.0), (2, 105.0)):
        photos.card.show_event(
            {
                "event": "pass",
                "phase": "whole",
                "epoch": epoch,
                "of": 4,
                "training_loss": 1 / epoch,
                "held_out_loss": None,
                "training_accuracy": 0.5,
                "held_out_accuracy": 0.4,
                "elapsed_s": seconds,
            }
        )
    assert photos.card.curves.values["training_loss"] == [1.0, 0.5]
    assert "2回目" in photos.card.step.text()
    assert "残り約" in photos.card.step.text()
    assert 0 < photos.card.progress.value() < photos.card.progress.maximum()


def test_a_training_for_which_there_is_too_little_says_what_to_do(photos: Photos) -> None:
    photos.card.show_facts(3, 3, 25.0)
    assert not photos.card.start_button.isEnabled()
    assert "もっと写真を撮って" in photos.card.start_button.hint.text()
    photos.card.show_facts(6, 3, 25.0)
    assert photos.card.start_button.isEnabled()


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        ("DiskFull", "空きを作って"),
        ("NothingToTrain", "2種類以上のパンを"),
        ("DeviceMissing", "auto"),
        ("WeightsMissing", "詳しい設定"),
        ("RecogniserTooNew", "更新してください"),
    ],
)
def test_a_training_that_fails_says_in_the_language_of_the_screen_what_to_do(
    photos: Photos, failure: str, words: str
) -> None:
    said = {"event": "failed", "failure": failure, "message": "English for the log"}
    photos.page.training.ended.emit(said)
    told = photos.card.outcome.text()
    assert words in told
    assert "何も変わっていません" in told
    assert "English" not in told
    assert photos.card.start_button.isEnabled()
    assert photos.desk.used == []


def test_a_training_that_just_stopped_tells_its_last_words(photos: Photos) -> None:
    said = {"event": "failed", "failure": "SystemExit", "message": "breadpos: out of memory"}
    photos.page.training.ended.emit(said)
    assert "out of memory" in photos.card.outcome.text()


def test_a_training_that_was_cut_off_says_what_to_do(photos: Photos) -> None:
    photos.page.training.ended.emit({"event": "failed", "message": ""})
    assert "もう一度始めてください" in photos.card.outcome.text()


def test_photos_that_taught_nothing_are_counted_beside_the_comparison(photos: Photos) -> None:
    left_out = [{"photo": "ab.jpg", "products": ["melonpan"], "why": "is damaged"}] * 3
    photos.card.show_comparison(REPORT | {"left_out": left_out})
    assert "使えなかった写真 3枚" in photos.card.comparison.summary.text()


def test_the_better_model_is_used_with_one_tap(photos: Photos) -> None:
    changed: list[bool] = []
    photos.page.model_changed.connect(lambda: changed.append(True))
    photos.page.training.ended.emit({"event": "done", "version": "v2"})
    photos.counter.click(photos.card.comparison.choice_button)
    assert (photos.desk.used, changed) == (["v2"], [True])


def test_a_model_that_got_worse_is_not_offered(photos: Photos) -> None:
    photos.desk.verdict = "old"
    photos.page.training.ended.emit({"event": "done", "version": "v2"})
    assert "クロワッサン" in photos.card.comparison.verdict.text()
    photos.counter.click(photos.card.comparison.choice_button)
    assert photos.desk.used == []


def test_what_to_use_can_be_decided_later(photos: Photos) -> None:
    photos.page.training.ended.emit({"event": "done", "version": "v2"})
    photos.counter.key(Qt.Key.Key_Escape)
    assert photos.desk.used == []
    assert photos.card.start_button.isVisible()


def test_the_key_that_goes_back_does_not_end_a_training(photos: Photos) -> None:
    cancelled: list[bool] = []
    photos.card.cancel_requested.connect(lambda: cancelled.append(True))
    photos.card.show_running()
    photos.counter.key(Qt.Key.Key_F6)
    photos.counter.key(Qt.Key.Key_Escape)
    photos.counter.key(Qt.Key.Key_Escape)
    assert not cancelled
    photos.counter.key(Qt.Key.Key_F7)
    assert cancelled


def test_going_back_to_an_earlier_model_is_one_tap(photos: Photos) -> None:
    photos.counter.click(photos.card.versions_button)
    assert not photos.card.versions.buttons["v1"].isEnabled()
    photos.counter.click(photos.card.versions.buttons["v2"])
    assert photos.desk.used == ["v2"]


def test_a_model_that_cannot_be_used_leaves_the_old_one(photos: Photos) -> None:
    changed: list[bool] = []
    photos.page.model_changed.connect(lambda: changed.append(True))
    photos.desk.refusal = RecogniserDamaged(Path("v2"), "is damaged")
    photos.counter.click(photos.card.versions_button)
    photos.counter.click(photos.card.versions.buttons["v2"])
    assert photos.page.banner.isVisible()
    assert changed == []


def test_only_changed_options_are_passed_on(photos: Photos) -> None:
    assert photos.card.knobs.arguments() == []
    photos.counter.click(photos.card.advanced_button)
    rows = photos.card.knobs.rows
    assert photos.card.knobs.arguments() == []
    epochs, augment = rows["epochs"].field, rows["augment"].field
    assert isinstance(epochs, QLineEdit)
    assert isinstance(augment, QComboBox)
    epochs.setText("3")
    augment.setCurrentIndex(1)
    assert photos.card.knobs.arguments() == ["--epochs", "3", "--no-augment"]
    photos.counter.click(photos.card.knobs_head.back_button)
    photos.counter.click(photos.card.advanced_button)
    assert photos.card.knobs.arguments() == ["--epochs", "3", "--no-augment"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_cut_off_and_every_target_is_large(
    make_counter: MakeCounter, tmp_path: Path, language: str
) -> None:
    photos = Photos(make_counter(language=language), tmp_path)
    counter = photos.counter
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
    assert counter.small_targets() == []
    photos.page.home.product_chosen.emit(NEW.product_id)
    photos.page.teach.show_filed([shot(n) for n in range(1, 6)])
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
    assert counter.small_targets() == []


def test_what_a_training_came_to_overnight_is_shown_in_the_morning(photos: Photos) -> None:
    photos.counter.window.open_counter()
    said = photos.folder / "training.jsonl"
    said.write_text('{"event": "begun"}\n{"event": "done", "version": "v2"}\n', "utf-8")
    photos.counter.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert photos.card.comparison.isVisible()
    photos.counter.click(photos.card.comparison.choice_button)
    assert photos.desk.used == ["v2"]
    assert photos.page.training.unheard() is None  # told once


def test_mistakes_are_looked_for_beside_the_window(photos: Photos) -> None:
    photos.page.open_gallery()
    photos.album.put(photo(1, MELONPAN, confidence=0.1, suspected=CROISSANT.product_id))
    checking, gallery = photos.page.gallery._checking, photos.page.gallery
    checking.told.emit({"event": "reading", "done": 1, "of": 4})
    checking.ended.emit({"event": "done", "photos": 1})
    assert [card.photo_id for card in gallery.grid.photo_model.cards] == [1]
    assert gallery.grid.photo_model.words(0).tone == "warn"
    checking.ended.emit({"event": "failed", "message": "no room"})
    assert photos.page.banner.isVisible()


def fake_breadpos(folder: Path, script: str) -> None:
    """A package that stands in for the program in a child process."""
    package = folder / "breadpos"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(script, "utf-8")


SLOW = """
import json, os, psutil, time
own = psutil.Process()
begun = {"event": "begun", "process": own.pid, "created_s": own.create_time()}
print(json.dumps(begun), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")
def test_a_training_is_cancelled_at_once_and_one_that_runs_is_found_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_breadpos(tmp_path, SLOW)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    log = tmp_path / "logs" / "training.jsonl"
    first, second = TrainingProcess(tmp_path, log), TrainingProcess(tmp_path, log)
    told: list[str] = []
    ended: list[str] = []
    first.told.connect(lambda event: told.append(event["event"]))
    second.ended.connect(lambda event: ended.append(event["event"]))
    first.start()
    qtbot.waitUntil(lambda: told == ["begun"], timeout=20_000)
    second.resume()  # another window
    assert second.is_running
    second.cancel()
    assert ended == ["cancelled"]
    qtbot.waitUntil(lambda: not first.is_running, timeout=5_000)


@pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")
def test_a_second_window_follows_the_training_that_runs_instead_of_beginning_another(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_breadpos(tmp_path, SLOW)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    log = tmp_path / "logs" / "training.jsonl"
    first, second = TrainingProcess(tmp_path, log), TrainingProcess(tmp_path, log)
    first.start()
    qtbot.waitUntil(lambda: len(first.said()) > 0, timeout=20_000)
    begun = first.said()[0]
    second.start()
    assert second.is_running
    assert second.said()[0] == begun
    second.cancel()
    qtbot.waitUntil(lambda: not first.is_running, timeout=5_000)


def test_a_training_that_cannot_be_begun_is_told_of(photos: Photos) -> None:
    (photos.folder / "training.err").mkdir()
    photos.counter.click(photos.card.start_button)
    assert photos.card.pages.currentWidget() is photos.card.ready
    assert "学習できませんでした" in photos.card.outcome.text()
    assert "ディスクを確かめて" in photos.card.outcome.text()
    assert not photos.page.training.is_running


@pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")
def test_a_training_begun_at_closing_is_seen_running(
    photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_breadpos(photos.folder, SLOW)
    monkeypatch.chdir(photos.folder)
    monkeypatch.setenv("PYTHONPATH", str(photos.folder))
    photos.counter.window.open_counter()
    photos.page.training.start()
    photos.counter.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert photos.card.cancel_button.isVisible()
    photos.counter.key(Qt.Key.Key_F7)
    assert "中止しました" in photos.card.outcome.text()
    assert photos.card.start_button.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")
def test_a_training_that_dies_says_its_last_words(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_breadpos(tmp_path, "import sys; sys.exit('breadpos: no room')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    process = TrainingProcess(tmp_path, tmp_path / "training.jsonl")
    ended: list[dict[str, str]] = []
    process.ended.connect(ended.append)
    process.start()
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert ended == [{"event": "failed", "message": "breadpos: no room"}]


_BOX = """Try 'breadpos train --help' for help.
╭─ Error ────────────────────────────────╮
│ Invalid value for '--batch': Input     │
│ should be a valid integer              │
╰────────────────────────────────────────╯
"""


def test_an_option_that_cannot_be_is_said_in_the_words_of_the_command(tmp_path: Path) -> None:
    log = tmp_path / "training.jsonl"
    log.write_text('{"event": "begun"}\n')
    log.with_suffix(".err").write_text(_BOX, "utf-8")
    unheard = TrainingProcess(tmp_path, log).unheard()
    assert unheard is not None
    assert unheard["message"] == "Invalid value for '--batch': Input should be a valid integer"
