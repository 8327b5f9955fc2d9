import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from breadpos.application.lessons import Lesson
from breadpos.bootstrap.album_pupil import AlbumPupil
from breadpos.bootstrap.photo_shelf import photo_shelf
from breadpos.bootstrap.recognition import load_head
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.domain.product import ProductId
from breadpos.settings import Home
from tests.integration.conftest import SHELF

SHOWN, OTHER = map(ProductId, SHELF[:2])


@pytest.fixture
def shop(taught_home: Path, tmp_path: Path) -> Iterator[Shop]:
    shutil.copytree(taught_home, tmp_path / "home")
    with open_shop(Home(tmp_path / "home")) as shop:
        yield shop


def known(shop: Shop) -> dict[ProductId, int]:
    naming, _, _ = load_head(shop.home)
    return {product: learnt.photo_count for product, learnt in naming.learnt.items()}


@pytest.mark.slow
def test_a_photo_that_is_asked_for_twice_is_learnt_once(shop: Shop) -> None:
    card = next(card for card in photo_shelf(shop).cards() if card.product_id == SHOWN)
    before = known(shop)
    pupil = AlbumPupil(shop)
    for _ in range(2):
        pupil.take(Lesson(photo=card, forget_as=SHOWN, learn_as=OTHER))
    pupil.finish()
    after = known(shop)
    assert after[OTHER] == before[OTHER] + 1
    assert after[SHOWN] == before[SHOWN] - 1
