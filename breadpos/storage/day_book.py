"""Days of one register on disk: figures, drawer, Z reports."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, RowMapping, func, insert, select

from breadpos.domain.cash import CashCount, CashMovement
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.errors import DayNotClosable
from breadpos.domain.journal import CASH, Z_REPORT, Signature
from breadpos.domain.money import Money
from breadpos.storage.database import reading, writing
from breadpos.storage.day_figures import figures_between
from breadpos.storage.journal import append_entry, lock_ledger, next_number, plain
from breadpos.storage.sales import last_closed
from breadpos.storage.schema import CASH_COUNTER, Z_COUNTER, cash_movements, sales, z_reports


class SqlDayBook:
    """A DayBook on one engine for one register; each call is one transaction."""

    def __init__(self, engine: Engine, register: str = "1") -> None:
        self._engine = engine
        self.register = register

    def last_closed(self) -> date | None:
        """The newest day with a Z report."""
        with reading(self._engine, "Z reports") as connection:
            return last_closed(connection, self.register)

    def open_days(self) -> Sequence[date]:
        """Days with something in them and no Z report, oldest first."""
        with reading(self._engine, "days") as connection:
            closed = last_closed(connection, self.register) or date.min
            found: set[date] = set()
            for table in (sales, cash_movements):
                day = table.c.business_day
                mine = table.c.register == self.register
                found |= set(connection.scalars(select(day).where(day > closed, mine).distinct()))
        return sorted(found)

    def figures(self, day: date) -> DayFigures:
        """A day as it stands (X), whether it is closed or not."""
        return self.figures_between(day, day)

    def figures_between(self, first: date, last: date) -> DayFigures:
        """Several days in one, named after the last."""
        with reading(self._engine, "figures") as connection:
            return figures_between(connection, self.register, first, last)

    def move_cash(self, movement: CashMovement) -> CashMovement:
        """Record an opening of the drawer; a refusal is a StorageError.

        On a day that has been closed in another window meanwhile it counts for the next.
        """
        with writing(self._engine, "cash movement") as connection:
            lock_ledger(connection)
            closed = last_closed(connection, movement.register)
            if closed is not None and movement.business_day <= closed:
                movement = replace(movement, business_day=closed + timedelta(days=1))
            filed = movement.numbered(next_number(connection, CASH_COUNTER))
            row = _movement_row(filed)
            connection.execute(insert(cash_movements), row)
            by = Signature(filed.cashier, filed.approver)
            append_entry(connection, CASH, {cash_movements.name: [plain(row)]}, by)
        return filed

    def movements(self, day: date) -> Sequence[CashMovement]:
        """A day's openings of the drawer, oldest first."""
        wanted = (
            select(cash_movements)
            .where(cash_movements.c.business_day == day, cash_movements.c.register == self.register)
            .order_by(cash_movements.c.number)
        )
        with reading(self._engine, "cash movements") as connection:
            return [_movement_of(row) for row in connection.execute(wanted).mappings()]

    def close(self, report: ZReport) -> ZReport:
        """File a day's Z report under the next number.

        Raises:
            DayNotClosable: it is closed already, empty, or not as the report has it any more.
            StorageError: nothing was written.
        """
        figures = report.figures
        with writing(self._engine, "Z report") as connection:
            lock_ledger(connection)
            closed = last_closed(connection, self.register)
            if closed is not None and figures.day <= closed:
                raise DayNotClosable(figures.day, "it is closed already")
            if figures != figures_between(connection, self.register, figures.day, figures.day):
                raise DayNotClosable(figures.day, "something was sold meanwhile; look again")
            total = self._grand_total(connection) + figures.net
            filed = report.filed(next_number(connection, Z_COUNTER), total)
            row = _report_row(filed)
            connection.execute(insert(z_reports), row)
            by = Signature(filed.cashier, filed.approver)
            append_entry(connection, Z_REPORT, {z_reports.name: [plain(row)]}, by)
        return filed

    def z_reports(self, limit: int) -> Sequence[ZReport]:
        """The latest, newest first."""
        wanted = (
            select(z_reports)
            .where(z_reports.c.register == self.register)
            .order_by(z_reports.c.number.desc())
            .limit(limit)
        )
        with reading(self._engine, "Z reports") as connection:
            return [_report_of(row) for row in connection.execute(wanted).mappings()]

    def _grand_total(self, connection: Connection) -> Money:
        mine = z_reports.c.register == self.register
        total = select(func.sum(z_reports.c.net_minor)).where(mine)
        return Money(int(connection.scalar(total) or 0))


@cache
def _figures_json() -> TypeAdapter[DayFigures]:
    return TypeAdapter(DayFigures)


def _movement_row(movement: CashMovement) -> dict[str, Any]:
    return {
        "number": movement.number,
        "kind": movement.kind,
        "amount_minor": movement.amount.minor,
        "reason": movement.reason,
        "at": movement.at,
        "business_day": movement.business_day,
        "register": movement.register,
        "cashier": movement.cashier,
        "approver": movement.approver,
    }


def _movement_of(row: RowMapping) -> CashMovement:
    return CashMovement(
        kind=row["kind"],
        amount=Money(row["amount_minor"]),
        reason=row["reason"],
        at=row["at"],
        business_day=row["business_day"],
        register=row["register"],
        cashier=row["cashier"],
        approver=row["approver"],
        number=row["number"],
    )


def _report_row(report: ZReport) -> dict[str, Any]:
    return {
        "number": report.number,
        "register": report.figures.register,
        "business_day": report.figures.day,
        "closed_at": report.closed_at,
        "figures": _figures_json().dump_json(report.figures).decode(),
        "pieces": ",".join(map(str, report.count.pieces)),
        "counted_minor": report.count.total.minor,
        "expected_minor": report.figures.drawer.expected.minor,
        "net_minor": report.figures.net.minor,
        "grand_total_minor": report.grand_total.minor,
        "reason": report.reason,
        "cashier": report.cashier,
        "approver": report.approver,
    }


def _report_of(row: RowMapping) -> ZReport:
    return ZReport(
        figures=_figures_json().validate_json(row["figures"]),
        count=CashCount(tuple(int(n) for n in row["pieces"].split(","))),
        closed_at=row["closed_at"],
        reason=row["reason"],
        cashier=row["cashier"],
        approver=row["approver"],
        grand_total=Money(row["grand_total_minor"]),
        number=row["number"],
    )
