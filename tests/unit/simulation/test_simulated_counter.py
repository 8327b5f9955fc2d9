from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from breadpos.simulation.counter import Moment, SimulatedCounter

SMALL = (320, 240)
SLUGS = ("melonpan", "anpan", "curry_pan")
STEP_S = 0.2


@pytest.fixture(scope="module")
def counter() -> SimulatedCounter:
    return SimulatedCounter(3, size=SMALL, slugs=SLUGS)


def first_time(counter: SimulatedCounter, moment: Moment) -> float:
    """Half a second into the first such moment."""
    return next(t for t in np.arange(0, 200, STEP_S) if counter.moment_at(float(t)) is moment) + 0.5


def test_it_begins_empty(counter: SimulatedCounter) -> None:
    assert counter.moment_at(0.0) is Moment.EMPTY
    assert counter.truth_at(0.0) is None


def test_a_visit_runs_through_its_moments_in_order(counter: SimulatedCounter) -> None:
    moments = [counter.moment_at(float(t)) for t in np.arange(0, 20, STEP_S)]
    changes = [m for n, m in enumerate(moments) if n == 0 or m is not moments[n - 1]]
    assert changes[:3] == [Moment.EMPTY, Moment.ARRIVING, Moment.STILL]
    after = changes[changes.index(Moment.LEAVING) + 1]
    assert after is Moment.EMPTY


@pytest.mark.parametrize("moment", [Moment.EMPTY, Moment.ARRIVING, Moment.ADDING, Moment.LEAVING])
def test_there_is_no_truth_unless_a_tray_lies_still(
    counter: SimulatedCounter, moment: Moment
) -> None:
    assert counter.truth_at(first_time(counter, moment)) is None


def test_a_tray_waits_once_all_lies_there(counter: SimulatedCounter) -> None:
    times = [float(t) for t in np.arange(0, 200, STEP_S)]
    waiting = [t for t in times if counter.waits_at(t)]
    assert {counter.moment_at(t) for t in waiting} == {Moment.STILL, Moment.STILL_AGAIN}
    for t in waiting:  # what follows is that the customer goes, not that something is added
        later = (counter.moment_at(t + more) for more in np.arange(STEP_S, 10, STEP_S))
        assert next(each for each in later if each is not counter.moment_at(t)) is Moment.LEAVING


def test_the_truth_of_a_still_tray_names_what_lies_there(counter: SimulatedCounter) -> None:
    truth = counter.truth_at(first_time(counter, Moment.STILL))
    assert truth is not None
    assert 2 <= len(truth.items) <= 6
    assert {item.slug for item in truth.items} <= set(SLUGS)


def test_a_hand_adds_exactly_one_item(counter: SimulatedCounter) -> None:
    adding = first_time(counter, Moment.ADDING)
    before, after = counter.truth_at(adding - 1.0), counter.truth_at(adding + 1.5)
    assert before is not None
    assert after is not None
    assert len(after.items) == len(before.items) + 1
    for old, new in zip(before.items, after.items, strict=False):
        assert np.array_equal(old.mask, new.mask)


def test_the_hand_that_adds_is_seen_bringing_and_withdrawing(counter: SimulatedCounter) -> None:
    adding = first_time(counter, Moment.ADDING)
    still = counter.frame_at(adding - 1.0).astype(int)
    for time_s in (adding - 0.1, adding + 0.3):
        changed = np.abs(counter.frame_at(time_s) - still).max(axis=2) > 40
        assert changed.mean() > 0.02


def test_still_frames_differ_only_by_noise(counter: SimulatedCounter) -> None:
    time_s = first_time(counter, Moment.STILL)
    first, second = counter.frame_at(time_s), counter.frame_at(time_s + STEP_S)
    difference = np.abs(first.astype(int) - second)
    assert difference.any()
    assert difference.mean() < 8
    assert np.percentile(difference, 99) < 30


def test_a_carried_tray_moves(counter: SimulatedCounter) -> None:
    time_s = first_time(counter, Moment.ARRIVING)
    first, second = counter.frame_at(time_s - 0.1), counter.frame_at(time_s + 0.1)
    assert np.abs(first.astype(int) - second).mean() > 10


def test_the_same_seed_plays_the_same_film(counter: SimulatedCounter) -> None:
    again = SimulatedCounter(3, size=SMALL, slugs=SLUGS)
    time_s = first_time(counter, Moment.STILL)
    assert np.array_equal(counter.frame_at(time_s), again.frame_at(time_s))


def test_every_tray_has_its_own_number(counter: SimulatedCounter) -> None:
    numbers = [counter.tray_number_at(float(t)) for t in np.arange(0, 40, STEP_S)]
    assert numbers[0] == 0
    assert set(np.diff(numbers)) <= {0, 1}
    assert numbers[-1] >= 2


def test_rendering_ahead_changes_nothing_in_the_film() -> None:
    alone = SimulatedCounter(5, size=SMALL, slugs=SLUGS)
    still_s = first_time(alone, Moment.STILL)
    next_s = still_s + 12.0
    with ThreadPoolExecutor(1) as executor:
        helped = SimulatedCounter(5, size=SMALL, slugs=SLUGS, ahead=executor)
        helped.frame_at(still_s)
        assert np.array_equal(helped.frame_at(next_s), alone.frame_at(next_s))


def test_a_frame_belongs_to_its_caller(counter: SimulatedCounter) -> None:
    frame = counter.frame_at(0.0)
    frame[:] = 0
    assert counter.frame_at(0.0).mean() > 5
