"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    _products()
    _sales()
    _sale_parts()
    _open_carts()
    _photos()


def _products() -> None:
    op.create_table(
        "products",
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("name_en", sa.String(200), nullable=False),
        sa.Column("price_minor", sa.BigInteger, nullable=False),
        sa.Column("tax_class", sa.String(20), nullable=False),
        sa.Column("category", sa.String(200), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.PrimaryKeyConstraint("product_id", name="pk_products"),
    )


def _sales() -> None:
    counters = op.create_table(
        "counters",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("value", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.bulk_insert(counters, [{"name": "receipt", "value": 0}])
    op.create_table(
        "sales",
        sa.Column("sale_id", sa.String(64), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("sold_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(20), nullable=False),
        sa.Column("total_minor", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("sale_id", name="pk_sales"),
        sa.UniqueConstraint("number", name="uq_sales_number"),
    )
    op.create_index("ix_sales_sold_at", "sales", ["sold_at"])


def _sale_parts() -> None:
    op.create_table(
        "sale_lines",
        sa.Column("sale_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("unit_price_minor", sa.BigInteger, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("tax_class", sa.String(20), nullable=False),
        sa.Column("rate_bp", sa.Integer, nullable=False),
        sa.Column("reduced", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sales.sale_id"], name="fk_sale_lines_sale_id"),
        sa.PrimaryKeyConstraint("sale_id", "position", name="pk_sale_lines"),
    )
    op.create_index("ix_sale_lines_product_id", "sale_lines", ["product_id"])
    op.create_table(
        "sale_taxes",
        sa.Column("sale_id", sa.String(64), nullable=False),
        sa.Column("rate_bp", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("gross_minor", sa.BigInteger, nullable=False),
        sa.Column("tax_minor", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sales.sale_id"], name="fk_sale_taxes_sale_id"),
        sa.PrimaryKeyConstraint("sale_id", "rate_bp", name="pk_sale_taxes"),
    )
    op.create_table(
        "payments",
        sa.Column("sale_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("tendered_minor", sa.BigInteger, nullable=False),
        sa.Column("change_minor", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sales.sale_id"], name="fk_payments_sale_id"),
        sa.PrimaryKeyConstraint("sale_id", "position", name="pk_payments"),
    )


def _open_carts() -> None:
    op.create_table(
        "open_carts",
        sa.Column("cart_id", sa.String(64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(20), nullable=False),
        sa.Column("held", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("unnamed", sa.Integer, nullable=False, server_default="0"),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("cart_id", name="pk_open_carts"),
    )


def _photos() -> None:
    op.create_table(
        "photos",
        sa.Column("photo_id", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("suffix", sa.String(5), nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("box_left", sa.Float),
        sa.Column("box_top", sa.Float),
        sa.Column("box_width", sa.Float),
        sa.Column("box_height", sa.Float),
        sa.Column("outline", sa.JSON),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.product_id"], name="fk_photos_product_id"
        ),
        sa.PrimaryKeyConstraint("photo_id", name="pk_photos"),
    )
    op.create_index("ix_photos_sha256", "photos", ["sha256"])
    op.create_index("ix_photos_product_id", "photos", ["product_id"])
