"""What a cashier corrects at the real counter becomes a photo that waits for a glance."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from breadpos.application.corrections import Correction
from breadpos.application.frames import Frame
from breadpos.application.photo_album import PhotoCard
from breadpos.bootstrap.album import StoredPictures
from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.corrections import CorrectionFiler
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.domain.product import Product, ProductId
from breadpos.settings import Home
from breadpos.storage.photo_shelf import SqlPhotoShelf

MELONPAN, CURRY = ProductId("melonpan"), ProductId("curry")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(Home(tmp_path / "home")) as shop:
        shop.products.put_all([Product(MELONPAN, "メロンパン"), Product(CURRY, "カレーパン")])
        yield shop


def correction(product_id: ProductId = MELONPAN) -> Correction:
    pixels = np.random.default_rng(1).integers(0, 255, (96, 128, 3), np.uint8)
    return Correction(
        frame=Frame(pixels, 1.0, 1),
        box=(10.0, 20.0, 40.0, 30.0),
        outline=((10.0, 20.0), (50.0, 20.0), (50.0, 50.0)),
        product_id=product_id,
        guess=CURRY,
        confidence=0.97,
        sure=True,
        cashier="佐藤",
        at=datetime(2026, 4, 1, 3, 0, tzinfo=UTC),
    )


def filed(shop: Shop, *corrections: Correction) -> list[PhotoCard]:
    with ThreadPoolExecutor(1) as beside:
        filer = CorrectionFiler(shop.photos, shop.photo_store, beside)
        for each in corrections:
            filer.file(each)
    return list(SqlPhotoShelf(shop.engine, SystemClock(UTC), shop.photo_store).cards())


@pytest.mark.usefixtures("qapp")
def test_a_correction_is_filed_with_its_picture_its_time_and_who_made_it(shop: Shop) -> None:
    (card,) = filed(shop, correction())
    assert card.waiting
    assert card.is_contradicted
    assert (card.product_id, card.guess, card.cashier) == (MELONPAN, CURRY, "佐藤")
    assert card.taken_at == correction().at
    pictures = StoredPictures(shop.photo_store)
    whole = pictures.picture(card, 960)
    assert whole is not None
    assert whole.shape == (96, 128, 3)
    small = pictures.thumbnail(card, 32)
    assert small is not None
    assert small.shape == (32, 32, 3)
    assert shop.photos.all() == []


@pytest.mark.usefixtures("qapp")
def test_two_items_of_one_tray_share_their_picture(shop: Shop) -> None:
    other = replace(correction(CURRY), box=(70.0, 20.0, 40.0, 30.0))
    cards = filed(shop, correction(), other)
    assert len({card.file for card in cards}) == 1
    assert len(cards) == 2


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_written_is_let_go_and_the_next_one_is_tried(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    cards = filed(shop, correction(ProductId("retired")), correction())
    assert [card.product_id for card in cards] == [MELONPAN]
    assert "a correction was not kept" in caplog.text


@pytest.mark.usefixtures("qapp")
def test_a_picture_that_is_gone_or_damaged_shows_as_none(shop: Shop) -> None:
    (card,) = filed(shop, correction())
    pictures = StoredPictures(shop.photo_store)
    path = next((shop.home.photos).rglob("*.jpg"))
    path.write_bytes(path.read_bytes()[:50])
    assert pictures.picture(card, 16) is None
    path.unlink()
    assert pictures.thumbnail(card, 16) is None
