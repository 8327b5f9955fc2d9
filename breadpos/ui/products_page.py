"""The price list: list left, the chosen product right."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.ports import Spreadsheets
from breadpos.application.price_cards import CardFiles, CardSize, PriceCard, cards_of
from breadpos.application.product_desk import ImportPlan, ProductDesk
from breadpos.domain.errors import BreadposError, StorageError
from breadpos.domain.product import Product, ProductId
from breadpos.domain.sheet import Sheet
from breadpos.ui.asking import Ask, ask_nobody
from breadpos.ui.banner import Banner
from breadpos.ui.banner_message import Message, Remedy, Topic
from breadpos.ui.empty_state import EmptyState
from breadpos.ui.failures import message_for, topic_of
from breadpos.ui.file_choice import DialogFileChoice, FileChoice
from breadpos.ui.fonts import text_percent
from breadpos.ui.import_card import ImportCard
from breadpos.ui.named import named
from breadpos.ui.price_cards_card import PriceCardsCard
from breadpos.ui.product_card import ProductCard
from breadpos.ui.product_papers import ProductPapers
from breadpos.ui.product_rows import ProductRows
from breadpos.ui.product_tiles import ProductTiles
from breadpos.ui.products_bar import ProductsBar
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import DETAIL_PX, EDGE_PX, GAP_PX, PAD_PX, ROW_PX

_NEW_ID = ProductId("new")
_DETAIL_PERCENT = 45
_CARDS = "cards"


class ProductsPage(QWidget):
    """Shows the price list and takes it through its changes."""

    products_changed = Signal()

    def __init__(
        self,
        desk: ProductDesk,
        files: Spreadsheets,
        front: ShopFront,
        cards: CardFiles,
        choice: FileChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named("page", self)
        self._desk = desk
        self._currency = front.currency
        self.papers = ProductPapers(files, cards, choice or DialogFileChoice(self), self)
        self.ask: Ask = ask_nobody
        self._products: tuple[Product, ...] = ()
        self._chosen_id = self._insisted = ""
        currency, today = front.currency, desk.today()
        self.bar, self.banner = ProductsBar(), Banner()
        self.rows = ProductRows(currency, front.thumbnails, front.palette, today)
        self.tiles = ProductTiles(currency, front.thumbnails, front.palette)
        self.empty = EmptyState("bread")
        self.card, self.table = ProductCard(currency, today), ImportCard(currency)
        self.cards = PriceCardsCard()
        self.hint = EmptyState("tag")
        self.lists, self.side = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def refresh(self) -> None:
        """Read the price list again, as another window or the register may have changed it."""
        retired = self.bar.retired_button.isChecked()
        try:
            self._products = self._desk.retired() if retired else self._desk.on_sale()
        except BreadposError as error:
            self._complain(error)
        self.bar.show_categories(self._products)
        self._show_list()

    # What the person does.

    def _choose(self, product_id: str) -> None:
        if product_id == self._chosen_id or not self._may_leave(product_id):
            return
        self._chosen_id = product_id
        self._show_chosen()

    def _begin_new(self) -> None:
        if not self._may_leave(_NEW_ID):
            return
        self._chosen_id = ""
        self.card.show_product(Product(_NEW_ID, self.tr("New")), is_new=True)
        self.card.form.name.set_text("")
        self._open(self.card)
        self.card.begin()

    def _may_leave(self, product_id: str) -> bool:
        """Whether nothing typed would be lost, or the person insists."""
        is_open = self.side.currentWidget() is self.card
        if not is_open or not self.card.is_edited() or self._insisted == product_id:
            self._insisted = ""
            return True
        self._insisted = product_id
        self.card.show_problem(self.tr("Not saved yet. Save it, or tap again to drop it."))
        return False

    def _save(self, wanted: Product) -> None:
        product = wanted
        try:
            if product.product_id == _NEW_ID:
                product = replace(product, product_id=self._desk.new_id(product.name))
            self._desk.save(product)
        except BreadposError as error:
            if not self.ask(error, lambda: self._save(wanted)):
                self.card.show_problem(self._words_for(error))
            return
        self.bar.retired_button.setChecked(False)
        self._chosen_id = product.product_id
        self._tell(self.tr("%1 is saved.").replace("%1", product.name))
        self._changed()

    def _retire(self, product_id: str) -> None:
        try:
            self._desk.retire(ProductId(product_id))
        except BreadposError as error:
            self._complain(error)
            return
        self._chosen_id = ""
        self._tell(self.tr("It is off the list. “Off” shows it, to sell it again."))
        self._changed()

    def _sell_out(self, product_id: str, sold_out: bool) -> None:
        try:
            self._desk.set_sold_out(ProductId(product_id), sold_out=sold_out)
        except BreadposError as error:
            self._complain(error)
        else:
            self.products_changed.emit()
        self.refresh()
        for product in self._products:
            if product.product_id == product_id:
                self.card.show_sold_out(product.sold_out_on)

    def _offer_cards(self) -> None:
        if self._may_leave(_CARDS):
            self.banner.withdraw(Topic.FILES)
            self._show_list()
            self._open(self.cards)
            self.cards.setFocus()

    def _save_cards(self, size: CardSize) -> None:
        self.papers.write_cards(self._cards_in_list(), size)

    def _cards_in_list(self) -> tuple[PriceCard, ...]:
        shown = self.bar.narrow(self._products)
        return cards_of(shown, self._currency, self._desk.today())

    def _show_plan(self, sheet: Sheet) -> None:
        try:
            self.table.show_plan(self._desk.plan(sheet))
        except BreadposError as error:
            self._refuse_table(error)
            return
        self.banner.withdraw(Topic.FILES)
        self._open(self.table)
        self.setFocus()

    def _refuse_table(self, error: BreadposError) -> None:
        """Say why; what another file would change is no longer offered."""
        if self.side.currentWidget() is self.table:
            self._show_chosen()
        self._complain(error)

    def _take(self, plan: ImportPlan) -> None:
        try:
            self._desk.apply(plan)
        except BreadposError as error:
            if not self.ask(error, lambda: self._take(plan)):
                self._complain(error)
            return
        self._tell(self.tr("%n product(s) are taken over.", "", len(plan.changes)))
        self._changed()

    # What it shows.

    def _changed(self) -> None:
        self.products_changed.emit()
        self.refresh()
        self._show_chosen()

    def _show_chosen(self) -> None:
        found = [each for each in self._products if each.product_id == self._chosen_id]
        for product in found:
            self.card.show_product(product, is_retired=self.bar.retired_button.isChecked())
        self.side.setCurrentWidget(self.card if found else self.hint)
        self._show_list()

    def _open(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(panel)
        self.side.show()

    def _show_list(self) -> None:
        shown = self.bar.narrow(self._products)
        self.rows.show_products(shown, self._chosen_id)
        self.tiles.show_products(shown)
        cards = len(self._cards_in_list())
        self.cards.show_counts(cards, len(shown) - cards)
        some = self.tiles if self.bar.grid_button.isChecked() else self.rows
        self.lists.setCurrentWidget(some if shown else self.empty)
        self._word_empty()
        is_hint = self.side.currentWidget() is self.hint
        self.side.setVisible(bool(self._products) or not is_hint)

    def _act_on_empty(self) -> None:
        if self._products:
            self.bar.search.clear()
        elif self.bar.retired_button.isChecked():
            self.bar.retired_button.click()
        else:
            self._begin_new()

    def _tell(self, title: str) -> None:
        ok = self.tr("OK")
        self.banner.announce(Topic.FILES, lambda: Message(title, "", ((ok, Remedy.DISMISS),)))

    def _words_for(self, error: BreadposError) -> str:
        message = message_for(error)
        if isinstance(error, StorageError):
            return " ".join((message.title, self.tr("What you typed is kept; save it again.")))
        return f"{message.title} {message.sentence}"

    def _complain(self, error: BreadposError) -> None:
        self.banner.announce(topic_of(error), lambda: message_for(error))

    def _lay_out(self) -> None:
        for widget in (self.rows, self.tiles, self.empty):
            self.lists.addWidget(widget)
        for panel in (self.hint, self.card, self.table, self.cards):
            self.side.addWidget(panel)
        self.lists.setMinimumHeight(ROW_PX)  # what is said above it goes before an empty list
        card = named("card", QFrame())
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, PAD_PX, 1, PAD_PX)
        inside.addWidget(self.lists)
        left = QVBoxLayout()
        left.setSpacing(GAP_PX)
        left.addWidget(self.bar)
        left.addWidget(self.banner)
        left.addWidget(card, stretch=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addLayout(left, stretch=1)
        layout.addWidget(self.side)

    def _connect(self) -> None:
        bar = self.bar
        bar.narrowed.connect(self.refresh)
        bar.new_requested.connect(self._begin_new)
        bar.import_requested.connect(self.papers.read_table)
        bar.export_requested.connect(lambda: self.papers.write_table(self._desk.table))
        bar.cards_requested.connect(self._offer_cards)
        self.cards.save_requested.connect(self._save_cards)
        self.cards.cancelled.connect(self._show_chosen)
        self.rows.chosen.connect(self._choose)
        self.tiles.chosen.connect(self._choose)
        self.empty.acted.connect(self._act_on_empty)
        self.hint.acted.connect(self._begin_new)
        self.card.save_requested.connect(self._save)
        self.card.retire_requested.connect(self._retire)
        self.card.sold_out_requested.connect(self._sell_out)
        self.table.take_requested.connect(self._take)
        self.table.cancelled.connect(self._show_chosen)
        self.papers.read.connect(self._show_plan)
        self.papers.unreadable.connect(self._refuse_table)
        self.papers.written.connect(self._tell_written)
        self.papers.unwritable.connect(self._complain)
        self.banner.acted.connect(lambda topic, _remedy: self.banner.withdraw(topic))

    def _tell_written(self, path: Path) -> None:
        self._tell(self.tr("Written: %1").replace("%1", path.name))

    def _word_empty(self) -> None:
        if self._products:
            self.empty.show_words(
                self.tr("No product with these letters"),
                self.tr("Kana, kanji, romaji and barcodes are all looked at."),
                self.tr("Show all"),
            )
        elif self.bar.retired_button.isChecked():
            self.empty.show_words(
                self.tr("Nothing is off the list"),
                self.tr("What is out of season can be taken off, and sold again next year."),
                self.tr("Back to the list"),
            )
        else:
            self.empty.show_words(
                self.tr("No products yet"),
                self.tr("Add the first one, or import a list from a spreadsheet."),
                self.tr("Add the first product"),
            )

    def _retranslate(self) -> None:
        self.hint.show_words(
            self.tr("Tap a product"),
            self.tr("Its price, allergens and everything else are changed here."),
            self.tr("New product"),
        )
        self._word_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The chosen product gets more of the page for larger words, but never most of it."""
        wanted = DETAIL_PX * text_percent() // 100
        self.side.setFixedWidth(max(DETAIL_PX, min(wanted, self.width() * _DETAIL_PERCENT // 100)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
