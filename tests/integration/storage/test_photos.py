import errno
import hashlib
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from breadpos.domain.errors import DiskFull, StorageError
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from breadpos.storage.photos import Photo, PhotoFile, PhotoStore, SqlPhotos
from breadpos.storage.products import SqlProducts

JPEG = b"\xff\xd8\xff\xe0 a picture as far as the store is concerned"
PNG = b"\x89PNG\r\n\x1a\n another"
MELONPAN, CURRY = ProductId("melonpan"), ProductId("curry")
PHOTO = Photo(
    file=PhotoFile("ab" * 32, ".jpg"),
    size=(1280, 960),
    product_id=MELONPAN,
    origin=PhotoOrigin.LEARN,
    taken_at=datetime(2026, 4, 1, 6, 30, tzinfo=UTC),
)


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def labels(engine: Engine) -> SqlPhotos:
    SqlProducts(engine).put_all([Product(MELONPAN, "メロンパン"), Product(CURRY, "カレーパン")])
    return SqlPhotos(engine)


@pytest.mark.parametrize(("content", "suffix"), [(JPEG, ".jpg"), (PNG, ".png")])
def test_a_picture_is_filed_under_its_content(
    store: PhotoStore, tmp_path: Path, content: bytes, suffix: str
) -> None:
    filed = store.file(content)
    digest = hashlib.sha256(content).hexdigest()
    assert filed == PhotoFile(digest, suffix)
    assert store.path(filed) == tmp_path / "photos" / digest[:2] / f"{digest}{suffix}"
    assert store.path(filed).read_bytes() == content


def test_the_same_picture_is_filed_once(store: PhotoStore, tmp_path: Path) -> None:
    filed = store.file(JPEG)
    written = store.path(filed).stat().st_mtime_ns
    assert store.file(JPEG) == filed
    assert store.path(filed).stat().st_mtime_ns == written
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_filed_picture_that_was_cut_short_is_mended(store: PhotoStore) -> None:
    filed = store.file(JPEG)
    store.path(filed).write_bytes(JPEG[:10])
    store.file(JPEG)
    assert store.path(filed).read_bytes() == JPEG


def test_what_is_no_picture_is_not_filed(store: PhotoStore) -> None:
    with pytest.raises(ValueError, match="JPEG and PNG"):
        store.file(b"GIF89a")


def test_on_a_full_disk_no_part_of_a_picture_stays(
    store: PhotoStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        store.file(JPEG)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("in the way")
    with pytest.raises(StorageError, match="photo not saved"):
        PhotoStore(tmp_path / "photos").file(JPEG)


def test_a_label_comes_back_whole(labels: SqlPhotos) -> None:
    outlined = replace(
        PHOTO,
        file=PhotoFile("cd" * 32, ".png"),
        origin=PhotoOrigin.COUNTER,
        session="morning",
        box=(10.5, 20.0, 100.0, 90.25),
        outline=((10.5, 20.0), (110.5, 20.0), (60.0, 110.25)),
    )
    labels.add([PHOTO, outlined])
    assert labels.all() == [PHOTO, outlined]


def test_one_picture_may_show_several_items(labels: SqlPhotos) -> None:
    items = [replace(PHOTO, box=(x, 0.0, 50.0, 50.0)) for x in (0.0, 60.0)]
    labels.add(items)
    assert labels.all() == items


def test_the_same_item_takes_its_newest_label(labels: SqlPhotos) -> None:
    corrected = replace(PHOTO, product_id=CURRY)
    labels.add([PHOTO])
    labels.add([corrected])
    assert labels.all() == [corrected]
    assert labels.of(MELONPAN) == []
    assert labels.of(CURRY) == [corrected]


def test_a_photo_of_a_product_the_shop_does_not_have_is_refused(labels: SqlPhotos) -> None:
    with pytest.raises(StorageError, match="photos not saved"):
        labels.add([PHOTO, replace(PHOTO, box=(0.0, 0.0, 1.0, 1.0), product_id=ProductId("x"))])
    assert labels.all() == []
