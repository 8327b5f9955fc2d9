"""Unpaid carts on disk."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Engine, RowMapping, delete, insert, select, update

from breadpos.application.ports import OpenCart
from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.discount import Discount
from breadpos.domain.money import Money
from breadpos.domain.product import Product
from breadpos.storage.database import reading, writing
from breadpos.storage.products import read_products
from breadpos.storage.schema import open_carts, products

logger = logging.getLogger(__name__)

Kept = dict[str, str | int]


class SqlOpenCarts:
    """An OpenCartRepository on one engine; each call is one transaction.

    Only keys and counts are kept: a cart that comes back has the names and prices of now.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def save(self, cart: OpenCart) -> None:
        """Keep a cart, replacing what was kept of it before."""
        values = {
            "opened_at": cart.opened_at,
            "place": cart.cart.place,
            "held": cart.held,
            "unnamed": cart.cart.unnamed,
            "lines": [_kept(line) for line in cart.cart.lines],
            "agreed": _agreed(cart.cart),
        }
        mine = open_carts.c.cart_id == cart.cart_id
        with writing(self._engine, "cart") as connection:
            if not connection.execute(update(open_carts).where(mine).values(values)).rowcount:
                connection.execute(insert(open_carts).values(cart_id=cart.cart_id, **values))

    def all(self) -> Sequence[OpenCart]:
        """Oldest first. A line whose product the shop no longer knows is left out and logged."""
        wanted = select(open_carts).order_by(open_carts.c.opened_at, open_carts.c.cart_id)
        with reading(self._engine, "open carts") as connection:
            carts = connection.execute(wanted).mappings().all()
            if not carts:
                return []
            # Retired products too: the customer has put them on the tray.
            wanted_ids = {kept["product"] for cart in carts for kept in cart["lines"]}
            known = read_products(connection, products.c.product_id.in_(wanted_ids))
        by_id = {product.product_id: product for product in known}
        return [_cart_of(row, by_id) for row in carts]

    def remove(self, cart_id: str) -> None:
        """Forget a cart; nothing happens if there is none."""
        with writing(self._engine, "cart") as connection:
            connection.execute(delete(open_carts).where(open_carts.c.cart_id == cart_id))


def _kept(line: CartLine) -> Kept:
    kept: Kept = {
        "product": line.product.product_id,
        "seen": line.seen,
        "by_hand": line.by_hand,
        "open_questions": line.open_questions,
    }
    if line.elsewhere:
        kept["elsewhere"] = line.elsewhere
    return kept | _off(line.discount)


def _agreed(cart: Cart) -> Kept:
    words: Kept = {"note": cart.note, "customers": cart.customers, "approver": cart.approver}
    return words | _off(cart.discount)


def _off(discount: Discount | None) -> Kept:
    return {"yen": discount.yen.minor, "percent": discount.percent} if discount else {}


def _discount_of(kept: Mapping[str, Any]) -> Discount | None:
    return Discount(Money(kept["yen"]), kept["percent"]) if "yen" in kept else None


def _cart_of(row: RowMapping, by_id: Mapping[Any, Product]) -> OpenCart:
    lines = []
    for kept in row["lines"]:
        product = by_id.get(kept["product"])
        if product is None:
            logger.warning(
                "open cart %s: product %s is not on the price list; its line is left out",
                row["cart_id"],
                kept["product"],
            )
            continue
        lines.append(
            CartLine(
                product,
                kept["seen"],
                kept["by_hand"],
                kept["open_questions"],
                kept.get("elsewhere", 0),
                _discount_of(kept),
            )
        )
    agreed = row["agreed"]
    cart = Cart(
        tuple(lines),
        row["place"],
        row["unnamed"],
        _discount_of(agreed),
        agreed.get("note", ""),
        agreed.get("customers", 1),
        agreed.get("approver", ""),
    )
    return OpenCart(row["cart_id"], row["opened_at"], cart, row["held"])
