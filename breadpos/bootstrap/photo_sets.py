"""Labelled photos taken in from elsewhere, and given out: image folders and COCO."""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from breadpos.application.photo_problems import PhotoProblem, Trouble
from breadpos.bootstrap.photo_export import TITLE
from breadpos.bootstrap.recognition import load_head, networks_of
from breadpos.bootstrap.shop import Shop
from breadpos.capture.pictures import SUFFIXES, read_picture
from breadpos.domain.errors import ImageUnreadable, NothingToLearn, ProductInvalid
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Box
from breadpos.storage.photos import Photo
from breadpos.training.shop_items import lies_in
from breadpos.training.teaching import box_of, content_of
from breadpos.vision.learning import pieces_in
from breadpos.vision.recogniser import ItemFinder

_AT_ONCE = 50
"""Photos in one transaction."""

OnPhoto = Callable[[int, int], None]


@dataclass(slots=True)
class Imported:
    """What came of an import.

    Attributes:
        photos: labels filed, by product.
        problems: one line each, naming the file or folder; all else was taken.
        titles: what the set says that its breads are called, beside their keys.
    """

    photos: dict[ProductId, int] = field(default_factory=dict)
    titles: dict[ProductId, str] = field(default_factory=dict)
    problems: list[PhotoProblem] = field(default_factory=list)

    def refuse(self, trouble: Trouble, what: str, words: str) -> None:
        """Note something that was not taken."""
        self.problems.append(PhotoProblem(trouble, what, words))


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A picture file and what it shows; without boxes, what the finder finds."""

    path: Path
    labels: tuple[tuple[ProductId, Box | None], ...]


def import_photos(shop: Shop, source: Path, on_photo: OnPhoto) -> Imported:
    """File the photos of a folder with one folder a product, or of a COCO file.

    What cannot be taken is told by name, and the rest is taken. A folder or category is called as
    a product's key or as its name; products that the shop does not have are added, without a price.

    Raises:
        NothingToLearn: nothing there is a set of photos.
        StorageError: the disk or the database refused; what was filed before stays.
    """
    outcome = Imported()
    pictures = list(_read_set(source, outcome))
    if not pictures and not outcome.problems:
        raise NothingToLearn(source, "it holds neither product folders nor a COCO file")
    names = {product for picture in pictures for product, _ in picture.labels}
    products = _products_called(shop, sorted(names), outcome)
    finder: ItemFinder | None = None
    waiting: list[Photo] = []
    session = f"import-{uuid4().hex[:12]}"
    for done, picture in enumerate(pictures, start=1):
        labels = tuple((products[name], box) for name, box in picture.labels if name in products)
        try:
            if finder is None and any(box is None for _, box in labels):
                _, folder, metadata = load_head(shop.home)
                finder, _ = networks_of(shop.settings.vision, folder, metadata)
            for photo in _photos(shop, replace(picture, labels=labels), finder, session):
                if photo.box is None or lies_in(photo.box, photo.size):
                    waiting.append(photo)
                else:
                    words = f"{picture.path.name}: a box of {photo.product_id} lies outside of it"
                    outcome.refuse(Trouble.NO_MATCH, picture.path.name, words)
        except ImageUnreadable as error:
            file = f"{error.path.parent.name}/{error.path.name}"
            outcome.refuse(Trouble.UNREADABLE, file, str(error))
        if len(waiting) >= _AT_ONCE or done == len(pictures):
            _file(shop, waiting, outcome)
            waiting = []
        on_photo(done, len(pictures))
    _note_lonely(outcome, {each.product_id: each.name for each in shop.products.all()})
    return outcome


def _file(shop: Shop, waiting: Sequence[Photo], outcome: Imported) -> None:
    shop.photos.add(waiting)
    for photo in waiting:
        outcome.photos[photo.product_id] = outcome.photos.get(photo.product_id, 0) + 1


def _photos(
    shop: Shop,
    picture: _Labelled,
    finder: ItemFinder | None,
    session: str,
) -> Iterator[Photo]:
    """The labels of one picture, its file put into the store first."""
    if not picture.labels:
        return
    pixels = read_picture(picture.path)  # whole, for only so is damage noticed
    photo = Photo(
        file=shop.photo_store.file(content_of(picture.path)),
        size=(pixels.shape[1], pixels.shape[0]),
        product_id=picture.labels[0][0],
        origin=PhotoOrigin.IMPORT,
        taken_at=datetime.now(UTC),
        session=session,
    )
    for product, box in picture.labels:
        boxes: list[Box | None] = [box]
        if box is None and finder is not None:
            found = pieces_in(finder.find(pixels))
            boxes = [box_of(item) for item in found] or [None]
        for each in boxes:
            yield replace(photo, product_id=product, box=each)


def _read_set(source: Path, outcome: Imported) -> Iterator[_Labelled]:
    if not source.exists():
        raise NothingToLearn(source, "there is no such folder or file")
    if source.is_file():
        yield from _read_coco(source, outcome)
        return
    try:
        folders = sorted(path for path in source.iterdir() if _is_shown(path) and path.is_dir())
        lists = [path for path in source.glob("*.json") if path.is_file()]
        if len(lists) == 1:
            yield from _read_coco(lists[0], outcome)
            return
        for folder in folders:
            yield from _read_folder(folder, outcome)
    except OSError as error:
        raise NothingToLearn(source, error.strerror or "cannot be read") from error


def _read_folder(folder: Path, outcome: Imported) -> Iterator[_Labelled]:
    files = sorted(path for path in folder.iterdir() if _is_shown(path) and path.is_file())
    pictures = [path for path in files if path.suffix.lower() in SUFFIXES]
    for path in files:
        if path not in pictures:
            words = f"{path.name} in {folder.name} is no picture"
            outcome.refuse(Trouble.NO_PICTURE, f"{folder.name}/{path.name}", words)
    if not pictures:
        outcome.refuse(Trouble.EMPTY, folder.name, f"{folder.name} holds no photos")
    for path in pictures:
        yield _Labelled(path, ((_composed(folder.name), None),))


def _is_shown(path: Path) -> bool:
    return not path.name.startswith(".")


def _read_coco(path: Path, outcome: Imported) -> Iterator[_Labelled]:
    try:
        document = json.loads(path.read_text("utf-8-sig"))
        categories = {each["id"]: _composed(str(each["name"])) for each in document["categories"]}
        images = {each["id"]: str(each["file_name"]) for each in document["images"]}
        annotations = list(document["annotations"])
        outcome.titles |= {
            categories[each["id"]]: _composed(str(each[TITLE]))
            for each in document["categories"]
            if each.get(TITLE)
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NothingToLearn(path, "it is no COCO file with images and annotations") from error
    labels: dict[Any, list[tuple[ProductId, Box | None]]] = {number: [] for number in images}
    for each in annotations:
        label = _coco_label(each, categories)
        if label is None or each.get("image_id") not in labels:
            named = each.get("id", "?") if isinstance(each, Mapping) else "?"
            words = f"{path.name}: annotation {named} fits no image and category"
            outcome.refuse(Trouble.NO_MATCH, f"{path.name} ・ {named}", words)
        else:
            labels[each["image_id"]].append(label)
    used = {product for found in labels.values() for product, _ in found}
    for category in categories.values():
        if category not in used:
            title = outcome.titles.get(category, category)
            outcome.refuse(Trouble.EMPTY, title, f"{category} holds no photos")
    for number, name in images.items():
        if labels[number]:
            file = path.parent / name
            beside = file if file.exists() else path.parent / "images" / name
            yield _Labelled(beside, tuple(labels[number]))


def _coco_label(
    annotation: Mapping[str, Any],
    categories: Mapping[Any, ProductId],
) -> tuple[ProductId, Box | None] | None:
    try:
        left, top, width, height = (float(value) for value in annotation["bbox"])
        name = categories[annotation["category_id"]]
    except (KeyError, TypeError, ValueError):
        return None
    return (name, (left, top, width, height)) if width > 0 and height > 0 else None


def _products_called(
    shop: Shop, names: Sequence[ProductId], outcome: Imported
) -> dict[ProductId, ProductId]:
    """Whose photos those under each name are; a name that cannot be a product is left out."""
    known = [*shop.products.retired(), *shop.products.all()]  # of one name, the one on sale
    called = {
        **{_composed(each.name_en): each.product_id for each in known if each.name_en},
        **{_composed(each.name): each.product_id for each in known},
        **{_composed(each.product_id): each.product_id for each in known},  # as exports are called
    }
    new = []
    for name in names:
        title = outcome.titles.get(name, name)
        if name in called:
            continue
        if title in called:
            called[name] = called[_composed(title)]
            continue
        try:
            new.append(Product(name, title))
        except ProductInvalid as error:
            words = f"{name!r} cannot be a product: {error}"
            outcome.refuse(Trouble.NO_PRODUCT, name, words)
    if new:
        shop.products.put_all(new)
    return called | {product.product_id: product.product_id for product in new}


def _composed(name: str) -> ProductId:
    """A name as it is typed; a Mac writes the marks of kana apart in the names of files."""
    return ProductId(unicodedata.normalize("NFC", name))


def _note_lonely(outcome: Imported, names: Mapping[ProductId, str]) -> None:
    for product, count in outcome.photos.items():
        if count == 1:
            words = f"{product} has one photo only; five of each is good"
            outcome.refuse(Trouble.LONELY, names.get(product, product), words)
