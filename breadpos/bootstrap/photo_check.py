"""A shop's photos checked: perhaps mislabelled ones found, near-duplicates grouped."""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from breadpos.bootstrap.photo_shelf import photo_shelf
from breadpos.bootstrap.recognition import load_head, networks_of
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import ImageUnreadable
from breadpos.domain.product import ProductId
from breadpos.storage.photo_shelf import PhotoCheck
from breadpos.storage.photos import Photo
from breadpos.training.events import Tell
from breadpos.training.photo_checks import check_photos
from breadpos.training.shop_items import items_by_file
from breadpos.vision.embedder import Embedder
from breadpos.vision.preprocess import to_square
from breadpos.whole_file import write_whole

_log = logging.getLogger(__name__)
_LOOKS = "looks.safetensors"
_TELL_EVERY = 20

Looks = dict[int, NDArray[np.float16]]


def check_shop_photos(shop: Shop, tell: Tell) -> int:
    """Judge every photo by the others and file what was found; returns how many are doubted.

    What photos look like is remembered, so that only new ones are looked at the next time.

    Raises:
        RecogniserDamaged: the network in use cannot be read.
        StorageError: nothing was filed.
    """
    photos = shop.photos.all()
    looks = _looks(shop, photos, tell)
    seen = [photo for photo in photos if photo.photo_id in looks]
    tell({"event": "judging", "photos": len(seen)})
    checks: list[PhotoCheck] = []
    if seen:
        table = np.stack([looks[_number(photo)] for photo in seen]).astype(np.float32)
        names = [photo.product_id for photo in seen]
        found = check_photos(names, table, [photo.file.sha256 for photo in seen])
        checks = [
            PhotoCheck(
                _number(photo),
                each.confidence,
                ProductId(each.suspected) if each.suspected else None,
                each.group,
            )
            for photo, each in zip(seen, found, strict=True)
        ]
    photo_shelf(shop).note_checks(checks)
    doubted = sum(check.suspected is not None for check in checks)
    alike = sum(check.group is not None for check in checks)
    tell({"event": "done", "photos": len(seen), "suspected": doubted, "alike": alike})
    return doubted


def _looks(shop: Shop, photos: Sequence[Photo], tell: Tell) -> Looks:
    """What each photo looks like to the network in use; unreadable ones are told and left out."""
    _, folder, metadata = load_head(shop.home)
    finder, embedder = networks_of(shop.settings.vision, folder, metadata)
    network = f"{metadata.get('backbone') and folder and folder.name} {embedder.side_px}"
    key = hashlib.sha256(network.encode()).hexdigest()
    file = shop.home.photos / _LOOKS
    known = _remembered(file, key)
    wanted = {_number(photo) for photo in photos}
    looks = {number: look for number, look in known.items() if number in wanted}
    new = [photo for photo in photos if photo.photo_id not in looks]
    files = len({photo.file for photo in new})
    for done, (path, read) in enumerate(items_by_file(new, shop.photo_store, finder)):
        try:
            for item in read():
                square = to_square(item.cutout, embedder.side_px)
                looks[_number(item.photo)] = _look(embedder, square)
        except ImageUnreadable as error:
            tell({"event": "left_out", "photo": path.name, "why": error.reason})
        if done % _TELL_EVERY == 0:
            tell({"event": "reading", "done": done, "of": files})
    if looks.keys() != known.keys():
        _remember(file, key, looks)
    return looks


def _look(embedder: Embedder, square: NDArray[np.float32]) -> NDArray[np.float16]:
    return np.asarray(embedder.embed(square[None])[0], np.float16)


def _number(photo: Photo) -> int:
    if photo.photo_id is None:
        raise ValueError("the photo is not filed")
    return photo.photo_id


def _remembered(file: Path, key: str) -> Looks:
    """What was remembered with this network; nothing where the file cannot be used."""
    try:
        with safe_open(file, "np") as stored:
            if (stored.metadata() or {}).get("network") != key:
                return {}
            numbers, rows = stored.get_tensor("photos"), stored.get_tensor("looks")
    except (OSError, SafetensorError, KeyError):
        return {}
    return dict(zip(numbers.tolist(), rows, strict=True))


def _remember(file: Path, key: str, looks: Looks) -> None:
    tensors: dict[str, NDArray[Any]] = {
        "photos": np.asarray(list(looks), np.int64),
        "looks": np.stack(list(looks.values())) if looks else np.zeros((0, 1), np.float16),
    }
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, save(tensors, {"network": key}))
    except OSError as error:  # they will be looked at again, no more
        _log.warning("what photos look like was not remembered: %s", error)
