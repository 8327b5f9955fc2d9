"""The shop's labelled photos as the album has them."""

from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.shop import Shop
from breadpos.storage.photo_shelf import SqlPhotoShelf


def photo_shelf(shop: Shop) -> SqlPhotoShelf:
    """All photos of a shop, by its own clock."""
    return SqlPhotoShelf(shop.engine, SystemClock(shop.settings.register.zone()), shop.photo_store)
