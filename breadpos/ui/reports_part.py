"""The reports: which days, along which question, and what is made of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.application.books import Books
from breadpos.application.report_sheets import readings_sheet, report_sheet
from breadpos.domain.accounting import Program
from breadpos.domain.product import Product
from breadpos.domain.report import Axis, Readings, Report
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.errand import Errand
from breadpos.ui.figure_table import FigureTable
from breadpos.ui.language import language_of
from breadpos.ui.report_view import ReportView
from breadpos.ui.rolling import Rolling
from breadpos.ui.sales_part import SalesPart
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.sold_names import sold_name
from breadpos.ui.span_bar import SpanBar
from breadpos.ui.tokens import GAP_PX

_AXES = tuple(Axis)
_READINGS = len(_AXES)


class ReportsPart(SalesPart):
    """Asks the books anew whenever something else is chosen."""

    def __init__(self, books: Books, front: ShopFront, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._books, self._chosen = books, 0
        self._found: Report | Readings | None = None
        self._products: Sequence[Product] = ()
        self.span_bar = SpanBar(books.today())
        self.axes = ChoiceRow(tuple(f"{n}" for n in range(1, _READINGS + 2)))
        self.view = ReportView(front.currency, front.palette)
        self.reading = Errand(self)
        column, whole = QVBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        for widget in (self.span_bar, self.axes):
            column.addWidget(widget)
        column.addWidget(self.view, stretch=1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Rolling(column))
        self.span_bar.changed.connect(self.refresh)
        self.axes.chosen.connect(self._choose)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(self.failed)
        self._retranslate()

    @property
    def paper(self) -> QWidget:
        """What is printed."""
        return self.view

    @property
    def long_table(self) -> FigureTable | None:
        """A table of which the paper may show the beginning only."""
        return self.view.table

    @property
    def is_ready(self) -> bool:
        """Whether what was asked for is shown."""
        return self._found is not None

    def file_name(self) -> str:
        """What a file of it is called."""
        what = "recognition" if self._chosen == _READINGS else _AXES[self._chosen].value
        span = self.span_bar.span
        return f"breadpos-{what}-{span.first:%Y%m%d}-{span.last:%Y%m%d}"

    def refresh(self) -> None:
        """Add it all up again, away from the window."""
        books, span, chosen = self._books, self.span_bar.span, self._chosen
        self._found = None
        if chosen == _READINGS:
            self.reading.run(lambda: (books.readings(span), books.products()))
        else:
            self.reading.run(lambda: (books.report(span, _AXES[chosen]), books.products()))

    def write_table(self, path: Path) -> None:
        """Write what is shown as a table; for another thread."""
        found, language = self._named(), language_of(self)
        if isinstance(found, Report):
            self._books.write_table(path, report_sheet(found, language))
        elif found is not None:
            self._books.write_table(path, readings_sheet(found, language))

    def write_accounts(self, path: Path, program: Program) -> None:
        """Write the days' journal lines; for another thread."""
        self._books.write_accounts(path, program, self.span_bar.span)

    def _choose(self, chosen: int) -> None:
        self._chosen = chosen
        self.refresh()

    def _show(self, answer: object) -> None:
        if isinstance(answer, tuple):
            self._found, self._products = answer
            self._show_named()

    def _show_named(self) -> None:
        found = self._named()
        if isinstance(found, Report):
            self.view.show_report(found)
        elif found is not None:
            self.view.show_readings(found)

    def _named(self) -> Report | Readings | None:
        """What was found, its products called as the screen's language calls them."""
        found, products, language = self._found, self._products, language_of(self)
        if isinstance(found, Report) and found.axis is Axis.PRODUCT:
            rows = (
                replace(row, label=sold_name(products, row.key, row.label, language))
                for row in found.rows
            )
            return replace(found, rows=tuple(rows))
        if isinstance(found, Readings):
            readings = (
                replace(row, label=sold_name(products, row.key, row.label, language))
                for row in found.by_product
            )
            return replace(found, by_product=tuple(readings))
        return found

    def _retranslate(self) -> None:
        words = (
            self.tr("By day"),
            self.tr("By hour"),
            self.tr("By product"),
            self.tr("By rate"),
            self.tr("By tender"),
            self.tr("By cashier"),
            self.tr("Recognition"),
        )
        self.axes.show_words(words, self._chosen)
        self._show_named()
