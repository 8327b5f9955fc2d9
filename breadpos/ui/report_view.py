"""A report as figures, bars and a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.report_sheets import axis_word, label_of
from breadpos.domain.money import Currency, Money
from breadpos.domain.report import Axis, ReadingRow, Readings, Report, ReportRow
from breadpos.ui.bar_chart import BarChart, Bars
from breadpos.ui.days import day_words, short_day
from breadpos.ui.figure_table import FigureTable
from breadpos.ui.figure_tile import FigureTile
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import EDGE_PX, GAP_PX, HEADING_PX, PAD_PX, Palette

_MOST_SIDEWAYS = 12
_TILES = 4
_SIDEWAYS = {Axis.PRODUCT, Axis.CASHIER, Axis.TENDER}


class ReportView(QWidget):
    """Everything of a report that may be looked at, printed, or sent."""

    def __init__(self, currency: Currency, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("page", self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._currency, self._palette = currency, palette
        self._shown: Report | Readings | None = None
        self.tiles = [FigureTile() for _ in range(_TILES)]
        self.yen = BarChart(palette, self._write)
        self.pieces = BarChart(palette, lambda value: f"{value:,.0f}")
        self.table = FigureTable()
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("words", "muted")
        self._lay_out()

    def show_report(self, report: Report) -> None:
        """What some days brought in."""
        self._shown = report
        self._show_money(report)
        rows = self._gapless(report)
        self._show_bars(report, rows)
        language = language_of(self)
        count = self.tr("Items") if report.axis is Axis.PRODUCT else self.tr("Receipts")
        header = [axis_word(report.axis, language), count]
        header += [self.tr("Sales"), self.tr("Taken back"), self.tr("Net")]
        if report.axis is Axis.RATE:
            header.append(self.tr("Tax"))
        cells = [self._cells(row, report.axis) for row in report.rows]
        back = report.voids.amount + report.refunds.amount
        total = ReportRow("", self.tr("Total"), self._count(report), report.sales.amount, back)
        cells.append(self._cells(total, Axis.DAY, label=total.label))
        if report.axis is Axis.RATE:
            tax = sum(row.tax.minor for row in report.rows)
            cells[-1].append(self._yen(Money(tax)))
        self.table.show_rows(header, cells, has_total=True)
        self._show_empty(is_empty=not report.rows)

    def show_readings(self, readings: Readings) -> None:
        """How recognition did."""
        self._shown = readings
        total = readings.total
        right = self.tr("of %1 items on %2 receipts").replace("%1", f"{total.items:,}")
        words = (
            (
                self.tr("Named without asking"),
                f"{total.coverage:.1%}" if total.items else "–",
                right.replace("%2", f"{readings.receipts:,}"),
            ),
            (
                self.tr("Corrected"),
                f"{total.corrected:,}",
                self.tr("unknown ones included"),
            ),
            (
                self.tr("Sure, but corrected"),
                f"{total.sure_corrected:,}",
                _share(total.sure_corrected, total.sure),
            ),
            (
                self.tr("Put right before payment"),
                self._yen(total.over + total.under),
                self.tr("too much %1, too little %2")
                .replace("%1", self._yen(total.over))
                .replace("%2", self._yen(total.under)),
            ),
        )
        for tile, told in zip(self.tiles, words, strict=True):
            tile.show_figure(*told)
        self._show_reading_bars(readings.by_day)
        header = [self.tr("Product"), self.tr("Items"), self.tr("Sure"), self.tr("Corrected")]
        header.append(self.tr("Put right"))
        cells = [self._reading_cells(row) for row in readings.by_product]
        self.table.show_rows(header, cells)
        self._show_empty(is_empty=not total.items)

    def _show_money(self, report: Report) -> None:
        back = report.voids.amount + report.refunds.amount
        backs = self.tr("voids: %1, refunds: %2").replace("%1", f"{report.voids.count:,}")
        words = (
            (self.tr("Net sales"), self._yen(report.net), self.tr("voids and refunds taken off")),
            (
                self.tr("Sales"),
                self._yen(report.sales.amount),
                self.tr("%n receipt(s)", "", report.sales.count),
            ),
            (
                self.tr("Taken back"),
                self._yen(back),
                backs.replace("%2", f"{report.refunds.count:,}"),
            ),
            (
                self.tr("Per customer"),
                self._yen(report.per_customer),
                self.tr("%n customer(s)", "", report.customers),
            ),
        )
        for tile, told in zip(self.tiles, words, strict=True):
            tile.show_figure(*told)

    def _show_bars(self, report: Report, rows: Sequence[ReportRow]) -> None:
        sideways = report.axis in _SIDEWAYS
        rows = rows[:_MOST_SIDEWAYS] if sideways else rows
        bars = [Bars("", tuple(float(row.sold.minor) for row in rows), self._palette.info)]
        if any(row.back.minor for row in rows):
            backs = tuple(float(row.back.minor) for row in rows)
            pattern = Qt.BrushStyle.BDiagPattern
            sold = Bars(self.tr("Sales"), bars[0].values, bars[0].colour)
            bars = [sold, Bars(self.tr("Taken back"), backs, self._palette.unsure, pattern)]
        labels = [self._label(row, report.axis) for row in rows]
        title = self.tr("Sales by %1 (yen)").replace("%1", self._by(report.axis))
        self.yen.show_bars(title, labels, bars, sideways=sideways)
        self.yen.show()
        self.pieces.hide()

    def _show_reading_bars(self, days: Sequence[ReadingRow]) -> None:
        language = language_of(self)
        colours = self._palette
        bars = [
            Bars(self.tr("Sure"), tuple(float(day.sure) for day in days), colours.sure),
            Bars(
                self.tr("Asked"),
                tuple(float(day.unsure) for day in days),
                colours.unsure,
                Qt.BrushStyle.BDiagPattern,
            ),
            Bars(
                self.tr("Unknown"),
                tuple(float(day.unknown) for day in days),
                colours.unknown,
                Qt.BrushStyle.DiagCrossPattern,
            ),
        ]
        labels = [short_day(date.fromisoformat(day.key), language) for day in days]
        self.pieces.show_bars(self.tr("Items read by day"), labels, bars)
        self.pieces.show()
        self.yen.hide()

    def _gapless(self, report: Report) -> Sequence[ReportRow]:
        """Days and hours without a sale in between have a place too."""
        there = {row.key: row for row in report.rows}
        if report.axis is Axis.DAY and there:
            keys = [day.isoformat() for day in report.span.days]
        elif report.axis is Axis.HOUR and there:
            keys = [f"{hour:02d}" for hour in range(int(min(there)), int(max(there)) + 1)]
        else:
            return report.rows
        zero = Money(0)
        return [there.get(key, ReportRow(key, f"{key}:00", 0, zero)) for key in keys]

    def _label(self, row: ReportRow, axis: Axis) -> str:
        if axis is Axis.DAY:
            return short_day(date.fromisoformat(row.key), language_of(self))
        return label_of(row, axis, language_of(self))

    def _cells(self, row: ReportRow, axis: Axis, label: str = "") -> list[str]:
        if not label and axis is Axis.DAY:
            label = day_words(date.fromisoformat(row.key), language_of(self))
        amounts = [self._yen(amount) for amount in (row.sold, row.back, row.net)]
        tax = [self._yen(row.tax)] if axis is Axis.RATE else []
        return [label or self._label(row, axis), f"{row.count:,}", *amounts, *tax]

    def _reading_cells(self, row: ReadingRow) -> list[str]:
        name = row.label or self.tr("(unknown)")
        sure = f"{row.coverage:.0%}"
        right = self._yen(row.over + row.under)
        return [name, f"{row.items:,}", sure, f"{row.corrected:,}", right]

    def _count(self, report: Report) -> int:
        return report.pieces if report.axis is Axis.PRODUCT else report.sales.count

    def _by(self, axis: Axis) -> str:
        return axis_word(axis, language_of(self)).lower()

    def _yen(self, amount: Money) -> str:
        return self._currency.format(amount)

    def _write(self, value: float) -> str:
        return self._yen(Money(round(value)))

    def _show_empty(self, *, is_empty: bool) -> None:
        self.empty.setText(self.tr("Nothing is on record for these days."))
        self.empty.setVisible(is_empty)
        self._body.setVisible(not is_empty)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(GAP_PX)
        for tile in self.tiles:
            figures.addWidget(tile, stretch=1)
        chart, table = card_of(self.yen, self.pieces), card_of(self.table)
        self._body = SideBySide(chart, table, shares=(5, 4), fills=True)
        self._body.follow_shape()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(figures)
        layout.addWidget(self._body, stretch=1)
        layout.addWidget(self.empty, stretch=1)
        self.empty.setMinimumHeight(HEADING_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            if isinstance(self._shown, Report):
                self.show_report(self._shown)
            elif self._shown is not None:
                self.show_readings(self._shown)


def card_of(*widgets: QWidget) -> QFrame:
    """Widgets one below the other on a card."""
    card = named("card", QFrame())
    layout = QVBoxLayout(card)
    layout.setContentsMargins(EDGE_PX, PAD_PX, EDGE_PX, PAD_PX)
    for widget in widgets:
        layout.addWidget(widget)
    return card


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "–"
