"""Taking something off a line or the whole cart."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.domain.discount import Discount
from breadpos.domain.money import ZERO, Currency, Money
from breadpos.domain.product import ProductId
from breadpos.ui.amount_entry import AmountEntry
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.tokens import BUTTON_PX, EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX, TOUCH_PX

_PERCENT, _YEN = 0, 1
_QUICK = {_PERCENT: (5, 10, 20, 50), _YEN: (10, 50, 100, 500)}
_MOST_PERCENT = 100


class DiscountPanel(QFrame):
    """Percent or yen; says what it comes to before it is given."""

    discounted = Signal(object, object)  # Discount or None, ProductId or None for the cart
    cancelled = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency = currency
        self._product_id: ProductId | None = None
        self._name, self._amount = "", ZERO
        self._unit, self._entry, self._has_one = _PERCENT, AmountEntry(), False
        self.head = PanelHead()
        self.name = ElidedLabel()
        self.name.setProperty("words", "line")
        self.outcome = QLabel()
        self.outcome.setProperty("words", "line")
        self.unit_row = ChoiceRow(("F5", "F6"))
        self.quick_buttons = [self._quick_button(n) for n in range(4)]
        self.typed = QLabel()
        self.typed.setProperty("words", "change")
        self.typed.setFixedHeight(BUTTON_PX)
        self.remove_button = KeyButton(icon="trash", keys=("Delete",))
        self.keypad = Keypad()
        self.give_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.give_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self._lay_out()
        self._connect()
        self._retranslate()

    def ask_for(
        self, name: str, amount: Money, product_id: ProductId | None, *, has_one: bool
    ) -> None:
        """Begin with a line, or with the whole cart.

        Args:
            amount: what it costs without the discount.
            has_one: there is a discount already, which can be taken away.
        """
        self._name, self._amount, self._product_id = name, amount, product_id
        self._entry, self._has_one = AmountEntry(), has_one
        self._retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.head)
        what = QHBoxLayout()
        what.addWidget(self.name, stretch=1)
        what.addWidget(self.outcome)
        layout.addLayout(what)
        layout.addWidget(self.unit_row)
        quick = QHBoxLayout()
        quick.setSpacing(GAP_PX)
        for button in self.quick_buttons:
            quick.addWidget(button, stretch=1)
        layout.addLayout(quick)
        layout.addStretch()
        typed = QHBoxLayout()
        typed.addWidget(self.remove_button)
        typed.addStretch()
        typed.addWidget(self.typed)
        layout.addLayout(typed)
        layout.addWidget(self.keypad, stretch=1)
        layout.addWidget(self.give_button)

    def _connect(self) -> None:
        self.head.back_requested.connect(self.cancelled)
        self.unit_row.chosen.connect(self._choose)
        self.keypad.pressed.connect(self._press)
        self.give_button.clicked.connect(self._give)
        self.remove_button.clicked.connect(lambda: self.discounted.emit(None, self._product_id))

    def _quick_button(self, number: int) -> KeyButton:
        button = KeyButton(kind="quick")
        button.setMinimumHeight(TOUCH_PX)
        button.clicked.connect(lambda: self._type(_QUICK[self._unit][number]))
        return button

    def _choose(self, unit: int) -> None:
        self._unit, self._entry = unit, AmountEntry()
        self._retranslate()

    def _type(self, value: int) -> None:
        self._entry = AmountEntry(str(value))
        self._retranslate()

    def _press(self, key: str) -> None:
        entry = self._entry.pressing(key)
        if self._unit == _YEN or entry.amount.minor <= _MOST_PERCENT:
            self._entry = entry
        self._retranslate()

    @property
    def _discount(self) -> Discount | None:
        """What is typed, if it can be given."""
        value = self._entry.amount.minor
        if not value or (self._unit == _YEN and value > self._amount.minor):
            return None
        return Discount(percent=value) if self._unit == _PERCENT else Discount(Money(value))

    def _give(self) -> None:
        if (discount := self._discount) is not None:
            self.discounted.emit(discount, self._product_id)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Discount"))
        self.name.set_text(self._name or self.tr("The whole cart"))
        self.unit_row.show_words((self.tr("Percent"), self.tr("Yen")), self._unit)
        for value, button in zip(_QUICK[self._unit], self.quick_buttons, strict=True):
            button.set_words(self._written(value))
        value = self._entry.amount.minor
        self.typed.setText(self._written(value))
        self.remove_button.set_words(self.tr("No discount"))
        self.remove_button.setVisible(self._has_one)
        self._show_outcome(value)

    def _show_outcome(self, value: int) -> None:
        discount = self._discount
        self.give_button.setEnabled(discount is not None)
        off = discount.off(self._amount) if discount is not None else ZERO
        now = self._currency.format(self._amount - off)
        self.outcome.setText(f"{self._currency.format(self._amount)} → {now}")
        if discount is not None:
            self.give_button.set_words(
                self.tr("Take %1 off").replace("%1", self._off(off)), "Enter"
            )
        elif value:
            self.give_button.set_words(self.tr("Discount"), self.tr("more than it costs"))
        else:
            self.give_button.set_words(self.tr("Discount"), self.tr("choose or type one"))

    def _off(self, off: Money) -> str:
        return self._currency.format(off)

    def _written(self, value: int) -> str:
        return f"{value}%" if self._unit == _PERCENT else self._currency.format(Money(value))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
