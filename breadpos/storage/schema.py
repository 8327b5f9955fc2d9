"""The tables, the same on SQLite and PostgreSQL. Amounts are whole minor units, times UTC."""

from datetime import UTC, datetime
from enum import Enum as PythonEnum

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Enum,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from breadpos.domain.sale import TenderKind
from breadpos.domain.tax import Place, TaxClass

HEAD = "0002"
"""The newest migration; a database that says so is used without loading Alembic."""

RECEIPT = "receipt"
"""Names the counter of receipt numbers."""

_ID = 60
"""Characters of a product's key, as the domain allows."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes in and out, UTC on disk; SQLite itself would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time on record knows its zone, got {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def named(kind: type[PythonEnum]) -> Enum:
    """An enum kept as its value in plain text, so that a new member needs no new column type."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


class PhotoOrigin(PythonEnum):
    """Where a photo came from."""

    LEARN = "learn"
    COUNTER = "counter"


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

products = Table(
    "products",
    metadata,
    Column("product_id", String(_ID), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("name_en", String(200), nullable=False),
    Column("price_minor", BigInteger, nullable=False),
    Column("tax_class", named(TaxClass), nullable=False),
    Column("category", String(200), nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("reading", String(_ID), nullable=False, server_default=text("''")),
    Column("barcode", String(20), nullable=False, server_default=text("''")),
    # a list of keys; null while nobody has said
    Column("allergens", JSON(none_as_null=True)),
    Column("sold_out_on", Date),
)

planned_prices = Table(
    "planned_prices",
    metadata,
    Column("product_id", ForeignKey(products.c.product_id), primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("price_minor", BigInteger, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

sales = Table(
    "sales",
    metadata,
    Column("sale_id", String(64), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("sold_at", UtcDateTime, nullable=False, index=True),
    Column("place", named(Place), nullable=False),
    Column("total_minor", BigInteger, nullable=False),
    UniqueConstraint("number"),
)

sale_lines = Table(
    "sale_lines",
    metadata,
    Column("sale_id", ForeignKey(sales.c.sale_id), primary_key=True),
    Column("position", Integer, primary_key=True),
    # No foreign key: what was sold stands on its own, whatever becomes of the price list.
    Column("product_id", String(_ID), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("unit_price_minor", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    Column("tax_class", named(TaxClass), nullable=False),
    Column("rate_bp", Integer, nullable=False),
    Column("reduced", Boolean, nullable=False),
)

sale_taxes = Table(
    "sale_taxes",
    metadata,
    Column("sale_id", ForeignKey(sales.c.sale_id), primary_key=True),
    Column("rate_bp", Integer, primary_key=True, autoincrement=False),
    Column("gross_minor", BigInteger, nullable=False),
    Column("tax_minor", BigInteger, nullable=False),
)

payments = Table(
    "payments",
    metadata,
    Column("sale_id", ForeignKey(sales.c.sale_id), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", named(TenderKind), nullable=False),
    Column("tendered_minor", BigInteger, nullable=False),
    Column("change_minor", BigInteger, nullable=False),
)

open_carts = Table(
    "open_carts",
    metadata,
    Column("cart_id", String(64), primary_key=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("place", named(Place), nullable=False),
    Column("held", Boolean, nullable=False, server_default=false()),
    Column("unnamed", Integer, nullable=False, server_default="0"),
    # a list of objects: product (its key), seen, by_hand, open_questions
    Column("lines", JSON, nullable=False),
)

photos = Table(
    "photos",
    metadata,
    Column("photo_id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("suffix", String(5), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("product_id", ForeignKey(products.c.product_id), nullable=False, index=True),
    Column("box_left", Float),
    Column("box_top", Float),
    Column("box_width", Float),
    Column("box_height", Float),
    # a list of x, y pairs in pixels of the upright picture
    Column("outline", JSON(none_as_null=True)),
    Column("origin", named(PhotoOrigin), nullable=False),
    Column("session", String(64), nullable=False),
    Column("taken_at", UtcDateTime, nullable=False),
)
