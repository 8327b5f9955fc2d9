"""More about a product: reading, barcode, allergens, sold out, prices to come."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    for column in (
        sa.Column("reading", sa.String(60), nullable=False, server_default=sa.text("''")),
        sa.Column("barcode", sa.String(20), nullable=False, server_default=sa.text("''")),
        sa.Column("allergens", sa.JSON),
        sa.Column("sold_out_on", sa.Date),
    ):
        op.add_column("products", column)
    op.create_table(
        "planned_prices",
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("price_minor", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.product_id"], name="fk_planned_prices_product_id"
        ),
        sa.PrimaryKeyConstraint("product_id", "valid_from", name="pk_planned_prices"),
    )
