"""Trays on record: rows in the ledger, pictures in a folder for as long as they are wanted."""

import json
import logging
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, RowMapping, insert, select

from breadpos.domain.journal import TRAY, Signature
from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Detection
from breadpos.domain.tray_record import RecordedItem, TrayRecord, confidence_of, thinned
from breadpos.storage.database import reading, writing
from breadpos.storage.journal import append_entry, lock_ledger, next_number, plain
from breadpos.storage.photos import PhotoFile, PhotoStore
from breadpos.storage.schema import TRAY_COUNTER, sales, tray_items, trays

_log = logging.getLogger(__name__)
_JPEG = ".jpg"


class SqlTrays:
    """The records on one engine; each call is one transaction, journal included."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, record: TrayRecord) -> None:
        """Write a tray behind its receipt, for the day that receipt counts for."""
        with writing(self._engine, "tray") as connection:
            lock_ledger(connection)
            of = sales.c.number == record.receipt
            day = connection.scalars(select(sales.c.business_day).where(of)).one()
            number = next_number(connection, TRAY_COUNTER)
            head = _head_row(number, day, record)
            rows = [
                _item_row(number, position, day, item) for position, item in enumerate(record.items)
            ]
            connection.execute(insert(trays), head)
            if rows:
                connection.execute(insert(tray_items), rows)
            payload = {
                "number": number,
                "receipt": record.receipt,
                trays.name: [plain(head)],
                tray_items.name: [plain(row) for row in rows],
            }
            append_entry(connection, TRAY, payload, Signature(record.cashier))

    def of(self, receipt: int) -> TrayRecord | None:
        """The tray behind a receipt, if one is on record."""
        wanted = select(trays).where(trays.c.receipt == receipt).order_by(trays.c.number.desc())
        with reading(self._engine, "tray") as connection:
            head = connection.execute(wanted.limit(1)).mappings().one_or_none()
            if head is None:
                return None
            items = select(tray_items).where(tray_items.c.number == head["number"])
            rows = connection.execute(items.order_by(tray_items.c.position)).mappings().all()
        return _record_of(head, rows)

    def pictures_since(self, day: date) -> set[str]:
        """The pictures of receipts of a day and later."""
        wanted = select(trays.c.picture).where(trays.c.business_day >= day, trays.c.picture != "")
        with reading(self._engine, "trays") as connection:
            return set(connection.scalars(wanted))


class TrayPictures:
    """The folder of tray pictures, named by what is in them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = PhotoStore(folder)

    def keep(self, jpeg: bytes) -> str:
        """File a picture, and answer its name for `path`; a refusal is a StorageError."""
        return self._store.file(jpeg).sha256

    def path(self, picture: str) -> Path | None:
        """Where a picture lies; None once it is deleted."""
        found = self._store.path(PhotoFile(picture, _JPEG))
        return found if picture and found.exists() else None

    def keep_only(self, wanted: set[str], older_than_s: float) -> int:
        """Delete other pictures than those, unless they came after a moment; returns how many."""
        gone = 0
        for path in self._folder.glob(f"*/*{_JPEG}"):
            try:
                if path.stem not in wanted and path.stat().st_mtime < older_than_s:
                    path.unlink()
                    gone += 1
            except OSError as error:
                _log.warning("%s not deleted: %s", path, error)
        return gone


def _head_row(number: int, day: date, record: TrayRecord) -> dict[str, Any]:
    return {
        "number": number,
        "receipt": record.receipt,
        "business_day": day,
        "at": record.at,
        "model": record.model,
        "cashier": record.cashier,
        "width": record.size[0],
        "height": record.size[1],
        "picture": record.picture,
    }


def _item_row(number: int, position: int, day: date, item: RecordedItem) -> dict[str, Any]:
    found = item.detection
    told = {
        "box": [round(side) for side in found.box],
        "outline": thinned(found.outline),
        "candidates": [[c.product_id, round(c.confidence, 4)] for c in found.candidates],
    }
    return {
        "number": number,
        "position": position,
        "business_day": day,
        "status": found.status,
        "confidence": round(confidence_of(found.candidates), 4),
        "read_as": item.read_as,
        "charged_as": item.charged_as,
        "word": item.word,
        "read_minor": item.read_price.minor,
        "charged_minor": item.charged_price.minor,
        "told": json.dumps(told, separators=(",", ":"), ensure_ascii=False),
    }


def _record_of(head: RowMapping, rows: Sequence[RowMapping]) -> TrayRecord:
    return TrayRecord(
        receipt=head["receipt"],
        at=head["at"],
        size=(head["width"], head["height"]),
        items=tuple(_item_of(row) for row in rows),
        model=head["model"],
        cashier=head["cashier"],
        picture=head["picture"],
    )


def _item_of(row: RowMapping) -> RecordedItem:
    told: Mapping[str, Any] = json.loads(row["told"])
    left, top, width, height = told["box"]
    return RecordedItem(
        detection=Detection(
            box=(left, top, width, height),
            outline=tuple((x, y) for x, y in told["outline"]),
            status=row["status"],
            candidates=tuple(Candidate(ProductId(key), sure) for key, sure in told["candidates"]),
        ),
        read_as=row["read_as"],
        charged_as=row["charged_as"],
        word=row["word"],
        read_price=Money(row["read_minor"]),
        charged_price=Money(row["charged_minor"]),
    )
