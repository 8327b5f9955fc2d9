from typing import Any

from breadpos.application.photograph_next import Why, wanted_photos
from breadpos.domain.product import ProductId

ANPAN, KOSHIAN, MELONPAN = ProductId("anpan"), ProductId("koshian"), ProductId("melonpan")


def report(confusion: list[list[int]]) -> dict[str, Any]:
    return {"products": [ANPAN, KOSHIAN, MELONPAN], "confusion": confusion}


def test_a_bread_that_cannot_be_sold_yet_comes_first() -> None:
    photos = {ANPAN: 30, KOSHIAN: 7, MELONPAN: 2}
    wanted = wanted_photos(photos, None)
    assert [(each.product_id, each.why) for each in wanted] == [
        (MELONPAN, Why.TOO_FEW),
        (KOSHIAN, Why.FEW),
    ]


def test_a_bread_that_is_taken_for_another_names_it() -> None:
    photos = {ANPAN: 30, KOSHIAN: 30, MELONPAN: 9}
    wanted = wanted_photos(photos, report([[6, 4, 0], [2, 8, 0], [0, 0, 10]]))
    assert [(each.product_id, each.other) for each in wanted] == [
        (ANPAN, KOSHIAN),
        (KOSHIAN, ANPAN),
        (MELONPAN, None),
    ]


def test_it_is_enough_when_every_bread_has_its_photos_and_is_named_right() -> None:
    photos = {ANPAN: 12, KOSHIAN: 12, MELONPAN: 12}
    assert wanted_photos(photos, report([[10, 0, 0], [0, 10, 0], [0, 0, 10]])) == ()


def test_a_bread_the_training_did_not_know_or_did_not_test_is_counted_only() -> None:
    new = ProductId("new")
    untested = report([[0, 0, 0], [0, 10, 0], [0, 0, 10]])
    wanted = wanted_photos({ANPAN: 12, new: 6, MELONPAN: 1}, untested)
    assert [(each.product_id, each.why) for each in wanted] == [
        (MELONPAN, Why.TOO_FEW),
        (new, Why.FEW),
    ]


def test_a_single_bread_has_nothing_it_could_be_taken_for() -> None:
    alone = {"products": [ANPAN], "confusion": [[5]]}
    assert wanted_photos({ANPAN: 20}, alone) == ()
