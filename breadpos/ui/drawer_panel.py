"""Money put into the drawer or taken out without a sale."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from breadpos.domain.cash import MovementKind
from breadpos.domain.money import ZERO, Currency
from breadpos.ui.amount_entry import AmountEntry
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.key_button import KeyButton
from breadpos.ui.keypad import Keypad
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.reason_field import ReasonField
from breadpos.ui.tokens import BUTTON_PX, EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX

_KINDS = tuple(MovementKind)


class DrawerPanel(QFrame):
    """Kind, amount, reason; the float needs no reason, opening only needs no amount."""

    move_requested = Signal(object, object, str)  # MovementKind, Money, reason
    cancelled = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency = currency
        self._kind, self._entry = MovementKind.FLOAT, AmountEntry()
        self.head = PanelHead()
        self.kinds = ChoiceRow(("F5", "F6", "F7", "F8"))
        self.amount = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.amount.setProperty("words", "change")
        self.amount.setFixedHeight(BUTTON_PX)
        self.reason = ReasonField(3)
        self.keypad = Keypad()
        self.done_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.done_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        above: tuple[QWidget, ...] = (self.head, self.kinds, self.reason)
        below: tuple[QWidget, ...] = (self.amount, self.keypad, self.done_button)
        for widget in above:
            layout.addWidget(widget)
        layout.addStretch()
        for widget in below:
            layout.addWidget(widget, stretch=int(widget is self.keypad))
        self.head.back_requested.connect(self.cancelled)
        self.kinds.chosen.connect(self._choose)
        self.keypad.pressed.connect(self._press)
        self.reason.changed.connect(self._retranslate)
        self.done_button.clicked.connect(self._finish)
        self._retranslate()

    def start(self) -> None:
        """Begin with nothing typed, and what was done last time not chosen again by itself."""
        self._kind, self._entry = MovementKind.FLOAT, AmountEntry()
        self.reason.clear()
        self._retranslate()

    def _choose(self, number: int) -> None:
        self._kind = _KINDS[number]
        self._retranslate()

    def _press(self, key: str) -> None:
        self._entry = self._entry.pressing(key)
        self._retranslate()

    def _finish(self) -> None:
        amount = ZERO if self._kind is MovementKind.OPENED else self._entry.amount
        self.move_requested.emit(self._kind, amount, self.reason.reason)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Cash in and out"))
        words = (self.tr("Float"), self.tr("Pay in"), self.tr("Pay out"), self.tr("Only open"))
        self.kinds.show_words(words, _KINDS.index(self._kind))
        is_opened, is_float = self._kind is MovementKind.OPENED, self._kind is MovementKind.FLOAT
        self.amount.setText("―" if is_opened else self._currency.format(self._entry.amount))
        self.keypad.setEnabled(not is_opened)
        usual = (self.tr("Small change"), self.tr("Purchase"), self.tr("Check"))
        self.reason.show_words(usual, self.tr("Reason"))
        missing = ""
        if not is_opened and self._entry.amount == ZERO:
            missing = self.tr("type an amount")
        elif not is_float and not self.reason.reason:
            missing = self.tr("give a reason")
        self.done_button.setEnabled(not missing)
        self.done_button.set_words(words[_KINDS.index(self._kind)], missing or "Enter")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
