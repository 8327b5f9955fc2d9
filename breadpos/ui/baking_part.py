"""What to bake tomorrow, and how sure that is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.books import Books
from breadpos.domain.baking import LEAST_DAYS, Baking, Suggestion
from breadpos.domain.product import Product
from breadpos.ui.days import day_words, range_words
from breadpos.ui.empty_state import EmptyState
from breadpos.ui.errand import Errand
from breadpos.ui.figure_table import FigureTable
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.report_view import card_of
from breadpos.ui.sales_part import SalesPart
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.sold_names import sold_name
from breadpos.ui.tokens import GAP_PX


class BakingPart(SalesPart):
    """One line a bread; read anew whenever it is shown."""

    def __init__(self, books: Books, _front: ShopFront, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("page", self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._books = books
        self._baking: Baking | None = None
        self._products: Sequence[Product] = ()
        self.title, self.basis = QLabel(), Prose()
        self.title.setProperty("words", "heading")
        self.basis.setProperty("words", "muted")
        self.table, self.few = FigureTable(), EmptyState("bread")
        self.body = QStackedWidget()
        for widget in (self.table, self.few):
            self.body.addWidget(widget)
        self.reading = Errand(self)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(self.failed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.title)
        layout.addWidget(self.basis)
        layout.addWidget(card_of(self.body), stretch=1)

    @property
    def long_table(self) -> FigureTable | None:
        """A table of which the paper may show the beginning only."""
        return self.table

    @property
    def is_ready(self) -> bool:
        """Whether what was asked for is shown."""
        return self._baking is not None

    def file_name(self) -> str:
        """What a file of it is called."""
        return f"breadpos-baking-{self._books.today():%Y%m%d}"

    def refresh(self) -> None:
        """Work it out again, away from the window."""
        self._baking = None
        self.reading.run(lambda: (self._books.baking(), self._books.products()))

    def _show(self, found: object) -> None:
        if isinstance(found, tuple):
            self._baking, self._products = found
            self._retranslate()

    def _retranslate(self) -> None:
        baking = self._baking
        if baking is None:
            return
        day = day_words(baking.day, language_of(self), year=True)
        self.title.setText(self.tr("Baking for %1").replace("%1", day))
        is_few = baking.days < LEAST_DAYS
        self.body.setCurrentWidget(self.few if is_few else self.table)
        self.basis.setHidden(is_few)
        self.few.show_words(self.tr("Not enough days yet"), self._lacking(baking), "")
        self.basis.setText(self._words(baking))
        header = (
            self.tr("Product"),
            self.tr("Suggestion"),
            self.tr("Wanted, least to most"),
            self.tr("Days"),
            self.tr("Sold out on"),
        )
        suggestions = () if is_few else baking.suggestions
        self.table.show_rows(header, [self._cells(each) for each in suggestions])

    def _lacking(self, baking: Baking) -> str:
        words = self.tr(
            "How much to bake is told from what was sold on the same weekday. %1 of at least %2"
            " such days are on record."
        )
        return words.replace("%1", f"{baking.days}").replace("%2", f"{LEAST_DAYS}")

    def _words(self, baking: Baking) -> str:
        words = self.tr(
            "From the last %1 of this weekday; leftovers were counted on %2 of them. The weather"
            " is not taken into account. Six days of ten the suggestion is enough."
        )
        return words.replace("%1", f"{baking.days}").replace("%2", f"{baking.counted}")

    def _cells(self, each: Suggestion) -> tuple[str, ...]:
        pieces = self.tr("not enough days") if each.pieces is None else f"{each.pieces}"
        language = language_of(self)
        wanted = range_words(f"{each.low}", f"{each.high}", language)
        name = sold_name(self._products, each.product_id, each.name, language)
        return name, pieces, wanted, f"{each.days}", f"{each.sold_out or '–'}"
