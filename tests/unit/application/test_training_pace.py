"""How far a training is, as its own words tell."""

from collections.abc import Iterator

import pytest

from breadpos.application.training_desk import Event
from breadpos.application.training_pace import Pace, PaceMaker, Step


def whole_training(*, passes: int = 5) -> Iterator[Event]:
    """100 photos: read in 10 s, looked at in 4, learnt in 25, weighed in 8, after 3 to begin."""
    yield {"event": "begun", "elapsed_s": 0.0}
    for done in range(0, 101, 10):
        yield {"event": "reading", "done": done, "of": 100, "elapsed_s": 3 + done / 10}
    yield {"event": "started", "photos": 100, "elapsed_s": 13.0}
    for done in range(0, 70, 10):
        yield {"event": "looking", "done": done, "of": 70, "elapsed_s": 13 + done * 0.04}
    for done in range(0, 30, 10):
        yield {"event": "looking", "done": done, "of": 30, "elapsed_s": 15.8 + done * 0.04}
    yield {"event": "pass", "phase": "head", "epoch": 1, "of": 40, "elapsed_s": 17.0}
    at_s = 17.0
    for epoch in range(1, passes + 1):
        at_s = 17 + 5 * epoch
        yield {"event": "pass", "phase": "whole", "epoch": epoch, "of": 5, "elapsed_s": at_s}
    for done in range(0, 101, 5):
        yield {"event": "weighing", "done": done, "of": 100, "elapsed_s": at_s + done * 0.08}


def paces(events: Iterator[Event]) -> list[Pace]:
    maker = PaceMaker()
    return [maker.hear(event) for event in events]


@pytest.mark.parametrize("passes", [5, 2])
def test_it_only_goes_forward_and_ends_full(passes: int) -> None:
    shares = [pace.share for pace in paces(whole_training(passes=passes))]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)


def test_photos_are_counted_in_all_though_some_are_looked_at_later() -> None:
    told = paces(whole_training())
    assert [pace.done for pace in told if pace.step is Step.LOOKING][-1] == 90
    assert [pace.of for pace in told if pace.step is Step.LOOKING][-1] == 100
    assert (told[-1].step, told[-1].done, told[-1].of) == (Step.WEIGHING, 100, 100)


def test_the_time_that_is_left_is_near_the_truth_from_half_way_on() -> None:
    events = list(whole_training())
    end_s = float(events[-1]["elapsed_s"])
    for event, pace in zip(events, paces(iter(events)), strict=True):
        if pace.share > 0.5:
            assert pace.remaining_s == pytest.approx(end_s - float(event["elapsed_s"]), abs=8)


def test_nothing_is_promised_before_anything_is_known() -> None:
    maker = PaceMaker()
    assert maker.hear({"event": "begun", "elapsed_s": 0.0}).step is None
    first = maker.hear({"event": "reading", "done": 0, "of": 100, "elapsed_s": 3.0})
    assert (first.share, first.remaining_s) == (0.0, None)


def test_a_network_that_has_nothing_to_remember_is_not_waited_for_to_do_so() -> None:
    maker = PaceMaker()
    maker.hear({"event": "reading", "done": 0, "of": 10, "elapsed_s": 0.0})
    maker.hear({"event": "reading", "done": 10, "of": 10, "elapsed_s": 10.0})
    maker.hear({"event": "weighing", "done": 0, "of": 10, "elapsed_s": 10.0})
    pace = maker.hear({"event": "weighing", "done": 10, "of": 10, "elapsed_s": 40.0})
    assert (pace.share, pace.remaining_s) == (1.0, 0.0)
