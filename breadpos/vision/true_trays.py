"""Pictures of trays whose truth is known, as a COCO file tells it."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from breadpos.domain.errors import GroundTruthInvalid
from breadpos.vision.evaluation import TrueItem


class _Image(BaseModel):
    id: int
    file_name: str


class _Annotation(BaseModel):
    image_id: int
    category_id: int
    bbox: tuple[float, float, float, float]


class _Category(BaseModel):
    id: int
    name: str


class _Coco(BaseModel):
    images: list[_Image]
    annotations: list[_Annotation]
    categories: list[_Category]


@dataclass(frozen=True, slots=True)
class TrueTray:
    """One picture and what really lies on it."""

    picture: Path
    items: tuple[TrueItem, ...]


def load_true_trays(path: Path) -> list[TrueTray]:
    """Every picture of a COCO file, which lie beside it; category names are products.

    Raises:
        GroundTruthInvalid: the file cannot be read, is no COCO file, or names no pictures.
    """
    truth = _load(path)
    names = {category.id: category.name for category in truth.categories}
    items: dict[int, list[TrueItem]] = {image.id: [] for image in truth.images}
    for row in truth.annotations:
        items.setdefault(row.image_id, []).append(TrueItem(names[row.category_id], row.bbox))
    return [
        TrueTray(path.parent / image.file_name, tuple(items[image.id])) for image in truth.images
    ]


def _load(path: Path) -> _Coco:
    try:
        truth = _Coco.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GroundTruthInvalid(path, f"cannot be read: {error.strerror}") from error
    except ValidationError as error:
        reason = error.errors()[0]
        where = ".".join(str(part) for part in reason["loc"])
        raise GroundTruthInvalid(path, f"no COCO file: {where}: {reason['msg']}") from error
    known = {category.id for category in truth.categories}
    strangers = {row.category_id for row in truth.annotations} - known
    if strangers or not truth.images:
        raise GroundTruthInvalid(path, f"no images, or categories {sorted(strangers)} not named")
    return truth
