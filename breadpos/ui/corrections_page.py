"""What cashiers corrected, waiting for one glance: use all, mend some, throw some away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.photo_album import PhotoCard, waiting_cards
from breadpos.domain.product import Product, ProductId
from breadpos.ui.album_desk import AlbumDesk
from breadpos.ui.correction_card import CorrectionCard
from breadpos.ui.empty_state import EmptyState
from breadpos.ui.fonts import wide_enough
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.photo_grid import PhotoGrid, TileWords
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.product_choice import ProductChoice
from breadpos.ui.prose import Prose
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import DETAIL_PX, EDGE_PX, PAD_PX


class CorrectionsPage(QWidget):
    """All of them on the left, the one under the cursor on the right."""

    left = Signal()

    def __init__(
        self,
        desk: AlbumDesk,
        images: PhotoImages,
        front: ShopFront,
        products: Callable[[], Sequence[Product]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._products = desk, products
        self._names: dict[ProductId, Product] = {}
        self._cards: list[PhotoCard] = []
        self.head = PanelHead()
        self.hint = Prose()
        self.hint.setProperty("words", "muted")
        self.undo_button = KeyButton(icon="arrow-counter-clockwise", keys=("Ctrl+Z",))
        self.grid = PhotoGrid(images, front.palette, self._describe, several=False, rows=4)
        self.empty = EmptyState("check-circle", keys=("Esc",))
        self.choice = ProductChoice(front.currency, front.thumbnails, front.palette)
        self.parts = QStackedWidget()
        self.card = CorrectionCard(images, front)
        self._lay_out()
        self._connect()
        self._retranslate()

    def open_page(self) -> None:
        """Show what waits now."""
        self._end_choice()
        self._desk.load()

    @Slot(object)
    def show_cards(self, cards: Sequence[PhotoCard]) -> None:
        """The album as it is now."""
        self._names = {product.product_id: product for product in self._products()}
        self._cards = waiting_cards(cards)
        self.grid.show_cards(self._cards)
        if not self._is_choosing():
            self.parts.setCurrentWidget(self.grid if self._cards else self.empty)
        self._show_current()

    def _describe(self, card: PhotoCard) -> TileWords:
        note = self.tr("not recognised")
        if card.guess:
            note = self.tr("read as %1").replace("%1", self._name(card.guess))
        return TileWords(
            self._name(card.product_id), note, "problem" if card.is_contradicted else ""
        )

    def _name(self, product_id: ProductId) -> str:
        product = self._names.get(product_id)
        return product.label(language_of(self)) if product else product_id

    def _show_current(self) -> None:
        card = self.grid.current()
        self.card.setVisible(card is not None)
        if card is not None:
            guess = self._name(card.guess) if card.guess else ""
            self.card.show_card(card, self._name(card.product_id), guess)
        doubtful = sum(card.is_contradicted for card in self._cards)
        self.card.show_counts(len(self._cards) - doubtful, doubtful)
        self.undo_button.setVisible(self._desk.can_undo and not self._is_choosing())

    def _accept(self) -> None:
        if (card := self.grid.current()) is not None:
            self._desk.accept([card])

    def _accept_all(self) -> None:
        self._desk.accept([card for card in self._cards if not card.is_contradicted])

    def _throw_away(self) -> None:
        if (card := self.grid.current()) is not None:
            self._desk.delete([card])

    def _mend(self) -> None:
        self.choice.show_products(self._products())
        self.parts.setCurrentWidget(self.choice)

    def _is_choosing(self) -> bool:
        return self.parts.currentWidget() is self.choice

    def _follow_parts(self) -> None:
        """While another bread is chosen, that is the one thing to do, and one way leads back."""
        is_choosing = self._is_choosing()
        self.head.setHidden(is_choosing)
        self.head.back_button.setHidden(self.parts.currentWidget() is self.empty)
        self.hint.setHidden(is_choosing)
        self.card.acts.setDisabled(is_choosing)
        self._show_current()

    def _relabel(self, product_id: str) -> None:
        card = self.grid.current()
        self._end_choice()
        if card is not None:
            self._desk.relabel([card], ProductId(product_id))

    def _end_choice(self) -> None:
        self.parts.setCurrentWidget(self.grid if self._cards else self.empty)
        self.grid.setFocus()

    def _lay_out(self) -> None:
        for part in (self.grid, self.empty, self.choice):
            self.parts.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(PAD_PX)
        top.addWidget(self.hint, stretch=1)
        top.addWidget(self.undo_button)
        list_card = named("card", QWidget())
        column = QVBoxLayout(list_card)
        column.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        column.setSpacing(PAD_PX)
        column.addWidget(self.head)
        column.addLayout(top)
        column.addWidget(self.parts, stretch=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addWidget(list_card, stretch=1)
        layout.addWidget(self.card)

    def _connect(self) -> None:
        self._desk.told.connect(self.show_cards)
        self.head.back_requested.connect(self.left)
        self.empty.acted.connect(self.left)
        self.parts.currentChanged.connect(self._follow_parts)
        self.grid.looked_at.connect(self._show_current)
        self.grid.opened.connect(self._accept)
        self.undo_button.clicked.connect(self._desk.undo)
        self.choice.chosen.connect(self._relabel)
        self.choice.cancelled.connect(self._end_choice)
        self.card.accept_button.clicked.connect(self._accept)
        self.card.all_button.clicked.connect(self._accept_all)
        self.card.mend_button.clicked.connect(self._mend)
        self.card.throw_button.clicked.connect(self._throw_away)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Corrected at the register"))
        self.hint.setText(
            self.tr("What you let through here is learnt at once. Doubtful ones come first.")
        )
        self.undo_button.set_words(self.tr("Undo"))
        self.empty.show_words(
            self.tr("Nothing to check"),
            self.tr("What is corrected at the register will wait here for your glance."),
            self.tr("Back"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.setFixedWidth(wide_enough(DETAIL_PX, self.width() - 3 * EDGE_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_cards(self._desk.cards)
