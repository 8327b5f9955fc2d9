"""The price list on disk."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Engine, RowMapping, func, insert, select, update

from breadpos.domain.errors import ProductNotFound
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.storage.database import reading, writing
from breadpos.storage.schema import products


class SqlProducts:
    """A ProductRepository on one engine; each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> Sequence[Product]:
        """Every product on sale, in the order they were added."""
        wanted = select(products).where(products.c.active).order_by(products.c.position)
        with reading(self._engine, "price list") as connection:
            return [product_of(row) for row in connection.execute(wanted).mappings()]

    def get(self, product_id: ProductId) -> Product:
        """One product on sale.

        Raises:
            ProductNotFound: the shop does not have it, or no longer.
        """
        wanted = select(products).where(products.c.product_id == product_id, products.c.active)
        with reading(self._engine, "price list") as connection:
            row = connection.execute(wanted).mappings().one_or_none()
        if row is None:
            raise ProductNotFound(product_id)
        return product_of(row)

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


def product_of(row: RowMapping) -> Product:
    return Product(
        ProductId(row["product_id"]),
        row["name"],
        Money(row["price_minor"]),
        row["tax_class"],
        row["name_en"],
        row["category"],
    )


def _put(connection: Connection, product: Product) -> None:
    values = {
        "name": product.name,
        "name_en": product.name_en,
        "price_minor": product.price.minor,
        "tax_class": product.tax_class,
        "category": product.category,
        "active": True,
    }
    mine = products.c.product_id == product.product_id
    if connection.execute(update(products).where(mine).values(values)).rowcount:
        return
    last = select(func.coalesce(func.max(products.c.position), 0)).scalar_subquery()
    connection.execute(
        insert(products).values(product_id=product.product_id, position=last + 1, **values)
    )
