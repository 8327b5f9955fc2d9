"""What a cashier corrects at the window's counter is handed on, and never in the way of a sale."""

from datetime import datetime

import numpy as np
import pytest

from breadpos.application.corrections import Correction, CorrectionBook, RecentLooks
from breadpos.application.frames import Frame
from breadpos.domain.money import Money
from breadpos.domain.tender import Tender, TenderKind
from breadpos.ui.correction_watch import CorrectionWatch
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, CURRY, KOSHI, MELONPAN, TOKYO, TSUBU, looks, seen, unsure

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=TOKYO)


class Watched:
    """The counter, and what is handed on of it."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.filed: list[Correction] = []
        self.looks = RecentLooks()
        book = CorrectionBook(self.looks, lambda: NOON, lambda: "佐藤", self.filed.append)
        self.watch = CorrectionWatch(counter.controller, book, counter.window)

    def lay(self) -> None:
        """A sure melonpan and a question about an anpan."""
        found = looks(seen(MELONPAN, (300.0, 400.0)), unsure((800.0, 400.0), TSUBU, KOSHI))
        picture = np.full((96, 128, 3), 90, np.uint8)
        self.looks.note(Frame(picture, found.captured_at_s, found.frame_index), found)
        self.counter.hear(found)

    def pay(self) -> None:
        self.counter.controller.begin_payment()
        self.counter.controller.pay((Tender(TenderKind.CASH, Money(5_000)),))

    def names(self) -> list[tuple[str, str | None, bool]]:
        return sorted((each.product_id, each.guess, each.sure) for each in self.filed)


@pytest.fixture
def watched(counter: Counter) -> Watched:
    return Watched(counter)


def test_renamed_items_and_other_answers_are_handed_on_once_paid(watched: Watched) -> None:
    watched.lay()
    controller = watched.counter.controller
    controller.change(MELONPAN.product_id, CROISSANT.product_id)
    question = controller.view().question
    assert question is not None
    controller.name_items(question.item_ids, KOSHI.product_id)
    assert watched.filed == []
    watched.pay()
    assert watched.names() == [
        ("croissant", "melonpan", True),
        ("koshian_pan", "tsubuan_pan", False),
    ]
    watched.counter.take_away()
    assert len(watched.filed) == 2


def test_what_is_taken_back_is_not_handed_on(watched: Watched) -> None:
    watched.lay()
    controller = watched.counter.controller
    controller.change(MELONPAN.product_id, CURRY.product_id)
    controller.undo()
    question = controller.view().question
    assert question is not None
    controller.name_items(question.item_ids, TSUBU.product_id)  # as the recogniser had guessed
    watched.pay()
    assert watched.filed == []


def test_a_tray_without_a_picture_is_sold_all_the_same(watched: Watched) -> None:
    watched.counter.hear(looks(seen(MELONPAN, (300.0, 400.0))))
    watched.counter.controller.change(MELONPAN.product_id, CURRY.product_id)
    watched.pay()
    assert [sale.lines[0].product_id for sale in watched.counter.till.sales.sold] == [
        CURRY.product_id
    ]
    assert watched.filed == []
