"""Choosing one product by its name or picture."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.product_search import matching
from breadpos.ui.product_tiles import ProductTiles
from breadpos.ui.thumbnails import Thumbnails
from breadpos.ui.tokens import PAD_PX, Palette


class ProductChoice(QWidget):
    """A search and tiles; Enter takes the one that is marked."""

    chosen = Signal(str)  # ProductId
    cancelled = Signal()

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._products: tuple[Product, ...] = ()
        self.head = PanelHead()
        self.search = QLineEdit()
        self.tiles = ProductTiles(currency, thumbnails, palette)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(PAD_PX)
        for part in (self.head, self.search):
            layout.addWidget(part)
        layout.addWidget(self.tiles, stretch=1)
        self.head.back_requested.connect(self.cancelled)
        self.search.textChanged.connect(self._show_matching)
        self.tiles.serve(self.search)
        self.tiles.chosen.connect(self.chosen)
        self._retranslate()

    def show_products(self, products: Sequence[Product]) -> None:
        """Begin with all of these."""
        self._products = tuple(products)
        self.search.clear()
        self._show_matching()

    def _show_matching(self) -> None:
        self.tiles.show_products(matching(self._products, self.search.text()))

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Which bread is it?"))
        self.search.setPlaceholderText(self.tr("Search by name"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_matching()
