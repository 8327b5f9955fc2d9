"""A shop's folder of photographs, one folder a product, taken in without training."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import ImageUnreadable, NothingToLearn
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.storage.photos import Photo, PhotoStore, SqlPhotos
from breadpos.storage.products import SqlProducts
from breadpos.storage.schema import PhotoOrigin
from breadpos.vision.learning import LearntPhoto, PhotoLearner, taught
from breadpos.vision.naming import Naming

_SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"}
_KEPT_AS_IS = {".jpg", ".jpeg", ".png"}
ENOUGH_PHOTOS = 5
"""With fewer the product can be sold, but is always asked about."""


@dataclass(frozen=True, slots=True)
class TaughtProduct:
    """What was learnt of one product.

    Attributes:
        photos: taken in now.
        whole: of those, how many were taken whole because no item stood out in them.
        refused: files that are no usable picture, with the reason.
    """

    product: Product
    photos: int
    whole: int
    refused: tuple[ImageUnreadable, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """The outcome of one folder: the new head, and what it learnt."""

    naming: Naming
    products: tuple[TaughtProduct, ...]
    empty: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shot:
    path: Path
    size: tuple[int, int]
    learnt: LearntPhoto


class Teacher:
    """Learns products from photographs and files both. For one thread."""

    def __init__(
        self, learner: PhotoLearner, products: SqlProducts, photos: SqlPhotos, store: PhotoStore
    ) -> None:
        self._learner = learner
        self._products = products
        self._photos = photos
        self._store = store

    def teach(
        self,
        folder: Path,
        prices: Mapping[str, Money],
        naming: Naming,
        on_photo: Callable[[int, int], None],
    ) -> Taught:
        """Learn every product folder, create missing products, file the photos.

        Nothing is written before every photo has been looked at.

        Args:
            folder: holds one folder a product; its name is the product's id.
            prices: by product id; others keep their price, or have none yet.
            naming: the head to grow.
            on_photo: told how many photos are done, and of how many.

        Raises:
            NothingToLearn: there is no product folder, or no usable photo in any.
            StorageError: the database or the disk refused.
        """
        paths = _photos_in(folder)
        total, done = sum(map(len, paths.values())), 0
        shots: dict[str, list[_Shot]] = {}
        refused: dict[str, list[ImageUnreadable]] = {}
        for name, files in paths.items():
            for path in files:
                try:
                    shots.setdefault(name, []).append(self._look(path))
                except ImageUnreadable as error:
                    refused.setdefault(name, []).append(error)
                done += 1
                on_photo(done, total)
        if not any(shots.values()):
            raise NothingToLearn(folder, "no photo in it could be read")
        known = {product.product_id: product for product in self._products.all()}
        wanted = {name: _product(known, name, prices) for name in paths if shots.get(name)}
        self._products.put_all(wanted.values())
        for name, product in wanted.items():
            self._file(product, shots[name])
            naming = taught(naming, product.product_id, [shot.learnt for shot in shots[name]])
        outcomes = tuple(
            TaughtProduct(
                product,
                len(shots[name]),
                sum(not shot.learnt.items for shot in shots[name]),
                tuple(refused.get(name, ())),
            )
            for name, product in wanted.items()
        )
        return Taught(naming, outcomes, tuple(name for name in paths if not shots.get(name)))

    def _look(self, path: Path) -> _Shot:
        pixels = read_picture(path)
        return _Shot(path, (pixels.shape[1], pixels.shape[0]), self._learner.learn(pixels))

    def _file(self, product: Product, shots: Sequence[_Shot]) -> None:
        now = datetime.now(UTC)
        labels = []
        for shot in shots:
            filed = self._store.file(_content(shot.path))
            label = Photo(
                file=filed,
                size=shot.size,
                product_id=product.product_id,
                origin=PhotoOrigin.LEARN,
                taken_at=now,
                session=shot.path.parent.name,
            )
            labels += [
                replace(label, box=tuple(float(edge) for edge in item.box))
                for item in shot.learnt.items
            ] or [label]
        self._photos.add(labels)


def _photos_in(folder: Path) -> dict[str, list[Path]]:
    try:
        names = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError as error:
        raise NothingToLearn(folder, f"cannot be read: {error.strerror}") from error
    found = {
        path.name: sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() in _SUFFIXES and not file.name.startswith(".")
        )
        for path in names
        if not path.name.startswith(".")
    }
    if not found:
        raise NothingToLearn(folder, "put one folder a product into it, with its photos inside")
    if not any(found.values()):
        raise NothingToLearn(folder, "its product folders hold no photos")
    return found


def _product(known: Mapping[ProductId, Product], name: str, prices: Mapping[str, Money]) -> Product:
    product = known.get(ProductId(name)) or Product(ProductId(name), name, ZERO)
    return replace(product, price=prices[name]) if name in prices else product


def _content(path: Path) -> bytes:
    """The file as it is, or as PNG if it is of a kind that is not kept."""
    if path.suffix.lower() in _KEPT_AS_IS:
        return path.read_bytes()
    pixels: NDArray[np.uint8] = read_picture(path)
    return bytes(cv2.imencode(".png", pixels)[1])
