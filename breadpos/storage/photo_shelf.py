"""The labels as a person goes through them: named anew, accepted, deleted, brought back, swept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from breadpos.application.photo_album import KEPT_DAYS, PhotoCard
from breadpos.application.ports import Clock
from breadpos.domain.product import ProductId
from breadpos.storage.database import reading, writing
from breadpos.storage.photos import PhotoFile, PhotoStore
from breadpos.storage.schema import photo_checks, photos

_AT_ONCE = 250
"""Ids in one statement; SQLite takes some thousands."""


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """What a check says of one photo; see PhotoCard."""

    photo_id: int
    confidence: float | None
    suspected: ProductId | None = None
    group: int | None = None


class SqlPhotoShelf:
    """A PhotoAlbum on one engine; each call is one transaction."""

    def __init__(self, engine: Engine, clock: Clock, store: PhotoStore) -> None:
        self._engine = engine
        self._clock = clock
        self._store = store

    def cards(self) -> Sequence[PhotoCard]:
        """Every photo, newest first; see the port."""
        wanted = (
            select(*_CARD)
            .select_from(photos.outerjoin(photo_checks))
            .order_by(photos.c.taken_at.desc(), photos.c.photo_id.desc())
        )
        with reading(self._engine, "photos") as connection:
            return [_card(row) for row in connection.execute(wanted)]

    def waiting_count(self) -> int:
        """How many wait for a glance; see the port."""
        waiting = photos.c.waiting.is_(True) & photos.c.deleted_at.is_(None)
        with reading(self._engine, "photos") as connection:
            return connection.execute(select(func.count()).where(waiting)).scalar_one()

    def relabel(self, photo_ids: Iterable[int], product_id: ProductId) -> None:
        """Give photos another name, and accept them; see the port."""
        ids = list(photo_ids)
        with writing(self._engine, "photos") as connection:
            _change(connection, ids, product_id=product_id, waiting=False)
            _forget_checks(connection, ids)

    def accept(self, photo_ids: Iterable[int]) -> None:
        with writing(self._engine, "photos") as connection:
            _change(connection, photo_ids, waiting=False)

    def put_back(self, cards: Iterable[PhotoCard]) -> None:
        """Make photos what they were; see the port."""
        statement = (
            update(photos)
            .where(photos.c.photo_id == bindparam("card"))
            .values(
                product_id=bindparam("product"),
                waiting=bindparam("waits"),
                deleted_at=bindparam("deleted"),
            )
        )
        rows = [
            {
                "card": card.photo_id,
                "product": card.product_id,
                "waits": card.waiting,
                "deleted": card.deleted_at,
            }
            for card in cards
        ]
        with writing(self._engine, "photos") as connection:
            if rows:
                connection.execute(statement, rows)

    def delete(self, photo_ids: Iterable[int]) -> None:
        with writing(self._engine, "photos") as connection:
            _change(connection, photo_ids, deleted_at=self._clock.now())

    def restore(self, photo_ids: Iterable[int]) -> None:
        with writing(self._engine, "photos") as connection:
            _change(connection, photo_ids, deleted_at=None)

    def sweep(self) -> int:
        """Remove what was deleted over KEPT_DAYS ago for good; returns how many.

        A picture is removed when no label needs it any more. Where there is nothing to remove
        the database is not held, for a sale may be waiting for it. The newest label stays until
        there is a newer one: its number would be given again, and models remember numbers.
        """
        newest = select(func.max(photos.c.photo_id)).scalar_subquery()
        old = and_(
            photos.c.deleted_at < self._clock.now() - timedelta(days=KEPT_DAYS),
            photos.c.photo_id < newest,
        )
        doomed = select(photos.c.photo_id, photos.c.sha256, photos.c.suffix).where(old)
        with reading(self._engine, "photos") as connection:
            gone = connection.execute(doomed).all()
        if not gone:
            return 0
        files = {PhotoFile(row.sha256, row.suffix) for row in gone}
        last = max(row.photo_id for row in gone)
        with writing(self._engine, "photos") as connection:
            _forget_checks(connection, [row.photo_id for row in gone])
            connection.execute(delete(photos).where(old, photos.c.photo_id <= last))
            needed = _needed(connection, [file.sha256 for file in files])
        for file in files:
            if file.sha256 not in needed:
                self._store.remove(file)
        return len(gone)

    def note_checks(self, checks: Sequence[PhotoCheck]) -> None:
        """Let this be all that checks say; photos removed meanwhile are passed over.

        Written a few at a time, for whoever checks has to give way and must not hold the
        database while it does.
        """
        with reading(self._engine, "photos") as connection:
            there = list(connection.execute(select(photos.c.photo_id)).scalars())
        found = {check.photo_id: check for check in checks}
        for part in _parts(there):
            rows = [
                {
                    "photo_id": number,
                    "confidence": found[number].confidence,
                    "suspected": found[number].suspected,
                    "group_number": found[number].group,
                }
                for number in part
                if number in found
            ]
            with writing(self._engine, "photo checks") as connection:
                _forget_checks(connection, part)
                if rows:
                    connection.execute(insert(photo_checks), rows)


_CARD: tuple[ColumnElement[Any], ...] = (
    photos.c.photo_id,
    photos.c.sha256,
    photos.c.suffix,
    photos.c.width,
    photos.c.height,
    photos.c.product_id,
    photos.c.box_left,
    photos.c.box_top,
    photos.c.box_width,
    photos.c.box_height,
    photos.c.origin,
    photos.c.taken_at,
    photos.c.cashier,
    photos.c.guess,
    photos.c.guess_confidence,
    photos.c.guess_sure,
    photos.c.waiting,
    photos.c.deleted_at,
    photo_checks.c.confidence,
    photo_checks.c.suspected,
    photo_checks.c.group_number,
)


def _card(row: Row[Any]) -> PhotoCard:
    values: tuple[Any, ...] = tuple(row)
    number, sha256, suffix, width, height, product, left, top, wide, high = values[:10]
    origin, taken_at, cashier, guess, guessed, sure, waiting, deleted, *check = values[10:]
    return PhotoCard(
        photo_id=number,
        file=sha256 + suffix,
        size=(width, height),
        box=None if left is None else (left, top, wide, high),
        product_id=product,
        origin=origin,
        taken_at=taken_at,
        cashier=cashier,
        guess=guess,
        guess_confidence=guessed,
        guess_sure=sure,
        waiting=waiting,
        deleted_at=deleted,
        confidence=check[0],
        suspected=check[1],
        group=check[2],
    )


def _change(connection: Connection, photo_ids: Iterable[int], **values: object) -> None:
    for part in _parts(photo_ids):
        connection.execute(update(photos).where(photos.c.photo_id.in_(part)).values(**values))


def _forget_checks(connection: Connection, photo_ids: Iterable[int]) -> None:
    for part in _parts(photo_ids):
        connection.execute(delete(photo_checks).where(photo_checks.c.photo_id.in_(part)))


def _needed(connection: Connection, names: Sequence[str]) -> set[str]:
    """Those of the pictures that a label still names."""
    wanted = select(photos.c.sha256).distinct()
    needed: set[str] = set()
    for at in range(0, len(names), _AT_ONCE):
        part = names[at : at + _AT_ONCE]
        needed |= set(connection.execute(wanted.where(photos.c.sha256.in_(part))).scalars())
    return needed


def _parts(photo_ids: Iterable[int]) -> Iterator[list[int]]:
    ids = list(photo_ids)
    for at in range(0, len(ids), _AT_ONCE):
        yield ids[at : at + _AT_ONCE]
