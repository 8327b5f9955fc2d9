"""Giving a price to a product that has none."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.amount_entry import AmountEntry
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.language import language_of
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX


class PricePanel(QFrame):
    """A keypad for one product's price, tax included."""

    price_set = Signal(str, object)  # product, Money
    cancelled = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency = currency
        self._product: Product | None = None
        self._entry = AmountEntry()
        self.head = PanelHead()
        self.name = ElidedLabel(lines=2)
        self.name.setProperty("words", "heading")
        self.hint = Prose()
        self.hint.setProperty("words", "muted")
        self.amount = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self.amount.setProperty("words", "total")
        self.keypad = Keypad()
        self.set_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.set_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        for widget in (self.head, self.name, self.hint, self.amount):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self.keypad, stretch=1)
        layout.addWidget(self.set_button)
        self.head.back_requested.connect(self.cancelled)
        self.keypad.pressed.connect(self._press)
        self.set_button.clicked.connect(self._set)
        self._retranslate()

    def ask_for(self, product: Product) -> None:
        """Begin with a product and no digits."""
        self._product, self._entry = product, AmountEntry()
        self._retranslate()

    def _press(self, key: str) -> None:
        self._entry = self._entry.pressing(key)
        self._retranslate()

    def _set(self) -> None:
        if self._product is not None:
            self.price_set.emit(self._product.product_id, self._entry.amount)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Price"))
        self.hint.setText(self.tr("Tax included. It holds from now on."))
        self.amount.setText(self._currency.format(self._entry.amount))
        is_set = self._entry.amount.minor > 0
        self.set_button.setEnabled(is_set)
        self.set_button.set_words(
            self.tr("Set price"), "Enter" if is_set else self.tr("type an amount")
        )
        if self._product is not None:
            self.name.set_text(self._product.label(language_of(self)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
