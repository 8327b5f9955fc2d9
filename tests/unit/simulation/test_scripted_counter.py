import numpy as np
import pytest

from breadpos.simulation.placing import Arrangement
from breadpos.simulation.scripted_counter import ScriptedCounter

SMALL = (320, 240)
SLUGS = ("melonpan", "anpan", "curry_pan")


@pytest.fixture
def counter() -> ScriptedCounter:
    return ScriptedCounter(2, size=SMALL)


def test_it_begins_empty(counter: ScriptedCounter) -> None:
    assert counter.truth().items == ()


def test_what_is_placed_lies_there(counter: ScriptedCounter) -> None:
    counter.place(SLUGS, Arrangement.TOUCHING)
    assert tuple(item.slug for item in counter.truth().items) == SLUGS


def test_placing_again_lays_other_individuals(counter: ScriptedCounter) -> None:
    counter.place(SLUGS)
    first = counter.truth()
    counter.place(SLUGS)
    assert not np.array_equal(first.items[0].mask, counter.truth().items[0].mask)


def test_still_frames_differ_only_by_noise(counter: ScriptedCounter) -> None:
    counter.place(SLUGS)
    difference = np.abs(counter.frame().astype(int) - counter.frame())
    assert difference.any()
    assert difference.mean() < 8


def test_a_nudge_moves_picture_and_truth_alike(counter: ScriptedCounter) -> None:
    counter.place(["chocolate_donut"])
    before, before_frame = counter.truth().items[0], counter.frame()
    counter.nudge(6, -4)
    after, after_frame = counter.truth().items[0], counter.frame()

    left, top, width, height = before.box
    assert after.box == (left + 6, top - 4, width, height)
    assert np.array_equal(np.roll(before.mask, (-4, 6), axis=(0, 1)), after.mask)
    old = before_frame[top : top + height, left : left + width].astype(int)
    new = after_frame[top - 4 : top - 4 + height, left + 6 : left + 6 + width]
    assert np.abs(old - new).mean() < 8


def test_clearing_leaves_the_empty_counter(counter: ScriptedCounter) -> None:
    empty = counter.frame().astype(int)
    counter.place(SLUGS)
    counter.clear()
    assert counter.truth().items == ()
    assert np.abs(counter.frame() - empty).mean() < 8


def test_a_hand_shows_until_it_is_taken_away(counter: ScriptedCounter) -> None:
    still = counter.frame().astype(int)

    def changed_share() -> float:
        return float((np.abs(counter.frame() - still).max(axis=2) > 30).mean())

    counter.hand(visible=True)
    assert changed_share() > 0.03
    counter.hand(visible=False)
    assert changed_share() < 0.001
