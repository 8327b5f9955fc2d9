from dataclasses import replace
from datetime import UTC, datetime

import pytest

from breadpos.application.lessons import lessons_between
from breadpos.application.photo_album import PhotoCard
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId

MELONPAN, CURRY = ProductId("melonpan"), ProductId("curry")
NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
LEARNT = PhotoCard(
    photo_id=1,
    file="aa.jpg",
    size=(1280, 960),
    box=None,
    product_id=MELONPAN,
    origin=PhotoOrigin.COUNTER,
    taken_at=NOON,
)
WAITING, DELETED = replace(LEARNT, waiting=True), replace(LEARNT, deleted_at=NOON)


@pytest.mark.parametrize(
    ("before", "after", "forget_as", "learn_as"),
    [
        (WAITING, LEARNT, None, MELONPAN),
        (WAITING, replace(LEARNT, product_id=CURRY), None, CURRY),
        (LEARNT, replace(LEARNT, product_id=CURRY), MELONPAN, CURRY),
        (LEARNT, WAITING, MELONPAN, None),
        (LEARNT, DELETED, MELONPAN, None),
        (DELETED, LEARNT, None, MELONPAN),
    ],
)
def test_a_changed_label_is_forgotten_as_it_was_and_learnt_as_it_is(
    before: PhotoCard, after: PhotoCard, forget_as: str | None, learn_as: str | None
) -> None:
    (lesson,) = lessons_between([before], [after])
    assert (lesson.forget_as, lesson.learn_as) == (forget_as, learn_as)
    assert lesson.photo == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LEARNT, replace(LEARNT, suspected=CURRY)),
        (WAITING, replace(WAITING, deleted_at=NOON)),
        (DELETED, replace(DELETED, product_id=CURRY)),
    ],
)
def test_what_was_not_learnt_and_is_not_to_be_means_nothing(
    before: PhotoCard, after: PhotoCard
) -> None:
    assert lessons_between([before], [after]) == []
