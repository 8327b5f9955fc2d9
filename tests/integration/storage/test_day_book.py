from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from breadpos.domain.cash import CashCount, CashMovement, MovementKind
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.errors import DayNotClosable, NotVoidable, RefundTooMuch
from breadpos.domain.journal import Signature
from breadpos.domain.money import Money
from breadpos.domain.refund import Slip, refund_of, void_of
from breadpos.domain.sale import Sale
from breadpos.domain.tender import Payment, TenderKind
from breadpos.storage.database import open_database
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.journal import SqlJournal
from breadpos.storage.sales import SqlSales

SaleMaker = Callable[..., Sale]

DAY = date(2026, 4, 2)
NOW = datetime(2026, 4, 2, 9, tzinfo=UTC)
SLIP = Slip(refund_id="r1", at=NOW, business_day=DAY, reason="返品")


@pytest.fixture
def days(engine: Engine) -> SqlDayBook:
    return SqlDayBook(engine)


def moved(kind: MovementKind, yen: int, day: date = DAY) -> CashMovement:
    return CashMovement(
        kind=kind, amount=Money(yen), reason="両替", at=NOW, business_day=day, register="1"
    )


def report(figures: DayFigures) -> ZReport:
    return ZReport(
        figures=figures,
        count=CashCount((0, 0, 0, 1, 0, 0, 0, 0, 0, 0)),
        closed_at=NOW,
        reason="試し",
        cashier="佐藤",
        approver="店長",
    )


def test_a_day_without_anything_is_all_zero(days: SqlDayBook) -> None:
    assert days.figures(DAY) == DayFigures(register="1", day=DAY)
    assert days.open_days() == []
    assert days.last_closed() is None


def test_a_day_is_added_up_by_kind_rate_and_tender(
    engine: Engine, days: SqlDayBook, make_sale: SaleMaker
) -> None:
    ledger = SqlSales(engine)
    sold = [ledger.add(make_sale(f"s{n}")) for n in range(3)]
    card = replace(make_sale("card"), payments=(Payment(TenderKind.CARD, Money(365)),))
    ledger.add(card)
    ledger.add(replace(make_sale("other"), register="2"))
    ledger.add(replace(make_sale("later"), business_day=DAY + timedelta(days=1)))
    ledger.take_back(void_of(sold[0], (), SLIP), ())
    ledger.take_back(refund_of(sold[1], (), {1: 1}, replace(SLIP, refund_id="r2")), ())

    figures = days.figures(DAY)

    assert (figures.sales.count, figures.sales.amount) == (4, Money(4 * 365))
    assert (figures.voids.amount, figures.refunds.amount) == (Money(-365), Money(-5))
    assert figures.net == Money(3 * 365 - 5)
    assert [(t.rate_bp, t.gross.minor, t.tax.minor) for t in figures.taxes] == [
        (800, 3 * 360, 3 * 26),
        (1000, 2 * 5, 0),
    ]
    assert {kind: tally.amount.minor for kind, tally in figures.tenders} == {
        TenderKind.CASH: 3 * 365 - 365 - 5,
        TenderKind.CARD: 365,
    }
    assert (figures.first_number, figures.last_number) == (1, 8)
    both = days.figures_between(DAY, DAY + timedelta(days=1))
    assert both.net == figures.net + Money(365)


def test_the_drawer_s_openings_are_numbered_and_come_back(days: SqlDayBook) -> None:
    filed = [
        days.move_cash(moved(MovementKind.FLOAT, 30_000)),
        days.move_cash(moved(MovementKind.PAY_OUT, 1_200)),
        days.move_cash(moved(MovementKind.OPENED, 0)),
    ]
    assert [movement.number for movement in filed] == [1, 2, 3]
    assert days.movements(DAY) == filed
    assert days.figures(DAY).drawer.expected == Money(28_800)
    assert days.open_days() == [DAY]


def test_a_z_report_comes_back_whole_and_is_made_once(
    engine: Engine, days: SqlDayBook, make_sale: SaleMaker
) -> None:
    SqlSales(engine).add(make_sale())
    filed = days.close(report(days.figures(DAY)))

    assert (filed.number, filed.grand_total) == (1, Money(365))
    assert days.z_reports(5) == [filed]
    assert (days.last_closed(), days.open_days()) == (DAY, [])
    with pytest.raises(DayNotClosable, match="closed already"):
        days.close(report(days.figures(DAY)))
    assert len(days.z_reports(5)) == 1


def test_each_register_closes_its_own_days(engine: Engine, make_sale: SaleMaker) -> None:
    for register in ("1", "2"):
        SqlSales(engine).add(replace(make_sale(f"s{register}"), register=register))
        book = SqlDayBook(engine, register)
        book.close(report(book.figures(DAY)))
    assert [SqlDayBook(engine, r).z_reports(1)[0].number for r in ("1", "2")] == [1, 2]
    assert [SqlDayBook(engine, r).z_reports(1)[0].grand_total.minor for r in ("1", "2")] == [
        365,
        365,
    ]


def test_a_sale_that_came_in_between_is_in_no_report_unseen(
    engine: Engine, days: SqlDayBook, make_sale: SaleMaker
) -> None:
    seen = report(days.figures(DAY))
    SqlSales(engine).add(make_sale())
    with pytest.raises(DayNotClosable, match="sold meanwhile"):
        days.close(seen)
    assert days.z_reports(1) == []


def test_two_windows_on_one_home_what_one_closes_the_other_cannot_add_to(
    path: Path, engine: Engine, days: SqlDayBook, make_sale: SaleMaker
) -> None:
    other = open_database(path)
    sold = SqlSales(engine).add(make_sale("first"))
    days.close(report(days.figures(DAY)))

    late = SqlSales(other).add(make_sale("late"))
    movement = SqlDayBook(other).move_cash(moved(MovementKind.OPENED, 0))
    with pytest.raises(NotVoidable):
        SqlSales(other).take_back(void_of(sold, (), SLIP), ())

    other.dispose()
    assert late.business_day == movement.business_day == DAY + timedelta(days=1)
    assert days.figures(DAY).sales.count == 1


def test_two_windows_on_one_home_refund_a_piece_once(
    path: Path, engine: Engine, make_sale: SaleMaker
) -> None:
    other = open_database(path)
    sold = SqlSales(engine).add(make_sale("first"))
    SqlSales(other).take_back(refund_of(sold, (), {0: 2}, SLIP), ())

    with pytest.raises(RefundTooMuch):
        SqlSales(engine).take_back(refund_of(sold, (), {0: 2}, replace(SLIP, refund_id="r2")), ())

    other.dispose()
    (refund,) = SqlSales(engine).refunds_of(1)
    assert (refund.of_number, refund.of_day, refund.total) == (1, DAY, Money(-360))


def test_what_is_signed_together_is_written_together_or_not_at_all(engine: Engine) -> None:
    journal, book = SqlJournal(engine), SqlDayBook(engine)

    def fail() -> None:
        with journal.signed(Signature("佐藤", "店長")):
            journal.append("note", {"receipt": 7})
            book.move_cash(moved(MovementKind.FLOAT, 30_000))
            raise DayNotClosable(DAY, "the lights went out")

    with pytest.raises(DayNotClosable):
        fail()
    assert (list(journal.newest(5)), list(book.movements(DAY))) == ([], [])

    with journal.signed(Signature("佐藤", "店長")):
        journal.append("note", {"receipt": 7})
    (entry,) = journal.about(7)
    assert (entry.cashier, entry.approver, entry.kind) == ("佐藤", "店長", "note")
    assert list(journal.newest(5, "other")) == []
