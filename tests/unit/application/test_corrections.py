"""What a cashier says against the recogniser, and when it stands."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from breadpos.application.corrections import Correction, CorrectionBook, RecentLooks
from breadpos.application.frames import Frame
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Detection, Recognition
from breadpos.domain.tray import TrayItem
from tests.unit.application.fakes import ANPAN, CURRY, MELON, NOON, sure, unknown, unsure

PLACE = (100.0, 100.0)


def frame(index: int) -> Frame:
    return Frame(np.zeros((2, 2, 3), np.uint8), index / 10, index)


def reading(index: int, *found: Detection, moving: bool = False) -> Recognition:
    return Recognition(index, index / 10, (1280, 960), found, moving)


class Counter:
    """A tray under a camera, and what was filed of it."""

    def __init__(self) -> None:
        self.filed: list[Correction] = []
        self.looks = RecentLooks()
        self.book = CorrectionBook(self.looks, lambda: NOON, lambda: "佐藤", self.filed.append)

    def read(self, index: int, *found: Detection) -> None:
        self.looks.note(frame(index), reading(index, *found))

    def hears(self, *items: TrayItem) -> None:
        self.book.look(items)

    @property
    def names(self) -> Sequence[tuple[ProductId, ProductId | None]]:
        return [(each.product_id, each.guess) for each in self.filed]


@pytest.fixture
def counter() -> Counter:
    return Counter()


def said(item: TrayItem, product: ProductId | None) -> TrayItem:
    return item.spoken(corrected=product, dismissed=False)


@pytest.mark.parametrize(
    ("found", "name", "guess"),
    [
        (sure(MELON, PLACE), CURRY, MELON),
        (unsure(MELON, PLACE, CURRY), CURRY, MELON),
        (unknown(PLACE), CURRY, None),
    ],
    ids=["renamed", "not the best guess", "unknown named"],
)
def test_what_is_said_against_the_recogniser_is_filed_when_it_is_paid(
    counter: Counter, found: Detection, name: ProductId, guess: ProductId | None
) -> None:
    item = TrayItem(1, found)
    counter.read(4, found)
    counter.hears(item)
    counter.hears(said(item, name))
    assert counter.filed == []
    counter.book.close()
    (filed,) = counter.filed
    assert (filed.product_id, filed.guess, filed.cashier, filed.at) == (name, guess, "佐藤", NOON)
    assert (filed.frame.index, filed.box, filed.outline) == (4, found.box, found.outline)
    assert filed.sure == (item.status.value == "sure")


def test_an_answer_that_was_the_best_guess_is_no_correction(counter: Counter) -> None:
    found = unsure(MELON, PLACE, CURRY)
    counter.read(1, found)
    counter.hears(said(TrayItem(1, found), MELON))
    counter.book.close()
    assert counter.filed == []


def test_a_word_taken_back_is_not_filed(counter: Counter) -> None:
    item = TrayItem(1, sure(MELON, PLACE))
    counter.read(1, item.detection)
    counter.hears(said(item, CURRY))
    counter.hears(item)
    counter.hears(said(item, CURRY))
    counter.hears(item.spoken(corrected=None, dismissed=True))
    counter.book.close()
    assert counter.filed == []


def test_the_last_word_counts(counter: Counter) -> None:
    items = [TrayItem(n, sure(MELON, (100.0 * n, 100.0))) for n in (1, 2)]
    counter.read(1, *(item.detection for item in items))
    counter.hears(*(said(item, CURRY) for item in items))
    counter.hears(said(items[0], ANPAN), said(items[1], MELON))
    counter.book.close()
    assert counter.names == [(ANPAN, MELON)]


def test_a_tray_that_leaves_unpaid_was_corrected_all_the_same(counter: Counter) -> None:
    item = TrayItem(1, sure(MELON, PLACE))
    counter.read(1, item.detection)
    counter.hears(said(item, CURRY))
    counter.hears()
    assert counter.names == [(CURRY, MELON)]


def test_nothing_is_filed_twice(counter: Counter) -> None:
    item = said(TrayItem(1, sure(MELON, PLACE)), CURRY)
    counter.read(1, item.detection)
    counter.hears(item)
    counter.book.close()
    counter.hears(item)
    counter.book.close()
    counter.hears()
    assert len(counter.filed) == 1


def test_the_newest_picture_of_an_item_that_lies_as_it_lay_is_kept(counter: Counter) -> None:
    item = said(TrayItem(1, sure(MELON, PLACE)), CURRY)
    for index in range(8):
        counter.read(index, item.detection)
    counter.looks.note(frame(8), reading(8, moving=True))
    counter.looks.note(frame(9), reading(9))
    counter.hears(item)
    counter.book.close()
    assert [each.frame.index for each in counter.filed] == [7]


def test_an_item_whose_picture_is_gone_or_cut_off_is_not_filed(counter: Counter) -> None:
    gone = said(TrayItem(1, sure(MELON, PLACE)), CURRY)
    cut = said(TrayItem(2, replace(sure(MELON, (900.0, 100.0)), cut=True)), CURRY)
    counter.read(1, gone.detection)
    for index in range(2, 6):
        counter.read(index, replace(cut.detection, box=(900.0, float(index), 80.0, 80.0)))
    counter.read(6, cut.detection)
    counter.hears(gone, cut)
    counter.book.close()
    assert counter.filed == []
