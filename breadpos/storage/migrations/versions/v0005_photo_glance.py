"""Photos that wait for a glance, deleted ones that can come back, and what checks say of them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    for column in (
        sa.Column("cashier", sa.String(60), nullable=False, server_default=sa.text("''")),
        sa.Column("guess", sa.String(60)),
        sa.Column("guess_confidence", sa.Float),
        sa.Column("guess_sure", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("waiting", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("deleted_at", sa.DateTime(timezone=True)),
    ):
        op.add_column("photos", column)
    op.create_index("ix_photos_waiting", "photos", ["waiting"])
    op.create_index("ix_photos_deleted_at", "photos", ["deleted_at"])
    op.create_table(
        "photo_checks",
        sa.Column("photo_id", sa.Integer, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("suspected", sa.String(60)),
        sa.Column("group_number", sa.Integer),
        sa.ForeignKeyConstraint(
            ["photo_id"],
            ["photos.photo_id"],
            name="fk_photo_checks_photo_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("photo_id", name="pk_photo_checks"),
        sqlite_with_rowid=False,
    )
