"""The shop's books, put together."""

from datetime import date
from pathlib import Path

from breadpos.application.desk import Desk
from breadpos.bootstrap.shop import Shop
from breadpos.domain.accounting import Program
from breadpos.domain.errors import FileNotWritten
from breadpos.domain.report import Axis, Readings, Report, Span
from breadpos.domain.sheet import Sheet
from breadpos.storage.accounting_files import write_accounts
from breadpos.storage.readings import SqlReadings
from breadpos.storage.reports import SqlReports
from breadpos.storage.spreadsheets import SpreadsheetFiles
from breadpos.storage.takings import SqlTakings
from breadpos.whole_file import write_whole


class ShopBooks:
    """Books on a shop's database."""

    def __init__(self, shop: Shop, desk: Desk) -> None:
        self._desk = desk
        self._reports = SqlReports(shop.engine, shop.settings.register.zone())
        self._readings = SqlReadings(shop.engine)
        self._takings = SqlTakings(shop.engine)

    def today(self) -> date:
        return self._desk.clock_day()

    def report(self, span: Span, axis: Axis) -> Report:
        return self._reports.report(span, axis)

    def readings(self, span: Span) -> Readings:
        return self._readings.between(span)

    def write_table(self, path: Path, sheet: Sheet) -> None:
        SpreadsheetFiles().write(path, sheet)

    def write_accounts(self, path: Path, program: Program, span: Span) -> int:
        takings = self._takings.between(span)
        write_accounts(path, program, takings)
        return len(takings)

    def write_file(self, path: Path, content: bytes) -> None:
        try:
            write_whole(path, content)
        except OSError as error:
            raise FileNotWritten(path, error.strerror or str(error)) from error
