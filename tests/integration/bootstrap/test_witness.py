"""Trays on record, in a real folder and a real database."""

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from breadpos.application.frames import Frame
from breadpos.application.witness import Seen
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.bootstrap.witness import ShopReplays, TrayWitness, sweep
from breadpos.domain.errors import SaleNotFound
from breadpos.domain.money import Money
from breadpos.domain.product import Product
from breadpos.domain.recognition import Recognition
from breadpos.domain.refund import Slip, void_of
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.tax import Place, TaxClass, TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from breadpos.settings import Home
from breadpos.storage import photos
from breadpos.storage.trays import SqlTrays, TrayPictures
from tests.integration.conftest import Run
from tests.integration.storage.records import ANPAN, MELONPAN, NOW, make_record

SIZE = (640, 480)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(Home(tmp_path / "home")) as opened:
        for product_id, name in ((MELONPAN, "メロンパン"), (ANPAN, "あんぱん")):
            opened.products.put(Product(product_id, name, Money(180)))
        yield opened


@pytest.fixture
def sale(shop: Shop) -> Sale:
    line = SaleLine(MELONPAN, "メロンパン", Money(180), 2, TaxClass.FOOD, 800, True)
    paid = (Payment(TenderKind.CASH, Money(360)),)
    taxes = (TaxSplit(800, Money(360), Money(26)),)
    day = NOW.date()
    return shop.sales.add(Sale("s1", NOW, Place.TAKEOUT, (line,), taxes, paid, day, cashier="佐藤"))


def witness_of(shop: Shop, days: int = 30) -> TrayWitness:
    trays, pictures = SqlTrays(shop.engine), TrayPictures(shop.home.trays)
    return TrayWitness(trays, pictures, lambda work: work(), days=lambda: days)


def seen(looked_at_s: float = 1.0) -> Seen:
    return Seen(items=make_record(1).items, size=SIZE, looked_at_s=looked_at_s, model="v7")


def look(witness: TrayWitness, grey: int, at_s: float, size: tuple[int, int] = SIZE) -> None:
    pixels = np.full((size[1], size[0], 3), grey, np.uint8)
    detections = tuple(item.detection for item in make_record(1).items)
    witness.look(Frame(pixels, at_s, 0), Recognition(0, at_s, size, detections))


def test_the_picture_is_that_of_the_frame_the_tray_was_read_from(shop: Shop, sale: Sale) -> None:
    witness = witness_of(shop)
    look(witness, 40, 1.0)
    look(witness, 200, 1.1)
    witness.hold(seen(1.0))
    look(witness, 250, 9.0)
    witness.file(sale, seen(1.0))
    replay = ShopReplays(shop).of(sale.number)
    assert replay.record is not None
    assert replay.picture is not None
    assert (replay.record.model, replay.record.cashier) == ("v7", "佐藤")
    with Image.open(replay.picture) as picture:
        assert picture.size == SIZE
        assert abs(np.asarray(picture).mean() - 40) < 3


def test_a_picture_of_another_size_is_not_taken_for_the_tray_s(shop: Shop, sale: Sale) -> None:
    witness = witness_of(shop)
    look(witness, 40, 1.0, (320, 240))
    witness.hold(seen())
    witness.file(sale, seen())
    replay = ShopReplays(shop).of(sale.number)
    assert replay.record is not None
    assert (replay.record.picture, replay.picture) == ("", None)


def test_a_full_disk_costs_the_picture_and_nothing_else(
    shop: Shop, sale: Sale, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(photos, "write_whole", full)
    witness = witness_of(shop)
    look(witness, 40, 1.0)
    witness.hold(seen())
    witness.file(sale, seen())
    replay = ShopReplays(shop).of(sale.number)
    assert replay.record is not None
    assert replay.picture is None


def test_a_record_that_cannot_be_written_is_given_up_quietly(shop: Shop, sale: Sale) -> None:
    witness_of(shop).file(sale.numbered(99), seen())  # there is no such receipt
    assert ShopReplays(shop).of(sale.number).record is None


def test_no_pictures_are_taken_where_none_are_wanted(shop: Shop, sale: Sale) -> None:
    witness = witness_of(shop, days=0)
    look(witness, 40, 1.0)
    witness.hold(seen())
    witness.file(sale, seen())
    assert not shop.home.trays.exists()
    assert ShopReplays(shop).of(sale.number).record is not None


def test_pictures_go_when_their_days_are_over_and_records_stay(shop: Shop, sale: Sale) -> None:
    witness = witness_of(shop)
    look(witness, 40, 1.0)
    witness.hold(seen())
    witness.file(sale, seen())
    path = ShopReplays(shop).of(sale.number).picture
    assert path is not None
    os.utime(path, (1_000, 1_000))
    assert sweep(shop) == 1  # the sale is of a spring long ago
    replay = ShopReplays(shop).of(sale.number)
    assert replay.record is not None
    assert (replay.picture, bool(replay.record.picture)) == (None, True)


def test_a_void_shows_the_tray_of_its_sale(shop: Shop, sale: Sale) -> None:
    witness_of(shop).file(sale, seen())
    slip = Slip(refund_id="v1", at=NOW, business_day=NOW.date(), reason="打ち間違い")
    void = shop.sales.take_back(void_of(sale, (), slip), ())
    assert ShopReplays(shop).of(void.number).record is not None
    with pytest.raises(SaleNotFound):
        ShopReplays(shop).of(77)


def test_the_command_tells_it_and_names_the_picture(shop: Shop, sale: Sale, run: Run) -> None:
    witness = witness_of(shop)
    look(witness, 40, 1.0)
    witness.hold(seen())
    witness.file(sale, seen())
    picture = ShopReplays(shop).of(sale.number).picture
    told = run("sales", "replay", "1").stdout
    assert "read by v7, cashier 佐藤" in told
    assert "sure 90.0% メロンパン -> あんぱん (named)" in told
    assert f"picture: {picture}" in told.replace("\n", "")
    document = json.loads(run("sales", "replay", "1", "--json").stdout)
    assert document["picture"] == str(picture)
    assert [item["corrected"] for item in document["items"]] == [False, True, False]


def test_the_command_says_what_is_not_there(shop: Shop, sale: Sale, run: Run) -> None:
    assert "no tray on record" in run("sales", "replay", str(sale.number)).stdout
    assert run("sales", "replay", "9").exit_code == 1
    witness_of(shop, days=0).file(sale, seen())
    assert "none was kept" in run("sales", "replay", "1").stdout
    assert shop.settings.register.tray_pictures_days == 30
