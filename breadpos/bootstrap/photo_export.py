"""The shop's photos given out: one folder a product, or COCO."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from breadpos.application.photo_problems import PhotoProblem, Trouble
from breadpos.bootstrap.shop import Shop
from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import DiskFull, FileNotWritten, ImageUnreadable
from breadpos.domain.product import ProductId
from breadpos.storage.photos import Photo
from breadpos.whole_file import is_disk_full, write_whole

_AROUND = 0.1
"""Of an item's size, kept around it where a picture is cut."""
_JPEG_QUALITY = 95
TITLE = "title"
"""Of a COCO category: what the bread is called; its `name` is the bread's key."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')

OnPhoto = Callable[[int, int], None]


class SetKind(Enum):
    """How a set of photos lies on the disk."""

    FOLDERS = "folders"
    """One folder a product, called as it is; a picture with several items is cut."""
    COCO = "coco"
    """Whole pictures and one JSON file, which has keys and names; nothing is lost."""


def export_photos(shop: Shop, target: Path, kind: SetKind, on_photo: OnPhoto) -> list[PhotoProblem]:
    """Write every photo that is learnt from into a new or empty folder.

    Returns:
        One line a photo that could not be given out; all others were.

    Raises:
        FileNotWritten: the folder holds something already, or cannot be written.
        DiskFull: there is no room; the folder is empty again.
    """
    photos, write = shop.photos.all(), _write_coco if kind is SetKind.COCO else _write_folders
    try:
        target.mkdir(parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise FileNotWritten(target, "the folder is not empty; choose a new one")
        with _kept_whole(target):
            return write(shop, photos, target, on_photo)
    except OSError as error:
        if is_disk_full(error):
            raise DiskFull("the photos") from error
        raise FileNotWritten(target, error.strerror or "cannot be written") from error


@contextmanager
def _kept_whole(folder: Path) -> Iterator[None]:
    """A folder that is empty afterwards when something went wrong."""
    try:
        yield
    except BaseException:
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        raise


def _write_folders(
    shop: Shop, photos: Sequence[Photo], target: Path, on_photo: OnPhoto
) -> list[PhotoProblem]:
    problems: list[PhotoProblem] = []
    folders = _folder_names({photo.product_id for photo in photos}, _names(shop))
    shared = Counter(photo.file for photo in photos)
    numbers: Counter[ProductId] = Counter()
    for done, photo in enumerate(photos, start=1):
        folder = target / folders[photo.product_id]
        folder.mkdir(exist_ok=True)
        numbers[photo.product_id] += 1
        name = f"{numbers[photo.product_id]:05d}"
        source = shop.photo_store.path(photo.file)
        try:
            if shared[photo.file] == 1:
                shutil.copyfile(source, folder / f"{name}{photo.file.suffix}")
            else:
                write_whole(folder / f"{name}.jpg", _cut(source, photo))
        except (FileNotFoundError, ImageUnreadable) as error:
            words = f"{source.name} of {photo.product_id} was left out: {error}"
            problems.append(PhotoProblem(Trouble.UNREADABLE, source.name, words))
        on_photo(done, len(photos))
    return problems


def _write_coco(
    shop: Shop, photos: Sequence[Photo], target: Path, on_photo: OnPhoto
) -> list[PhotoProblem]:
    problems: list[PhotoProblem] = []
    products, names = sorted({photo.product_id for photo in photos}), _names(shop)
    numbers: dict[str, int] = {}
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    (target / "images").mkdir()
    for done, photo in enumerate(photos, start=1):
        source = shop.photo_store.path(photo.file)
        name = source.name
        if name not in numbers:
            try:
                shutil.copyfile(source, target / "images" / name)
            except FileNotFoundError as error:
                words = f"{name} of {photo.product_id} was left out: {error.strerror}"
                problems.append(PhotoProblem(Trouble.NOT_COPIED, name, words))
                continue
            numbers[name] = len(numbers) + 1
            width, height = photo.size
            images.append(
                {"id": numbers[name], "file_name": name, "width": width, "height": height}
            )
        number = len(annotations) + 1
        annotations.append(
            _annotation(photo, number, numbers[name], products.index(photo.product_id) + 1)
        )
        on_photo(done, len(photos))
    document = {
        "images": images,
        "annotations": annotations,
        "categories": [
            {"id": number, "name": product, TITLE: names.get(product, product)}
            for number, product in enumerate(products, start=1)
        ],
    }
    content = json.dumps(document, ensure_ascii=False, indent=1).encode()
    write_whole(target / "annotations.json", content)
    return problems


def _annotation(photo: Photo, number: int, image: int, category: int) -> dict[str, Any]:
    box = photo.box or (0.0, 0.0, float(photo.size[0]), float(photo.size[1]))
    outline = [[value for point in photo.outline for value in point]] if photo.outline else []
    return {
        "id": number,
        "image_id": image,
        "category_id": category,
        "bbox": list(box),
        "area": box[2] * box[3],
        "segmentation": outline,
        "iscrowd": 0,
    }


def _cut(source: Path, photo: Photo) -> bytes:
    """The item with a little around it, as a JPEG."""
    pixels = read_picture(source)
    left, top, width, height = photo.box or (0.0, 0.0, *map(float, photo.size))
    around = _AROUND * max(width, height)
    rows = slice(max(int(top - around), 0), max(int(top + height + around), 1))
    columns = slice(max(int(left - around), 0), max(int(left + width + around), 1))
    part = np.ascontiguousarray(pixels[rows, columns])
    return bytes(cv2.imencode(".jpg", part, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])[1])


def _names(shop: Shop) -> dict[ProductId, str]:
    return {each.product_id: each.name for each in (*shop.products.retired(), *shop.products.all())}


def _folder_names(products: set[ProductId], names: Mapping[ProductId, str]) -> dict[ProductId, str]:
    """A folder's name for each product, no two the same on any system.

    The product's own name where that leads an import back to it, else its key.
    """
    folders: dict[ProductId, str] = {}
    taken: set[str] = set()
    called = Counter(name.casefold() for name in names.values())
    keys = {key.casefold() for key in names}
    for product in sorted(products):
        name = names.get(product, product)
        is_plain = called[name.casefold()] == 1 and _writable(name) == name
        is_own = name == product or name.casefold() not in keys
        plain = folder = name if is_plain and is_own else _writable(product)
        number = 2
        while folder.casefold() in taken:
            folder, number = f"{plain}_{number}", number + 1
        taken.add(folder.casefold())
        folders[product] = folder
    return folders


def _writable(name: str) -> str:
    return _NOT_IN_NAMES.sub("_", name).strip(". ") or "_"
