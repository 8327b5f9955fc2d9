from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.tax import Place, TaxClass, TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from breadpos.storage.database import open_database

SaleMaker = Callable[..., Sale]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "店" / "breadpos.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    opened = open_database(path)
    yield opened
    opened.dispose()


@pytest.fixture
def make_sale() -> SaleMaker:
    """Makes a sale at two rates; copies repeats its lines, for a large one."""

    def make(sale_id: str = "s1", copies: int = 1) -> Sale:
        bread = SaleLine(
            ProductId("melonpan"), "メロンパン", Money(180), 2, TaxClass.FOOD, 800, reduced=True
        )
        bag = SaleLine(
            ProductId("bag"), "レジ袋", Money(5), 1, TaxClass.STANDARD, 1000, reduced=False
        )
        due = Money(365 * copies)
        return Sale(
            sale_id,
            datetime(2026, 4, 1, 23, 30, 5, 123456, tzinfo=UTC),
            Place.TAKEOUT,
            (bread, bag) * copies,
            (TaxSplit(800, Money(360), Money(26)), TaxSplit(1000, Money(5), Money(0))),
            (Payment(TenderKind.CASH, due + Money(135), Money(135)),),
            date(2026, 4, 2),
        )

    return make
