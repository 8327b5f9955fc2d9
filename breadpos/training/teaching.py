"""A shop's folder of photographs, one folder a product, taken in without training."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import ImageUnreadable, NothingToLearn
from breadpos.domain.money import ZERO, Money
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Box
from breadpos.storage.photos import Photo, PhotoStore, SqlPhotos
from breadpos.storage.products import SqlProducts
from breadpos.vision.finder import FoundItem
from breadpos.vision.learning import LearntPhoto, PhotoLearner, taught
from breadpos.vision.naming import Naming

_SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"}
_KEPT_AS_IS = {".jpg", ".jpeg", ".png"}


@dataclass(frozen=True, slots=True)
class TaughtProduct:
    """What was learnt of one product.

    Attributes:
        photos: taken in now.
        whole: of those, how many were taken whole because no item stood out in them.
    """

    product: Product
    photos: int
    whole: int


@dataclass(frozen=True, slots=True)
class Taught:
    """The outcome of one folder.

    Attributes:
        naming: the head, grown.
        products: those on the price list that the folder names.
        refused: files that are no usable picture.
    """

    naming: Naming
    products: tuple[TaughtProduct, ...]
    refused: tuple[ImageUnreadable, ...]


@dataclass(frozen=True, slots=True)
class _Shot:
    """A photo looked at; where its items lie, without their masks: there may be thousands."""

    path: Path
    size: tuple[int, int]
    boxes: tuple[Box, ...]
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
        paths = {
            name: self._new_ones(name, files, naming) for name, files in _photos_in(folder).items()
        }
        shots, refused = self._look_at_all(paths, on_photo)
        if refused and not shots:
            raise NothingToLearn(folder, f"no photo in it could be read: {refused[0]}")
        known = {product.product_id: product for product in self._products.all()}
        wanted = {
            name: _product(known, name, prices)
            for name in paths
            if name in shots or ProductId(name) in known
        }
        self._products.put_all(wanted.values())
        for name, taken in shots.items():
            self._file(ProductId(name), taken)
            naming = taught(naming, ProductId(name), [shot.learnt for shot in taken])
        outcomes = [_outcome(product, shots.get(name, ())) for name, product in wanted.items()]
        return Taught(naming, tuple(outcomes), tuple(refused))

    def _new_ones(self, name: str, paths: Sequence[Path], naming: Naming) -> Sequence[Path]:
        """The files the head has not learnt yet."""
        if ProductId(name) not in naming.products:
            return paths
        filed = {photo.file.sha256 for photo in self._photos.of(ProductId(name))}
        return [path for path in paths if sha256(path.read_bytes()).hexdigest() not in filed]

    def _look_at_all(
        self, paths: Mapping[str, Sequence[Path]], on_photo: Callable[[int, int], None]
    ) -> tuple[dict[str, list[_Shot]], list[ImageUnreadable]]:
        total = sum(map(len, paths.values()))
        shots: dict[str, list[_Shot]] = {}
        refused = []
        for done, (name, path) in enumerate(
            ((name, path) for name, files in paths.items() for path in files), start=1
        ):
            try:
                shots.setdefault(name, []).append(self._look(path))
            except ImageUnreadable as error:
                refused.append(error)
            on_photo(done, total)
        return {name: taken for name, taken in shots.items() if taken}, refused

    def _look(self, path: Path) -> _Shot:
        pixels = read_picture(path)
        learnt = self._learner.learn(pixels)
        boxes = tuple(box_of(item) for item in learnt.items)
        size = pixels.shape[1], pixels.shape[0]
        return _Shot(path, size, boxes, replace(learnt, items=()))

    def _file(self, product_id: ProductId, shots: Sequence[_Shot]) -> None:
        now = datetime.now(UTC)
        labels = []
        for shot in shots:
            filed = self._store.file(content_of(shot.path))
            label = Photo(
                file=filed,
                size=shot.size,
                product_id=product_id,
                origin=PhotoOrigin.LEARN,
                taken_at=now,
                session=shot.path.parent.name,
            )
            labels += [replace(label, box=box) for box in shot.boxes] or [label]
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


def box_of(item: FoundItem) -> Box:
    left, top, width, height = item.box
    return float(left), float(top), float(width), float(height)


def _outcome(product: Product, shots: Sequence[_Shot]) -> TaughtProduct:
    whole = sum(not shot.boxes for shot in shots)
    return TaughtProduct(product, len(shots), whole)


def _product(known: Mapping[ProductId, Product], name: str, prices: Mapping[str, Money]) -> Product:
    product = known.get(ProductId(name)) or Product(ProductId(name), name, ZERO)
    return replace(product, price=prices[name]) if name in prices else product


def content_of(path: Path) -> bytes:
    """The file as it is, or as PNG if it is of a kind that is not kept."""
    if path.suffix.lower() in _KEPT_AS_IS:
        return path.read_bytes()
    pixels: NDArray[np.uint8] = read_picture(path)
    return bytes(cv2.imencode(".png", pixels)[1])
