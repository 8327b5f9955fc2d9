from dataclasses import replace

import numpy as np
import pytest

from breadpos.application.teaching import Advice, Coverage, Refusal, Shot, coverage_of, is_echo


def shot(
    number: int = 1,
    *,
    refusal: Refusal | None = None,
    brightness: float = 100.0,
    new_turn: bool = True,
    other_side: bool = False,
    pieces: int = 1,
) -> Shot:
    picture = np.zeros((4, 4, 3), np.uint8)
    return Shot((), refusal, number, brightness, new_turn, other_side, pieces, picture)


def test_refused_photos_do_not_count() -> None:
    coverage = coverage_of([shot(), shot(0, refusal=Refusal.DARK, other_side=True, pieces=9)])
    assert coverage == Coverage(photos=1, pieces=1, turns=1, other_side=False, lights=1)


def test_lights_count_when_one_is_clearly_brighter() -> None:
    assert coverage_of([shot(brightness=b) for b in (100, 110, 119, 121, 160)]).lights == 3


def test_nothing_is_covered_before_the_first_photo() -> None:
    assert coverage_of([]) == Coverage()


def test_five_photos_can_be_sold() -> None:
    assert [coverage_of([shot()] * n).can_sell for n in (4, 5)] == [False, True]


@pytest.mark.parametrize(
    ("coverage", "advice"),
    [
        (Coverage(), Advice.PUT_BREAD),
        (Coverage(photos=2, pieces=1, turns=1, lights=1), Advice.TURN),
        (Coverage(photos=4, pieces=1, turns=3, lights=1), Advice.ANOTHER_PIECE),
        (Coverage(photos=5, pieces=2, turns=3, lights=1), Advice.TURN_OVER),
        (Coverage(photos=6, pieces=2, turns=3, other_side=True, lights=1), Advice.OTHER_LIGHT),
        (Coverage(photos=7, pieces=2, turns=3, other_side=True, lights=2), Advice.TURN),
        (Coverage(photos=10, pieces=2, turns=3, other_side=True, lights=1), Advice.ENOUGH),
    ],
)
def test_the_advice_is_what_is_missing_most(coverage: Coverage, advice: Advice) -> None:
    assert coverage.advice is advice


def lying(x: float, y: float, refusal: Refusal | None = None) -> Shot:
    return replace(shot(refusal=refusal), outline=((x - 5, y), (x, y - 9), (x + 5, y), (x, y + 9)))


AGAIN = Refusal.DUPLICATE


def test_the_same_tray_read_twice_is_an_echo() -> None:
    before = [lying(100, 100), lying(300, 90)]
    assert is_echo([lying(303, 88, AGAIN), lying(101, 99, AGAIN)], before)


@pytest.mark.parametrize(
    ("shots", "before"),
    [
        ([], [lying(100, 100)]),
        ([lying(100, 100, AGAIN)], []),
        ([lying(100, 100, AGAIN)], [lying(100, 100, AGAIN)]),
        ([lying(100, 140, AGAIN)], [lying(100, 100)]),
        ([lying(100, 100, Refusal.BLURRED)], [lying(100, 100)]),
        ([lying(100, 100, AGAIN), lying(300, 90)], [lying(100, 100)]),
    ],
)
def test_what_was_laid_anew_or_refused_for_itself_is_no_echo(
    shots: list[Shot], before: list[Shot]
) -> None:
    assert not is_echo(shots, before)
