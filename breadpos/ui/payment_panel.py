"""Taking the money: over the cart, so that the bread stays in sight."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.domain.money import ZERO, Currency, Money
from breadpos.ui.amount_entry import AmountEntry
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.quick_amounts import quick_amounts
from breadpos.ui.tokens import BUTTON_PX, EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX, TOUCH_PX

_MOST_QUICK = 4


class PaymentPanel(QFrame):
    """Asks for cash; a quick amount pays at once, for its change is written on it."""

    tendered = Signal(object)  # Money
    cancelled = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency = currency
        self._due, self._entry = ZERO, AmountEntry()
        self.head = PanelHead()
        self.due_caption, self.due_label = QLabel(), QLabel()
        self.due_label.setProperty("words", "total")
        self.quick_buttons = [self._quick_button(n) for n in range(_MOST_QUICK)]
        self.tender_caption, self.tender_label = QLabel(), QLabel()
        self.tender_label.setProperty("words", "heading")
        self.keypad = Keypad()
        self.confirm_button = KeyButton(kind="primary", keys=("Return", "Enter", "F12"))
        self.confirm_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self._lay_out()
        self.head.back_requested.connect(self.cancelled)
        self.keypad.pressed.connect(self._press)
        self.confirm_button.clicked.connect(self._confirm)
        self._retranslate()

    def show_due(self, due: Money) -> None:
        """Begin with an amount; what was typed before is forgotten."""
        self._due, self._entry = due, AmountEntry()
        self._retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.head)
        layout.addLayout(_between(self.due_caption, self.due_label))
        quick = QHBoxLayout()
        quick.setSpacing(GAP_PX)
        for button in self.quick_buttons:
            quick.addWidget(button, stretch=1)
        layout.addLayout(quick)
        layout.addStretch()
        tender = named("tender", QFrame())
        tender.setMinimumHeight(TOUCH_PX)
        row = _between(self.tender_caption, self.tender_label)
        row.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        tender.setLayout(row)
        layout.addWidget(tender)
        layout.addWidget(self.keypad)
        layout.addWidget(self.confirm_button)

    def _quick_button(self, number: int) -> KeyButton:
        button = KeyButton(kind="quick", stacked=True)
        button.setMinimumHeight(BUTTON_PX + 4)
        button.clicked.connect(lambda: self.tendered.emit(quick_amounts(self._due)[number]))
        return button

    def _press(self, key: str) -> None:
        self._entry = self._entry.pressing(key)
        self._show_entry()

    def _confirm(self) -> None:
        if self._entry.amount >= self._due and not self._entry.is_empty:
            self.tendered.emit(self._entry.amount)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Payment"))
        self.due_caption.setText(self.tr("Due"))
        self.tender_caption.setText(self.tr("Received"))
        self.due_label.setText(self._currency.format(self._due))
        self._show_quick()
        self._show_entry()

    def _show_quick(self) -> None:
        amounts = quick_amounts(self._due)
        for number, button in enumerate(self.quick_buttons):
            button.setVisible(number < len(amounts))
            if number < len(amounts):
                button.set_words(
                    self._currency.format(amounts[number]), self._quick_note(amounts[number])
                )

    def _quick_note(self, amount: Money) -> str:
        if amount == self._due:
            return self.tr("exact")
        change = self._currency.format(amount - self._due)
        return self.tr("%1 back").replace("%1", change)

    def _show_entry(self) -> None:
        amount, due = self._entry.amount, self._due
        self.tender_label.setText(self._currency.format(amount) if self._entry.digits else "―")
        self.confirm_button.setEnabled(bool(self._entry.digits) and amount >= due)
        if self._entry.is_empty:
            self.confirm_button.set_words(self.tr("Receive"), self.tr("choose or type an amount"))
        elif amount < due:
            missing = self._currency.format(due - amount)
            self.confirm_button.set_words(
                self.tr("Receive"), self.tr("%1 missing").replace("%1", missing)
            )
        else:
            change = self._currency.format(amount - due)
            self.confirm_button.set_words(self.tr("Change %1").replace("%1", change), "Enter")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _between(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, alignment=Qt.AlignmentFlag.AlignVCenter)
    row.addStretch()
    row.addWidget(right)
    return row
