"""Another program puts another version in use while the window goes on learning."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from breadpos.application.frames import Frame
from breadpos.application.lessons import Lesson
from breadpos.bootstrap.album_pupil import AlbumPupil
from breadpos.bootstrap.networks import NetworksInUse
from breadpos.bootstrap.photo_shelf import photo_shelf
from breadpos.bootstrap.photographer import ShopPhotographer
from breadpos.bootstrap.recognition import load_head, shipped_backbone
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.capture.pictures import read_picture
from breadpos.domain.product import Product, ProductId
from breadpos.settings import Home
from breadpos.storage.photos import PhotoFile
from breadpos.vision.checkpoint import BACKBONE, METADATA, current_version, switch_to
from breadpos.vision.learning import learn_pieces
from tests.integration.conftest import SHELF

CORNET = Product(ProductId("cornet"), "チョココロネ")


@pytest.fixture
def shop(taught_home: Path, tmp_path: Path) -> Iterator[Shop]:
    shutil.copytree(taught_home, tmp_path / "home")
    with open_shop(Home(tmp_path / "home")) as shop:
        shop.products.put_all([CORNET])
        yield shop


def another_network_in_use(shop: Shop) -> None:
    models = shop.home.models
    folder = models / "trained"
    shutil.copytree(models / str(current_version(models)), folder)
    document = json.loads((folder / METADATA).read_text("utf-8")) | {"backbone": BACKBONE}
    (folder / METADATA).write_text(json.dumps(document), "utf-8")
    random = np.random.default_rng(1)
    tensors = load_file(shipped_backbone())
    for name, values in tensors.items():
        if name.endswith(".weight") and values.ndim == 4:
            noise = random.standard_normal(values.shape) * values.std()
            tensors[name] = (values + noise).astype(np.float32)
    save_file(tensors, folder / BACKBONE)
    switch_to(models, "trained")


def seen_now(shop: Shop, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The first item of a picture to the network in use, as photographed."""
    finder, embedder = NetworksInUse(shop).loaded()
    looks: NDArray[np.float32] = learn_pieces(
        embedder, picture, finder.find(picture)[:1]
    ).embeddings[0, 0]
    return looks


def learnt(shop: Shop) -> NDArray[np.float32]:
    naming, _, _ = load_head(shop.home)
    looks: NDArray[np.float32] = naming.learnt[CORNET.product_id].embeddings[0, 0]
    return looks


@pytest.mark.slow
def test_a_photo_is_learnt_as_the_network_of_now_sees_it(shop: Shop) -> None:
    card = next(card for card in photo_shelf(shop).cards() if card.product_id == SHELF[0])
    picture = read_picture(shop.photo_store.path(PhotoFile.named(card.file)))
    pupil = AlbumPupil(shop)
    before = seen_now(shop, picture)
    pupil.take(Lesson(photo=card, forget_as=None, learn_as=CORNET.product_id))
    another_network_in_use(shop)
    pupil.finish()
    assert before @ seen_now(shop, picture) < 0.9
    assert learnt(shop) @ seen_now(shop, picture) > 0.99


@pytest.mark.slow
def test_a_bread_that_is_photographed_is_taught_as_the_network_of_now_sees_it(shop: Shop) -> None:
    card = next(card for card in photo_shelf(shop).cards() if card.product_id == SHELF[0])
    picture = read_picture(shop.photo_store.path(PhotoFile.named(card.file)))
    photographer = ShopPhotographer(shop)
    photographer.begin(CORNET)
    assert [shot.refusal for shot in photographer.shoot(Frame(picture, 0.0, 0))] == [None]
    another_network_in_use(shop)
    photographer.teach(CORNET.product_id)
    assert learnt(shop) @ seen_now(shop, picture) > 0.99
