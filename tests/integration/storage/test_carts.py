import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from breadpos.application.ports import OpenCart
from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import Place
from breadpos.storage.carts import SqlOpenCarts
from breadpos.storage.products import SqlProducts

MELONPAN = Product(ProductId("melonpan"), "メロンパン", Money(180))
CURRY = Product(ProductId("curry"), "カレーパン", Money(220))
OPENED = datetime(2026, 4, 1, 1, 2, 3, tzinfo=UTC)
CART = Cart(
    (CartLine(MELONPAN, seen=2, by_hand=1, open_questions=1), CartLine(CURRY, by_hand=3)),
    Place.EAT_IN,
    unnamed=2,
)


@pytest.fixture
def carts(engine: Engine) -> SqlOpenCarts:
    SqlProducts(engine).put_all([MELONPAN, CURRY])
    return SqlOpenCarts(engine)


def test_no_cart_is_open_at_first(carts: SqlOpenCarts) -> None:
    assert carts.all() == []


def test_a_cart_comes_back_as_it_was(carts: SqlOpenCarts) -> None:
    kept = OpenCart("c1", OPENED, CART, held=True)
    carts.save(kept)
    assert carts.all() == [kept]


def test_a_cart_saved_again_replaces_itself(carts: SqlOpenCarts) -> None:
    carts.save(OpenCart("c1", OPENED, CART))
    fewer = OpenCart("c1", OPENED, CART.without(CURRY.product_id))
    carts.save(fewer)
    assert carts.all() == [fewer]


def test_carts_come_back_oldest_first(carts: SqlOpenCarts) -> None:
    for cart_id, hours in (("new", 2), ("old", 0), ("middle", 1)):
        carts.save(OpenCart(cart_id, OPENED + timedelta(hours=hours), CART))
    assert [cart.cart_id for cart in carts.all()] == ["old", "middle", "new"]


def test_a_removed_cart_is_gone_and_may_be_removed_again(carts: SqlOpenCarts) -> None:
    carts.save(OpenCart("c1", OPENED, CART))
    carts.remove("c1")
    carts.remove("c1")
    assert carts.all() == []


def test_a_cart_that_comes_back_has_the_prices_of_now(engine: Engine, carts: SqlOpenCarts) -> None:
    carts.save(OpenCart("c1", OPENED, CART))
    dearer = replace(MELONPAN, price=Money(200))
    SqlProducts(engine).put(dearer)
    assert carts.all()[0].cart == CART.repriced([dearer])


def test_a_retired_product_stays_in_a_cart_that_has_it(engine: Engine, carts: SqlOpenCarts) -> None:
    carts.save(OpenCart("c1", OPENED, CART))
    SqlProducts(engine).retire(CURRY.product_id)
    assert carts.all()[0].cart == CART


def test_a_line_nobody_can_name_is_left_out_and_logged(
    engine: Engine, carts: SqlOpenCarts, caplog: pytest.LogCaptureFixture
) -> None:
    carts.save(OpenCart("c1", OPENED, CART))
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM products WHERE product_id = 'curry'")
    with caplog.at_level(logging.WARNING):
        assert carts.all()[0].cart == CART.without(CURRY.product_id)
    assert "product curry is not on the price list" in caplog.text
