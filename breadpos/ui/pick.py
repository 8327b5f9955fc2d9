"""What a product is chosen for."""

from dataclasses import dataclass

from breadpos.domain.product import ProductId


@dataclass(frozen=True, slots=True)
class AddProduct:
    """One more in the cart."""


@dataclass(frozen=True, slots=True)
class NameItem:
    """An item on the tray gets its name."""

    item_id: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of the cart becomes another product."""

    product_id: ProductId


Pick = AddProduct | NameItem | ChangeLine
