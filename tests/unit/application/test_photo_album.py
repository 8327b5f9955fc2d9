from dataclasses import replace
from datetime import UTC, datetime, timedelta

from breadpos.application.photo_album import (
    Certainty,
    PhotoCard,
    PhotoFilter,
    Shelf,
    certainty_of,
    counted,
    filtered,
    waiting_cards,
)
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId

MELONPAN, CURRY = ProductId("melonpan"), ProductId("curry")
NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
PLAIN = PhotoCard(
    photo_id=1,
    file="aa.jpg",
    size=(1280, 960),
    box=None,
    product_id=MELONPAN,
    origin=PhotoOrigin.TEACH,
    taken_at=NOON,
)


def ids(cards: list[PhotoCard]) -> list[int]:
    return [card.photo_id for card in cards]


def test_photos_the_recogniser_was_sure_about_otherwise_are_looked_at_first() -> None:
    cards = [
        PLAIN,
        replace(PLAIN, photo_id=2, waiting=True, guess=CURRY),
        replace(PLAIN, photo_id=3, waiting=True, guess=CURRY, guess_sure=True),
        replace(PLAIN, photo_id=4, waiting=True, guess=CURRY, guess_sure=True, deleted_at=NOON),
        replace(PLAIN, photo_id=5, waiting=True, guess=MELONPAN, guess_sure=True),
    ]
    assert ids(waiting_cards(cards)) == [3, 2, 5]


def test_each_shelf_holds_what_it_says() -> None:
    cards = [
        PLAIN,
        replace(PLAIN, photo_id=2, waiting=True, suspected=CURRY),
        replace(PLAIN, photo_id=3, suspected=CURRY, confidence=0.2),
        replace(PLAIN, photo_id=4, suspected=CURRY, confidence=0.1),
        replace(PLAIN, photo_id=5, group=2),
        replace(PLAIN, photo_id=6, group=1),
        replace(PLAIN, photo_id=7, group=2),
        replace(PLAIN, photo_id=8, deleted_at=NOON, group=1),
    ]
    assert {shelf: ids(filtered(cards, PhotoFilter(shelf=shelf))) for shelf in Shelf} == {
        Shelf.ALL: [1, 3, 4, 5, 6, 7],
        Shelf.SUSPECTED: [4, 3],
        Shelf.ALIKE: [6, 5, 7],
        Shelf.DELETED: [8],
    }
    assert counted(cards) == {Shelf.ALL: 6, Shelf.SUSPECTED: 2, Shelf.ALIKE: 3, Shelf.DELETED: 1}


def test_filters_narrow_what_is_seen() -> None:
    cards = [
        PLAIN,
        replace(PLAIN, photo_id=2, product_id=CURRY, confidence=0.95),
        replace(PLAIN, photo_id=3, origin=PhotoOrigin.COUNTER, confidence=0.6),
        replace(PLAIN, photo_id=4, taken_at=NOON + timedelta(days=2), confidence=0.1),
    ]
    assert ids(filtered(cards, PhotoFilter(product_id=CURRY))) == [2]
    assert ids(filtered(cards, PhotoFilter(origin=PhotoOrigin.COUNTER))) == [3]
    assert ids(filtered(cards, PhotoFilter(since=NOON + timedelta(days=1)))) == [4]
    assert ids(filtered(cards, PhotoFilter(certainty=Certainty.LOW))) == [4]
    assert [certainty_of(card) for card in cards] == [
        None,
        Certainty.HIGH,
        Certainty.MIDDLE,
        Certainty.LOW,
    ]
