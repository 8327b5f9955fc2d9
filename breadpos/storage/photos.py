"""Labelled photographs: the files by their content, the labels in the database."""

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, delete, insert, select, update

from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Box, Point
from breadpos.storage.database import reading, refusal, writing
from breadpos.storage.schema import photo_checks, photos
from breadpos.whole_file import write_whole

_log = logging.getLogger(__name__)

_SUFFIXES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
_BOX = ("box_left", "box_top", "box_width", "box_height")


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A picture in the store.

    Attributes:
        sha256: of the file, 64 hexadecimal digits.
        suffix: ".jpg" or ".png".
    """

    sha256: str
    suffix: str

    @classmethod
    def named(cls, name: str) -> "PhotoFile":
        """By its name in the store, which is how the album calls it."""
        path = Path(name)
        return cls(path.stem, path.suffix)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A label that a cashier gave against the recogniser.

    Attributes:
        cashier: who gave it; empty where nobody signs in.
        guess: what the recogniser took the item for; None if it did not know.
        confidence: of the guess, 0 to 1.
        sure: the recogniser would have charged its guess without asking.
    """

    cashier: str = ""
    guess: ProductId | None = None
    confidence: float = 0.0
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A labelled picture of one item, or of several alike.

    Attributes:
        size: width and height of the upright picture, pixels.
        taken_at: aware.
        session: what was photographed together, and so must not be split between training
            and validation; free text.
        box: the item, pixels of the upright picture; None for the whole picture.
        outline: the item's contour, where it is known.
        doubt: it waits for a glance, and nothing learns from it before; None once it is accepted.
        photo_id: once it is filed.
    """

    file: PhotoFile
    size: tuple[int, int]
    product_id: ProductId
    origin: PhotoOrigin
    taken_at: datetime
    session: str = ""
    box: Box | None = None
    outline: tuple[Point, ...] | None = None
    doubt: Doubt | None = None
    photo_id: int | None = field(default=None, compare=False)


class PhotoStore:
    """A folder of pictures named by what is in them: ab/<sha256>.jpg."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, file: PhotoFile) -> Path:
        return self._folder / file.sha256[:2] / f"{file.sha256}{file.suffix}"

    def file(self, content: bytes) -> PhotoFile:
        """File a picture, once however often it comes; it is on disk, whole, when this returns.

        Args:
            content: the bytes of a JPEG or PNG file, kept as they are.

        Raises:
            ValueError: it is neither.
            DiskFull: there is no room; nothing was left behind.
            StorageError: the folder cannot be written.
        """
        filed = PhotoFile(hashlib.sha256(content).hexdigest(), _suffix_of(content))
        path = self.path(filed)
        try:
            if not (path.exists() and path.stat().st_size == len(content)):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, content)
        except OSError as error:
            raise refusal("photo", "saved", error) from error
        return filed

    def remove(self, file: PhotoFile) -> None:
        """Remove a picture that no label needs; one that cannot be removed stays."""
        try:
            self.path(file).unlink(missing_ok=True)
        except OSError as error:
            _log.warning("photo %s stays: %s", file.sha256, error)


class SqlPhotos:
    """The labels on one engine; each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, labelled: Iterable[Photo]) -> None:
        """Label pictures, all or none; the same part of a picture takes its newest label.

        Raises:
            StorageError: the database refused, for instance a product the shop does not have.
        """
        with writing(self._engine, "photos") as connection:
            for photo in labelled:
                _put(connection, photo)

    def all(self) -> Sequence[Photo]:
        """Every label to learn from, in the order they were given."""
        return self._where()

    def of(self, product_id: ProductId) -> Sequence[Photo]:
        """A product's photos to learn from, in the order they were given."""
        return self._where(photos.c.product_id == product_id)

    def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Photo]:
        learnt = photos.c.waiting.is_(False) & photos.c.deleted_at.is_(None)
        wanted = select(photos).where(learnt, *conditions).order_by(photos.c.photo_id)
        with reading(self._engine, "photos") as connection:
            return [_photo_of(row) for row in connection.execute(wanted).mappings()]


def _suffix_of(content: bytes) -> str:
    for magic, suffix in _SUFFIXES.items():
        if content.startswith(magic):
            return suffix
    raise ValueError("only JPEG and PNG files are kept as photos")


def _put(connection: Connection, photo: Photo) -> None:
    values: dict[str, Any] = {
        "suffix": photo.file.suffix,
        "width": photo.size[0],
        "height": photo.size[1],
        "product_id": photo.product_id,
        "outline": [list(point) for point in photo.outline] if photo.outline else None,
        "origin": photo.origin,
        "session": photo.session,
        "taken_at": photo.taken_at,
        "deleted_at": None,
        **_doubt(photo.doubt),
    }
    box = dict(zip(_BOX, photo.box or (None,) * 4, strict=True))
    same = [photos.c.sha256 == photo.file.sha256] + [photos.c[key] == box[key] for key in _BOX]
    if connection.execute(update(photos).where(*same).values(values)).rowcount:
        named = select(photos.c.photo_id).where(*same)  # what was checked was another label
        connection.execute(delete(photo_checks).where(photo_checks.c.photo_id.in_(named)))
    else:
        connection.execute(insert(photos).values(sha256=photo.file.sha256, **values, **box))


def _doubt(doubt: Doubt | None) -> dict[str, Any]:
    if doubt is None:
        return {"waiting": False}
    return {
        "waiting": True,
        "cashier": doubt.cashier,
        "guess": doubt.guess,
        "guess_confidence": doubt.confidence,
        "guess_sure": doubt.sure,
    }


def _photo_of(row: RowMapping) -> Photo:
    left, top, width, height = (row[key] for key in _BOX)
    outline = row["outline"]
    return Photo(
        file=PhotoFile(row["sha256"], row["suffix"]),
        size=(row["width"], row["height"]),
        product_id=ProductId(row["product_id"]),
        origin=row["origin"],
        taken_at=row["taken_at"],
        session=row["session"],
        box=None if left is None else (left, top, width, height),
        outline=None if outline is None else tuple((x, y) for x, y in outline),
        photo_id=row["photo_id"],
    )
