"""Which bread to photograph, and learning from what was photographed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from breadpos.application.training_desk import Knob
from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.fonts import wide_enough
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import restyle
from breadpos.ui.photograph_next import PhotographNext
from breadpos.ui.product_search import matching
from breadpos.ui.product_tiles import ProductTiles
from breadpos.ui.prose import Prose
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.thumbnails import Thumbnails
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, Palette
from breadpos.ui.training_card import TrainingCard

_CARD_PX = 456
_CARD_SHARE = 0.42


class PhotosHome(QWidget):
    """Photographs on the left, learning on the right."""

    product_chosen = Signal(str)  # ProductId
    new_product_requested = Signal(str)  # its name
    corrections_requested = Signal()
    gallery_requested = Signal()

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        knobs: Callable[[], Sequence[Knob]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._products: tuple[Product, ...] = ()
        self._waiting = 0
        self.corrections_button = KeyButton(icon="check-circle", keys=("F5",))
        self.gallery_button = KeyButton(icon="images", keys=("F6",))
        self.title, self.hint = QLabel(), Prose()
        self.title.setProperty("words", "heading")
        self.hint.setProperty("words", "muted")
        self.name = QLineEdit()
        self.begin_button = KeyButton(
            kind="step", icon="camera", keys=("Return", "Enter"), shown_key="Enter"
        )
        self.tiles = ProductTiles(currency, thumbnails, palette)
        self.next = PhotographNext()
        self.training = TrainingCard(palette, knobs)
        self._lay_out()
        self.name.textChanged.connect(self._show_matching)
        self.begin_button.clicked.connect(self._begin)
        self.tiles.chosen.connect(self.product_chosen)
        self.next.chosen.connect(self.product_chosen)
        self.corrections_button.clicked.connect(self.corrections_requested)
        self.gallery_button.clicked.connect(self.gallery_requested)
        self._retranslate()

    def show_products(self, products: Sequence[Product]) -> None:
        """The breads that can be photographed some more."""
        self._products = tuple(products)
        self._retranslate()
        self.name.clear()
        self._show_matching()

    def begin_typing(self) -> None:
        """Where there is no bread to choose yet, be ready for a name."""
        if not self._products:
            self.name.setFocus()

    @Slot(int)
    def show_waiting(self, count: int) -> None:
        """How many corrections wait for a glance."""
        self._waiting = count
        self._retranslate()

    def _begin(self) -> None:
        name = self.name.text().strip()
        same = [product for product in self._products if name in {product.name, product.name_en}]
        if same and name:
            self.product_chosen.emit(same[0].product_id)
        elif name:
            self.new_product_requested.emit(name)

    def _show_matching(self) -> None:
        self.tiles.show_products(matching(self._products, self.name.text()))
        self.begin_button.setEnabled(bool(self.name.text().strip()))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        row = QHBoxLayout()
        row.setSpacing(PAD_PX)
        row.addWidget(self.name, stretch=1)
        row.addWidget(self.begin_button)
        column = QVBoxLayout(card)
        column.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        column.setSpacing(PAD_PX)
        buttons = QWidget()
        beside = QHBoxLayout(buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP_PX)
        for button in (self.corrections_button, self.gallery_button):
            beside.addWidget(button)
        column.addWidget(SideBySide(self.title, buttons, shares=(1, 0)))
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addWidget(self.next)
        column.addWidget(self.tiles, stretch=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addWidget(card, stretch=1)
        layout.addWidget(self.training)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.training.setFixedWidth(wide_enough(_CARD_PX, self.width(), _CARD_SHARE))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Photograph a bread"))
        self.hint.setText(
            self.tr("Type the name of a new one, or tap a bread to take more photos of it.")
            if self._products
            else self.tr("Type the name of your first bread.")
        )
        self.name.setPlaceholderText(self.tr("Name of the bread"))
        self.begin_button.set_words(self.tr("Photograph"))
        self.gallery_button.set_words(self.tr("All photos"))
        self.corrections_button.set_words(
            self.tr("%n correction(s) to check", "", self._waiting)
            if self._waiting
            else self.tr("Corrections")
        )
        self.corrections_button.setProperty("kind", "step" if self._waiting else "")
        parts = (self.corrections_button, *self.corrections_button.findChildren(QWidget))
        restyle(*parts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._share_room()
        elif event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
