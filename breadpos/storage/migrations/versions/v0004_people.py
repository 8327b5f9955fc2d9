"""The people of the shop, who are never deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("pin_hash", sa.String(200), nullable=False),
        sa.Column("pin_set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wrong_tries", sa.Integer, nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("person_id", name="pk_people"),
        sa.UniqueConstraint("name", name="uq_people_name"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION people_stay() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'people are retired, never deleted'; END $$"
        )
        op.execute(
            "CREATE TRIGGER people_stay BEFORE DELETE OR TRUNCATE ON people"
            " FOR EACH STATEMENT EXECUTE FUNCTION people_stay()"
        )
    else:
        op.execute(
            "CREATE TRIGGER people_stay BEFORE DELETE ON people"
            " BEGIN SELECT RAISE(ABORT, 'people are retired, never deleted'); END"
        )
