"""Trays on record behind receipts, and closing counts of what was left."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"

_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TABLES = ("trays", "tray_items", "waste_counts", "waste_lines")


def upgrade() -> None:
    _trays()
    _tray_items()
    _waste()
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": "tray", "value": 0}, {"name": "waste", "value": 0}])
    for name in _TABLES:
        _protect(name)


def _trays() -> None:
    op.create_table(
        "trays",
        sa.Column("number", _KEY, nullable=False, autoincrement=False),
        sa.Column("receipt", _KEY, nullable=False),
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("model", sa.String(60), nullable=False),
        sa.Column("cashier", sa.String(60), nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("picture", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["receipt"], ["sales.number"], name="fk_trays_receipt"),
        sa.PrimaryKeyConstraint("number", name="pk_trays"),
    )
    op.create_index("ix_trays_receipt", "trays", ["receipt"])
    op.create_index("ix_trays_business_day", "trays", ["business_day"])


def _tray_items() -> None:
    op.create_table(
        "tray_items",
        sa.Column("number", _KEY, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("read_as", sa.String(60)),
        sa.Column("charged_as", sa.String(60)),
        sa.Column("word", sa.String(20), nullable=False),
        sa.Column("read_minor", sa.BigInteger, nullable=False),
        sa.Column("charged_minor", sa.BigInteger, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["number"], ["trays.number"], name="fk_tray_items_number"),
        sa.PrimaryKeyConstraint("number", "position", name="pk_tray_items"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tray_items_business_day", "tray_items", ["business_day"])


def _waste() -> None:
    op.create_table(
        "waste_counts",
        sa.Column("number", _KEY, nullable=False, autoincrement=False),
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("register", sa.String(20), nullable=False),
        sa.Column("cashier", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_waste_counts"),
    )
    op.create_index("ix_waste_counts_business_day", "waste_counts", ["business_day"])
    op.create_table(
        "waste_lines",
        sa.Column("number", _KEY, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("unit_price_minor", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["number"], ["waste_counts.number"], name="fk_waste_lines_number"),
        sa.PrimaryKeyConstraint("number", "position", name="pk_waste_lines"),
        sqlite_with_rowid=False,
    )


def _protect(name: str) -> None:
    """What is in the ledger stays: no row is changed or deleted, by whatever program."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {name}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON {name}"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()"
        )
        return
    refuse = "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    for event in ("UPDATE", "DELETE"):
        op.execute(f"CREATE TRIGGER {name}_{event.lower()} BEFORE {event} ON {name} {refuse}")
    more = " AND position = NEW.position" if name in {"tray_items", "waste_lines"} else ""
    # INSERT OR REPLACE would delete without a word to the trigger above
    op.execute(
        f"CREATE TRIGGER {name}_replace BEFORE INSERT ON {name} WHEN EXISTS"
        f" (SELECT 1 FROM {name} WHERE number = NEW.number{more}) {refuse}"
    )
