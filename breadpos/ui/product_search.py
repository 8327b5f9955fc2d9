"""Finding a product by a few letters, in whichever script they are typed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import jaconv

from breadpos.domain.product import Product

_KATAKANA = range(ord("ァ"), ord("ヶ") + 1)
_TO_HIRAGANA = ord("ァ") - ord("ぁ")
_KUNREI = (
    ("shi", "si"),
    ("chi", "ti"),
    ("tsu", "tu"),
    ("fu", "hu"),
    ("ji", "zi"),
    ("sh", "sy"),
    ("ch", "ty"),
    ("j", "zy"),
    ("zyy", "zy"),
    ("mb", "nb"),
    ("mp", "np"),
    ("'", ""),
)
"""Hepburn and Kunrei spell the same kana differently; both are brought to one spelling."""


def folded(text: str) -> str:
    """The text with width, case, spaces and the kind of kana taken out."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        chr(ord(letter) - _TO_HIRAGANA) if ord(letter) in _KATAKANA else letter
        for letter in plain
        if not letter.isspace() and letter not in "・_-"
    )


@lru_cache(maxsize=4096)
def romanised(text: str) -> str:
    """The text in one Latin spelling, long and short vowels alike; kanji stay as they are."""
    latin = str(jaconv.kana2alphabet(folded(text))).casefold().replace("-", "").replace("ー", "")
    for hepburn, kunrei in _KUNREI:
        latin = latin.replace(hepburn, kunrei)
    return re.sub("ou", "o", re.sub(r"([aeioun])\1+", r"\1", latin))


def matching(products: Iterable[Product], typed: str) -> list[Product]:
    """Products whose name, reading, key or barcode holds what was typed; all for nothing.

    Latin letters find kana too: "meronpan" and "melon" both find メロンパン.
    """
    wanted = folded(typed)
    latin = romanised(typed) if wanted.isascii() else ""
    return [
        product
        for product in products
        if any(wanted in folded(text) for text in _texts(product))
        or (latin and any(latin in romanised(text) for text in (product.name, product.reading)))
    ]


def categories(products: Sequence[Product]) -> list[str]:
    """Every category, in the order they first occur; none where products have none."""
    return list(dict.fromkeys(product.category for product in products if product.category))


def _texts(product: Product) -> tuple[str, ...]:
    return (
        product.name,
        product.name_en,
        product.reading,
        product.product_id,
        product.barcode,
    )
