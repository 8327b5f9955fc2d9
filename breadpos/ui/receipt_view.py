"""The sale is done: the change, the receipt, the next customer."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.domain.receipt import receipt_slip
from breadpos.domain.sale import Sale
from breadpos.settings import Receipts
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.slip_scroll import SlipScroll
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX


class ReceiptView(QFrame):
    """Shows a sale that is on disk."""

    next_requested = Signal()
    formal_requested = Signal(object)  # Sale
    past_requested = Signal(int)  # its number: to take it back
    print_requested = Signal(object)  # Sale

    def __init__(self, front: ShopFront, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._front = front
        self._sale: Sale | None = None
        self.done_label = QLabel()
        self.done_label.setProperty("words", "good")
        self.change_caption, self.change_label = QLabel(), QLabel()
        self.change_caption.setProperty("words", "line")
        self.change_label.setProperty("words", "total")
        self.slip = SlipScroll(front.palette)
        self.paper = self.slip.paper
        self._handed_out = False
        self.print_button = KeyButton(icon="printer", keys=("F5",))
        self.formal_button = KeyButton(icon="receipt", keys=("F6",))
        self.past_button = KeyButton(icon="arrow-counter-clockwise", keys=("F7",))
        self.next_button = KeyButton(
            kind="primary", keys=("Return", "Enter", "Esc"), shown_key="Enter"
        )
        self.next_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self.next_button.clicked.connect(self.next_requested)
        self.print_button.clicked.connect(self._ask_for_paper)
        self.formal_button.clicked.connect(self._ask_for_formal)
        self.past_button.clicked.connect(self._ask_for_past)
        self._lay_out()
        self._retranslate()

    def show_sale(self, sale: Sale) -> None:
        self._sale = sale
        printer = self._front.printer
        self._handed_out = printer.is_used and printer.receipts is Receipts.EVERY
        self.slip.show_slip(receipt_slip(sale, self._front.letterhead))
        self._retranslate()

    def show_handed_out(self) -> None:
        """The customer has a receipt; another one is a reprint."""
        self._handed_out = True
        self._retranslate()

    def _ask_for_paper(self) -> None:
        if self._sale is not None:
            self.print_requested.emit(self._sale)

    def _ask_for_formal(self) -> None:
        if self._sale is not None:
            self.formal_requested.emit(self._sale)

    def _ask_for_past(self) -> None:
        if self._sale is not None:
            self.past_requested.emit(self._sale.number)

    def _lay_out(self) -> None:
        done = QHBoxLayout()
        tick = Icon("check-circle", 24)
        tick.setProperty("words", "good")
        done.addWidget(tick)
        done.addWidget(self.done_label)
        done.addStretch()
        change = QHBoxLayout()
        change.addWidget(self.change_caption)
        change.addStretch()
        change.addWidget(self.change_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addLayout(done)
        layout.addLayout(change)
        layout.addWidget(self.slip, stretch=1)
        layout.addWidget(self.print_button)
        after = QHBoxLayout()
        after.setSpacing(GAP_PX)
        for button in (self.formal_button, self.past_button):
            after.addWidget(button, stretch=1)
        layout.addLayout(after)
        layout.addWidget(self.next_button)

    def _retranslate(self) -> None:
        self.change_caption.setText(self.tr("Change"))
        self.next_button.set_words(self.tr("Next customer"))
        self.formal_button.set_words(self.tr("Made out to…"))
        self.past_button.set_words(self.tr("Take it back"))
        self.print_button.set_words(self._paper_words())
        printer = self._front.printer
        is_asked = printer.is_used and printer.receipts is Receipts.ASK and not self._handed_out
        self.print_button.show_kind("step" if is_asked else "")
        if self._sale is not None:
            number = self.tr("Paid ・ receipt no. %1").replace("%1", f"{self._sale.number:06d}")
            self.done_label.setText(number)
            self.change_label.setText(self._front.currency.format(self._sale.change))

    def _paper_words(self) -> str:
        if not self._front.printer.is_printer:
            return self.tr("Keep as PDF")
        return self.tr("Print a copy") if self._handed_out else self.tr("Print receipt")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
