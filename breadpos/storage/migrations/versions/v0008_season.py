"""The season a product is sold in, every year."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    op.add_column(
        "products",
        sa.Column("season", sa.String(11), nullable=False, server_default=sa.text("''")),
    )
