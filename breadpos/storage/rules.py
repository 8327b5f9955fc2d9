"""Tax rates and set prices on disk."""

from collections.abc import Sequence

from sqlalchemy import Engine, and_, delete, func, insert, select

from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.set_price import SetPrice
from breadpos.domain.tax import TaxRate
from breadpos.storage.database import reading, writing
from breadpos.storage.journal import append_entry, plain
from breadpos.storage.schema import set_prices, tax_rates

TAX_RATE, SET_PRICE = "tax_rate", "set_price"
"""Kinds of journal entries."""


class SqlTaxRates:
    """A TaxRateRepository on one engine; each change is in the journal."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> Sequence[tuple[TaxRate, bool]]:
        """Every row, and whether it is switched on; by the day it begins."""
        wanted = select(tax_rates).order_by(
            tax_rates.c.valid_from, tax_rates.c.tax_class, tax_rates.c.place
        )
        with reading(self._engine, "tax rates") as connection:
            return [
                (
                    TaxRate(
                        row["tax_class"],
                        row["place"],
                        row["valid_from"],
                        row["rate_bp"],
                        row["reduced"],
                        row["valid_until"],
                    ),
                    row["active"],
                )
                for row in connection.execute(wanted).mappings()
            ]

    def put(self, rate: TaxRate, *, active: bool) -> None:
        """Add a row, or switch the one of its class, place and first day on or off."""
        row = {
            "tax_class": rate.tax_class,
            "place": rate.place,
            "valid_from": rate.valid_from,
            "valid_until": rate.valid_until,
            "rate_bp": rate.rate_bp,
            "reduced": rate.reduced,
            "active": active,
        }
        mine = and_(
            tax_rates.c.tax_class == rate.tax_class,
            tax_rates.c.place == rate.place,
            tax_rates.c.valid_from == rate.valid_from,
        )
        with writing(self._engine, "tax rate") as connection:
            old = connection.execute(select(tax_rates).where(mine)).mappings().one_or_none()
            connection.execute(delete(tax_rates).where(mine))
            connection.execute(insert(tax_rates), row)
            append_entry(connection, TAX_RATE, {"old": old and plain(dict(old)), "new": plain(row)})


class SqlSetPrices:
    """A SetPriceRepository on one engine; each change is in the journal."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> Sequence[SetPrice]:
        """In the order they were added."""
        wanted = select(set_prices).order_by(set_prices.c.position)
        with reading(self._engine, "set prices") as connection:
            return [
                SetPrice(
                    row["name"],
                    frozenset(map(ProductId, row["product_ids"])),
                    row["count"],
                    Money(row["price_minor"]),
                    row["valid_from"],
                    row["valid_until"],
                )
                for row in connection.execute(wanted).mappings()
            ]

    def put(self, offer: SetPrice) -> None:
        """Add one, or replace the one of its name; a refusal is a StorageError."""
        mine = set_prices.c.name == offer.name
        row = {
            "name": offer.name,
            "product_ids": sorted(offer.product_ids),
            "count": offer.count,
            "price_minor": offer.price.minor,
            "valid_from": offer.valid_from,
            "valid_until": offer.valid_until,
        }
        with writing(self._engine, "set price") as connection:
            old = connection.execute(select(set_prices).where(mine)).mappings().one_or_none()
            last = connection.scalar(select(func.max(set_prices.c.position))) or 0
            position = old["position"] if old else last + 1
            connection.execute(delete(set_prices).where(mine))
            connection.execute(insert(set_prices), {**row, "position": position})
            append_entry(
                connection, SET_PRICE, {"old": old and plain(dict(old)), "new": plain(row)}
            )
