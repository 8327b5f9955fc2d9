from datetime import UTC, date, datetime

from sqlalchemy import Engine

from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.waste import WasteCount, WasteLine
from breadpos.storage.journal import SqlJournal
from breadpos.storage.waste import SqlWaste

DAY = date(2026, 4, 2)


def count(*left: tuple[str, int, int], day: date = DAY) -> WasteCount:
    lines = tuple(WasteLine(ProductId(key), key, pieces, Money(yen)) for key, pieces, yen in left)
    at = datetime(2026, 4, 2, 10, tzinfo=UTC)
    return WasteCount(business_day=day, at=at, lines=lines, cashier="佐藤")


def test_the_newest_count_of_a_day_holds(engine: Engine) -> None:
    waste = SqlWaste(engine)
    waste.add(count(("melonpan", 9, 180)))
    again = waste.add(count(("melonpan", 2, 180), ("anpan", 1, 150)))
    tomorrow = waste.add(count(day=date(2026, 4, 3)))
    assert list(waste.between(DAY, date(2026, 4, 3))) == [again, tomorrow]
    assert (again.amount, again.pieces) == (Money(510), 3)
    assert tomorrow.lines == ()


def test_a_count_is_in_the_journal(engine: Engine) -> None:
    SqlWaste(engine).add(count(("melonpan", 2, 180)))
    (entry,) = SqlJournal(engine).newest(1, "waste")
    assert entry.cashier == "佐藤"
    assert '"count":2' in entry.payload
