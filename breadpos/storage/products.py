"""The price list on disk."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    delete,
    func,
    insert,
    select,
    update,
)

from breadpos.domain.allergen import Allergen
from breadpos.domain.errors import ProductNotFound
from breadpos.domain.journal import PRICE_CHANGE
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId
from breadpos.domain.season import season_of
from breadpos.storage.database import reading, writing
from breadpos.storage.journal import append_entry
from breadpos.storage.schema import planned_prices, products


class SqlProducts:
    """A ProductRepository on one engine; each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> Sequence[Product]:
        """Every product on sale, in the order they were added."""
        return self._where(products.c.active)

    def retired(self) -> Sequence[Product]:
        """Every product that is off the list, in the order they were added."""
        return self._where(~products.c.active)

    def get(self, product_id: ProductId) -> Product:
        """One product on sale.

        Raises:
            ProductNotFound: the shop does not have it, or no longer.
        """
        found = self._where(products.c.product_id == product_id, products.c.active)
        if not found:
            raise ProductNotFound(product_id)
        return found[0]

    def put(self, product: Product) -> None:
        """Add a product, or replace the one with its id; a retired one is on sale again."""
        self.put_all([product])

    def put_all(self, wanted: Iterable[Product]) -> None:
        """Put many products, all or none."""
        with writing(self._engine, "price list") as connection:
            for product in wanted:
                _put(connection, product)

    def retire(self, product_id: ProductId) -> None:
        """Take a product off the list; its sales and photos stay.

        Raises:
            ProductNotFound: the shop does not have it.
        """
        retiring = (
            update(products)
            .where(products.c.product_id == product_id, products.c.active)
            .values(active=False)
        )
        with writing(self._engine, "price list") as connection:
            found = connection.execute(retiring).rowcount
        if not found:
            raise ProductNotFound(product_id)

    def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Product]:
        with reading(self._engine, "price list") as connection:
            return read_products(connection, *conditions)


_PLANNED = select(planned_prices).order_by(planned_prices.c.valid_from)


def read_products(connection: Connection, *conditions: ColumnElement[bool]) -> list[Product]:
    """Products under conditions, on sale or not, in the order they were added."""
    planned: dict[str, list[PlannedPrice]] = defaultdict(list)
    for row in connection.execute(_PLANNED):
        planned[row.product_id].append(PlannedPrice(row.valid_from, Money(row.price_minor)))
    wanted = select(products).where(*conditions).order_by(products.c.position)
    rows = connection.execute(wanted).mappings()
    return [_product_of(row, planned[row["product_id"]]) for row in rows]


def _product_of(row: RowMapping, planned: Iterable[PlannedPrice]) -> Product:
    allergens = row["allergens"]
    return Product(
        ProductId(row["product_id"]),
        row["name"],
        Money(row["price_minor"]),
        row["tax_class"],
        row["name_en"],
        row["category"],
        row["reading"],
        row["barcode"],
        None if allergens is None else frozenset(map(Allergen, allergens)),
        row["sold_out_on"],
        tuple(planned),
        season_of(row["season"]) if row["season"] else None,
    )


def _put(connection: Connection, product: Product) -> None:
    values = _values(product)
    mine = products.c.product_id == product.product_id
    _record_prices(connection, product)
    if not connection.execute(update(products).where(mine).values(values)).rowcount:
        last = select(func.coalesce(func.max(products.c.position), 0)).scalar_subquery()
        connection.execute(
            insert(products).values(product_id=product.product_id, position=last + 1, **values)
        )
    connection.execute(
        delete(planned_prices).where(planned_prices.c.product_id == product.product_id)
    )
    if product.planned:
        connection.execute(
            insert(planned_prices),
            [
                {
                    "product_id": product.product_id,
                    "valid_from": planned.valid_from,
                    "price_minor": planned.price.minor,
                }
                for planned in product.planned
            ],
        )


def _record_prices(connection: Connection, product: Product) -> None:
    """Put a change of its price, or of its prices to come, into the journal."""
    known = read_products(connection, products.c.product_id == product.product_id)
    before = _prices(known[0]) if known else {"price": 0, "planned": {}}
    after = _prices(product)
    if before != after:
        changed = {"product": product.product_id, "old": before, "new": after}
        append_entry(connection, PRICE_CHANGE, changed)


def _prices(product: Product) -> dict[str, object]:
    planned = {each.valid_from.isoformat(): each.price.minor for each in product.planned}
    return {"price": product.price.minor, "planned": planned}


def _values(product: Product) -> dict[str, object]:
    allergens = product.allergens
    return {
        "name": product.name,
        "name_en": product.name_en,
        "price_minor": product.price.minor,
        "tax_class": product.tax_class,
        "category": product.category,
        "active": True,
        "reading": product.reading,
        "barcode": product.barcode,
        "allergens": None if allergens is None else sorted(each.value for each in allergens),
        "sold_out_on": product.sold_out_on,
        "season": str(product.season or ""),
    }
