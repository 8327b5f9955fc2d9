"""The window's view of the shop's training."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_type_hints

from breadpos.application.photograph_next import Wanted, wanted_photos
from breadpos.application.training_desk import Knob, ModelVersion
from breadpos.bootstrap.shop import Shop
from breadpos.bootstrap.unfinished import remove_unfinished
from breadpos.bootstrap.versions import Versions
from breadpos.domain.product import ProductId
from breadpos.training.options import TrainingOptions

_PER_PHOTO_S, _AT_LEAST_S = 0.3, 25.0
"""Until a training was timed on this computer."""


class ShopTrainingDesk:
    """A TrainingDesk on one shop."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._versions = Versions(shop.home.models)

    def photo_counts(self) -> tuple[int, int]:
        """How many photos there are, of how many products; see the port."""
        photos = self._shop.photos.all()
        return len({photo.file for photo in photos}), len({photo.product_id for photo in photos})

    def wanted(self) -> Sequence[Wanted]:
        """By the number of photos, and by the newest report; see the port."""
        files: dict[ProductId, set[str]] = {
            product.product_id: set() for product in self._shop.products.all()
        }
        for photo in self._shop.photos.all():
            files.setdefault(photo.product_id, set()).add(photo.file.sha256)
        reports = (version.report for version in self._versions.all())
        report = next((each for each in reports if each), None)
        return wanted_photos({product: len(taken) for product, taken in files.items()}, report)

    def estimate_s(self) -> float:
        """As the last training took for its photos; see the port."""
        photos = self.photo_counts()[0]
        for version in self._versions.all():
            report = version.report
            if report and report.get("photos") and report.get("seconds"):
                return float(report["seconds"]) * photos / len(report["photos"])
        return _AT_LEAST_S + _PER_PHOTO_S * photos

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

    def versions(self) -> Sequence[ModelVersion]:
        """Those that can be used, the newest first; see the port."""
        zone = self._shop.settings.register.zone()
        versions = []
        for each in self._versions.all():
            made_at = _made_at(each.name)
            versions.append(
                ModelVersion(
                    name=each.name,
                    made_at=made_at.astimezone(zone) if made_at else None,
                    products=each.products,
                    accuracy=each.accuracy,
                    in_use=each.in_use,
                )
            )
        return versions

    def report(self, version: str) -> Mapping[str, Any] | None:
        return self._versions.report(version)

    def use(self, version: str) -> None:
        self._versions.use(version)

    def sweep(self) -> None:
        remove_unfinished(self._shop.home.models)


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
