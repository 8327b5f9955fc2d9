import numpy as np
from numpy.typing import NDArray

from breadpos.training.gate import Comparison, Named, compare

PRODUCTS = ("anpan", "melonpan")
LABELS = np.repeat([0, 1], 20)


def named(wrong: list[int], confidence: float = 0.9) -> Named:
    taken = LABELS.copy()
    taken[wrong] = 1 - taken[wrong]
    return Named(taken, np.full(len(LABELS), confidence))


def compared(old_wrong: list[int], new_wrong: list[int]) -> Comparison:
    return compare(PRODUCTS, LABELS, named(old_wrong), named(new_wrong))


def test_a_better_recogniser_may_be_used() -> None:
    comparison = compared([0, 1, 2, 25], [2])
    assert comparison.passes
    assert comparison.accuracies == (0.9, 39 / 40)


def test_one_product_that_got_worse_beyond_chance_keeps_the_old_one() -> None:
    comparison = compared([25, 26, 27, 28, 29, 30], [0, 1, 2, 3, 4, 5, 6, 7])
    anpan, melonpan = comparison.changes
    assert not comparison.passes
    assert (anpan.worse, melonpan.worse) == (True, False)
    assert (anpan.old_right, anpan.new_right) == (20, 12)
    assert anpan.chance == 0.5**8


def test_a_photo_or_two_that_changed_may_be_chance() -> None:
    assert compared([], [0, 1, 21]).passes


def test_the_level_holds_over_all_products_together() -> None:
    count = 10
    labels = np.repeat(np.arange(count), 10)
    taken = labels.copy()
    taken[:5] = 1
    old = Named(labels, np.ones(len(labels)))
    comparison = compare([str(n) for n in range(count)], labels, old, Named(taken, old.confidence))
    assert comparison.changes[0].chance < 0.05
    assert comparison.passes


def test_a_bread_that_lost_nearly_all_its_photos_is_worse_however_many_others_stayed() -> None:
    count = 30
    labels = np.repeat(np.arange(count), 10)
    taken = labels.copy()
    taken[:8] = 1
    old = Named(labels, np.ones(len(labels)))
    comparison = compare([str(n) for n in range(count)], labels, old, Named(taken, old.confidence))
    assert [change.worse for change in comparison.changes] == [True] + [False] * (count - 1)


def test_many_breads_that_each_lost_a_little_are_worse_together() -> None:
    count = 20
    labels = np.repeat(np.arange(count), 10)
    taken = labels.copy()
    taken[::5] = (taken[::5] + 1) % count  # two photos of ten of each
    old = Named(labels, np.ones(len(labels)))
    comparison = compare([str(n) for n in range(count)], labels, old, Named(taken, old.confidence))
    assert not any(change.worse for change in comparison.changes)
    assert comparison.worse
    assert comparison.chance == 0.5**40
    assert not comparison.passes


def test_a_version_that_is_as_good_is_kept_back_once_in_twenty_at_most() -> None:
    random = np.random.default_rng(7)
    labels = np.repeat(np.arange(12), 10)
    products = [str(n) for n in range(12)]
    kept_back = 0
    for _ in range(400):
        old, new = (
            Named(np.where(random.random(120) < 0.8, labels, (labels + 1) % 12), np.ones(120))
            for _ in range(2)
        )
        kept_back += not compare(products, labels, old, new).passes
    assert kept_back <= 400 * 0.05


def test_the_most_confident_mistakes_come_first() -> None:
    confidence: NDArray[np.float64] = np.linspace(0.5, 0.9, 40)
    new = Named(named([3, 30, 12]).taken_for, confidence)
    comparison = compare(PRODUCTS, LABELS, named([]), new)
    assert comparison.worst == (30, 12, 3)
    assert comparison.confusion.tolist() == [[18, 2], [1, 19]]


def test_coverage_counts_names_above_the_last_mistake() -> None:
    confidence = np.where(LABELS == 0, 0.9, 0.5)
    new = Named(named([25]).taken_for, confidence)
    anpan, melonpan = compare(PRODUCTS, LABELS, named([]), new).changes
    assert (anpan.new_coverage, melonpan.new_coverage) == (1.0, 0.0)


def test_a_product_without_held_out_photos_is_not_judged() -> None:
    comparison = compare((*PRODUCTS, "new"), LABELS, named([]), named([]))
    assert [change.product for change in comparison.changes] == list(PRODUCTS)
