import numpy as np
import pytest

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate
from breadpos.vision.held_out import HeldOut
from breadpos.vision.lookalikes import LookAlikes, find_look_alikes, narrowed

TSUBU, KOSHI, MELON = (ProductId(key) for key in ("tsubu", "koshi", "melon"))
PRODUCTS = (TSUBU, KOSHI, MELON)


def held(*read: tuple[int, int, int]) -> HeldOut:
    """Looks at photos: true product, product read, and how many times."""
    rows = [(true, taken) for true, taken, times in read for _ in range(times)]
    similarities = np.zeros((len(rows), len(PRODUCTS)), np.float32)
    for n, (_, taken) in enumerate(rows):
        similarities[n, taken] = 0.9
    return HeldOut(similarities, np.array([true for true, _ in rows]), len(rows))


def test_two_products_often_taken_for_one_another_are_a_pair() -> None:
    looks = held((0, 0, 7), (0, 1, 3), (1, 1, 9), (1, 0, 1), (2, 2, 10))
    assert find_look_alikes(looks, PRODUCTS) == (LookAlikes(frozenset((TSUBU, KOSHI)), 0.2),)


def test_one_sided_confusion_makes_a_pair_too_and_the_worst_comes_first() -> None:
    looks = held((0, 0, 5), (0, 1, 5), (1, 1, 10), (2, 1, 3), (2, 2, 7))
    pairs = [each.pair for each in find_look_alikes(looks, PRODUCTS)]
    assert pairs == [{TSUBU, KOSHI}, {KOSHI, MELON}]


def test_a_rare_slip_makes_no_pair_and_nothing_held_out_makes_none() -> None:
    assert find_look_alikes(held((0, 0, 19), (0, 1, 1), (1, 1, 20)), PRODUCTS) == ()
    assert find_look_alikes(held(), PRODUCTS) == ()


def offered(*confidences: tuple[ProductId, float]) -> list[ProductId]:
    candidates = tuple(Candidate(*each) for each in confidences)
    return [each.product_id for each in narrowed(candidates, [frozenset((TSUBU, KOSHI))])]


def test_an_item_that_is_one_of_a_pair_offers_these_two_alone() -> None:
    assert offered((KOSHI, 0.5), (TSUBU, 0.45), (MELON, 0.02)) == [KOSHI, TSUBU]
    assert offered((KOSHI, 0.9), (MELON, 0.05), (TSUBU, 0.04)) == [KOSHI, TSUBU]


def test_an_item_that_may_well_be_something_else_offers_all() -> None:
    assert offered((KOSHI, 0.5), (TSUBU, 0.2), (MELON, 0.2)) == [KOSHI, TSUBU, MELON]
    assert offered((MELON, 0.95), (KOSHI, 0.03), (TSUBU, 0.01)) == [MELON, KOSHI, TSUBU]
    assert offered((KOSHI, 0.95), (MELON, 0.03)) == [KOSHI, MELON]


def test_a_pair_is_the_same_after_it_was_on_disk() -> None:
    pair = LookAlikes(frozenset((TSUBU, KOSHI)), 0.125)
    assert LookAlikes.from_json(pair.as_json()) == pair


@pytest.mark.parametrize("document", [{}, {"products": ["tsubu"], "share": 1}, {"products": 3}])
def test_something_else_on_disk_is_refused(document: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        LookAlikes.from_json(document)
