"""The demo's shop: simulated breads, learnt from simulated photos, in a folder of its own."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import cv2

from breadpos.bootstrap.demo_products import demo_products
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import StorageError
from breadpos.domain.person import Person, Role
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.domain.product import ProductId
from breadpos.resources import assets_dir
from breadpos.settings import (
    DEMO_NAME,
    CameraSettings,
    Home,
    RegisterSettings,
    Settings,
    ShopSettings,
    save_settings,
)
from breadpos.simulation.breads import KINDS
from breadpos.simulation.shop_photos import render_shop_photos
from breadpos.storage.photos import Photo

COUNTER_SEED = 7
"""The demo's counter: its tray, light and camera."""
_VERSION = "demo"
_THUMBNAIL_PX = 192


def open_demo_shop(home: Home) -> None:
    """Furnish an empty home folder with the demo's shop; its breads are learnt already.

    Raises:
        StorageError: the folder cannot be written.
    """
    furnish(home, "デモ店長")
    save_settings(
        home,
        Settings(
            shop=ShopSettings(name=DEMO_NAME),
            camera=simulated_counter(),
            register=RegisterSettings(lock_after_min=0),
        ),
    )


def simulated_counter() -> CameraSettings:
    """The camera over the simulated tray."""
    return CameraSettings(source=f"simulated:{COUNTER_SEED}")


def furnish(home: Home, owner: str) -> None:
    """Put the demo's shop into an empty folder, with an owner whose PIN everybody is told.

    Raises:
        StorageError: the folder cannot be written.
    """
    with open_shop(home) as shop:
        try:
            furnish_demo(shop)
        except OSError as error:
            raise StorageError(f"{home.folder} cannot be written: {error.strerror}") from error
        shop.staff.add(Person("practice", owner, Role.OWNER), shop.staff.sealed(PRACTICE_PIN))


def furnish_demo(shop: Shop) -> None:
    """Give a shop the demo's price list, its pictures, and what was learnt of them.

    Raises:
        StorageError: the database or the folder cannot be written.
    """
    from breadpos.vision.checkpoint import switch_to  # here: scipy takes a moment

    shipped, models = assets_dir() / "demo", shop.home.models
    shutil.copytree(shipped / _VERSION, models / _VERSION, dirs_exist_ok=True)
    switch_to(models, _VERSION)
    boxes = json.loads((shipped / "boxes.json").read_text("utf-8"))
    shop.products.put_all(demo_products())
    shop.photos.add(_photo(shop, shipped, slug, box) for slug, box in boxes.items())


def rebuild(photos: int, seed: int, scratch: Path, on_photo: Callable[[int, int], None]) -> None:
    """Learn the demo's breads anew and replace what is shipped.

    Args:
        photos: of each bread.
        seed: of the photos.
        scratch: an empty folder for the work.
        on_photo: told how many photos are done, and of how many.
    """
    from breadpos.bootstrap.recognition import teach  # here: torch takes seconds
    from breadpos.vision.checkpoint import current_version

    slugs = [each.slug for each in KINDS]
    render_shop_photos(scratch / "photos", slugs, photos, seed, COUNTER_SEED)
    shipped = assets_dir() / "demo"
    with open_shop(Home(scratch / "home")) as shop:
        teach(shop, scratch / "photos", {}, on_photo)
        version = current_version(shop.home.models)
        shutil.rmtree(shipped, ignore_errors=True)
        shutil.copytree(shop.home.models / str(version), shipped / _VERSION)
        boxes = {each.slug: _thumbnail(shop, shipped, each.slug) for each in KINDS}
    (shipped / "boxes.json").write_text(json.dumps(boxes), "utf-8")


def _photo(shop: Shop, shipped: Path, slug: str, box: list[float]) -> Photo:
    content = (shipped / f"{slug}.jpg").read_bytes()
    left, top, width, height = box
    return Photo(
        file=shop.photo_store.file(content),
        size=(_THUMBNAIL_PX, _THUMBNAIL_PX),
        product_id=ProductId(slug),
        origin=PhotoOrigin.LEARN,
        taken_at=datetime.now(UTC),
        session="demo",
        box=(left, top, width, height),
    )


def _thumbnail(shop: Shop, shipped: Path, slug: str) -> list[float]:
    """Ship the first photo's item, small; returns its box in the small picture."""
    photo = next(each for each in shop.photos.of(ProductId(slug)) if each.box)
    pixels = read_picture(shop.photo_store.path(photo.file))
    left, top, width, height = photo.box or (0.0, 0.0, *map(float, photo.size))
    side = 1.3 * max(width, height)
    square = cv2.getRectSubPix(
        pixels, (round(side), round(side)), (left + width / 2, top + height / 2)
    )
    small = cv2.resize(square, (_THUMBNAIL_PX, _THUMBNAIL_PX), interpolation=cv2.INTER_AREA)
    content = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 88])[1]
    (shipped / f"{slug}.jpg").write_bytes(content.tobytes())
    scale = _THUMBNAIL_PX / side
    wide, high = width * scale, height * scale
    return [(_THUMBNAIL_PX - wide) / 2, (_THUMBNAIL_PX - high) / 2, wide, high]
