"""Checks of photos that say of the label nothing, for their product has too few; made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    op.drop_table("photo_checks")  # made from the photos, and soon made again
    op.create_table(
        "photo_checks",
        sa.Column("photo_id", sa.Integer, nullable=False),
        sa.Column("confidence", sa.Float),
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
