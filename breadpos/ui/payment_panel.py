"""Taking the money: over the cart, so that the bread stays in sight."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from breadpos.domain.money import ZERO, Currency, Money
from breadpos.domain.tax import Place
from breadpos.domain.tender import TenderKind
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.payment_entry import PaymentEntry
from breadpos.ui.tender_row import TenderRow, tender_name
from breadpos.ui.tokens import (
    EDGE_PX,
    GAP_PX,
    PAD_PX,
    PRIMARY_HEIGHT_PX,
    ROW_PX,
    STEP_PX,
    TOUCH_PX,
)

_QUICK_KEYS = ("F2", "F3", "F4", "*")
_MOST_QUICK = len(_QUICK_KEYS)
_DUE_PX = 72
"""Digits of the total's size need no room for descenders."""

_TYPED_PX = 46
_LOW_PX = 660
"""A panel lower than this has no room for a name, a keypad and a large button."""
_ROOMY_PX = 840
_LONGEST_NAME = 60


class PaymentPanel(QFrame):
    """Takes one tender or several; what pays the rest sells at once.

    A quick amount is taken with one tap, for its change is written on it.
    """

    tendered = Signal(object)  # tuple of Tender
    place_requested = Signal(object)  # Place
    cancelled = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency = currency
        self._entry, self._is_asked = PaymentEntry(ZERO), False
        self._place = Place.TAKEOUT
        self.head = PanelHead()
        self.due_caption, self.due_label = QLabel(), QLabel()
        self.due_label.setProperty("words", "total")
        self.due_label.setFixedHeight(_DUE_PX)
        self.undo_button = KeyButton(icon="x", keys=("Ctrl+Z",), shown_key="")
        self.place_button = KeyButton(icon="arrow-right", keys=("/",))
        self.tender_row = TenderRow()
        self.quick_buttons = [self._quick_button(n) for n in range(_MOST_QUICK)]
        self._due_row, self._quick = QHBoxLayout(), QGridLayout()
        self._due_left = QVBoxLayout()
        self.customer = QLineEdit(maxLength=_LONGEST_NAME)
        self.tender_caption, self.tender_label = QLabel(), QLabel()
        self.tender_label.setProperty("words", "heading")
        self.keypad = Keypad()
        self.confirm_button = KeyButton(kind="primary", keys=("Return", "Enter", "F12"))
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_due(self, due: Money, place: Place = Place.TAKEOUT) -> None:
        """Begin with an amount; what was typed and taken before is forgotten."""
        self._place = place
        self.customer.clear()
        self._show(PaymentEntry(due))

    def change_due(self, due: Money, place: Place) -> None:
        """Go on with another amount, for it is eaten elsewhere; what was typed stays."""
        if (due, place) != (self._entry.due, self._place):
            self._place = place
            self._show(self._entry.for_due(due))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addLayout(self._due())
        layout.addWidget(self.tender_row)
        self._quick.setSpacing(GAP_PX)
        for button in self.quick_buttons:
            self._quick.addWidget(button)
        layout.addLayout(self._quick)
        layout.addWidget(self.customer)
        layout.addStretch()
        layout.addWidget(self._typed())
        layout.addWidget(self.keypad, stretch=1)
        layout.addWidget(self.confirm_button)
        self._arrange()

    def _due(self) -> QHBoxLayout:
        left = self._due_left
        left.addWidget(self.due_caption)
        for button in (self.place_button, self.undo_button):  # the one or the other
            left.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._due_row.addLayout(left)
        self._due_row.addStretch()
        self._due_row.addWidget(self.due_label)
        return self._due_row

    def _arrange(self) -> None:
        """Large words need the head's room, and quick amounts two rows."""
        is_large = words_are_large()
        self.head.setVisible(not is_large)
        if is_large:
            self._due_row.addWidget(self.head.back_button)
        else:
            self.head.take_back_button()
        self._close_up()
        across = _MOST_QUICK // 2 if is_large else _MOST_QUICK
        for place, button in enumerate(self.quick_buttons):
            self._quick.addWidget(button, place // across, place % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._close_up()

    def _close_up(self) -> None:
        """Less between the rows where they need the room."""
        layout = self.layout()
        if layout is not None:
            is_large = words_are_large()
            has_more, is_low = not self.customer.isHidden(), self.height() < _LOW_PX
            is_roomy = self.height() >= _ROOMY_PX and not is_large
            is_close = is_large or is_low or (has_more and not is_roomy)
            layout.setSpacing(STEP_PX if is_close else GAP_PX)
            self._due_left.setSpacing(0 if is_close else STEP_PX)
            is_flat = is_large or (has_more and is_low)
            self.confirm_button.setFixedHeight(ROW_PX if is_flat else PRIMARY_HEIGHT_PX)
            edge = GAP_PX if is_flat else PAD_PX if is_low else EDGE_PX
            self.keypad.stand_close(is_close=is_flat)
            for button in self.quick_buttons:
                button.setMinimumHeight(ROW_PX if is_roomy else TOUCH_PX)
            layout.setContentsMargins(EDGE_PX, edge, EDGE_PX, edge)

    def _typed(self) -> QFrame:
        tender = named("tender", QFrame())
        tender.setMinimumHeight(_TYPED_PX)
        row = QHBoxLayout(tender)
        row.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        row.addWidget(self.tender_caption)
        row.addStretch()
        row.addWidget(self.tender_label)
        return tender

    def _connect(self) -> None:
        self.head.back_requested.connect(self.cancelled)
        self.tender_row.chosen.connect(self._choose)
        self.undo_button.clicked.connect(lambda: self._show(self._entry.without_last()))
        self.place_button.clicked.connect(lambda: self.place_requested.emit(self._other_place()))
        self.keypad.pressed.connect(lambda key: self._show(self._entry.pressing(key)))
        self.customer.textChanged.connect(lambda name: self._show(self._entry.for_customer(name)))
        self.confirm_button.clicked.connect(self._confirm)

    def _choose(self, kind: TenderKind) -> None:
        self._show(self._entry.choosing(kind))
        if kind is TenderKind.ON_ACCOUNT:
            self.customer.setFocus()
        else:
            self.setFocus()

    def _quick_button(self, number: int) -> KeyButton:
        button = KeyButton(kind="quick", keys=(_QUICK_KEYS[number],), shown_key="", stacked=True)
        button.clicked.connect(lambda: self._take(self._entry.quick[number]))
        return button

    def _confirm(self) -> None:
        """Take what was typed; an amount that looks like a slip, when it is pressed again."""
        amount = self._entry.typed.amount
        if self._entry.is_doubtful(amount) and not self._is_asked:
            self._is_asked = True
            self._retranslate()
        else:
            self._take(amount)

    def _take(self, amount: Money) -> None:
        if self._entry.can_take(amount):
            with_it = self._entry.taking(amount)
            if with_it.pays:  # until the sale is on disk the panel stays as it is
                self.tendered.emit(with_it.taken)
            else:
                self._show(with_it)

    def _show(self, entry: PaymentEntry) -> None:
        self._entry, self._is_asked = entry, False
        self._retranslate()

    def _retranslate(self) -> None:
        entry = self._entry
        self.head.show_title(self.tr("Payment"))
        here = self.tr("Eat in") if self._place is Place.EAT_IN else self.tr("Takeout")
        due = self.tr("Due ・ %1").replace("%1", here)
        self.due_caption.setText(self.tr("Still due") if entry.taken else due)
        self.due_label.setText(self._currency.format(entry.left))
        self.tender_caption.setText(self.tr("Received"))
        self.tender_row.show_chosen(entry.kind)
        self.undo_button.setVisible(bool(entry.taken))
        self.place_button.setVisible(not entry.taken)
        eats_in = self._place is Place.EAT_IN
        self.place_button.set_words(self.tr("Takeout") if eats_in else self.tr("Eat in"))
        if entry.taken:
            last = entry.taken[-1]
            self.undo_button.set_words(
                f"{tender_name(last.kind)} {self._currency.format(last.amount)}"
            )
        self.customer.setVisible(entry.kind is TenderKind.ON_ACCOUNT)
        self._close_up()
        self.customer.setPlaceholderText(self.tr("Customer's name"))
        self._show_quick()
        self._show_typed()

    def _other_place(self) -> Place:
        return Place.TAKEOUT if self._place is Place.EAT_IN else Place.EAT_IN

    def _show_quick(self) -> None:
        amounts = self._entry.quick
        for number, button in enumerate(self.quick_buttons):
            button.setVisible(number < len(amounts))
            if number < len(amounts):
                amount = amounts[number]
                button.setEnabled(self._entry.can_take(amount))
                button.set_words(self._currency.format(amount), self._quick_note(amount))

    def _quick_note(self, amount: Money) -> str:
        if amount == self._entry.left:
            return self.tr("exact")
        if self._entry.kind is not TenderKind.CASH:
            return self.tr("no change") if amount > self._entry.left else self.tr("part")
        change = self._currency.format(self._entry.change(amount))
        return self.tr("%1 back").replace("%1", change)

    def _show_typed(self) -> None:
        entry = self._entry
        typed = self._currency.format(entry.typed.amount) if entry.typed.digits else "―"
        self.tender_label.setText(typed)
        self.confirm_button.setEnabled(
            bool(entry.typed.digits) and entry.can_take(entry.typed.amount)
        )
        self.confirm_button.set_words(*self._confirm_words())

    def _confirm_words(self) -> tuple[str, str]:
        entry, amount = self._entry, self._entry.typed.amount
        if entry.needs_customer:
            return self.tr("Receive"), self.tr("type the customer's name")
        if entry.typed.is_empty:
            return self.tr("Receive"), self.tr("choose or type an amount")
        if entry.is_too_much(amount):
            return self.tr("Receive"), self.tr("more than is due")
        if amount < entry.left:
            missing = self._currency.format(entry.left - amount)
            return self.tr("Receive a part"), self.tr("%1 left").replace("%1", missing)
        if entry.kind is not TenderKind.CASH:
            return self.tr("Receive"), "Enter"
        return self._change_words(amount)

    def _change_words(self, amount: Money) -> tuple[str, str]:
        """What is given back; instead of it the question, once there was doubt."""
        if self._is_asked:
            asked = self.tr("Really %1?").replace("%1", self._currency.format(amount))
            return asked, self.tr("then press again")
        change = self._currency.format(self._entry.change(amount))
        return self.tr("Change %1").replace("%1", change), "Enter"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
