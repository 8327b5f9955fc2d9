"""領収書: to whom, for what, and how it will look."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from breadpos.domain.formal_receipt import Addressee, formal_slip
from breadpos.domain.sale import Sale
from breadpos.ui.key_button import KeyButton
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.slip_scroll import SlipScroll
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX

_LONGEST = 40


class FormalPanel(QFrame):
    """Shows the paper while its words are typed."""

    wanted = Signal(object, object)  # Sale, Addressee
    cancelled = Signal()

    def __init__(self, front: ShopFront, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._front = front
        self._sale: Sale | None = None
        self.head = PanelHead()
        self.name, self.purpose = QLineEdit(), QLineEdit()
        self.slip = SlipScroll(front.palette)
        self.make_button = KeyButton(kind="primary", keys=("Return", "Enter"), shown_key="Enter")
        self.make_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        for widget in (self.head, self.name, self.purpose):
            layout.addWidget(widget)
        layout.addWidget(self.slip, stretch=1)
        layout.addWidget(self.make_button)
        for field in (self.name, self.purpose):
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(self._show)
        self.head.back_requested.connect(self.cancelled)
        self.make_button.clicked.connect(self._make)
        self._retranslate()

    def ask_for(self, sale: Sale) -> None:
        """Begin with a sale and nobody."""
        self._sale = sale
        self.name.clear()
        self.purpose.clear()
        self.name.setFocus()
        self._show()

    @property
    def _to(self) -> Addressee:
        return Addressee(self.name.text(), self.purpose.text())

    def _make(self) -> None:
        if self._sale is not None:
            self.wanted.emit(self._sale, self._to)

    def _show(self) -> None:
        if self._sale is not None:
            self.slip.show_slip(formal_slip(self._sale, self._front.letterhead, self._to))

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Receipt made out to"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.purpose.setPlaceholderText(self.tr("For what; bread, if nothing is typed"))
        self.make_button.set_words(self.tr("Make it out"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
