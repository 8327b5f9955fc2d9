import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from breadpos.domain.errors import StorageError
from breadpos.domain.sale import Sale
from breadpos.storage.journal import SqlJournal
from breadpos.storage.sales import SqlSales
from breadpos.storage.trays import SqlTrays, TrayPictures
from tests.integration.storage.records import make_record

SaleMaker = Callable[..., Sale]

JPEG = b"\xff\xd8\xff a tray"


def test_a_tray_is_found_again_by_its_receipt(engine: Engine, make_sale: SaleMaker) -> None:
    sold = SqlSales(engine).add(make_sale())
    record = make_record(sold.number, picture="ab" * 32)
    SqlTrays(engine).add(record)
    assert SqlTrays(engine).of(sold.number) == record
    assert SqlTrays(engine).of(sold.number + 1) is None


def test_the_journal_says_whose_words_they_are(engine: Engine, make_sale: SaleMaker) -> None:
    sold = SqlSales(engine).add(make_sale())
    SqlTrays(engine).add(make_record(sold.number))
    entry = SqlJournal(engine).about(sold.number)[-1]
    assert (entry.kind, entry.cashier) == ("tray", "佐藤")


def test_a_tray_without_a_receipt_is_refused(engine: Engine) -> None:
    with pytest.raises(StorageError):
        SqlTrays(engine).add(make_record(7))


def test_a_tray_on_record_stays(engine: Engine, make_sale: SaleMaker) -> None:
    sold = SqlSales(engine).add(make_sale())
    SqlTrays(engine).add(make_record(sold.number))
    with engine.begin() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(text("UPDATE tray_items SET charged_minor = 1"))


def test_pictures_are_kept_for_their_days_and_no_longer(
    engine: Engine, make_sale: SaleMaker, tmp_path: Path
) -> None:
    pictures, trays = TrayPictures(tmp_path / "trays"), SqlTrays(engine)
    kept, other = pictures.keep(JPEG), pictures.keep(JPEG + b" another")
    sold = SqlSales(engine).add(make_sale())
    trays.add(make_record(sold.number, picture=kept))
    for name in (kept, other):
        path = pictures.path(name)
        assert path is not None
        os.utime(path, (1_000, 1_000))
    fresh = pictures.keep(JPEG + b" of a sale that is being filed")

    wanted = trays.pictures_since(sold.business_day)
    assert pictures.keep_only(wanted, older_than_s=2_000) == 1
    assert pictures.path(kept) is not None
    assert pictures.path(fresh) is not None
    assert pictures.path(other) is None

    assert pictures.keep_only(trays.pictures_since(date(2099, 1, 1)), older_than_s=2_000) == 1
    assert pictures.path(kept) is None
    assert pictures.path("") is None
