"""Corrections from the counter, waiting for a glance."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from breadpos.application.photo_album import PhotoCard
from breadpos.domain.errors import DiskFull
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product
from breadpos.ui.corrections_page import CorrectionsPage
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tab import Tab
from tests.ui.albums import photo
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, CURRY, MELONPAN
from tests.ui.test_photos_page import Photos


def corrected(number: int, said: Product, guess: Product | None, *, sure: bool) -> PhotoCard:
    return photo(
        number,
        said,
        origin=PhotoOrigin.COUNTER,
        cashier="佐藤",
        guess=guess.product_id if guess else None,
        guess_confidence=0.98 if guess else None,
        guess_sure=sure,
        waiting=True,
    )


WAITING = (
    corrected(1, CURRY, MELONPAN, sure=False),
    corrected(2, MELONPAN, None, sure=False),
    corrected(3, CURRY, CROISSANT, sure=True),
)


class Inbox(Photos):
    @property
    def inbox(self) -> CorrectionsPage:
        return self.page.corrections

    def open_inbox(self) -> None:
        self.counter.key(Qt.Key.Key_F5)

    def waiting(self) -> list[int]:
        return [
            card.photo_id for card in self.album.cards() if card.waiting and not card.deleted_at
        ]

    def learnt_as(self, number: int) -> str:
        card = self.album.card(number)
        assert not card.waiting
        assert card.deleted_at is None
        return card.product_id


@pytest.fixture
def inbox(counter: Counter, tmp_path: Path) -> Inbox:
    inbox = Inbox(counter, tmp_path)
    inbox.album.put(*WAITING)
    inbox.page.refresh()
    inbox.open_inbox()
    return inbox


def test_how_many_wait_is_told_on_the_page(inbox: Inbox) -> None:
    inbox.counter.key(Qt.Key.Key_Escape)
    assert inbox.page.home.corrections_button.face.text() == "直した写真 3枚を確認"


def test_what_the_recogniser_was_sure_about_comes_first_with_a_warning(inbox: Inbox) -> None:
    assert [card.photo_id for card in inbox.inbox.grid.photo_model.cards] == [3, 1, 2]
    verdict = inbox.inbox.card.verdict
    assert verdict.isVisible()
    assert "クロワッサン" in verdict.text()
    assert "カレーパン" in verdict.text()
    assert "佐藤" in inbox.inbox.card.facts.text()
    inbox.counter.key(Qt.Key.Key_Right)
    assert not verdict.isVisible()


def test_one_tap_lets_all_through_but_the_doubtful_ones(inbox: Inbox) -> None:
    inbox.counter.click(inbox.inbox.card.all_button)
    assert inbox.waiting() == [3]
    assert (inbox.learnt_as(1), inbox.learnt_as(2)) == ("curry_pan", "melonpan")
    assert not inbox.inbox.card.all_button.isEnabled()
    inbox.counter.key(Qt.Key.Key_Return)
    assert inbox.waiting() == []
    assert inbox.inbox.empty.isVisible()
    assert not inbox.inbox.card.isVisible()
    inbox.counter.key(Qt.Key.Key_Escape)
    assert inbox.page.home.isVisible()


def test_a_wrong_one_is_given_its_right_name(inbox: Inbox) -> None:
    inbox.counter.key(Qt.Key.Key_F4)
    inbox.counter.type("クロワ")
    inbox.counter.key(Qt.Key.Key_Return)
    assert inbox.learnt_as(3) == "croissant"
    assert inbox.waiting() == [1, 2]


def test_mending_can_be_left_without_a_change(inbox: Inbox) -> None:
    inbox.counter.key(Qt.Key.Key_F4)
    buttons = inbox.inbox.findChildren(KeyButton)
    ways_back = [b for b in buttons if b.isVisible() and b.answers("Esc")]
    assert ways_back == [inbox.inbox.choice.head.back_button]
    assert not inbox.inbox.card.throw_button.isEnabled()
    inbox.counter.key(Qt.Key.Key_Escape)
    assert inbox.inbox.head.back_button.isVisible()
    assert inbox.waiting() == [1, 2, 3]
    assert inbox.inbox.grid.isVisible()


def test_what_is_thrown_away_can_be_taken_back(inbox: Inbox) -> None:
    inbox.counter.key(Qt.Key.Key_Delete)
    assert inbox.waiting() == [1, 2]
    inbox.counter.click(inbox.inbox.undo_button)
    assert inbox.waiting() == [1, 2, 3]
    assert not inbox.inbox.undo_button.isVisible()


def test_a_full_disk_is_told_and_everything_still_waits(inbox: Inbox) -> None:
    inbox.album.refusal = DiskFull("photos")
    inbox.counter.click(inbox.inbox.card.all_button)
    assert inbox.page.banner.isVisible()
    assert inbox.waiting() == [1, 2, 3]


def test_what_waits_is_seen_from_every_page(inbox: Inbox) -> None:
    tabs = inbox.counter.window.header.tabs
    tabs.show_count(Tab.PHOTOS, 3)
    assert tabs.button(Tab.PHOTOS).hint.text() == "3"
    tabs.show_count(Tab.PHOTOS, 0)
    assert not tabs.button(Tab.PHOTOS).hint.isVisible()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_cut_off_and_every_target_is_large(
    make_counter: MakeCounter, tmp_path: Path, language: str
) -> None:
    inbox = Inbox(make_counter(language=language), tmp_path)
    inbox.album.put(*WAITING)
    inbox.page.refresh()
    counter = inbox.counter
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
    inbox.open_inbox()
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
    assert counter.small_targets() == []
