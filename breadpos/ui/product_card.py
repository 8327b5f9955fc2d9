"""One product in full, to be changed."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from breadpos.application.product_columns import CellWrong
from breadpos.domain.errors import ProductInvalid
from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.product_form import ProductForm
from breadpos.ui.prose import Prose
from breadpos.ui.rolling import Rolling
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX


class ProductCard(QFrame):
    """Saves what was typed, or says in one line why it cannot be."""

    save_requested = Signal(object)  # Product
    retire_requested = Signal(str)
    sold_out_requested = Signal(str, bool)  # product, whether there are no more of it today

    def __init__(self, currency: Currency, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._product: Product | None = None
        self._is_new = self._is_retired = False
        self.title = ElidedLabel()
        self.title.setProperty("words", "heading")
        self.retire_button = KeyButton(icon="archive")
        self.form = ProductForm(currency, today)
        self.problem = Prose()
        self.problem.setProperty("words", "problem")
        self.problem.hide()
        self.save_button = KeyButton(kind="primary", keys=("Ctrl+S",))
        self.save_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self._lay_out()
        self.form.changed.connect(self._show_state)
        self.form.sold_out_chosen.connect(self._choose_sold_out)
        self.save_button.clicked.connect(self._save)
        self.retire_button.clicked.connect(self._retire)
        self._retranslate()

    def show_product(
        self, product: Product, *, is_new: bool = False, is_retired: bool = False
    ) -> None:
        """Begin with a product; a new one has no key worth keeping yet."""
        self._product, self._is_new, self._is_retired = product, is_new, is_retired
        self.form.show_product(product)
        self._retranslate()
        self._scroll.verticalScrollBar().setValue(0)

    def show_sold_out(self, on: date | None) -> None:
        """Show the day on which there are no more; what was typed stays, unsaved."""
        if self._product is not None:
            self._product = replace(self._product, sold_out_on=on)
            self.form.show_sold_out(on)
            self._show_state()

    def begin(self) -> None:
        """Put the cursor where a new product begins: its name."""
        self.form.name.line.setFocus()

    def is_edited(self) -> bool:
        """Whether what was typed differs from what is kept."""
        if self._product is None or (self._is_new and self.form.is_blank()):
            return False
        try:
            return self.form.product() != self._product
        except (CellWrong, ProductInvalid):
            return True

    def show_problem(self, words: str) -> None:
        """Say in one line what stands in the way."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _save(self) -> None:
        try:
            product = self.form.product()
        except CellWrong as wrong:
            self.show_problem(self.form.words_for(wrong.column))
        except ProductInvalid:
            self.show_problem(self.form.words_for(None))
        else:
            self.show_problem("")
            self.save_requested.emit(product)

    def _retire(self) -> None:
        if self._product is not None:
            self.retire_requested.emit(self._product.product_id)

    def _choose_sold_out(self, sold_out: bool) -> None:
        """At once, for the counter sells meanwhile; what is not on sale is saved as a whole."""
        if self._product is not None and not (self._is_new or self._is_retired):
            self.sold_out_requested.emit(self._product.product_id, sold_out)
        self._show_state()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(PAD_PX)
        head.addWidget(self.title, stretch=1)
        head.addWidget(self.retire_button)
        self._scroll = Rolling(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addLayout(head)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self.problem)
        layout.addWidget(self.save_button)

    def _show_state(self) -> None:
        self.show_problem("")
        can_save = self.is_edited() or self._is_new or self._is_retired
        self.save_button.setEnabled(can_save)
        words = self.tr("Sell again") if self._is_retired else self.tr("Save")
        self.save_button.set_words(words, "Ctrl S" if can_save else self.tr("nothing changed"))

    def _retranslate(self) -> None:
        self.retire_button.set_words(self.tr("Take off"))
        self.retire_button.setVisible(not self._is_new and not self._is_retired)
        named = self._product.label(language_of(self)) if self._product else ""
        self.title.set_text(self.tr("New product") if self._is_new else named)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
