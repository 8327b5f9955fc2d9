"""The ledger: journal, refunds, tenders, the day, dated rates; sales keyed by receipt number."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

_LEDGER = (
    "journal",
    "sales",
    "sale_lines",
    "sale_taxes",
    "payments",
    "cash_movements",
    "z_reports",
)
_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_SINCE = date(2019, 10, 1)
_RATES: tuple[tuple[str, str, int, bool], ...] = (
    ("food", "takeout", 800, True),
    ("food", "eat_in", 1000, False),
    ("standard", "takeout", 1000, False),
    ("standard", "eat_in", 1000, False),
    ("exempt", "takeout", 0, False),
    ("exempt", "eat_in", 0, False),
)


def upgrade() -> None:
    old = {name: _taken(name) for name in ("payments", "sale_taxes", "sale_lines", "sales")}
    tables = {**_sales(), **_sale_parts()}
    _day()
    _journal()
    _rules()
    _open_carts()
    _copy(old, tables)
    _protect()


def _taken(name: str) -> list[dict[str, Any]]:
    """All rows of an old table, which is dropped."""
    rows = op.get_bind().execute(sa.text(f"SELECT * FROM {name}")).mappings().all()
    op.drop_table(name)
    return [dict(row) for row in rows]


def _sales() -> dict[str, sa.Table]:
    table = op.create_table(
        "sales",
        sa.Column("number", _KEY, nullable=False, autoincrement=False),
        sa.Column("sale_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("sold_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("register", sa.String(20), nullable=False),
        sa.Column("cashier", sa.String(60), nullable=False),
        sa.Column("approver", sa.String(60), nullable=False),
        sa.Column("place", sa.String(20), nullable=False),
        sa.Column("total_minor", sa.BigInteger, nullable=False),
        sa.Column("off_minor", sa.BigInteger, nullable=False),
        sa.Column("pieces", sa.Integer, nullable=False),
        sa.Column("customers", sa.Integer, nullable=False),
        sa.Column("share_label", sa.String(60), nullable=False),
        sa.Column("rounding", sa.String(20), nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("of_number", _KEY),
        sa.Column("of_day", sa.Date),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["of_number"], ["sales.number"], name="fk_sales_of_number"),
        sa.PrimaryKeyConstraint("number", name="pk_sales"),
        sa.UniqueConstraint("sale_id", name="uq_sales_sale_id"),
    )
    op.create_index("ix_sales_sold_at", "sales", ["sold_at"])
    op.create_index("ix_sales_of_number", "sales", ["of_number"])
    op.create_index("ix_sales_business_day", "sales", ["business_day", "number"])
    op.create_index("ix_sales_total_minor", "sales", ["total_minor", "number"])
    return {"sales": table}


def _part(name: str, key: str, *columns: sa.Column[Any]) -> sa.Table:
    return op.create_table(
        name,
        sa.Column("number", _KEY, nullable=False, autoincrement=False),
        sa.Column(key, sa.Integer, nullable=False, autoincrement=False),
        *columns,
        sa.ForeignKeyConstraint(["number"], ["sales.number"], name=f"fk_{name}_number"),
        sa.PrimaryKeyConstraint("number", key, name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )


def _sale_parts() -> dict[str, sa.Table]:
    lines = _part(
        "sale_lines",
        "position",
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("unit_price_minor", sa.BigInteger, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("tax_class", sa.String(20), nullable=False),
        sa.Column("rate_bp", sa.Integer, nullable=False),
        sa.Column("reduced", sa.Boolean, nullable=False),
        sa.Column("place", sa.String(20), nullable=False),
        sa.Column("off_minor", sa.BigInteger, nullable=False),
        sa.Column("share_minor", sa.BigInteger, nullable=False),
        sa.Column("off_label", sa.String(200), nullable=False),
        sa.Column("of_line", sa.Integer),
    )
    op.create_index(
        "ix_sale_lines_product_id", "sale_lines", ["product_id", "business_day", "number"]
    )
    taxes = _part(
        "sale_taxes",
        "rate_bp",
        sa.Column("gross_minor", sa.BigInteger, nullable=False),
        sa.Column("tax_minor", sa.BigInteger, nullable=False),
    )
    payments = _part(
        "payments",
        "position",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("tendered_minor", sa.BigInteger, nullable=False),
        sa.Column("change_minor", sa.BigInteger, nullable=False),
        sa.Column("forfeited_minor", sa.BigInteger, nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
    )
    names = op.create_table(
        "sold_names",
        sa.Column("product_id", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("product_id", "name", name="pk_sold_names"),
        sqlite_with_rowid=False,
    )
    return {"sale_lines": lines, "sale_taxes": taxes, "payments": payments, "sold_names": names}


def _day() -> None:
    op.create_table(
        "cash_movements",
        sa.Column("number", _KEY, nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("amount_minor", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("register", sa.String(20), nullable=False),
        sa.Column("cashier", sa.String(60), nullable=False),
        sa.Column("approver", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_cash_movements"),
    )
    op.create_index("ix_cash_movements_business_day", "cash_movements", ["business_day"])
    op.create_table(
        "z_reports",
        sa.Column("number", _KEY, nullable=False, autoincrement=False),
        sa.Column("register", sa.String(20), nullable=False),
        sa.Column("business_day", sa.Date, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("pieces", sa.String(200), nullable=False),
        sa.Column("counted_minor", sa.BigInteger, nullable=False),
        sa.Column("expected_minor", sa.BigInteger, nullable=False),
        sa.Column("net_minor", sa.BigInteger, nullable=False),
        sa.Column("grand_total_minor", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("cashier", sa.String(60), nullable=False),
        sa.Column("approver", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_z_reports"),
        sa.UniqueConstraint("register", "business_day", name="uq_z_reports_day"),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", _KEY, nullable=False, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("cashier", sa.String(60), nullable=False),
        sa.Column("approver", sa.String(60), nullable=False),
        sa.Column("receipt", sa.BigInteger),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_index("ix_journal_at", "journal", ["at"])
    op.create_index("ix_journal_receipt", "journal", ["receipt"])
    op.create_index("ix_journal_kind", "journal", ["kind", "seq"])
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": name, "value": 0} for name in ("journal", "cash", "z")])


def _rules() -> None:
    rates = op.create_table(
        "tax_rates",
        sa.Column("tax_class", sa.String(20), nullable=False),
        sa.Column("place", sa.String(20), nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_until", sa.Date),
        sa.Column("rate_bp", sa.Integer, nullable=False),
        sa.Column("reduced", sa.Boolean, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("tax_class", "place", "valid_from", name="pk_tax_rates"),
    )
    rows: list[tuple[object, ...]] = [(*row, _SINCE, None, True) for row in _RATES]
    # An example of a change of law: the owner switches it on once it is one.
    rows.append(("food", "takeout", 100, True, date(2027, 4, 1), date(2029, 4, 1), False))
    columns = ("tax_class", "place", "rate_bp", "reduced", "valid_from", "valid_until", "active")
    op.bulk_insert(rates, [dict(zip(columns, row, strict=True)) for row in rows])
    op.create_table(
        "set_prices",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("product_ids", sa.JSON, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("price_minor", sa.BigInteger, nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_until", sa.Date),
        sa.PrimaryKeyConstraint("name", name="pk_set_prices"),
    )


def _open_carts() -> None:
    op.add_column("open_carts", sa.Column("agreed", sa.JSON, nullable=False, server_default="{}"))


def _copy(old: Mapping[str, list[dict[str, Any]]], tables: Mapping[str, sa.Table]) -> None:
    """Sales made before there was a journal; verification begins after them."""
    numbers = {row["sale_id"]: row["number"] for row in old["sales"]}
    pieces = dict.fromkeys(numbers, 0)
    for line in old["sale_lines"]:
        pieces[line["sale_id"]] += line["count"]
    places = {row["sale_id"]: row["place"] for row in old["sales"]}
    own: dict[str, dict[str, object]] = {
        "sales": {
            "kind": "sale", "register": "1", "cashier": "", "approver": "", "off_minor": 0,
            "customers": 1, "share_label": "", "rounding": "floor", "note": "",
            "of_number": None, "of_day": None, "reason": "",
        },
        "sale_lines": {"off_minor": 0, "share_minor": 0, "off_label": "", "of_line": None},
        "sale_taxes": {},
        "payments": {"forfeited_minor": 0, "note": ""},
    }  # fmt: skip
    for row in old["sales"]:
        row["sold_at"] = _moment(row["sold_at"])
        row["business_day"] = row["sold_at"].date()
        row["pieces"] = pieces[row["sale_id"]]
    days = {row["sale_id"]: row["business_day"] for row in old["sales"]}
    for row in old["sale_lines"]:
        row["reduced"] = bool(row["reduced"])
        row["place"] = places[row["sale_id"]]
        row["business_day"] = days[row["sale_id"]]
    for name in ("sales", "sale_lines", "sale_taxes", "payments"):
        rows = [{**row, "number": numbers[row["sale_id"]], **own[name]} for row in old[name]]
        known = set(tables[name].columns.keys())
        op.bulk_insert(
            tables[name], [{key: row[key] for key in row if key in known} for row in rows]
        )
    names = {(row["product_id"], row["name"]) for row in old["sale_lines"]}
    op.bulk_insert(
        tables["sold_names"], [{"product_id": key, "name": name} for key, name in sorted(names)]
    )
    before = {"name": "before_journal", "value": len(numbers)}
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [before])


def _moment(value: str | datetime) -> datetime:
    """SQLite knows no zones, and reads a time as text here."""
    if isinstance(value, datetime):
        return value
    return datetime.fromisoformat(value).replace(tzinfo=UTC)


def _protect() -> None:
    """What is in the ledger stays: no row is changed or deleted, by whatever program."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$"
        )
        for name in _LEDGER:
            op.execute(
                f"CREATE TRIGGER {name}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON {name}"
                " FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()"
            )
        return
    for name in _LEDGER:
        refuse = "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        for event in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {name}_{event.lower()} BEFORE {event} ON {name} {refuse}")
        key = "seq" if name == "journal" else "number"
        same = {"sale_lines": "position", "payments": "position", "sale_taxes": "rate_bp"}.get(name)
        more = f" AND {same} = NEW.{same}" if same else ""
        # INSERT OR REPLACE would delete without a word to the trigger above
        op.execute(
            f"CREATE TRIGGER {name}_replace BEFORE INSERT ON {name} WHEN EXISTS"
            f" (SELECT 1 FROM {name} WHERE {key} = NEW.{key}{more}) {refuse}"
        )
