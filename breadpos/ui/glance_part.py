"""The day on one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.books import Books
from breadpos.domain.glance import DayGlance
from breadpos.domain.money import Money
from breadpos.domain.product import Product
from breadpos.ui.bar_chart import BarChart, Bars
from breadpos.ui.days import day_words
from breadpos.ui.errand import Errand
from breadpos.ui.figure_tile import FigureTile
from breadpos.ui.language import language_of, listed
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.report_view import card_of
from breadpos.ui.rolling import Rolling
from breadpos.ui.sales_part import SalesPart
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.sold_names import sold_name
from breadpos.ui.tokens import GAP_PX

_TILES = 4


class GlancePart(SalesPart):
    """Figures above, hours and best sellers below; read anew whenever it is shown."""

    def __init__(self, books: Books, front: ShopFront, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = named("page", QWidget())
        self._paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._books, self._currency, self._palette = books, front.currency, front.palette
        self._glance: DayGlance | None = None
        self._products: Sequence[Product] = ()
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self.tiles = [FigureTile() for _ in range(_TILES)]
        self.hours = BarChart(front.palette, self._write)
        self.best = BarChart(front.palette, lambda value: f"{value:,.0f}")
        self.waste = Prose()
        self.waste.setProperty("words", "note")
        self.reading = Errand(self)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(self.failed)
        self._lay_out()

    @property
    def paper(self) -> QWidget:
        """What is printed, the part of it that is scrolled away too."""
        return self._paper

    @property
    def is_ready(self) -> bool:
        """Whether what was asked for is shown."""
        return self._glance is not None

    def file_name(self) -> str:
        """What a file of it is called."""
        return f"breadpos-day-{self._books.today():%Y%m%d}"

    def refresh(self) -> None:
        """Add the day up again, away from the window."""
        self._glance = None
        for chart in (self.hours, self.best):  # each in a moment of its own
            QTimer.singleShot(0, chart, chart.prepare)
        self.reading.run(lambda: (self._books.glance(), self._books.products()))

    def _show(self, found: object) -> None:
        if isinstance(found, tuple):
            self._glance, self._products = found
            self._retranslate()

    def _retranslate(self) -> None:
        glance = self._glance
        if glance is None:
            return
        language = language_of(self)
        self.title.setText(day_words(glance.day, language, year=True))
        for tile, told in zip(self.tiles, self._figures(glance), strict=True):
            tile.show_figure(*told)
        self._show_hours(glance)
        names = [sold_name(self._products, row.key, row.label, language) for row in glance.best]
        pieces = tuple(float(row.count) for row in glance.best)
        title = self.tr("Best sellers (pieces)") if names else self.tr("Nothing is sold yet.")
        self.best.show_bars(title, names, [Bars("", pieces, self._palette.sure)], sideways=True)
        lines = [
            f"{sold_name(self._products, line.product_id, line.name, language)}\u00a0{line.count}"
            for line in glance.wasted_lines
        ]
        self.waste.setText(self.tr("Left over: ") + listed(lines, language))
        self.waste.setVisible(bool(lines))

    def _figures(self, glance: DayGlance) -> tuple[tuple[str, str, str], ...]:
        report, reading = glance.report, glance.reading
        share = f"{reading.coverage:.1%}" if reading.items else "–"
        right = self.tr("named without asking: %1").replace("%1", share)
        wasted = self.tr("Nobody has counted yet")
        if glance.waste:
            pieces = sum(count.pieces for count in glance.waste)
            wasted = self.tr("%n piece(s) left", "", pieces)
        return (
            (self.tr("Net sales today"), self._yen(report.net), self._compared(glance)),
            (
                self.tr("Customers"),
                f"{report.customers:,}",
                self.tr("%1 each").replace("%1", self._yen(report.per_customer)),
            ),
            (self.tr("Corrections"), f"{reading.corrected:,}", right),
            (
                self.tr("Waste"),
                self._yen(glance.wasted) if glance.waste else "–",
                wasted,
            ),
        )

    def _compared(self, glance: DayGlance) -> str:
        if glance.usual is None:
            return self.tr("no such weekday on record yet")
        usual = self.tr("usually %1 by this time").replace("%1", self._yen(glance.usual))
        return usual if glance.change is None else f"{usual} ({glance.change:+.0%})"

    def _show_hours(self, glance: DayGlance) -> None:
        labels = [f"{each.hour % 24:02d}:00" for each in glance.hours]
        today = tuple(float(each.net.minor) for each in glance.hours)
        bars = [Bars(self.tr("Today"), today, self._palette.info)]
        usual = None
        if glance.usual_days:
            name = self.tr("Mean of %n such weekday(s)", "", glance.usual_days)
            means = tuple(float(each.usual.minor) for each in glance.hours)
            usual = Bars(name, means, self._palette.unsure)
        self.hours.show_bars(self.tr("Sales by hour (yen)"), labels, bars, usual=usual)

    def _yen(self, amount: Money) -> str:
        return self._currency.format(amount)

    def _write(self, value: float) -> str:
        return self._yen(Money(round(value)))

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(GAP_PX)
        for tile in self.tiles:
            figures.addWidget(tile, stretch=1)
        hours, best = card_of(self.hours), card_of(self.best, self.waste)
        layout = QVBoxLayout(self.paper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.title)
        layout.addLayout(figures)
        charts = SideBySide(hours, best, shares=(5, 4), fills=True)
        charts.follow_shape()
        layout.addWidget(charts, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Rolling(self.paper))
