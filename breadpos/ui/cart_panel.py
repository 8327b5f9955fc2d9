"""What the customer is about to buy, and what can be done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from breadpos.application.counter_view import CounterView
from breadpos.domain.money import Currency
from breadpos.domain.sale import Sale
from breadpos.ui.cart_lines import CartLines
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.place_switch import PlaceSwitch
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, STEP_PX
from breadpos.ui.total_bar import TotalBar


class CartPanel(QFrame):
    """Lines above, the total and the next step below, always at the same place."""

    add_requested = Signal()
    hold_requested = Signal()
    held_requested = Signal()
    undo_requested = Signal()
    discount_requested = Signal()
    more_requested = Signal()
    allergens_requested = Signal()
    past_requested = Signal(int)  # receipt

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.lines = CartLines(currency)
        self.empty_hint = Prose(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty_hint.setProperty("words", "muted")
        self._empty = QWidget()
        self.last_button = KeyButton(kind="row", keys=("F7",), stacked=True)
        self.last_button.hide()
        self.add_button = KeyButton(icon="plus", keys=("F2",), stacked=True)
        self.discount_button = KeyButton(keys=("F3",), stacked=True)
        self.hold_button = KeyButton(keys=("F8",), stacked=True)
        self.held_button = KeyButton(keys=("F9",), stacked=True)
        self.undo_button = KeyButton(icon="arrow-counter-clockwise", keys=("Ctrl+Z",), stacked=True)
        self.more_button = KeyButton(keys=("F11",), stacked=True)
        self.place_switch = PlaceSwitch()
        self.allergens_button = KeyButton(keys=("F6",), stacked=True)
        self._tool_buttons = (
            self.add_button,
            self.discount_button,
            self.hold_button,
            self.held_button,
            self.undo_button,
            self.more_button,
        )
        hinted = (*self._tool_buttons, self.allergens_button)
        self._keys = {button: button.hint.text() for button in hinted}
        self.total_bar = TotalBar(currency)
        self._held_key = QShortcut(QKeySequence("F9"), self)
        self._held_count = 0
        self._currency = currency
        self._last: Sale | None = None
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_view(self, view: CounterView) -> None:
        """Show the cart of a view."""
        self.lines.show_lines(view.cart, view.bill)
        self._empty.setVisible(view.cart.is_empty)
        self.lines.setVisible(not view.cart.is_empty)
        self.discount_button.setEnabled(not view.cart.is_empty)
        self.allergens_button.setEnabled(not view.cart.is_empty)
        # one place for both: what is held is taken up when nothing is on the screen
        self.hold_button.setVisible(not view.cart.is_empty or not view.held_count)
        self.hold_button.setEnabled(not view.cart.is_empty)
        has_button = view.cart.is_empty and view.held_count > 0
        self.held_button.setVisible(has_button)
        self._held_key.setEnabled(not has_button)  # its key says so where nothing is held
        self.undo_button.setEnabled(view.can_undo)
        self._held_count = view.held_count
        self.place_switch.show_place(view.cart.place, view.food_rates_bp)
        cart = view.cart
        self.total_bar.show_bill(
            view.bill, item_count=cart.count, customers=cart.customers, note=cart.note
        )
        self.total_bar.show_block(view.block, open_count=view.open_count)
        self._name_held()

    def show_last(self, sale: Sale) -> None:
        """Remember the customer before, who may come back for a paper or with a wrong bread."""
        self._last = sale
        self._retranslate()

    def _lay_out(self) -> None:
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(EDGE_PX, GAP_PX, EDGE_PX, GAP_PX)
        empty.addWidget(self.empty_hint, stretch=1)
        empty.addWidget(self.last_button)
        rule = named("rule", QFrame())
        rule.setFixedHeight(1)
        lower = QVBoxLayout()
        lower.setContentsMargins(EDGE_PX, PAD_PX, EDGE_PX, EDGE_PX)
        lower.setSpacing(GAP_PX)
        lower.addLayout(self._tools())
        places = QHBoxLayout()
        places.setSpacing(GAP_PX)
        places.addWidget(self.place_switch, stretch=3)
        places.addWidget(self.allergens_button, stretch=1)
        lower.addLayout(places)
        lower.addWidget(self.total_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        inside = QVBoxLayout()  # of the card's round corners
        inside.setContentsMargins(STEP_PX, STEP_PX, STEP_PX, 0)
        inside.addWidget(self.lines)
        layout.addLayout(inside, stretch=1)
        layout.addWidget(self._empty, stretch=1)
        layout.addWidget(rule)
        layout.addLayout(lower)

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(GAP_PX)
        for button in self._tool_buttons:
            tools.addWidget(button, stretch=1)
        return tools

    def _make_room(self) -> None:
        """Of large words the lines have more, and the keys are left to the tool tips."""
        is_large = words_are_large()
        for button, key in self._keys.items():
            button.set_words(button.face.text(), "" if is_large else key)

    def _connect(self) -> None:
        self.last_button.clicked.connect(self._ask_for_last)
        self.add_button.clicked.connect(self.add_requested)
        self.hold_button.clicked.connect(self.hold_requested)
        self.held_button.clicked.connect(self.held_requested)
        self._held_key.activated.connect(self.held_requested)
        self.undo_button.clicked.connect(self.undo_requested)
        self.discount_button.clicked.connect(self.discount_requested)
        self.more_button.clicked.connect(self.more_requested)
        self.allergens_button.clicked.connect(self.allergens_requested)

    def _ask_for_last(self) -> None:
        if self._last is not None:
            self.past_requested.emit(self._last.number)

    def _retranslate(self) -> None:
        self.empty_hint.setText(
            self.tr("The cart is empty.\nPut a tray under the camera, or add products by hand.")
        )
        self.add_button.set_words(self.tr("Product"))
        self.discount_button.set_words(self.tr("Discount"))
        self.more_button.set_words(self.tr("More"))
        self.allergens_button.set_words(self.tr("Allergens"))
        self.hold_button.set_words(self.tr("Hold"))
        self.undo_button.set_words(self.tr("Undo"))
        self._name_held()
        self._name_last()

    def _name_last(self) -> None:
        last = self._last
        self.last_button.setVisible(last is not None)
        if last is not None:
            total, back = (self._currency.format(money) for money in (last.total, last.change))
            change = self.tr("change %1").replace("%1", back)
            words = self.tr("Previous customer: %1").replace("%1", total)
            self.last_button.set_words(words, f"No.{last.number:06d} ・ {change} ・ F7")

    def _name_held(self) -> None:
        words = self.tr("Held")
        self.held_button.set_words(f"{words} {self._held_count}" if self._held_count else words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lines.get_ready()

    def hideEvent(self, event: QHideEvent) -> None:
        self.lines.rest()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
