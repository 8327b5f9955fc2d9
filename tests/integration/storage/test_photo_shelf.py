from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from breadpos.application.photo_album import PhotoCard, Shelf, counted, waiting_cards
from breadpos.domain.errors import StorageError
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from breadpos.storage.photo_shelf import PhotoCheck, SqlPhotoShelf
from breadpos.storage.photos import Doubt, Photo, PhotoStore, SqlPhotos
from breadpos.storage.products import SqlProducts

MELONPAN, CURRY = ProductId("melonpan"), ProductId("curry")
NOW = datetime(2026, 4, 1, 20, 0, tzinfo=UTC)
JPEG = b"\xff\xd8\xff\xe0 picture "


class Watch:
    """A clock that is put forward."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def labels(engine: Engine) -> SqlPhotos:
    SqlProducts(engine).put_all([Product(MELONPAN, "メロンパン"), Product(CURRY, "カレーパン")])
    return SqlPhotos(engine)


@pytest.fixture
def shelf(engine: Engine, watch: Watch, labels: SqlPhotos, store: PhotoStore) -> SqlPhotoShelf:
    assert labels.all() == []
    return SqlPhotoShelf(engine, watch, store)


def photo(store: PhotoStore, number: int, doubt: Doubt | None = None) -> Photo:
    return Photo(
        file=store.file(JPEG + bytes([number])),
        size=(1280, 960),
        product_id=MELONPAN,
        origin=PhotoOrigin.COUNTER if doubt else PhotoOrigin.TEACH,
        taken_at=NOW + timedelta(minutes=number),
        box=(10.0, 20.0, 100.0, 90.0),
        doubt=doubt,
    )


def ids(cards: list[PhotoCard] | tuple[PhotoCard, ...]) -> list[int]:
    return [card.photo_id for card in cards]


def test_a_correction_waits_and_nothing_learns_from_it_until_it_is_accepted(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    doubtful = photo(store, 1, Doubt("佐藤", CURRY, 0.97, sure=True))
    labels.add([doubtful])
    assert labels.all() == []
    (card,) = waiting_cards(shelf.cards())
    assert (card.cashier, card.guess, card.guess_confidence) == ("佐藤", CURRY, 0.97)
    assert card.is_contradicted
    assert shelf.waiting_count() == 1

    shelf.accept([card.photo_id])
    assert shelf.waiting_count() == 0
    assert labels.all() == [replace(doubtful, doubt=None)]


def test_a_correction_that_was_wrong_is_fixed_with_another_name(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    labels.add([photo(store, 1, Doubt())])
    shelf.relabel([shelf.cards()[0].photo_id], CURRY)
    assert [each.product_id for each in labels.all()] == [CURRY]
    assert shelf.waiting_count() == 0


def test_a_photo_cannot_be_given_a_name_the_shop_does_not_have(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    labels.add([photo(store, 1)])
    with pytest.raises(StorageError):
        shelf.relabel([shelf.cards()[0].photo_id], ProductId("nobody"))
    assert [each.product_id for each in labels.all()] == [MELONPAN]


def test_deleted_photos_are_not_learnt_and_come_back_as_they_were(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    labels.add([photo(store, 1), photo(store, 2, Doubt())])
    before = tuple(shelf.cards())
    shelf.delete(ids(before))
    assert labels.all() == []
    assert shelf.waiting_count() == 0
    assert counted(shelf.cards())[Shelf.DELETED] == 2
    shelf.restore(ids(before))
    assert tuple(shelf.cards()) == before


def test_everything_can_be_undone(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    labels.add([photo(store, 1), photo(store, 2, Doubt())])
    before = tuple(shelf.cards())
    shelf.relabel(ids(before), CURRY)
    shelf.delete(ids(before))
    shelf.put_back(before)
    shelf.put_back(())
    assert tuple(shelf.cards()) == before


def test_deleted_photos_are_swept_when_their_time_is_over(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore, watch: Watch
) -> None:
    old, fresh = photo(store, 1), photo(store, 2)
    labels.add([old, fresh])
    cards = {card.file: card.photo_id for card in shelf.cards()}
    shelf.delete([cards[f"{old.file.sha256}.jpg"]])
    watch.time += timedelta(days=29)
    shelf.delete([cards[f"{fresh.file.sha256}.jpg"]])
    assert shelf.sweep() == 0
    watch.time += timedelta(days=2)
    assert shelf.sweep() == 1
    assert not store.path(old.file).exists()
    assert store.path(fresh.file).exists()
    assert len(shelf.cards()) == 1


def test_a_picture_that_another_label_needs_is_not_swept(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore, watch: Watch
) -> None:
    one = photo(store, 1)
    labels.add([one, replace(one, box=(300.0, 20.0, 100.0, 90.0))])
    shelf.delete([shelf.cards()[-1].photo_id])
    watch.time += timedelta(days=31)
    assert shelf.sweep() == 1
    assert store.path(one.file).exists()


def test_the_number_of_a_swept_photo_is_not_given_again(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore, watch: Watch
) -> None:
    labels.add([photo(store, 1), photo(store, 2)])
    newest = shelf.cards()[0].photo_id
    shelf.delete([newest])
    watch.time += timedelta(days=31)
    assert shelf.sweep() == 0
    labels.add([photo(store, 3)])
    assert shelf.cards()[0].photo_id > newest
    assert shelf.sweep() == 1


def test_what_a_check_found_is_told_with_the_photo(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    labels.add([photo(store, 1), photo(store, 2)])
    second, first = shelf.cards()
    shelf.note_checks([PhotoCheck(99, 0.1), PhotoCheck(first.photo_id, 0.9)])
    shelf.note_checks([PhotoCheck(second.photo_id, 0.03, CURRY, 4), PhotoCheck(99, 0.1)])
    checked, unchecked = shelf.cards()
    assert (checked.confidence, checked.suspected, checked.group) == (0.03, CURRY, 4)
    assert unchecked == first
    shelf.relabel([second.photo_id], CURRY)
    assert shelf.cards()[0].suspected is None


def test_a_photo_that_comes_again_under_another_name_is_not_doubted_for_the_one_before(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    labels.add([photo(store, 1)])
    shelf.note_checks([PhotoCheck(shelf.cards()[0].photo_id, 0.03, CURRY, 4)])
    labels.add([replace(photo(store, 1), product_id=CURRY)])
    (card,) = shelf.cards()
    assert (card.product_id, card.confidence, card.suspected) == (CURRY, None, None)


def test_many_photos_are_changed_at_once(
    shelf: SqlPhotoShelf, labels: SqlPhotos, store: PhotoStore
) -> None:
    one = photo(store, 1)
    labels.add(replace(one, box=(float(n), 0.0, 5.0, 5.0)) for n in range(1_100))
    shelf.delete(ids(tuple(shelf.cards())))
    assert labels.all() == []
