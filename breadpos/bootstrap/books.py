"""The shop's books, put together."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from breadpos.application.desk import Desk, utc
from breadpos.bootstrap.shop import Shop
from breadpos.domain.accounting import Program
from breadpos.domain.baking import DAYS_LOOKED_AT, Baking, baking_for
from breadpos.domain.errors import FileNotWritten
from breadpos.domain.glance import DayGlance, hours_of
from breadpos.domain.history import mean_by_hour, mean_until
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.report import Axis, Readings, Report, Span
from breadpos.domain.sheet import Sheet
from breadpos.domain.tax import TaxClass
from breadpos.domain.waste import WasteCount, WasteLine
from breadpos.storage.accounting_files import write_accounts
from breadpos.storage.history import SqlHistory
from breadpos.storage.readings import SqlReadings
from breadpos.storage.reports import SqlReports
from breadpos.storage.spreadsheets import SpreadsheetFiles
from breadpos.storage.takings import SqlTakings
from breadpos.storage.waste import SqlWaste
from breadpos.whole_file import write_whole

_BEST = 8
"""Products on the day's page."""


class ShopBooks:
    """Books on a shop's database."""

    def __init__(self, shop: Shop, desk: Desk) -> None:
        self._shop, self._desk = shop, desk
        self._history = SqlHistory(shop.engine, shop.settings.register.zone())
        self._waste = SqlWaste(shop.engine)
        self._reports = SqlReports(shop.engine, shop.settings.register.zone())
        self._readings = SqlReadings(shop.engine)
        self._takings = SqlTakings(shop.engine)

    def today(self) -> date:
        return self._desk.clock_day()

    def report(self, span: Span, axis: Axis) -> Report:
        return self._reports.report(span, axis)

    def readings(self, span: Span) -> Readings:
        return self._readings.between(span)

    def glance(self) -> DayGlance:
        day, now = self.today(), self._desk.now()
        span = Span(day, day)
        before = self._history.slots(_same_weekdays(day))
        minute = now.hour * 60 + now.minute + 1_440 * (now.date() - day).days
        today: dict[int, Money] = {}
        for slot in self._history.slots([day]):
            hour = slot.minute // 60
            today[hour] = today.get(hour, ZERO) + slot.net
        products = self._reports.report(span, Axis.PRODUCT)
        sold = (row for row in products.rows if row.count > 0)
        best = sorted(sold, key=lambda row: (-row.count, row.label))
        return DayGlance(
            day=day,
            report=products,
            usual=mean_until(before, minute),
            usual_days=len({slot.day for slot in before}),
            hours=hours_of(today, mean_by_hour(before)),
            best=tuple(best[:_BEST]),
            reading=self._readings.between(span).total,
            waste=tuple(self._waste.between(day, day)),
        )

    def baking(self) -> Baking:
        tomorrow = self.today() + timedelta(days=1)
        days, baked = _same_weekdays(tomorrow), self._baked()
        return baking_for(
            tomorrow,
            [each for each in self._history.products(days) if each.product_id in baked],
            self._history.slots(days),
            [count for day in days for count in self._waste.between(day, day)],
        )

    def _baked(self) -> set[ProductId]:
        """Food on sale; bags are not baked."""
        on_sale = self._shop.products.all()
        return {each.product_id for each in on_sale if each.tax_class is TaxClass.FOOD}

    def products(self) -> Sequence[Product]:
        return self._shop.products.all()

    def count_waste(self, lines: Sequence[WasteLine]) -> WasteCount:
        now = self._desk.now()
        count = WasteCount(
            business_day=self.today(),
            at=utc(now),
            lines=tuple(lines),
            register=self._desk.register,
            cashier=self._desk.sign().cashier,
        )
        return self._waste.add(count)

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


def _same_weekdays(day: date) -> list[date]:
    """The latest before a day, oldest first."""
    return [day - timedelta(days=7 * n) for n in range(DAYS_LOOKED_AT, 0, -1)]
