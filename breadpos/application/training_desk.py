"""What the window asks of the shop's training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from breadpos.application.photograph_next import Wanted

Event = Mapping[str, Any]
"""What a running training says: one flat object at a time, its kind under "event"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knob:
    """One field of the training's options.

    Attributes:
        choices: what it may be; empty for a number or a text.
        default: as it is written on the command line; empty for none.
    """

    name: str
    choices: tuple[str, ...]
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelVersion:
    """One version of the recogniser.

    Attributes:
        made_at: aware; None where its name does not tell.
        accuracy: share right of the photos kept aside in its training; None without one.
    """

    name: str
    made_at: datetime | None
    products: int
    accuracy: float | None
    in_use: bool


def not_compared(report: Mapping[str, Any]) -> list[str]:
    """The products of which no photo could be kept aside, and so nothing is known."""
    compared = {each["product"] for each in report.get("changes", ())}
    return [each for each in report.get("products", ()) if each not in compared]


def worth_choosing(versions: Sequence[ModelVersion]) -> tuple[ModelVersion, ...]:
    """The newest first; of several that only took photos in, one after another, just the last."""
    dated = [version for version in versions if version.made_at is not None]
    undated = [version for version in versions if version.made_at is None]
    kept: list[ModelVersion] = []
    follows_photos = False
    for version in (*dated, *undated):
        took_photos_in = version.accuracy is None and version.made_at is not None
        if version.in_use or not (took_photos_in and follows_photos):
            kept.append(version)
        follows_photos = took_photos_in
    return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFacts:
    """What there is to learn from, and what was learnt.

    Attributes:
        photos: how many there are.
        products: of how many breads.
        wanted: to photograph next, the one that gains most first; empty when it is enough.
        estimate_s: how long a training will take, as the last one did for its photos.
        versions: of the recogniser, the newest first.
    """

    photos: int
    products: int
    wanted: Sequence[Wanted]
    estimate_s: float
    versions: Sequence[ModelVersion]


class TrainingDesk(Protocol):
    """Everything around a training but the training itself."""

    def facts(self) -> TrainingFacts:
        """How it stands now; reads every photo's row, so ask it beside the window."""
        ...

    def knobs(self) -> Sequence[Knob]:
        """Every option of a training."""
        ...

    def report(self, version: str) -> Mapping[str, Any] | None:
        """What a version remembers of its training; None if it was learnt without one.

        Raises:
            ModelNotFound: there is no such version.
        """
        ...

    def use(self, version: str) -> None:
        """Put a version in use.

        Raises:
            ModelNotFound, RecogniserDamaged, StorageError: it cannot be; the one before stays.
        """
        ...

    def sweep(self) -> None:
        """Remove what a training left that was ended half way."""
        ...
