"""What the shop sells."""

import unicodedata
from dataclasses import dataclass
from typing import NewType

from breadpos.domain.errors import ProductInvalid
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tax import TaxClass

ProductId = NewType("ProductId", str)
"""A product's lasting key, as its photo folder is called; unlike the name it never changes."""

_LONGEST_NAME = 60
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that break a line on paper or a file's encoding."""

_DEAREST_MINOR = 9_999_999


@dataclass(frozen=True, slots=True)
class Product:
    """One thing on the price list.

    Attributes:
        price: tax-inclusive (総額表示); zero means that nobody has priced it yet.
        name_en: shown when the program speaks English; empty for the plain name.
        category: groups the product grid; empty for none.
    """

    product_id: ProductId
    name: str
    price: Money = ZERO
    tax_class: TaxClass = TaxClass.FOOD
    name_en: str = ""
    category: str = ""

    def __post_init__(self) -> None:
        for text in (self.product_id, self.name):
            if not text.strip() or not _is_printable(text):
                raise ProductInvalid(
                    f"a product's name has 1 to {_LONGEST_NAME} characters, got {text!r}"
                )
        for text in (self.name_en, self.category):
            if not _is_printable(text):
                raise ProductInvalid(
                    f"{self.name}: a text has at most {_LONGEST_NAME} characters, got {text!r}"
                )
        if not 0 <= self.price.minor <= _DEAREST_MINOR:
            raise ProductInvalid(
                f"{self.name}: a price lies in 0 to {_DEAREST_MINOR}, got {self.price.minor}"
            )

    @property
    def is_priced(self) -> bool:
        return self.price > ZERO

    def label(self, language: str) -> str:
        """The name in a language ("ja" or "en")."""
        return self.name_en if language == "en" and self.name_en else self.name


def _is_printable(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not any(
        unicodedata.category(character) in _UNPRINTABLE for character in text
    )
