"""Which breads more photos would help most, and when it is enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from breadpos.application.teaching import ENOUGH, ENOUGH_TO_SELL
from breadpos.domain.product import ProductId

_ALIKE_SHARE = 0.1
"""Of a product's held-out photos taken for one other, from which the two are a pair to help."""


class Why(Enum):
    """What more photos would mend."""

    TOO_FEW = "too_few"
    TAKEN_FOR = "taken_for"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One bread to photograph.

    Attributes:
        gain: how much it would help, for the order only; larger is more.
        other: what it is taken for.
    """

    product_id: ProductId
    why: Why
    photos: int
    gain: float
    other: ProductId | None = None


def wanted_photos(
    photos: Mapping[ProductId, int], report: Mapping[str, Any] | None
) -> tuple[Wanted, ...]:
    """The breads that lack photos, the one that gains most first; empty when it is enough.

    Args:
        photos: how many each product has, those without included.
        report: of the newest training, if there was one.
    """
    wanted = [_confused(product, photos, report) for product in photos] if report else []
    known = {each.product_id for each in wanted if each is not None}
    few = [
        Wanted(
            product,
            Why.TOO_FEW if count < ENOUGH_TO_SELL else Why.FEW,
            count,
            # a bread that cannot be sold yet comes before any that is mistaken now and then
            (2.0 if count < ENOUGH_TO_SELL else 0.0) + (ENOUGH - count) / ENOUGH / 10,
        )
        for product, count in photos.items()
        if count < ENOUGH and product not in known
    ]
    found = [*(each for each in wanted if each is not None), *few]
    return tuple(sorted(found, key=lambda each: (-each.gain, each.product_id)))


def _confused(
    product: ProductId, photos: Mapping[ProductId, int], report: Mapping[str, Any]
) -> Wanted | None:
    """The product with what it was most often taken for in the training's held-out photos."""
    products = list(report["products"])
    if product not in products or photos[product] < ENOUGH_TO_SELL:
        return None
    row = list(report["confusion"][products.index(product)])
    total = sum(row)
    others = [(count, name) for count, name in zip(row, products, strict=True) if name != product]
    count, name = max(others, default=(0, product))
    if not total or count / total < _ALIKE_SHARE:
        return None
    return Wanted(product, Why.TAKEN_FOR, photos[product], count / total, ProductId(name))
