"""The shelves of the gallery and the breads, each with the number of its photos."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from breadpos.application.photo_album import PhotoCard, PhotoFilter, Shelf, counted, filtered
from breadpos.domain.product import Product, ProductId
from breadpos.ui.language import language_of

_PLACE = Qt.ItemDataRole.UserRole


class GalleryShelves(QListWidget):
    """One row a shelf, then one a bread that has photos."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelves")
        self._counts: dict[Shelf, int] = dict.fromkeys(Shelf, 0)
        self._per_product: Counter[ProductId] = Counter()
        self._products: tuple[Product, ...] = ()
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _row: self.changed.emit())

    def show_counts(self, cards: Sequence[PhotoCard], products: Sequence[Product]) -> None:
        """The album as it is now."""
        self._counts = counted(cards)
        kept = filtered(cards, PhotoFilter())
        self._per_product = Counter(card.product_id for card in kept)
        self._products = tuple(products)
        self._rebuild()

    def place(self) -> tuple[Shelf, ProductId | None]:
        """Which shelf is chosen, or which bread's photos of the first one."""
        row = self.currentRow()
        place: tuple[Shelf, ProductId | None] = (Shelf.ALL, None)
        return place if row < 0 else self.item(row).data(_PLACE)

    def _rebuild(self) -> None:
        was_silent = self.blockSignals(True)
        chosen = self.place()
        self.clear()
        for shelf, words in self._shelves():
            self._add(words, self._counts[shelf], (shelf, None))
        known = {product.product_id: product for product in self._products}
        for product_id in sorted(self._per_product, key=lambda each: each not in known):
            product = known.get(product_id)
            name = product.label(language_of(self)) if product else product_id
            self._add(name, self._per_product[product_id], (Shelf.ALL, product_id))
        rows = [self.item(row).data(_PLACE) for row in range(self.count())]
        self.setCurrentRow(rows.index(chosen) if chosen in rows else 0)
        self.blockSignals(was_silent)

    def _shelves(self) -> tuple[tuple[Shelf, str], ...]:
        return (
            (Shelf.ALL, self.tr("All photos")),
            (Shelf.SUSPECTED, self.tr("？ Perhaps wrong")),
            (Shelf.ALIKE, self.tr("Nearly the same")),
            (Shelf.DELETED, self.tr("Deleted")),
        )

    def _add(self, words: str, count: int, place: tuple[Shelf, ProductId | None]) -> None:
        item = QListWidgetItem(f"{words} ({count:,})")
        item.setData(_PLACE, place)
        self.addItem(item)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._rebuild()
