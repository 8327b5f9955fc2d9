"""Which allergens are in what a customer is about to buy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from breadpos.domain.allergen import JAPAN_ALLERGENS, Allergen, AllergenTable, Duty
from breadpos.domain.product import Product
from breadpos.domain.tax import TaxClass


@dataclass(frozen=True, slots=True)
class Contained:
    """An allergen, and the products that contain it."""

    allergen: Allergen
    products: tuple[Product, ...]


@dataclass(frozen=True, slots=True)
class TrayAllergens:
    """What is known, and of which products nothing is.

    Attributes:
        mandatory: all that a label must name, in the order of the law, contained or not.
        others: what else is contained.
        not_entered: products whose allergens nobody has entered; that is not "none".
        free: products of which it was entered that they contain none.
    """

    mandatory: tuple[Contained, ...]
    others: tuple[Contained, ...]
    not_entered: tuple[Product, ...]
    free: tuple[Product, ...]

    @property
    def is_complete(self) -> bool:
        """Whether what is not named here is not in it, as far as the shop has said."""
        return not self.not_entered


def tray_allergens(
    products: Iterable[Product], on: date, table: AllergenTable = JAPAN_ALLERGENS
) -> TrayAllergens:
    """The allergens of some products on a day; bags and candles have none to tell."""
    eaten = [
        product
        for product in products
        if product.tax_class is TaxClass.FOOD or product.allergens is not None
    ]

    def among(allergen: Allergen) -> Contained:
        mine = (each for each in eaten if allergen in (each.allergens or ()))
        return Contained(allergen, tuple(mine))

    mandatory = table.named(Duty.MANDATORY, on)
    others = [among(each) for each in Allergen if each not in mandatory]
    return TrayAllergens(
        mandatory=tuple(among(each) for each in mandatory),
        others=tuple(each for each in others if each.products),
        not_entered=tuple(each for each in eaten if each.allergens is None),
        free=tuple(each for each in eaten if each.allergens == frozenset()),
    )
