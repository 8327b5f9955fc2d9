"""Above the price list: search, categories, and what can be done with all of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from breadpos.domain.product import Product
from breadpos.ui.category_tabs import CategoryTabs
from breadpos.ui.fonts import text_percent, words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.product_search import categories, matching
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import GAP_PX

_SEARCH_PX = 200


class ProductsBar(QWidget):
    """Narrows a list of products down."""

    narrowed = Signal()
    new_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    cards_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.tabs = CategoryTabs()
        self.grid_button = KeyButton(icon="squares-four", keys=("F3",))
        self.retired_button = KeyButton(icon="archive", keys=("F4",))
        for button in (self.grid_button, self.retired_button):
            button.setCheckable(True)
        self.import_button = KeyButton(icon="download-simple", keys=("F6",))
        self.export_button = KeyButton(icon="upload-simple", keys=("F7",))
        self.cards_button = KeyButton(icon="tag", keys=("F9",))
        self.new_button = KeyButton(icon="plus", keys=("F2",))
        self._lay_out()
        self.search.textChanged.connect(self.narrowed)
        self.tabs.chosen.connect(self.narrowed)
        for button in (self.grid_button, self.retired_button):
            button.clicked.connect(self.narrowed)
        self.new_button.clicked.connect(self.new_requested)
        self.import_button.clicked.connect(self.import_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.cards_button.clicked.connect(self.cards_requested)
        self._retranslate()

    def show_categories(self, products: Sequence[Product]) -> None:
        """Offer the categories there are; the chosen one stays, if it is still there."""
        names, before = categories(products), self.tabs.category
        self.tabs.show_categories(names)
        if before in names:
            self.tabs.category = before
            self.tabs.button(before).setChecked(True)

    def narrow(self, products: Sequence[Product]) -> list[Product]:
        """Those that match what is typed and chosen."""
        category = self.tabs.category
        return matching(
            [each for each in products if not category or each.category == category],
            self.search.text(),
        )

    def _lay_out(self) -> None:
        buttons, below = QWidget(), QHBoxLayout()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        for button in self._actions:
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        below.setSpacing(GAP_PX)
        below.addWidget(self.tabs, stretch=1)
        below.addStretch()
        below.addWidget(self.retired_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(SideBySide(self.search, buttons, shares=(1, 0)))
        layout.addLayout(below)

    @property
    def _actions(self) -> tuple[KeyButton, ...]:
        return (
            self.grid_button,
            self.cards_button,
            self.import_button,
            self.export_button,
            self.new_button,
        )

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.tr("Name, kana or romaji"))
        self.grid_button.set_words(self.tr("Grid"))
        self.retired_button.set_words(self.tr("Off"))
        self.import_button.set_words(self.tr("Import"))
        self.export_button.set_words(self.tr("Export"))
        self.cards_button.set_words(self.tr("Cards"))
        self.new_button.set_words(self.tr("New"))
        self._make_room()

    def _make_room(self) -> None:
        """Large words need what the icons would take, and a wider field."""
        self.search.setMinimumWidth(_SEARCH_PX * text_percent() // 100)
        for button in self._actions:
            button.leave_icon_out(is_out=words_are_large())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
