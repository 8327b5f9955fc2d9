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
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from breadpos.domain.cash import MovementKind
from breadpos.domain.person import Role
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.recognition import Status
from breadpos.domain.sale import SaleKind
from breadpos.domain.tax import Place, Rounding, TaxClass
from breadpos.domain.tender import TenderKind
from breadpos.domain.tray_record import Word

HEAD = "0009"
"""The newest migration; a database that says so is used without loading Alembic."""

RECEIPT = "receipt"
"""Names the counter of receipt numbers."""

JOURNAL = "journal"
"""Names the counter of journal entries; whoever writes to the ledger locks its row first."""

CASH_COUNTER, Z_COUNTER = "cash", "z"
"""Name the counters of cash movements and Z reports."""

TRAY_COUNTER, WASTE_COUNTER = "tray", "waste"
"""Name the counters of trays on record and closing counts."""

BEFORE_JOURNAL = "before_journal"
"""Names the number of receipts there were before there was a journal."""

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


_KEY = BigInteger().with_variant(Integer, "sqlite")
"""SQLite finds a row by an INTEGER key without another index."""

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
    # "10-01/12-31"; empty for all the year
    Column("season", String(11), nullable=False, server_default=text("''")),
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
    # The receipt's: sales, voids and refunds count up together, without gaps.
    Column("number", _KEY, primary_key=True, autoincrement=False),
    Column("sale_id", String(64), nullable=False),
    Column("kind", named(SaleKind), nullable=False),
    Column("sold_at", UtcDateTime, nullable=False, index=True),
    Column("business_day", Date, nullable=False),
    Column("register", String(20), nullable=False),
    Column("cashier", String(60), nullable=False),
    Column("approver", String(60), nullable=False),
    Column("place", named(Place), nullable=False),
    Column("total_minor", BigInteger, nullable=False),
    Column("off_minor", BigInteger, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("customers", Integer, nullable=False),
    Column("share_label", String(60), nullable=False),
    Column("rounding", named(Rounding), nullable=False),
    Column("note", String(200), nullable=False),
    Column("of_number", ForeignKey("sales.number"), index=True),
    Column("of_day", Date),
    Column("reason", String(200), nullable=False),
    UniqueConstraint("sale_id"),
    Index("ix_sales_business_day", "business_day", "number"),
    Index("ix_sales_total_minor", "total_minor", "number"),
)

sale_lines = Table(
    "sale_lines",
    metadata,
    Column("number", ForeignKey(sales.c.number), primary_key=True),
    Column("position", Integer, primary_key=True),
    # No foreign key: what was sold stands on its own, whatever becomes of the price list.
    # The sale's, so that one index finds a product's sales of some days.
    Column("business_day", Date, nullable=False),
    Column("product_id", String(_ID), nullable=False),
    Column("name", String(200), nullable=False),
    Column("unit_price_minor", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    Column("tax_class", named(TaxClass), nullable=False),
    Column("rate_bp", Integer, nullable=False),
    Column("reduced", Boolean, nullable=False),
    Column("place", named(Place), nullable=False),
    Column("off_minor", BigInteger, nullable=False),
    Column("share_minor", BigInteger, nullable=False),
    Column("off_label", String(200), nullable=False),
    Column("of_line", Integer),
    Index("ix_sale_lines_product_id", "product_id", "business_day", "number"),
    sqlite_with_rowid=False,
)

sale_taxes = Table(
    "sale_taxes",
    metadata,
    Column("number", ForeignKey(sales.c.number), primary_key=True),
    Column("rate_bp", Integer, primary_key=True, autoincrement=False),
    Column("gross_minor", BigInteger, nullable=False),
    Column("tax_minor", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

payments = Table(
    "payments",
    metadata,
    Column("number", ForeignKey(sales.c.number), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", named(TenderKind), nullable=False),
    Column("tendered_minor", BigInteger, nullable=False),
    Column("change_minor", BigInteger, nullable=False),
    Column("forfeited_minor", BigInteger, nullable=False),
    Column("note", String(200), nullable=False),
    sqlite_with_rowid=False,
)

# Every name a product was ever sold by, for the search; made from the ledger, no part of it.
sold_names = Table(
    "sold_names",
    metadata,
    Column("product_id", String(_ID), primary_key=True),
    Column("name", String(200), primary_key=True),
    sqlite_with_rowid=False,
)

cash_movements = Table(
    "cash_movements",
    metadata,
    Column("number", _KEY, primary_key=True, autoincrement=False),
    Column("kind", named(MovementKind), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("business_day", Date, nullable=False, index=True),
    Column("register", String(20), nullable=False),
    Column("cashier", String(60), nullable=False),
    Column("approver", String(60), nullable=False),
)

z_reports = Table(
    "z_reports",
    metadata,
    Column("number", _KEY, primary_key=True, autoincrement=False),
    Column("register", String(20), nullable=False),
    Column("business_day", Date, nullable=False),
    Column("closed_at", UtcDateTime, nullable=False),
    # canonical JSON of the day's figures, as they were when it was closed
    Column("figures", Text, nullable=False),
    # how many of each note and coin, largest first, parted by commas
    Column("pieces", String(200), nullable=False),
    Column("counted_minor", BigInteger, nullable=False),
    Column("expected_minor", BigInteger, nullable=False),
    Column("net_minor", BigInteger, nullable=False),
    Column("grand_total_minor", BigInteger, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("cashier", String(60), nullable=False),
    Column("approver", String(60), nullable=False),
    UniqueConstraint("register", "business_day", name="uq_z_reports_day"),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", _KEY, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("cashier", String(60), nullable=False),
    Column("approver", String(60), nullable=False),
    Column("receipt", BigInteger, index=True),
    Column("payload", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Index("ix_journal_kind", "kind", "seq"),
)

# What the camera showed behind a receipt; numbered by itself, for it is filed after the sale.
trays = Table(
    "trays",
    metadata,
    Column("number", _KEY, primary_key=True, autoincrement=False),
    Column("receipt", ForeignKey(sales.c.number), nullable=False, index=True),
    Column("business_day", Date, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("model", String(60), nullable=False),
    Column("cashier", String(60), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    # of the JPEG in the home folder, until its days are over; empty for none
    Column("picture", String(64), nullable=False),
)

tray_items = Table(
    "tray_items",
    metadata,
    Column("number", ForeignKey(trays.c.number), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("business_day", Date, nullable=False),
    Column("status", named(Status), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("read_as", String(_ID)),
    Column("charged_as", String(_ID)),
    Column("word", named(Word), nullable=False),
    Column("read_minor", BigInteger, nullable=False),
    Column("charged_minor", BigInteger, nullable=False),
    # JSON: box, outline and candidates, as they were told
    Column("told", Text, nullable=False),
    Index("ix_tray_items_business_day", "business_day"),
    sqlite_with_rowid=False,
)

waste_counts = Table(
    "waste_counts",
    metadata,
    Column("number", _KEY, primary_key=True, autoincrement=False),
    Column("business_day", Date, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("register", String(20), nullable=False),
    Column("cashier", String(60), nullable=False),
)

waste_lines = Table(
    "waste_lines",
    metadata,
    Column("number", ForeignKey(waste_counts.c.number), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("product_id", String(_ID), nullable=False),
    Column("name", String(200), nullable=False),
    Column("count", Integer, nullable=False),
    Column("unit_price_minor", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

LEDGER = (
    sales,
    sale_lines,
    sale_taxes,
    payments,
    cash_movements,
    z_reports,
    trays,
    tray_items,
    waste_counts,
    waste_lines,
)
"""Tables whose rows are never changed or deleted, and each of which the journal holds too."""

# Nobody is ever deleted: old entries name them.
people = Table(
    "people",
    metadata,
    Column("person_id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", String(60), nullable=False),
    Column("role", named(Role), nullable=False),
    Column("active", Boolean, nullable=False),
    # argon2's own text, parameters and salt included
    Column("pin_hash", String(200), nullable=False),
    Column("pin_set_at", UtcDateTime, nullable=False),
    Column("wrong_tries", Integer, nullable=False),
    # seconds since the computer was started, which nobody can set
    Column("tried_at_s", Float, nullable=False, server_default=text("0")),
    UniqueConstraint("name"),
)

tax_rates = Table(
    "tax_rates",
    metadata,
    Column("tax_class", named(TaxClass), primary_key=True),
    Column("place", named(Place), primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("valid_until", Date),
    Column("rate_bp", Integer, nullable=False),
    Column("reduced", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
)

set_prices = Table(
    "set_prices",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("product_ids", JSON, nullable=False),
    Column("count", Integer, nullable=False),
    Column("price_minor", BigInteger, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
)

open_carts = Table(
    "open_carts",
    metadata,
    Column("cart_id", String(64), primary_key=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("place", named(Place), nullable=False),
    Column("held", Boolean, nullable=False, server_default=false()),
    Column("unnamed", Integer, nullable=False, server_default="0"),
    # a list of objects: product (its key), seen, by_hand, open_questions, and where they differ
    # from nothing: elsewhere, yen and percent off
    Column("lines", JSON, nullable=False),
    # yen and percent off, note, customers, approver, as far as they are agreed
    Column("agreed", JSON, nullable=False, server_default="{}"),
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
    # who labelled it, and against what
    Column("cashier", String(60), nullable=False, server_default=text("''")),
    Column("guess", String(_ID)),
    Column("guess_confidence", Float),
    Column("guess_sure", Boolean, nullable=False, server_default=false()),
    # for a glance; nothing learns from it before
    Column("waiting", Boolean, nullable=False, server_default=false(), index=True),
    # swept some time after
    Column("deleted_at", UtcDateTime, index=True),
)

photo_checks = Table(
    "photo_checks",
    metadata,
    Column("photo_id", ForeignKey(photos.c.photo_id, ondelete="CASCADE"), primary_key=True),
    # of its own label, judged without having learnt the photo
    Column("confidence", Float),
    # what it seems to be instead
    Column("suspected", String(_ID)),
    # photos of a product that are nearly the same bear the same number
    Column("group_number", Integer),
    sqlite_with_rowid=False,
)
