import math

import numpy as np
import pytest

from breadpos.domain.recognition import Status
from breadpos.vision.learnt import LearntProduct
from breadpos.vision.naming import Naming
from breadpos.vision.sizes import UNKNOWN, with_sizes
from breadpos.vision.thresholds import PHOTOS_FOR_SURE
from tests.unit.vision.shelf import Shelf, name


def test_a_fresh_item_gets_its_products_name() -> None:
    shelf = Shelf(12)
    naming = Naming(shelf.learnt(12, 10))
    for product in range(12):
        for named in naming.name(shelf.items(product, 20)):
            assert named.candidates[0].product_id == name(product)


def test_most_items_of_plain_products_are_sure() -> None:
    shelf = Shelf(12)
    naming = Naming(shelf.learnt(12, 10))
    named = [each for n in range(12) for each in naming.name(shelf.items(n, 20))]
    assert np.mean([each.status is Status.SURE for each in named]) > 0.8


def test_a_product_left_out_of_the_learning_is_not_sure() -> None:
    shelf = Shelf(16)
    naming = Naming(shelf.learnt(10, 10))
    named = [each for n in range(10, 16) for each in naming.name(shelf.items(n, 20))]
    assert np.mean([each.status is Status.SURE for each in named]) <= 0.1


def test_what_resembles_nothing_is_unknown() -> None:
    shelf = Shelf(10)
    naming = Naming(shelf.learnt(10, 10))
    noise = np.random.default_rng(5).normal(size=(50, 64)).astype(np.float32)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    statuses = [each.status for each in naming.name(with_sizes(noise, [UNKNOWN] * 50))]
    assert statuses.count(Status.UNKNOWN) >= 40


def test_twins_ask_and_a_plain_loaf_beside_them_does_not() -> None:
    shelf = Shelf(8)
    learnt = shelf.learnt(8, 12)
    learnt[name(8)] = LearntProduct.of(shelf.photos(7, 12))  # what bread7 looks like, twice
    naming = Naming(learnt)
    twins = [each.status for each in naming.name(shelf.items(7, 60))]
    plain = [each.status for each in naming.name(shelf.items(0, 60))]
    assert twins.count(Status.SURE) <= 3
    assert plain.count(Status.SURE) >= 45


MINI, LARGE = math.log(60.0), math.log(110.0)  # roots of areas, millimetres


def mini_and_large(shelf: Shelf) -> Naming:
    """Six breads, one of them baked in two sizes that look the same."""
    learnt = {name(n): LearntProduct.of(shelf.photos(n, 12, log_size=LARGE)) for n in range(6)}
    learnt[name(6)] = LearntProduct.of(shelf.photos(5, 12, log_size=MINI))
    return Naming(learnt)


@pytest.mark.parametrize(("log_size", "product"), [(LARGE, 5), (MINI, 6)])
def test_size_tells_a_mini_bread_from_the_same_in_large(log_size: float, product: int) -> None:
    shelf = Shelf(6)
    named = mini_and_large(shelf).name(shelf.items(5, 40, log_size=log_size))
    assert {each.candidates[0].product_id for each in named} == {name(product)}
    assert [each.status for each in named].count(Status.SURE) >= 30


def test_of_unknown_size_a_mini_bread_and_the_same_in_large_ask() -> None:
    shelf = Shelf(6)
    named = mini_and_large(shelf).name(shelf.items(5, 40))
    assert [each.status for each in named].count(Status.SURE) <= 2


@pytest.mark.parametrize("photos", range(1, PHOTOS_FOR_SURE))
def test_with_few_photos_nothing_is_sure(photos: int) -> None:
    shelf = Shelf(6)
    naming = Naming(shelf.learnt(6, photos))
    named = [each for n in range(6) for each in naming.name(shelf.items(n, 10))]
    assert all(each.status is not Status.SURE for each in named)
    assert np.mean([each.status is Status.UNSURE for each in named]) > 0.8
    assert naming.photos_missing(name(0)) == PHOTOS_FOR_SURE - photos


def test_items_of_one_photo_count_as_one_photo() -> None:
    shelf = Shelf(4)
    naming = Naming(shelf.learnt(3, 8)).with_product(
        name(3), shelf.photos(3, 8), sources=[0, 0, 0, 0, 1, 1, 1, 1]
    )
    assert naming.photos_missing(name(3)) == PHOTOS_FOR_SURE - 2
    assert naming.photos_missing(name(2)) == 0
    assert all(each.status is not Status.SURE for each in naming.name(shelf.items(3, 10)))


def test_a_single_product_is_never_sure_and_never_fails() -> None:
    shelf = Shelf(2)
    naming = Naming(shelf.learnt(1, 10))
    for named in naming.name(np.concatenate([shelf.items(0, 5), shelf.items(1, 5)])):
        assert named.status is not Status.SURE
        assert [each.product_id for each in named.candidates] == [name(0)]


def test_before_anything_is_learnt_everything_is_unknown() -> None:
    (named,) = Naming().name(Shelf(1).items(0, 1))
    assert named.status is Status.UNKNOWN
    assert named.candidates == ()


def test_no_items_have_no_names() -> None:
    shelf = Shelf(3)
    assert Naming(shelf.learnt(3, 5)).name(np.zeros((0, 64), np.float32)) == []


def test_confidences_fall_and_leave_room_for_none_of_them() -> None:
    shelf = Shelf(6)
    for named in Naming(shelf.learnt(6, 8)).name(shelf.items(2, 20)):
        confidences = [each.confidence for each in named.candidates]
        assert confidences == sorted(confidences, reverse=True)
        assert len(confidences) == 3
        assert 0 < sum(confidences) < 1


def test_a_new_product_leaves_what_is_kept_of_the_others_alone() -> None:
    shelf = Shelf(5)
    before = Naming(shelf.learnt(4, 6))
    after = before.with_product(name(4), shelf.photos(4, 6))
    assert after.products == (*before.products, name(4))
    for product in before.products:
        assert after.learnt[product] is before.learnt[product]
    assert before.products == tuple(name(n) for n in range(4))
    assert after.name(shelf.items(4, 1))[0].candidates[0].product_id == name(4)


def test_removing_a_product_undoes_adding_it() -> None:
    shelf = Shelf(5)
    before = Naming(shelf.learnt(4, 6))
    again = before.with_product(name(4), shelf.photos(4, 6)).without_product(name(4))
    items = shelf.items(1, 5)
    assert again.name(items) == before.name(items)


def test_photos_add_up_and_a_product_can_be_learnt_anew() -> None:
    shelf = Shelf(3)
    naming = Naming(shelf.learnt(2, 3)).with_photos(name(2), shelf.photos(2, 3))
    assert naming.with_photos(name(2), shelf.photos(2, 4)).learnt[name(2)].photo_count == 7
    assert naming.with_product(name(2), shelf.photos(2, 4)).learnt[name(2)].photo_count == 4


def test_learning_and_naming_repeat_to_the_last_bit() -> None:
    shelf = Shelf(6)
    learnt, items = shelf.learnt(6, 7), shelf.items(3, 10)
    assert Naming(learnt).name(items) == Naming(dict(learnt)).name(items)


@pytest.mark.parametrize(
    ("embeddings", "sources"),
    [
        (np.zeros((0, 4, 8), np.float32), None),
        (np.zeros((3, 8), np.float32), None),
        (np.ones((3, 4, 8), np.float32), [0, 1]),
        (np.full((3, 4, 8), np.nan, np.float32), None),
    ],
)
def test_embeddings_of_the_wrong_form_are_refused(
    embeddings: np.ndarray[tuple[int, ...], np.dtype[np.float32]], sources: list[int] | None
) -> None:
    with pytest.raises(ValueError, match=r"embeddings|sources"):
        LearntProduct.of(embeddings, sources)


def test_several_looks_at_one_item_count_alike_however_they_are_added_up() -> None:
    shelf = Shelf(4)
    naming = Naming(shelf.learnt(4, 6))
    one, other, third = naming.evidence(shelf.items(1, 3))
    first = one.joined(other).joined(third)
    last = one.joined(other.joined(third))
    assert (first.looks, last.looks) == (3, 3)
    np.testing.assert_allclose(first.odds, last.odds, atol=1e-9)
    np.testing.assert_allclose(first.odds.sum(), 1.0)
    [candidate, *_] = naming.judge(first).candidates
    mean = np.mean([look.odds[1] for look in (one, other, third)])
    assert candidate.product_id == name(1)
    assert candidate.confidence == pytest.approx(mean)


def test_looks_that_contradict_each_other_are_never_sure() -> None:
    shelf = Shelf(4)
    naming = Naming(shelf.learnt(4, 6))
    [one] = naming.evidence(shelf.items(1, 1))
    [other] = naming.evidence(shelf.items(2, 1))
    assert naming.judge(one).status is Status.SURE
    assert naming.judge(one.joined(other)).status is not Status.SURE


def test_a_forgotten_item_leaves_the_rest_as_if_it_had_never_been_learnt() -> None:
    shelf = Shelf(4)
    photos, more = shelf.photos(1, 6), shelf.photos(1, 1)
    learnt = {**shelf.learnt(4, 6), name(1): LearntProduct.of(photos)}
    naming = Naming(learnt)
    again = naming.with_photos(name(1), more).without_item(name(1), more[0, 0])
    seen = shelf.items(1, 5)
    assert again.learnt[name(1)].photo_count == 6
    assert [each.candidates for each in again.name(seen)] == [
        each.candidates for each in naming.name(seen)
    ]


def test_with_its_only_item_a_product_is_forgotten() -> None:
    shelf = Shelf(5)
    only = shelf.photos(4, 1)
    naming = Naming(shelf.learnt(4, 6)).with_photos(name(4), only)
    assert naming.without_item(name(4), only[0, 0]).products == tuple(map(name, range(4)))


def test_what_was_never_learnt_takes_nothing_away() -> None:
    shelf = Shelf(5)
    naming = Naming(shelf.learnt(4, 6))
    assert naming.without_item(name(1), shelf.items(2, 1)[0]) is naming
    assert naming.without_item(name(4), shelf.items(4, 1)[0]) is naming
