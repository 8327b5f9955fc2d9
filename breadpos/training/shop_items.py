"""A shop's labelled photographs as items cut out, ready to be learnt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import ImageUnreadable, NothingToTrain
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Box
from breadpos.storage.photos import Photo, PhotoStore
from breadpos.training.events import Tell, silent
from breadpos.vision.augment import views
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import FoundItem
from breadpos.vision.learning import learn_views, views_of
from breadpos.vision.preprocess import FILL, Cutout, cut_out
from breadpos.vision.recogniser import ItemFinder

_SAME_ITEM = 0.5
"""Overlap from which a found item is the labelled one."""
_KEPT_SIDE_PX = 320
_TOLD_EVERY = 5
_FINGERPRINT_PX = 16


_JPEG = (
    cv2.IMWRITE_JPEG_QUALITY,
    95,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
)


@dataclass(frozen=True, slots=True, eq=False)
class ShopItem:
    """One labelled item of one photo, compressed: fifty thousand are kept at once.

    Attributes:
        box: where it lies in the photo, pixels.
        is_cut: it reaches the photo's edge.
        mask_png: its pixels of the box.
        small_size, small_mask: width and height of the item alone, and its pixels, eight a byte.
        small_jpg: the item alone.
        like: the same for pictures that differ by their compression only.
    """

    photo: Photo
    path: Path
    box: tuple[int, int, int, int]
    is_cut: bool
    mask_png: bytes
    small_size: tuple[int, int]
    small_mask: bytes
    small_jpg: bytes
    like: bytes

    @classmethod
    def of(
        cls, photo: Photo, path: Path, found: FoundItem, picture: NDArray[np.uint8]
    ) -> "ShopItem":
        """The item that was found in a photo's picture."""
        small = _small(cut_out(picture, found.box, found.mask))
        height, width = small.mask.shape
        grey = found.mask.astype(np.uint8) * 255
        return cls(
            photo=photo,
            path=path,
            box=found.box,
            is_cut=found.cut,
            mask_png=bytes(cv2.imencode(".png", grey, (cv2.IMWRITE_PNG_BILEVEL, 1))[1]),
            small_size=(width, height),
            small_mask=np.packbits(small.mask).tobytes(),
            small_jpg=bytes(cv2.imencode(".jpg", small.image_bgr, _JPEG)[1]),
            like=_fingerprint(small),
        )

    @property
    def product(self) -> ProductId:
        return self.photo.product_id

    @property
    def file(self) -> str:
        return self.photo.file.sha256

    @property
    def found(self) -> FoundItem:
        """Where it lies in the photo."""
        grey = cv2.imdecode(np.frombuffer(self.mask_png, np.uint8), cv2.IMREAD_GRAYSCALE)
        return FoundItem(np.asarray(grey) > 0, self.box, 1.0, cut=self.is_cut)

    @property
    def cutout(self) -> Cutout:
        """The item alone, no larger than a network wants to see it."""
        width, height = self.small_size
        bits = np.unpackbits(np.frombuffer(self.small_mask, np.uint8), count=width * height)
        mask = bits.reshape(height, width).view(bool)
        jpg = np.frombuffer(self.small_jpg, np.uint8)
        image = np.asarray(cv2.imdecode(jpg, cv2.IMREAD_COLOR), np.uint8)
        image[~mask] = FILL
        return Cutout(image, mask)


def read_items(
    photos: Sequence[Photo], store: PhotoStore, finder: ItemFinder, tell: Tell
) -> list[ShopItem]:
    """Every item that can be learnt from; what cannot be is told and left out.

    A photo that is damaged, or was deleted since it was listed, is left out, and so is one that
    stands under two products.
    """
    items: list[ShopItem] = []
    names: dict[Path, set[ProductId]] = {}
    for photo in photos:
        names.setdefault(store.path(photo.file), set()).add(photo.product_id)
    tell({"event": "reading", "done": 0, "of": len(names)})
    for done, (path, read) in enumerate(items_by_file(photos, store, finder), start=1):
        try:
            items += read()
        except ImageUnreadable as error:
            products = sorted(names[path])
            tell(
                {"event": "left_out", "photo": path.name, "products": products, "why": error.reason}
            )
        if done % _TOLD_EVERY == 0 or done == len(names):
            tell({"event": "reading", "done": done, "of": len(names)})
    return _without_contradictions(items, tell)


def items_by_file(
    photos: Sequence[Photo], store: PhotoStore, finder: ItemFinder
) -> Iterator[tuple[Path, Callable[[], list[ShopItem]]]]:
    """Each picture's file, and what reads its labelled items or raises ImageUnreadable."""
    in_order = sorted(photos, key=lambda each: each.file.sha256)
    for file, labels in groupby(in_order, key=lambda each: each.file):
        path = store.path(file)
        yield path, partial(_items_of, path, list(labels), finder)


def check_enough(items: Sequence[ShopItem]) -> None:
    """Refuse what no network can be trained on.

    Raises:
        NothingToTrain: there are no photos, or those of a single product only.
    """
    products = sorted({item.product for item in items})
    if not products:
        raise NothingToTrain("there are no photos to train on; photograph two breads first")
    if len(products) == 1:
        raise NothingToTrain(
            f"only {products[0]} has photos; photograph a second bread, for there is"
            " nothing to tell it from"
        )
    files = {product: {i.file for i in items if i.product == product} for product in products}
    if max(map(len, files.values())) < 2:
        raise NothingToTrain("every product has one photo only; take more, five of each is good")


def learn_again(
    items: Sequence[ShopItem], embedders: Sequence[Embedder], tell: Tell = silent
) -> list[list[NDArray[np.float32]]]:
    """For each embedder the (r, D) embeddings of each item's views."""
    tell({"event": "weighing", "done": 0, "of": len(items)})
    embeddings: list[list[NDArray[np.float32]]] = [[] for _ in embedders]
    for path, same in groupby(items, key=lambda item: item.path):
        picture = _still_there(path)
        for item in same:
            found = item.found
            if picture is None:
                seen, width_px = [views(item.cutout)], item.photo.size[0]
            else:
                seen, width_px = views_of(picture, [found]), picture.shape[1]
            for embedder, own in zip(embedders, embeddings, strict=True):
                learnt = learn_views(embedder, width_px, [found], seen)
                own.append(learnt.embeddings[0])
        tell({"event": "weighing", "done": len(embeddings[0]), "of": len(items)})
    return embeddings


def _still_there(path: Path) -> NDArray[np.uint8] | None:
    """The picture; None when it was removed since it was read, and what was cut out must do."""
    try:
        return read_picture(path)
    except ImageUnreadable:
        return None


def groups_of(items: Sequence[ShopItem]) -> list[str]:
    """For each item, what was photographed together with it, and so must not test it.

    A product photographed in several sessions is split by them, and by pieces inside one;
    within one session each photo stands for itself, and those that look the same go together.
    """
    sessions: dict[ProductId, set[str]] = {}
    for item in items:
        sessions.setdefault(item.product, set()).add(item.photo.session)
    groups: list[str] = []
    first_like: dict[tuple[ProductId, bytes], str] = {}
    for item in items:
        several = len(sessions[item.product]) > 1
        own = item.photo.session if several else item.file
        groups.append(first_like.setdefault((item.product, item.like), own))
    return groups


def _items_of(path: Path, labels: Iterable[Photo], finder: ItemFinder) -> list[ShopItem]:
    picture = read_picture(path)
    found = finder.find(picture)
    items = []
    for label in labels:
        size = picture.shape[1], picture.shape[0]
        box = label.box or (0.0, 0.0, float(size[0]), float(size[1]))
        if not lies_in(box, size):
            raise ImageUnreadable(path, "a label lies outside of it")
        place = placed(box, found, size)
        items.append(ShopItem.of(label, path, place, picture))
    return items


def lies_in(box: Box, size: tuple[int, int]) -> bool:
    """Whether at least a pixel of a label's box is in a picture of this width and height."""
    left, top, width, height = box
    return 1 - width <= left <= size[0] - 1 and 1 - height <= top <= size[1] - 1


def placed(box: Box, found: Sequence[FoundItem], size: tuple[int, int]) -> FoundItem:
    """The found item that a label's box means; an ellipse in the box if there is none."""
    best = max(found, key=lambda item: _overlap(item.box, box), default=None)
    if best is not None and _overlap(best.box, box) >= _SAME_ITEM:
        return best
    left, top = max(round(box[0]), 0), max(round(box[1]), 0)
    width = max(min(round(box[2]), size[0] - left), 1)
    height = max(min(round(box[3]), size[1] - top), 1)
    rows, columns = np.ogrid[:height, :width]
    across = (columns + 0.5 - width / 2) / (width / 2)
    down = (rows + 0.5 - height / 2) / (height / 2)
    return FoundItem(across**2 + down**2 <= 1, (left, top, width, height), 1.0, cut=False)


def _overlap(one: tuple[int, int, int, int], other: Box) -> float:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    both = max(wide, 0) * max(high, 0)
    return both / (one[2] * one[3] + other[2] * other[3] - both)


def _small(cutout: Cutout) -> Cutout:
    height, width = cutout.mask.shape
    scale = _KEPT_SIDE_PX / max(height, width)
    if scale >= 1:
        return cutout
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    mask = cv2.resize(cutout.mask.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA)
    image = cv2.resize(cutout.image_bgr, size, interpolation=cv2.INTER_AREA)
    return Cutout(np.asarray(image, np.uint8), mask > 127)


def _without_contradictions(items: Sequence[ShopItem], tell: Tell) -> list[ShopItem]:
    """Without the pictures that stand under two products: one of the names is wrong."""
    names: dict[bytes, set[ProductId]] = {}
    for item in items:
        names.setdefault(item.like, set()).add(item.product)
    kept = []
    for item in items:
        if len(names[item.like]) == 1:
            kept.append(item)
        else:
            tell(
                {
                    "event": "left_out",
                    "photo": item.path.name,
                    "products": sorted(names[item.like]),
                    "why": "the same picture stands under two products",
                }
            )
    return kept


def _fingerprint(cutout: Cutout) -> bytes:
    small = cv2.resize(
        cutout.image_bgr, (_FINGERPRINT_PX, _FINGERPRINT_PX), interpolation=cv2.INTER_AREA
    )
    grey = small.astype(np.int64).sum(axis=2)
    return sha256(np.packbits(grey[:, 1:] > grey[:, :-1]).tobytes()).digest()
