"""When a PIN was last tried, by a clock nobody can set."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    op.add_column(
        "people",
        sa.Column("tried_at_s", sa.Float, nullable=False, server_default=sa.text("0")),
    )
    op.drop_column("people", "tried_at")
