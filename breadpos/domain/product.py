"""What the shop sells."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import NewType

from breadpos.domain.allergen import Allergen
from breadpos.domain.errors import ProductInvalid
from breadpos.domain.money import ZERO, Money
from breadpos.domain.season import Season
from breadpos.domain.tax import TaxClass

ProductId = NewType("ProductId", str)
"""A product's lasting key, as its photo folder is called; unlike the name it never changes."""

_LONGEST_NAME = 60
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that break a line on paper or a file's encoding."""

_DEAREST_MINOR = 9_999_999
_BARCODE = re.compile(r"[0-9A-Za-z-]{0,20}")


@dataclass(frozen=True, slots=True, order=True)
class PlannedPrice:
    """A price that holds from a day on."""

    valid_from: date
    price: Money


@dataclass(frozen=True, slots=True)
class Product:
    """One thing on the price list.

    Attributes:
        price: tax-inclusive (総額表示); zero means that nobody has priced it yet.
        name_en: shown when the program speaks English; empty for the plain name.
        category: groups the product grid; empty for none.
        reading: in kana, to be found by; empty for none.
        barcode: as a scanner types it; empty for none.
        allergens: what it contains; None while nobody has said, which is not the same as none.
        sold_out_on: the day on which there are no more; the next morning it is baked again.
        planned: prices to come, earliest first.
        season: when in the year it is sold; None for all of it.
    """

    product_id: ProductId
    name: str
    price: Money = ZERO
    tax_class: TaxClass = TaxClass.FOOD
    name_en: str = ""
    category: str = ""
    reading: str = ""
    barcode: str = ""
    allergens: frozenset[Allergen] | None = None
    sold_out_on: date | None = None
    planned: tuple[PlannedPrice, ...] = ()
    season: Season | None = None

    def __post_init__(self) -> None:
        for text in (self.product_id, self.name):
            if not text.strip() or not _is_printable(text):
                raise ProductInvalid(
                    f"a product's name has 1 to {_LONGEST_NAME} characters, got {text!r}"
                )
        for text in (self.name_en, self.category, self.reading):
            if not _is_printable(text):
                raise ProductInvalid(
                    f"{self.name}: a text has at most {_LONGEST_NAME} characters, got {text!r}"
                )
        if not _BARCODE.fullmatch(self.barcode):
            raise ProductInvalid(
                f"{self.name}: a barcode is at most 20 digits or letters, got {self.barcode!r}"
            )
        for price in (self.price, *(planned.price for planned in self.planned)):
            _check_price(self.name, price)

    @property
    def is_priced(self) -> bool:
        return self.price > ZERO

    def label(self, language: str) -> str:
        """The name in a language ("ja" or "en")."""
        return self.name_en if language == "en" and self.name_en else self.name

    def on(self, day: date) -> "Product":
        """The product as it is on a day: what was planned by then is its price."""
        begun = [planned for planned in self.planned if planned.valid_from <= day]
        if not begun:
            return self
        rest = tuple(planned for planned in self.planned if planned.valid_from > day)
        return replace(self, price=max(begun).price, planned=rest)

    def is_sold_out(self, on: date) -> bool:
        return self.sold_out_on == on

    def is_out_of_season(self, on: date) -> bool:
        return self.season is not None and not self.season.holds_on(on)


def _check_price(name: str, price: Money) -> None:
    if not 0 <= price.minor <= _DEAREST_MINOR:
        raise ProductInvalid(f"{name}: a price lies in 0 to {_DEAREST_MINOR}, got {price.minor}")


def _is_printable(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not any(
        unicodedata.category(character) in _UNPRINTABLE for character in text
    )
