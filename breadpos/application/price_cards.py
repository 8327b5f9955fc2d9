"""What stands on the cards before the breads.

Source: 消費税法 第63条 (総額表示義務): a price shown to consumers includes the tax; a price without
it may stand beside, not instead. So the card's one figure is tax-inclusive, and says so. Allergens
need not be labelled on bread sold over the counter (食品表示基準 第5条); where the shop has entered
them they are told, in the law's order, and where it has not the card sends the customer to ask.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from breadpos.domain.allergen import Allergen
from breadpos.domain.money import Currency
from breadpos.domain.product import Product


class CardSize(Enum):
    """How many stand on a sheet of A4: across and down."""

    LARGE = (2, 4)
    SMALL = (3, 8)

    @property
    def per_sheet(self) -> int:
        across, down = self.value
        return across * down


@dataclass(frozen=True, slots=True)
class PriceCard:
    """One card's words.

    Attributes:
        name_en: empty for none.
        price: with its sign, tax included.
        allergens: names; empty for none of them; None while nobody has said.
    """

    name: str
    name_en: str
    price: str
    allergens: tuple[str, ...] | None


class CardFiles(Protocol):
    """Makes files of cards."""

    def write(self, path: Path, cards: Sequence[PriceCard], size: CardSize) -> None:
        """Write sheets of A4 as PDF; FileNotWritten if it cannot be."""
        ...


def cards_of(products: Iterable[Product], currency: Currency, today: date) -> tuple[PriceCard, ...]:
    """A card for each product that has a price today."""
    now = (product.on(today) for product in products)
    return tuple(_card(product, currency) for product in now if product.is_priced)


def sheets_of(cards: int, size: CardSize) -> int:
    """How many sheets so many cards take."""
    return -(-cards // size.per_sheet)


def _card(product: Product, currency: Currency) -> PriceCard:
    contained = product.allergens
    return PriceCard(
        product.name,
        product.name_en,
        currency.format(product.price),
        None
        if contained is None
        else tuple(each.label("ja") for each in Allergen if each in contained),
    )
