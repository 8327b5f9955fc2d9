"""Every product, one tap away, over the picture."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.category_tabs import CategoryTabs
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.pick import AddProduct, ChangeLine, NameItems, Pick
from breadpos.ui.product_search import categories, matching
from breadpos.ui.product_tiles import ProductTiles
from breadpos.ui.thumbnails import Thumbnails
from breadpos.ui.tokens import EDGE_PX, MOTION_MS, PAD_PX, STEP_PX, Palette

_INSET_PX = STEP_PX + 2
"""So far a tile stands inside the list, whose bar stands in the card's edge."""


class ProductGrid(QFrame):
    """Chooses a product for a purpose; it stays open while products are added."""

    chosen = Signal(object, str)  # Pick, product
    closed = Signal()

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._pick: Pick = AddProduct()
        self._products: tuple[Product, ...] = ()
        self.head = PanelHead()
        self.search = QLineEdit(clearButtonEnabled=False)
        self.tabs = CategoryTabs()
        self.tiles = ProductTiles(currency, thumbnails, palette, today)
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("words", "muted")
        self._motion = QPropertyAnimation(self, b"pos", self)
        self._motion.setDuration(MOTION_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def open_for(self, pick: Pick, products: Sequence[Product]) -> None:
        """Slide in with a price list."""
        self._pick, self._products = pick, tuple(products)
        self.tabs.show_categories(categories(self._products))
        self.search.clear()
        self._retranslate()
        self._show_matching()
        self.show()
        self.raise_()
        self.search.setFocus()
        self._motion.stop()
        self._motion.setStartValue(QPoint(0, self.height() // 8))
        self._motion.setEndValue(QPoint(0, 0))
        if QApplication.isEffectEnabled(Qt.UIEffect.UI_General):  # see Appearance
            self._motion.start()

    def close_grid(self) -> None:
        """Go out of sight."""
        self._motion.stop()
        self.hide()

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(_INSET_PX, 0, EDGE_PX - _INSET_PX, 0)
        above.setSpacing(PAD_PX)
        for widget in (self.head, self.search, self.tabs):
            above.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX - _INSET_PX, EDGE_PX, _INSET_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addLayout(above)
        layout.addWidget(self.tiles, stretch=1)
        layout.addWidget(self.empty, stretch=1)

    def _connect(self) -> None:
        self.head.back_requested.connect(self.closed)
        self.search.textChanged.connect(self._show_matching)
        self.tiles.serve(self.search)
        self.tabs.chosen.connect(self._show_matching)
        self.tiles.chosen.connect(self._choose)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self.tiles)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.tiles.choose_current)

    def _choose(self, product_id: str) -> None:
        self.chosen.emit(self._pick, product_id)

    def _show_matching(self) -> None:
        category = self.tabs.category
        shown = [p for p in self._products if not category or p.category == category]
        found = matching(shown, self.search.text())
        self.tiles.show_products(found)
        self.tiles.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.setText(
            self.tr("No product with these letters.")
            if self._products
            else self.tr("The shop has no products yet.")
        )

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search by name"))
        match self._pick:
            case NameItems():
                self.head.show_title(self.tr("Which product is this?"))
            case ChangeLine():
                self.head.show_title(self.tr("Change to which product?"))
            case AddProduct():
                self.head.show_title(self.tr("Add a product"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_matching()
