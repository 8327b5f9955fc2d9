from dataclasses import replace
from datetime import UTC, datetime

import pytest

from breadpos.application.lessons import lessons_between, lessons_missed
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


REPORT = {
    "listed": [1, 2, 3],
    "photos": [{"photo": 1, "product": "melonpan"}, {"photo": 2, "product": "melonpan"}],
}


def test_what_was_labelled_after_a_training_began_is_learnt_when_its_version_is_used() -> None:
    cards = [
        LEARNT,
        replace(LEARNT, photo_id=2, product_id=CURRY),
        replace(LEARNT, photo_id=3),  # left out, for it could not be read
        replace(LEARNT, photo_id=4, product_id=CURRY),
        replace(WAITING, photo_id=5),
    ]
    missed = [
        (each.photo.photo_id, each.forget_as, each.learn_as)
        for each in lessons_missed(cards, REPORT)
    ]
    assert missed == [(2, MELONPAN, CURRY), (4, None, CURRY)]


def test_a_photo_deleted_during_the_training_is_forgotten() -> None:
    (lesson,) = lessons_missed([DELETED], REPORT)
    assert (lesson.forget_as, lesson.learn_as) == (MELONPAN, None)


def test_an_older_report_does_not_tell_and_nothing_is_guessed() -> None:
    assert lessons_missed([LEARNT], {"photos": [{"product": "melonpan"}]}) == []
