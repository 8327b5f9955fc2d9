"""A shop of simulated breads with photographs enough to train on."""

from datetime import UTC, datetime

import cv2
import numpy as np

from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.demo_shop import open_demo_shop
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId
from breadpos.settings import Home
from breadpos.simulation.breads import KINDS
from breadpos.simulation.tray import render_photo
from breadpos.storage.photo_shelf import SqlPhotoShelf
from breadpos.storage.photos import Photo


def make_shop(place: Home, kinds: int = 20, photos: int = 30) -> None:
    """The demo shop at this place, its photographs replaced by this many of each kind."""
    open_demo_shop(place)
    rng = np.random.default_rng(5)
    with open_shop(place) as shop:
        shelf = SqlPhotoShelf(
            shop.engine, SystemClock(shop.settings.register.zone()), shop.photo_store
        )
        shelf.delete([card.photo_id for card in shelf.cards()])
        for kind in KINDS[:kinds]:
            seeds = rng.integers(2**31, size=photos).tolist()
            shop.photos.add([_photo(shop, kind.slug, seed) for seed in seeds])


def _photo(shop: Shop, slug: str, seed: int) -> Photo:
    tray = render_photo(seed, slug)
    left, top, width, height = map(float, tray.items[0].box)
    content = bytes(cv2.imencode(".jpg", tray.pixels_bgr)[1])
    high, wide = tray.pixels_bgr.shape[:2]
    return Photo(
        file=shop.photo_store.file(content),
        size=(wide, high),
        product_id=ProductId(slug),
        origin=PhotoOrigin.TEACH,
        taken_at=datetime.now(UTC),
        session=f"benchmark-{seed}",
        box=(left, top, width, height),
    )
