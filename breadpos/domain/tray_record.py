"""What the camera and the cashier said of a tray that was sold, kept as evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Detection, Point, Status
from breadpos.domain.tray import Tray, TrayItem

_MOST_POINTS = 24
"""Of an outline on record; it is looked at, never measured."""


class Word(Enum):
    """What a person said of an item."""

    NONE = "none"
    NAMED = "named"
    DISMISSED = "dismissed"
    """It is nothing to charge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedItem:
    """One item as it was read and as it was charged.

    Attributes:
        read_as: the network's best name; None where it had none.
        charged_as: None where nothing was charged for it.
        read_price: of `read_as` then; zero for none.
        charged_price: of `charged_as` then; zero for none.
    """

    detection: Detection
    read_as: ProductId | None
    charged_as: ProductId | None
    word: Word = Word.NONE
    read_price: Money = ZERO
    charged_price: Money = ZERO

    @property
    def is_corrected(self) -> bool:
        """Whether a person changed what would have been charged for it."""
        return self.word is not Word.NONE and self.charged_as != self.read_as

    @property
    def status(self) -> Status:
        return self.detection.status


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayRecord:
    """The tray behind one receipt.

    Attributes:
        size: of the picture its boxes and outlines are in, pixels.
        model: the recogniser's version; empty if it had none.
        cashier: whose words the corrections are.
        picture: SHA-256 of the JPEG; empty where no picture could be kept.
    """

    receipt: int
    at: datetime
    size: tuple[int, int]
    items: tuple[RecordedItem, ...]
    model: str = ""
    cashier: str = ""
    picture: str = ""


def recorded(tray: Tray, price_of: Callable[[ProductId], Money]) -> tuple[RecordedItem, ...]:
    """A tray's items as they are about to be charged."""
    return tuple(_recorded(item, price_of) for item in tray.items)


def _recorded(item: TrayItem, price_of: Callable[[ProductId], Money]) -> RecordedItem:
    read_as, charged_as = item.detection.best, item.product_id
    word = Word.NAMED if item.corrected is not None else Word.NONE
    return RecordedItem(
        detection=item.detection,
        read_as=read_as,
        charged_as=charged_as,
        word=Word.DISMISSED if item.dismissed else word,
        read_price=ZERO if read_as is None else price_of(read_as),
        charged_price=ZERO if charged_as is None else price_of(charged_as),
    )


def thinned(outline: tuple[Point, ...]) -> tuple[tuple[int, int], ...]:
    """An outline of few points in whole pixels."""
    step = max(1, -(-len(outline) // _MOST_POINTS))
    return tuple((round(x), round(y)) for x, y in outline[::step])


def confidence_of(candidates: tuple[Candidate, ...]) -> float:
    """Of the best name; 0 where there is none."""
    return candidates[0].confidence if candidates else 0.0
