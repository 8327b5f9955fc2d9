"""Every photo of the shop, looked through by mouse and by key."""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from breadpos.application.photo_album import PhotoCard
from breadpos.domain.errors import DiskFull
from breadpos.domain.photo import PhotoOrigin
from breadpos.ui.gallery_page import GalleryPage
from breadpos.ui.photo_images import PhotoImages
from tests.ui.albums import NOON, FakePictures, at_once, photo
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, CURRY, MELONPAN
from tests.ui.test_photos_page import Photos, fake_breadpos

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PHOTOS = (
    photo(1, MELONPAN, confidence=0.99),
    photo(2, MELONPAN, confidence=0.05, suspected=CURRY.product_id),
    photo(3, CURRY, origin=PhotoOrigin.IMPORT, taken_at=NOON - timedelta(days=20)),
    photo(4, CURRY, group=1),
    photo(5, CURRY, group=1),
    photo(6, CROISSANT, deleted_at=NOON),
    photo(13, CROISSANT),
    photo(8, MELONPAN, waiting=True),
)


class Gallery(Photos):
    @property
    def gallery(self) -> GalleryPage:
        return self.page.gallery

    def shown(self) -> list[int]:
        return [card.photo_id for card in self.gallery.grid.photo_model.cards]

    def chosen(self) -> list[int]:
        return [card.photo_id for card in self.gallery.grid.chosen]

    def tap(self, number: int) -> None:
        grid = self.gallery.grid
        place = grid.place_of(self.shown().index(number)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def shelf(self, words: str) -> None:
        shelves = self.gallery.shelves
        row = next(r for r in range(shelves.count()) if shelves.item(r).text().startswith(words))
        place = shelves.visualItemRect(shelves.item(row)).center()
        QTest.mouseClick(shelves.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def gallery(counter: Counter, tmp_path: Path) -> Gallery:
    gallery = Gallery(counter, tmp_path)
    gallery.album.put(*PHOTOS)
    counter.key(Qt.Key.Key_F6)
    return gallery


def test_all_photos_but_deleted_and_waiting_ones_are_shown_with_their_numbers(
    gallery: Gallery,
) -> None:
    assert gallery.shown() == [1, 2, 3, 4, 5, 13]
    shelves = gallery.gallery.shelves
    assert [shelves.item(row).text() for row in range(shelves.count())] == [
        "すべての写真 (6)",
        "？ 名前ちがいかも (1)",
        "ほぼ同じ写真 (2)",
        "削除した写真 (1)",
        "メロンパン (2)",
        "カレーパン (3)",
        "クロワッサン (1)",
    ]


def test_a_shelf_or_a_bread_is_one_tap(gallery: Gallery) -> None:
    gallery.shelf("？ 名前ちがいかも")
    assert gallery.shown() == [2]
    assert gallery.gallery.grid.photo_model.words(0).note == "カレーパン では？"
    gallery.shelf("ほぼ同じ写真")
    assert gallery.shown() == [4, 5]
    gallery.shelf("カレーパン")
    assert gallery.shown() == [3, 4, 5]


@pytest.mark.slow
def test_among_fifty_thousand_only_pictures_in_sight_are_read_and_one_is_deleted_and_back(
    gallery: Gallery, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def thumbnail(_self: FakePictures, card: PhotoCard, side_px: int) -> NDArray[np.uint8]:
        read.append(card.photo_id)
        return np.zeros((side_px, side_px, 3), np.uint8)

    monkeypatch.setattr(FakePictures, "thumbnail", thumbnail)
    breads = (MELONPAN, CROISSANT, CURRY)
    gallery.album.put(*(photo(n, breads[n % 3]) for n in range(100, 50_100)))
    gallery.gallery.open_page()
    gallery.counter.qtbot.waitUntil(lambda: len(read) > 3)
    in_sight = len(read)
    assert in_sight < 200
    assert gallery.gallery.shelves.item(0).text() == "すべての写真 (50,006)"
    gallery.counter.key(Qt.Key.Key_End)
    gallery.counter.qtbot.waitUntil(lambda: 50_099 in read, timeout=20_000)
    last = gallery.gallery.grid.current()
    assert last is not None
    assert last.photo_id == 50_099
    gallery.counter.key(Qt.Key.Key_Delete)
    assert gallery.album.card(last.photo_id).deleted_at is not None
    gallery.counter.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert gallery.album.card(last.photo_id).deleted_at is None
    assert len(read) < 400


def test_filters_narrow_what_is_shown(gallery: Gallery) -> None:
    filters = gallery.gallery.filters
    filters.origin.setCurrentIndex(4)
    assert gallery.shown() == [3]
    filters.days.setCurrentIndex(2)
    assert gallery.shown() == []
    assert gallery.gallery.empty.isVisible()
    filters.origin.setCurrentIndex(0)
    filters.certainty.setCurrentIndex(1)
    assert gallery.shown() == [2]


def test_taps_choose_several_and_a_tap_more_lets_go(gallery: Gallery) -> None:
    gallery.tap(1)
    gallery.tap(3)
    assert gallery.chosen() == [1, 3]
    gallery.tap(1)
    assert gallery.chosen() == [3]
    assert gallery.gallery.acts.count.text() == "1枚を選択中"


def test_keys_choose_a_run_and_all(gallery: Gallery) -> None:
    counter = gallery.counter
    counter.key(Qt.Key.Key_Right)
    assert gallery.chosen() == []
    counter.key(Qt.Key.Key_Right, SHIFT)
    counter.key(Qt.Key.Key_Right, SHIFT)
    assert gallery.chosen() == [2, 3, 4]
    counter.key(Qt.Key.Key_A, CONTROL)
    assert gallery.chosen() == []
    counter.key(Qt.Key.Key_A, CONTROL)
    assert gallery.chosen() == gallery.shown()


def test_chosen_photos_are_given_another_name_and_back(gallery: Gallery) -> None:
    gallery.tap(1)
    gallery.tap(2)
    gallery.counter.key(Qt.Key.Key_F4)
    gallery.counter.type("カレー")
    gallery.counter.key(Qt.Key.Key_Return)
    assert [gallery.album.card(number).product_id for number in (1, 2)] == ["curry_pan"] * 2
    gallery.counter.key(Qt.Key.Key_Z, CONTROL)
    assert [gallery.album.card(number).product_id for number in (1, 2)] == ["melonpan"] * 2


def test_deleted_photos_go_to_their_shelf_and_can_be_brought_back(gallery: Gallery) -> None:
    gallery.tap(3)
    gallery.counter.key(Qt.Key.Key_Delete)
    assert 3 not in gallery.shown()
    gallery.shelf("削除した写真")
    assert gallery.shown() == [3, 6]
    assert not gallery.gallery.acts.relabel_button.isEnabled()
    gallery.tap(6)
    gallery.counter.click(gallery.gallery.acts.delete_button)
    assert gallery.album.card(6).deleted_at is None
    gallery.counter.click(gallery.gallery.acts.undo_button)
    assert gallery.album.card(6).deleted_at is not None
    gallery.counter.click(gallery.gallery.acts.undo_button)
    assert gallery.album.card(3).deleted_at is None


def test_two_photos_are_compared_side_by_side(gallery: Gallery) -> None:
    gallery.tap(1)
    gallery.tap(2)
    gallery.counter.key(Qt.Key.Key_Return)
    compare = gallery.gallery.compare
    assert [facts.isVisible() for facts in compare.facts] == [True, True]
    assert "99%" in compare.facts[0].text()
    assert "カレーパン では？" in compare.facts[1].text()
    assert all(picture.is_shown for picture in compare.pictures)
    gallery.counter.click(compare.head.back_button)
    gallery.tap(3)
    assert not gallery.gallery.acts.compare_button.isEnabled()


def test_one_photo_is_looked_at_closely(gallery: Gallery) -> None:
    gallery.counter.key(Qt.Key.Key_Return)
    assert [facts.isVisible() for facts in gallery.gallery.compare.facts] == [True, False]


def test_a_damaged_photo_is_shown_as_one_and_asked_for_once(gallery: Gallery) -> None:
    images = PhotoImages(FakePictures(), at_once)
    damaged = next(card for card in PHOTOS if card.photo_id == 13)
    assert not images.is_unreadable(damaged)
    assert images.thumbnail(damaged) is None
    assert images.is_unreadable(damaged)
    gallery.gallery.grid.grab()


def test_what_the_disk_refuses_is_told_and_nothing_changes(gallery: Gallery) -> None:
    gallery.album.refusal = DiskFull("photos")
    gallery.tap(1)
    gallery.counter.key(Qt.Key.Key_Delete)
    assert gallery.page.banner.isVisible()
    assert 1 in gallery.shown()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_cut_off_and_every_target_is_large(
    make_counter: MakeCounter, tmp_path: Path, language: str
) -> None:
    gallery = Gallery(make_counter(language=language), tmp_path)
    gallery.album.put(*PHOTOS)
    counter = gallery.counter
    counter.key(Qt.Key.Key_F6)
    for chosen in (1, 2, 3):
        counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
        assert counter.small_targets() == []
        gallery.tap(chosen)


class Chosen:
    """A person who names the same folder whenever asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def to_read(self, _title: str, chosen: Callable[[Path], None]) -> None:
        chosen(self.folder)


STAND_IN = """
import json, sys
print(json.dumps({"event": "begun", "process": 1, "created_s": 0.0}))
print(json.dumps({"event": "reading", "done": 1, "of": 2}))
told = [f"{sys.argv[3:]}: one.jpg is damaged"]
told += ["bread holds no photos"]
kinds = [["new kind", "one.jpg"], ["empty", "bread"]]
done = {"event": "done", "photos": 7, "problems": told, "troubles": kinds}
print(json.dumps(done), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")
@pytest.mark.parametrize(
    ("key", "command", "words"),
    [
        (Qt.Key.Key_F8, "import", "7枚を取り込みました"),
        (Qt.Key.Key_F9, "export", "7枚を書き出しました"),
    ],
)
def test_photos_are_taken_in_and_given_out_and_what_could_not_be_is_named(
    gallery: Gallery,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    command: str,
    words: str,
) -> None:
    fake_breadpos(gallery.folder, STAND_IN)
    monkeypatch.chdir(gallery.folder)
    monkeypatch.setenv("PYTHONPATH", str(gallery.folder))
    gallery.gallery.folders = Chosen(gallery.folder / "set")
    where = gallery.folder / "set" / "breadpos-photos-2026-11-24"
    where.mkdir(parents=True)
    gallery.counter.key(key)
    transfer = gallery.gallery.transfer
    gallery.counter.qtbot.waitUntil(lambda: words in transfer.words.text(), timeout=30_000)
    gallery.counter.qtbot.waitUntil(lambda: not transfer._process.is_there, timeout=30_000)
    told = transfer.problems.item(0).text()
    assert "one.jpg is damaged" in told
    assert command in told
    assert ("次の学習から" in transfer.words.text()) == (command == "import")
    assert transfer.problems.item(1).text() == "！ bread：写真がありません"
    assert str(gallery.folder / "set") in told
    if command == "export":  # never into a folder that holds something already
        assert f"{where}-2" in told
        assert f"{where}-2" in transfer.words.text()
    gallery.counter.click(transfer.head.back_button)
    assert gallery.gallery.grid.isVisible()


WAITS = """
import json, sys, time
print(json.dumps({"event": "begun", "process": 1, "created_s": 0.0}))
print(json.dumps({"event": "reading", "done": 12, "of": 48}), flush=True)
sys.stdin, end = None, sys.argv[-1] + ".go"
import pathlib
for _ in range(1_500):
    if pathlib.Path(end).exists():
        break
    time.sleep(0.02)
print(json.dumps({"event": "done", "photos": 48, "problems": []}), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="finds the stand-in by PYTHONPATH")
def test_an_import_left_alone_is_seen_on_its_button_and_says_what_came_of_it(
    gallery: Gallery, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_breadpos(gallery.folder, WAITS)
    monkeypatch.chdir(gallery.folder)
    monkeypatch.setenv("PYTHONPATH", str(gallery.folder))
    gallery.gallery.folders = Chosen(gallery.folder / "set")
    gallery.counter.key(Qt.Key.Key_F8)
    page, transfer, wait = (
        gallery.gallery,
        gallery.gallery.transfer,
        gallery.counter.qtbot.waitUntil,
    )
    wait(lambda: "12 / 48" in transfer.words.text(), timeout=30_000)
    gallery.counter.key(Qt.Key.Key_Escape)
    assert page.grid.isVisible()
    assert page.import_button.face.text() == "取り込み中… 25%"
    gallery.counter.key(Qt.Key.Key_F8)
    assert transfer.isVisible()
    gallery.counter.key(Qt.Key.Key_Escape)
    gallery.counter.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    (gallery.folder / "set.go").touch()
    wait(lambda: not transfer._process.is_there, timeout=30_000)
    gallery.counter.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    gallery.page.open_gallery()
    assert "48枚を取り込みました" in transfer.words.text()
    assert transfer.isVisible()
    gallery.counter.key(Qt.Key.Key_Escape)
    assert page.grid.isVisible()
    assert page.import_button.face.text() == "取り込む…"
