"""What was sold, called as the screen's language calls it now."""

from collections.abc import Callable, Sequence

from breadpos.domain.product import Product

Products = Callable[[], Sequence[Product]]
"""The price list as it is now."""


def sold_name(products: Sequence[Product], product_id: str, name: str, language: str) -> str:
    """A sold product's name in a language ("ja" or "en").

    A product that has been renamed since, or is no longer sold, keeps the name on its receipt.

    Args:
        name: on the receipt.
    """
    same = (each for each in products if each.product_id == product_id and each.name == name)
    product = next(same, None)
    return name if product is None else product.label(language)
