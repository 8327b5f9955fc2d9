"""Counting what is left at the day's end, tray after tray under the camera."""

from collections import Counter
from collections.abc import Mapping

from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.domain.waste import WasteLine


class ClosingCount:
    """What lies there now, and what was counted before it; corrected by hand."""

    def __init__(self, products: Mapping[ProductId, Product]) -> None:
        self._products = products
        self._kept: Counter[ProductId] = Counter()
        self._lying: Counter[ProductId] = Counter()
        self._counted: Counter[ProductId] = Counter()
        self.unnamed = 0

    def see(self, recognition: Recognition) -> None:
        """Take in what a frame showed; hands change nothing, but may have brought another tray."""
        if recognition.moving:
            self._counted.clear()
            return
        names = [found.best for found in recognition.detections]
        known = [name for name in names if name is not None and name in self._products]
        self._lying = Counter(known)
        self.unnamed = len(names) - len(known)

    @property
    def lying(self) -> Mapping[ProductId, int]:
        """What lies under the camera, by product."""
        return self._lying

    @property
    def is_uncounted(self) -> bool:
        """Whether something lies there that was not counted yet."""
        return bool(self._lying) and self._lying != self._counted

    @property
    def kept(self) -> Mapping[ProductId, int]:
        """What was counted, without what lies there now."""
        return +self._kept

    def keep(self) -> None:
        """Count what lies there, once; the next tray may come."""
        if self.is_uncounted:
            self._kept += self._lying
            self._counted = Counter(self._lying)

    def change(self, product_id: ProductId, by: int) -> None:
        """Correct what was counted; never below nothing."""
        self._kept[product_id] = max(self._kept[product_id] + by, 0)

    def lines(self) -> tuple[WasteLine, ...]:
        """What was counted, at today's prices, in the order of the price list."""
        return tuple(
            WasteLine(key, product.name, self._kept[key], product.price)
            for key, product in self._products.items()
            if self._kept[key] > 0
        )
