"""Several pieces at a price of their own: any 3 for 500."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from breadpos.domain.errors import DiscountInvalid
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.shares import shares

_LEAST_PIECES, _MOST_PIECES = 2, 99
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class SetPrice:
    """Any so many pieces of some products, together at one price, for some days.

    Attributes:
        name: as printed beside what it takes off.
        valid_until: the first day it no longer holds; None for no end.
    """

    name: str
    product_ids: frozenset[ProductId]
    count: int
    price: Money
    valid_from: date
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > _LONGEST_NAME or not self.name.isprintable():
            raise DiscountInvalid(f"a set's name has 1 to {_LONGEST_NAME} letters: {self.name!r}")
        if not self.product_ids:
            raise DiscountInvalid(f"{self.name}: a set has products")
        if not _LEAST_PIECES <= self.count <= _MOST_PIECES:
            raise DiscountInvalid(f"{self.name}: a set has 2 to 99 pieces, got {self.count}")
        if self.price <= ZERO:
            raise DiscountInvalid(f"{self.name}: a set has a price, got {self.price.minor}")
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise DiscountInvalid(f"{self.name}: a set ends after it begins")

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many pieces of one line that may be part of a set."""

    line: int
    product_id: ProductId
    unit_price: Money
    count: int


@dataclass(frozen=True, slots=True)
class SetOff:
    """What a set takes off one line."""

    line: int
    name: str
    off: Money


def set_offs(pieces: Sequence[Pieces], sets: Iterable[SetPrice]) -> tuple[SetOff, ...]:
    """What sets take off: the dearest pieces first, each in one set only, none made dearer.

    Earlier sets take their pieces before later ones.
    """
    left = [piece for group in pieces for piece in [group] * group.count]
    left.sort(key=lambda piece: -piece.unit_price.minor)
    found: list[SetOff] = []
    for offer in sets:
        able = [piece for piece in left if piece.product_id in offer.product_ids]
        for start in range(0, len(able) - offer.count + 1, offer.count):
            chosen = able[start : start + offer.count]
            prices = [piece.unit_price.minor for piece in chosen]
            off = Money(sum(prices)) - offer.price
            if off <= ZERO:
                break
            for piece, part in zip(chosen, shares(off, prices), strict=True):
                left.remove(piece)
                found.append(SetOff(piece.line, offer.name, part))
    return tuple(found)
