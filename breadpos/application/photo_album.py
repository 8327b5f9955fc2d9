"""The shop's labelled photographs as a person looks through them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Box

KEPT_DAYS = 30
"""A deleted photo can be brought back so long."""

_LOW, _HIGH = 0.5, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoCard:
    """One labelled photo.

    Attributes:
        file: the picture's name in the store; several items may share one.
        size: width and height of the picture, pixels; zeros where nobody knows.
        box: the item; None for the whole picture.
        taken_at: aware.
        cashier: who labelled it at the counter; empty where nobody signs in.
        guess: what the recogniser took it for at the counter.
        guess_sure: it would have charged its guess without asking.
        waiting: for a glance.
        confidence: of its own label, judged without having learnt it; None before a check.
        suspected: what it seems to be instead.
        group: number shared by photos that are nearly the same.
    """

    photo_id: int
    file: str
    size: tuple[int, int]
    box: Box | None
    product_id: ProductId
    origin: PhotoOrigin
    taken_at: datetime
    cashier: str = ""
    guess: ProductId | None = None
    guess_confidence: float | None = None
    guess_sure: bool = False
    waiting: bool = False
    deleted_at: datetime | None = None
    confidence: float | None = None
    suspected: ProductId | None = None
    group: int | None = None

    @property
    def is_contradicted(self) -> bool:
        """Whether the recogniser was sure of another name when this one was given."""
        return self.guess_sure and self.guess != self.product_id


class Shelf(Enum):
    """Which photos are looked at."""

    ALL = "all"
    SUSPECTED = "suspected"
    ALIKE = "alike"
    DELETED = "deleted"


class Certainty(Enum):
    """How well a label fits its photo."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFilter:
    """What to look at; what is None does not matter."""

    shelf: Shelf = Shelf.ALL
    product_id: ProductId | None = None
    origin: PhotoOrigin | None = None
    since: datetime | None = None
    certainty: Certainty | None = None


class PhotoAlbum(Protocol):
    """Every label, and what can be done to it; slow, so it is asked beside the window."""

    def cards(self) -> Sequence[PhotoCard]:
        """Every photo, deleted and waiting ones included, newest first."""
        ...

    def waiting_count(self) -> int:
        """How many wait for a glance."""
        ...

    def relabel(self, photo_ids: Iterable[int], product_id: ProductId) -> None:
        """Give photos another name, and accept them."""
        ...

    def accept(self, photo_ids: Iterable[int]) -> None:
        """Let photos be learnt from under the name they have."""
        ...

    def put_back(self, cards: Iterable[PhotoCard]) -> None:
        """Make photos what they were: name, waiting or not, deleted or not."""
        ...

    def delete(self, photo_ids: Iterable[int]) -> None:
        """Take photos away; for KEPT_DAYS they can be brought back."""
        ...

    def restore(self, photo_ids: Iterable[int]) -> None:
        """Bring deleted photos back."""
        ...

    def sweep(self) -> int:
        """Remove what was deleted over KEPT_DAYS ago for good; returns how many."""
        ...


class PhotoPictures(Protocol):
    """The pictures behind the cards; reading one takes a while."""

    def thumbnail(self, card: PhotoCard, side_px: int) -> NDArray[np.uint8] | None:
        """(side, side, 3) BGR of the item with a little around it; None if it cannot be read."""
        ...

    def picture(self, card: PhotoCard, most_px: int) -> NDArray[np.uint8] | None:
        """(H, W, 3) BGR of the whole picture, no side longer than `most_px`; None likewise."""
        ...


def certainty_of(card: PhotoCard) -> Certainty | None:
    """How well the label fits; None before a check."""
    if card.confidence is None:
        return None
    if card.confidence < _LOW:
        return Certainty.LOW
    return Certainty.HIGH if card.confidence >= _HIGH else Certainty.MIDDLE


def waiting_cards(cards: Iterable[PhotoCard]) -> list[PhotoCard]:
    """Those that wait for a glance, the contradicted ones first."""
    waiting = [card for card in cards if card.waiting and card.deleted_at is None]
    return sorted(waiting, key=lambda card: not card.is_contradicted)


def filtered(cards: Iterable[PhotoCard], wanted: PhotoFilter) -> list[PhotoCard]:
    """The photos to look at, in the order of their shelf."""
    on_shelf = _ON_SHELF[wanted.shelf]
    found = [card for card in cards if on_shelf(card) and _fits(card, wanted)]
    match wanted.shelf:
        case Shelf.SUSPECTED:
            found.sort(key=lambda card: card.confidence or 0.0)
        case Shelf.ALIKE:
            found.sort(key=lambda card: card.group or 0)
        case Shelf.ALL | Shelf.DELETED:
            pass
    return found


def counted(cards: Iterable[PhotoCard]) -> dict[Shelf, int]:
    """How many photos stand on each shelf."""
    kept = suspected = alike = deleted = 0  # plain numbers, for there may be 50,000 photos
    for card in cards:
        if card.deleted_at is not None:
            deleted += 1
        elif not card.waiting:
            kept += 1
            suspected += card.suspected is not None
            alike += card.group is not None
    return {
        Shelf.ALL: kept,
        Shelf.SUSPECTED: suspected,
        Shelf.ALIKE: alike,
        Shelf.DELETED: deleted,
    }


def _fits(card: PhotoCard, wanted: PhotoFilter) -> bool:
    return (
        (wanted.product_id is None or card.product_id == wanted.product_id)
        and (wanted.origin is None or card.origin is wanted.origin)
        and (wanted.since is None or card.taken_at >= wanted.since)
        and (wanted.certainty is None or certainty_of(card) is wanted.certainty)
    )


def _is_kept(card: PhotoCard) -> bool:
    return card.deleted_at is None and not card.waiting


_ON_SHELF: dict[Shelf, Callable[[PhotoCard], bool]] = {
    Shelf.ALL: _is_kept,
    Shelf.SUSPECTED: lambda card: _is_kept(card) and card.suspected is not None,
    Shelf.ALIKE: lambda card: _is_kept(card) and card.group is not None,
    Shelf.DELETED: lambda card: card.deleted_at is not None,
}
