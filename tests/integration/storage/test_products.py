from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from breadpos.domain.allergen import Allergen
from breadpos.domain.errors import ProductNotFound, StorageError
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId
from breadpos.domain.season import season_of
from breadpos.domain.tax import TaxClass
from breadpos.storage.products import SqlProducts

MELONPAN = Product(ProductId("melonpan"), "メロンパン", Money(180), name_en="Melonpan")
CURRY = Product(ProductId("curry"), "カレーパン", Money(220), category="揚げパン")
BAG = Product(ProductId("bag"), "レジ袋", Money(5), TaxClass.STANDARD)
WHOLE = replace(
    MELONPAN,
    reading="めろんぱん",
    barcode="4901234567894",
    allergens=frozenset({Allergen.WHEAT, Allergen.EGG}),
    sold_out_on=date(2026, 4, 1),
    season=season_of("12-20/01-05"),
    planned=(
        PlannedPrice(date(2026, 5, 1), Money(190)),
        PlannedPrice(date(2027, 1, 1), Money(200)),
    ),
)


@pytest.fixture
def price_list(engine: Engine) -> SqlProducts:
    return SqlProducts(engine)


def test_a_new_shop_sells_nothing(price_list: SqlProducts) -> None:
    assert price_list.all() == []


def test_a_product_comes_back_whole(price_list: SqlProducts) -> None:
    for product in (MELONPAN, CURRY, BAG, WHOLE, replace(CURRY, allergens=frozenset())):
        price_list.put(product)
        assert price_list.get(product.product_id) == product


def test_products_keep_the_order_they_were_added_in(price_list: SqlProducts) -> None:
    price_list.put(MELONPAN)
    price_list.put_all([CURRY, BAG])
    dearer = replace(MELONPAN, price=Money(200))
    price_list.put(dearer)
    assert price_list.all() == [dearer, CURRY, BAG]


def test_a_product_the_shop_does_not_have_is_not_found(price_list: SqlProducts) -> None:
    with pytest.raises(ProductNotFound, match="anpan"):
        price_list.get(ProductId("anpan"))
    with pytest.raises(ProductNotFound, match="anpan"):
        price_list.retire(ProductId("anpan"))


def test_a_retired_product_is_off_the_list_until_it_is_put_back(price_list: SqlProducts) -> None:
    price_list.put_all([MELONPAN, CURRY])
    price_list.retire(MELONPAN.product_id)
    assert price_list.all() == [CURRY]
    assert price_list.retired() == [MELONPAN]
    with pytest.raises(ProductNotFound):
        price_list.get(MELONPAN.product_id)
    price_list.put(MELONPAN)
    assert price_list.all() == [MELONPAN, CURRY]


def test_of_many_products_all_are_put_or_none(engine: Engine, price_list: SqlProducts) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refuse BEFORE INSERT ON products WHEN NEW.product_id = 'curry'"
            " BEGIN SELECT RAISE(ABORT, 'no curry'); END"
        )
    with pytest.raises(StorageError, match="price list not saved: no curry"):
        price_list.put_all([MELONPAN, CURRY])
    assert price_list.all() == []


def test_a_planned_price_that_is_dropped_is_gone(price_list: SqlProducts) -> None:
    price_list.put(WHOLE)
    price_list.put(replace(WHOLE, planned=WHOLE.planned[1:]))
    assert price_list.get(WHOLE.product_id).planned == WHOLE.planned[1:]
