"""Looking again at a tray that was sold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from breadpos.domain.product import Product, ProductId
from breadpos.domain.sale import Sale
from breadpos.domain.tray_record import TrayRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A receipt, and the tray behind it as far as there is one.

    Attributes:
        record: None where the sale was entered by hand, or before trays were kept.
        picture: None where none was kept, or its days are over.
        products: whatever the shop sells or sold, by key.
        days: how long pictures are kept.
    """

    sale: Sale
    record: TrayRecord | None
    picture: Path | None
    products: Mapping[ProductId, Product]
    days: int

    def name_of(self, product_id: ProductId | None, language: str) -> str:
        """A product's name; its key where nobody knows it any more, empty for none."""
        if product_id is None:
            return ""
        known = self.products.get(product_id)
        return product_id if known is None else known.label(language)

    @property
    def by_hand(self) -> int:
        """How many pieces of the sale the camera did not see."""
        items = () if self.record is None else self.record.items
        charged = sum(item.charged_as is not None for item in items)
        return max(self.sale.count - charged, 0)


class Replays(Protocol):
    """Finds the tray behind a receipt."""

    def of(self, number: int) -> Replay:
        """A receipt's tray; of a void or refund, that of the sale it takes back.

        Raises:
            SaleNotFound: there is no such receipt.
            StorageError: it cannot be read.
        """
        ...
