"""The sale is done: the change, the receipt, the next customer."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from breadpos.domain.receipt import receipt_text
from breadpos.domain.sale import Sale
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.receipt_paper import ReceiptPaper
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX


class ReceiptView(QFrame):
    """Shows a sale that is on disk."""

    next_requested = Signal()

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
        self.paper = ReceiptPaper(front.palette)
        self.next_button = KeyButton(
            kind="primary", keys=("Return", "Enter", "Esc"), shown_key="Enter"
        )
        self.next_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self.next_button.clicked.connect(self.next_requested)
        self._lay_out()
        self._retranslate()

    def show_sale(self, sale: Sale) -> None:
        self._sale = sale
        front = self._front
        text = receipt_text(
            sale,
            front.issuer,
            front.zone,
            language=front.receipt_language,
            columns=front.receipt_columns,
        )
        self.paper.show_text(text, front.receipt_columns)
        self._scroll.verticalScrollBar().setValue(0)
        self._retranslate()

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
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._centred_paper())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addLayout(done)
        layout.addLayout(change)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self.next_button)

    def _centred_paper(self) -> QWidget:
        ground = named("scrolled", QWidget())
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.paper, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        return ground

    def _retranslate(self) -> None:
        self.change_caption.setText(self.tr("Change"))
        self.next_button.set_words(self.tr("Next customer"))
        if self._sale is not None:
            number = self.tr("Paid ・ receipt no. %1").replace("%1", f"{self._sale.number:06d}")
            self.done_label.setText(number)
            self.change_label.setText(self._front.currency.format(self._sale.change))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
