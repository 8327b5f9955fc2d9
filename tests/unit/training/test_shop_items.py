"""What of a shop's photos is learnt from, however many there are and whatever is wrong with one."""

import os
import pickle
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId
from breadpos.storage.photos import Photo, PhotoFile, PhotoStore
from breadpos.training.events import Event
from breadpos.training.shop_items import ShopItem, learn_again, read_items
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import FoundItem
from breadpos.vision.preprocess import cut_out

MANY = 10_000
BREADS = tuple(ProductId(f"bread{n}") for n in range(20))


class WholePicture:
    """Finds one item, as large as the picture."""

    def find(self, image_bgr: NDArray[np.uint8]) -> list[FoundItem]:
        height, width = image_bgr.shape[:2]
        return [FoundItem(np.ones((height, width), bool), (0, 0, width, height), 1.0, cut=False)]


class MeanColour:
    """Embeds each square as the mean of its colours."""

    side_px = 16

    def embed(self, squares: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(squares.mean(axis=(2, 3)), np.float32)

    def sized(
        self, looks: NDArray[np.float32], found: list[FoundItem], _width_px: int
    ) -> NDArray[np.float32]:
        shape = (len(found), looks.shape[1] if looks.ndim == 3 else 1, 1)
        rows = looks if looks.ndim == 3 else looks[:, None]
        return np.concatenate([rows, np.zeros(shape, np.float32)], axis=2)


def picture(seed: int) -> bytes:
    pixels = np.random.default_rng(seed).integers(0, 255, (16, 16, 3), np.uint8)
    return bytes(cv2.imencode(".jpg", pixels)[1])


def filed(store: PhotoStore, number: int, like: Path | None, bread: ProductId) -> Photo:
    """A photo under a name of its own, whose content another has."""
    file = PhotoFile(f"{number:064x}", ".jpg")
    path = store.path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    if like is not None:
        os.link(like, path)
    return Photo(
        file=file,
        size=(16, 16),
        product_id=bread,
        origin=PhotoOrigin.LEARN,
        taken_at=datetime(2026, 11, 24, tzinfo=UTC),
        photo_id=number,
    )


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def kinds(tmp_path: Path) -> list[Path]:
    """One picture of each bread."""
    paths = [tmp_path / f"{n}.jpg" for n in range(len(BREADS))]
    for number, path in enumerate(paths):
        path.write_bytes(picture(number))
    return paths


@pytest.mark.slow
def test_a_damaged_picture_among_ten_thousand_is_named_and_the_others_are_read(
    store: PhotoStore, kinds: list[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(picture(1)[:120])
    photos = [
        filed(store, n, broken if n == 4_321 else kinds[n % 20], BREADS[n % 20])
        for n in range(MANY)
    ]
    events: list[Event] = []
    items = read_items(photos, store, WholePicture(), events.append)
    assert len(items) == MANY - 1
    assert {item.product for item in items} == set(BREADS)
    left_out = [event for event in events if event["event"] == "left_out"]
    assert [event["photo"] for event in left_out] == [f"{4_321:064x}.jpg"]
    assert left_out[0]["products"] == [BREADS[4_321 % 20]]
    done = [event["done"] for event in events if event["event"] == "reading"]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, MANY)


def test_ten_thousand_photos_of_twelve_megapixels_are_kept_in_a_gigabyte(tmp_path: Path) -> None:
    rows, columns = np.ogrid[:3_000, :4_000]
    bread = (rows - 1_500) ** 2 + (columns - 2_000) ** 2 < 1_200**2
    pixels = np.full((3_000, 4_000, 3), 200, np.uint8)
    crust = np.random.default_rng(1).integers(60, 160, (300, 400), np.uint8)
    pixels[bread] = cv2.resize(crust, (4_000, 3_000))[bread][:, None]
    found = FoundItem(bread[300:2_700, 800:3_200], (800, 300, 2_400, 2_400), 1.0, cut=False)
    photo = filed(PhotoStore(tmp_path), 1, None, BREADS[0])
    item = ShopItem.of(photo, tmp_path, found, pixels)
    assert len(pickle.dumps(item)) < 100_000
    assert np.array_equal(item.found.mask, found.mask)
    exact = cut_out(pixels, found.box, found.mask).image_bgr
    small = cv2.resize(exact, item.small_size, interpolation=cv2.INTER_AREA)
    off = np.abs(small.astype(int) - item.cutout.image_bgr)[item.cutout.mask]
    assert off.mean() < 3


def test_a_photo_removed_during_the_training_is_weighed_as_it_was_cut_out(
    store: PhotoStore, kinds: list[Path]
) -> None:
    photos = [filed(store, n, kinds[n], BREADS[n]) for n in range(3)]
    events: list[Event] = []
    items = read_items(photos, store, WholePicture(), events.append)
    items = [replace(item, photo=item.photo) for item in items]
    whole = weighed(items, events)
    store.path(photos[1].file).unlink()
    again = weighed(items, events)
    assert [each.shape for each in again] == [each.shape for each in whole]
    np.testing.assert_allclose(again[1][0], whole[1][0], atol=0.05)
    told = [(event["done"], event["of"]) for event in events if event["event"] == "weighing"]
    assert told[-1] == (3, 3)


@pytest.mark.parametrize(
    "box", [(16.0, 0.0, 9.0, 9.0), (-9.0, 0.0, 9.0, 9.0), (0.0, 99.0, 9.0, 9.0)]
)
def test_a_label_outside_its_picture_is_named_and_the_others_are_read(
    store: PhotoStore, kinds: list[Path], box: tuple[float, float, float, float]
) -> None:
    photos = [filed(store, n, kinds[n], BREADS[n]) for n in range(3)]
    photos[1] = replace(photos[1], box=box)
    events: list[Event] = []
    items = read_items(photos, store, WholePicture(), events.append)
    assert [item.product for item in items] == [BREADS[0], BREADS[2]]
    assert [event["why"] for event in events if event["event"] == "left_out"] == [
        "a label lies outside of it"
    ]


def weighed(items: list[ShopItem], events: list[Event]) -> list[NDArray[np.float32]]:
    embedder: Embedder = MeanColour()  # type: ignore[assignment]  # all that is asked of one
    return learn_again(items, [embedder], events.append)[0]
