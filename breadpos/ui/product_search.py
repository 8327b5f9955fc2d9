"""Finding a product by a few letters, in whichever kana they are typed."""

import unicodedata
from collections.abc import Iterable, Sequence

from breadpos.domain.product import Product

_KATAKANA = range(ord("ァ"), ord("ヶ") + 1)
_TO_HIRAGANA = ord("ァ") - ord("ぁ")


def folded(text: str) -> str:
    """The text with width, case, spaces and the kind of kana taken out."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        chr(ord(letter) - _TO_HIRAGANA) if ord(letter) in _KATAKANA else letter
        for letter in plain
        if not letter.isspace() and letter not in "・_-"
    )


def matching(products: Iterable[Product], typed: str) -> list[Product]:
    """Products whose name in either language, or key, holds what was typed; all for nothing."""
    wanted = folded(typed)
    return [
        product
        for product in products
        if any(wanted in folded(t) for t in (product.name, product.name_en, product.product_id))
    ]


def categories(products: Sequence[Product]) -> list[str]:
    """Every category, in the order they first occur; none where products have none."""
    return list(dict.fromkeys(product.category for product in products if product.category))
