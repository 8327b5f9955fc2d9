import pytest

from breadpos.application.cues import Cue
from breadpos.domain.errors import StorageError
from breadpos.domain.recognition import Detection
from breadpos.ui.counter_cues import CounterCues
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, KOSHI, MELONPAN, TSUBU, seen, unsure

LEFT, RIGHT = (300.0, 400.0), (800.0, 400.0)


class Ears:
    def __init__(self) -> None:
        self.heard: list[Cue] = []

    def play(self, cue: Cue) -> None:
        self.heard.append(cue)


@pytest.fixture
def ears(counter: Counter) -> Ears:
    ears = Ears()
    CounterCues(counter.controller, ears, parent=counter.controller)
    return ears


def lie(counter: Counter, *breads: Detection) -> None:
    for _ in range(8):
        counter.see(*breads)


def test_a_tray_that_is_read_sounds_once(counter: Counter, ears: Ears) -> None:
    lie(counter, seen(MELONPAN, LEFT))
    assert ears.heard == [Cue.SURE]


def test_a_question_sounds_instead_and_its_answer_is_quiet(counter: Counter, ears: Ears) -> None:
    lie(counter, seen(MELONPAN, LEFT), unsure(RIGHT, TSUBU, KOSHI))
    assert ears.heard == [Cue.QUESTION]
    counter.click(counter.tray.question.candidate_buttons[0])
    assert ears.heard == [Cue.QUESTION]


def test_a_payment_sounds_and_so_does_a_refusal(counter: Counter, ears: Ears) -> None:
    counter.controller.add(CROISSANT.product_id)
    counter.click(counter.pay_button)
    counter.till.sales.refusal = StorageError("disk")
    counter.type("216")
    counter.click(counter.side.payment.confirm_button)
    assert ears.heard == [Cue.ERROR]
    counter.till.sales.refusal = None
    counter.click(counter.side.payment.confirm_button)
    assert ears.heard == [Cue.ERROR, Cue.PAID]
