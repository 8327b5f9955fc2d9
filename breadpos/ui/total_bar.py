"""The total, readable from two metres, and the button that asks for it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.counter_view import Block
from breadpos.domain.charging import Bill
from breadpos.domain.money import ZERO, Currency
from breadpos.domain.tax import TaxSplit
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import PRIMARY_HEIGHT_PX, STEP_PX


class TotalBar(QWidget):
    """Shows a total and asks for payment; it knows no cart and no database."""

    pay_requested = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._bill, self._count = Bill((), ()), 0
        self._customers, self._note = 1, ""
        self._block: Block | None = Block.EMPTY
        self._open_count = 0
        self.count_label = QLabel()
        self.count_label.setProperty("words", "line")
        self.off_label = QLabel()
        self.off_label.setProperty("words", "note")
        self.total_label = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self.total_label.setProperty("words", "total")
        self.tax_label = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self.tax_label.setProperty("words", "note")
        self.pay_button = KeyButton(
            kind="primary", keys=("F12", "Return", "Enter"), shown_key="Enter"
        )
        self.pay_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self.pay_button.clicked.connect(self.pay_requested)
        self._lay_out()
        self._retranslate()

    def show_bill(self, bill: Bill, *, item_count: int, customers: int = 1, note: str = "") -> None:
        """Show what is due; what was taken off and agreed; the tax in it, once per rate."""
        self._bill, self._count = bill, item_count
        self._customers, self._note = customers, note
        self._retranslate()

    def show_block(self, block: Block | None, *, open_count: int) -> None:
        """Let the button say why it cannot be pressed; None when it can."""
        self._block, self._open_count = block, open_count
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addStretch()
        left.addWidget(self.count_label)
        left.addWidget(self.off_label)
        left.addStretch()
        row.addLayout(left)
        row.addWidget(self.total_label, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.tax_label)
        layout.addSpacing(STEP_PX * 2)
        layout.addWidget(self.pay_button)

    def _retranslate(self) -> None:
        self.count_label.setText(
            self.tr("Total, %n item(s)", "", self._count) if self._count else self.tr("Total")
        )
        self.total_label.setText(self._currency.format(self._bill.total))
        agreed = self._agreed()
        self.off_label.setVisible(bool(agreed))
        self.off_label.setText(agreed)
        self.tax_label.setText(" ・ ".join(map(self._tax, self._bill.taxes)))
        self.pay_button.setEnabled(self._block is None)
        self.pay_button.set_words(self.tr("Pay"), self._reason())

    def _agreed(self) -> str:
        parts = []
        if self._bill.off != ZERO:
            off = self._currency.format(-self._bill.off)
            parts.append(self.tr("Discount %1").replace("%1", off))
        if self._customers > 1:
            parts.append(self.tr("%n customer(s)", "", self._customers))
        if self._note:
            parts.append(self.tr("with a note"))
        return " ・ ".join(parts)

    def _tax(self, tax: TaxSplit) -> str:
        words = self.tr("%1% on %2 (tax %3)").replace("%1%", f"{tax.rate_bp / 100:g}%")
        words = words.replace("%2", self._currency.format(tax.gross))
        return words.replace("%3", self._currency.format(tax.tax))

    def _reason(self) -> str:
        match self._block:
            case Block.EMPTY:
                return self.tr("nothing in the cart")
            case Block.QUESTIONS:
                return self.tr("%n item(s) to check", "", self._open_count)
            case Block.UNPRICED:
                return self.tr("a price is missing")
        return "Enter"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
