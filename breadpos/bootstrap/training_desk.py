"""The window's view of the shop's training."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_type_hints

from breadpos.application.photograph_next import Wanted, wanted_photos
from breadpos.application.training_desk import Knob, ModelVersion, TrainingFacts
from breadpos.bootstrap.shop import Shop
from breadpos.bootstrap.unfinished import remove_unfinished
from breadpos.bootstrap.versions import Version, Versions
from breadpos.domain.product import ProductId
from breadpos.storage.photos import Photo
from breadpos.training.options import TrainingOptions

_PER_PHOTO_S, _AT_LEAST_S = 0.3, 25.0
"""Until a training was timed on this computer."""


class ShopTrainingDesk:
    """A TrainingDesk on one shop."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._versions = Versions(shop.home.models)

    def facts(self) -> TrainingFacts:
        """How it stands now; see the port."""
        photos, versions = self._shop.photos.all(), self._versions.all()
        return TrainingFacts(
            photos=len(photos),
            products=len({photo.product_id for photo in photos}),
            wanted=self._wanted(photos, versions),
            estimate_s=_estimate_s(len(photos), versions),
            versions=[self._told(each) for each in versions],
        )

    def _wanted(self, photos: Sequence[Photo], versions: Sequence[Version]) -> Sequence[Wanted]:
        """By the number of photos, and by the newest report."""
        files: dict[ProductId, set[str]] = {
            product.product_id: set() for product in self._shop.products.all()
        }
        for photo in photos:
            files.setdefault(photo.product_id, set()).add(photo.file.sha256)
        report = next((each.report for each in versions if each.report), None)
        return wanted_photos({product: len(taken) for product, taken in files.items()}, report)

    def knobs(self) -> Sequence[Knob]:
        """Every field of TrainingOptions."""
        kinds = get_type_hints(TrainingOptions)
        return [
            Knob(
                name=each.name,
                choices=_choices(kinds[each.name]),
                default=_written(None if each.default is MISSING else each.default),
            )
            for each in fields(TrainingOptions)
        ]

    def _told(self, version: Version) -> ModelVersion:
        made_at = _made_at(version.name)
        zone = self._shop.settings.register.zone()
        return ModelVersion(
            name=version.name,
            made_at=made_at.astimezone(zone) if made_at else None,
            products=version.products,
            accuracy=version.accuracy,
            in_use=version.in_use,
        )

    def report(self, version: str) -> Mapping[str, Any] | None:
        return self._versions.report(version)

    def use(self, version: str) -> None:
        self._versions.use(version)

    def sweep(self) -> None:
        remove_unfinished(self._shop.home.models)


def _estimate_s(photos: int, versions: Sequence[Version]) -> float:
    for version in versions:
        report = version.report
        if report and report.get("photos") and report.get("seconds"):
            return float(report["seconds"]) * photos / len(report["photos"])
    return _AT_LEAST_S + _PER_PHOTO_S * photos


def _choices(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  any type
    if kind is bool:
        return ("yes", "no")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(member.value) for member in kind)
    return ()


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case tuple():
            return " ".join(map(str, value))
        case Path():
            return str(value)
        case _:
            return str(value)


def _made_at(version: str) -> datetime | None:
    try:
        return datetime.strptime(version, "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
    except ValueError:
        return None
