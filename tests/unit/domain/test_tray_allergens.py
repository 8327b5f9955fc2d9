from datetime import date

from breadpos.domain.allergen import Allergen
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import TaxClass
from breadpos.domain.tray_allergens import tray_allergens

TODAY = date(2026, 11, 24)


def product(name: str, *allergens: Allergen, known: bool = True) -> Product:
    said = frozenset(allergens) if known else None
    return Product(ProductId(name), name, Money(100), allergens=said)


ANPAN = product("anpan", Allergen.WHEAT, Allergen.SOY)
WALNUT = product("walnut", Allergen.WHEAT, Allergen.WALNUT, Allergen.SESAME)
RICE = product("rice")
CURRY = product("curry", known=False)
BAG = Product(ProductId("bag"), "bag", Money(5), TaxClass.STANDARD)


def test_the_mandatory_ones_come_first_in_the_order_of_the_law() -> None:
    found = tray_allergens((ANPAN, WALNUT), TODAY)
    assert [each.allergen for each in found.mandatory] == [
        Allergen.SHRIMP,
        Allergen.CRAB,
        Allergen.WALNUT,
        Allergen.WHEAT,
        Allergen.BUCKWHEAT,
        Allergen.EGG,
        Allergen.MILK,
        Allergen.PEANUT,
        Allergen.CASHEW,
    ]
    assert {each.allergen: each.products for each in found.mandatory if each.products} == {
        Allergen.WALNUT: (WALNUT,),
        Allergen.WHEAT: (ANPAN, WALNUT),
    }
    assert [each.allergen for each in found.others] == [Allergen.SESAME, Allergen.SOY]


def test_what_nobody_entered_is_never_taken_for_none() -> None:
    found = tray_allergens((RICE, CURRY), TODAY)
    assert (found.not_entered, found.free, found.is_complete) == ((CURRY,), (RICE,), False)
    assert tray_allergens((RICE,), TODAY).is_complete


def test_a_bag_has_nothing_to_tell() -> None:
    assert tray_allergens((BAG, ANPAN), TODAY).is_complete


def test_before_the_law_changed_it_asked_for_fewer() -> None:
    found = tray_allergens((WALNUT,), date(2020, 1, 1))
    assert Allergen.WALNUT not in [each.allergen for each in found.mandatory]
    assert Allergen.WALNUT in [each.allergen for each in found.others]
