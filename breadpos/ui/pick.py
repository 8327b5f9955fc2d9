"""What a product is chosen for."""

from dataclasses import dataclass

from breadpos.domain.product import ProductId


@dataclass(frozen=True, slots=True)
class AddProduct:
    """One more in the cart."""


@dataclass(frozen=True, slots=True)
class NameItems:
    """Items on the tray get their name, all the same."""

    item_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of the cart becomes another product."""

    product_id: ProductId


Pick = AddProduct | NameItems | ChangeLine
