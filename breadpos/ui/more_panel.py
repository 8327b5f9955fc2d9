"""What a till does beside selling: one large button each."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.tokens import EDGE_PX, GAP_PX, ROW_PX


class MorePanel(QFrame):
    """A list of ways on; each goes to a panel of its own."""

    notes_requested = Signal()
    held_requested = Signal()
    sales_requested = Signal()
    drawer_requested = Signal()
    close_requested = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.head = PanelHead()
        self.notes_button = KeyButton(kind="row", icon="pencil-simple", keys=("1",))
        self.held_button = KeyButton(kind="row", icon="pause", keys=("2", "F9"))
        self.sales_button = KeyButton(kind="row", icon="receipt", keys=("3",))
        self.drawer_button = KeyButton(kind="row", icon="tag", keys=("4",))
        self.close_button = KeyButton(kind="row", icon="chart-bar", keys=("5",))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.head)
        wishes = (
            (self.notes_button, self.notes_requested),
            (self.held_button, self.held_requested),
            (self.sales_button, self.sales_requested),
            (self.drawer_button, self.drawer_requested),
            (self.close_button, self.close_requested),
        )
        for button, wish in wishes:
            button.setMinimumHeight(ROW_PX)
            button.clicked.connect(wish)
            layout.addWidget(button)
        layout.addStretch()
        self.head.back_requested.connect(self.cancelled)
        self._retranslate()

    def show_held(self, count: int) -> None:
        self.held_button.setEnabled(count > 0)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("More"))
        self.notes_button.set_words(self.tr("Note and customers"))
        self.held_button.set_words(self.tr("Carts on hold"))
        self.sales_button.set_words(self.tr("Receipts, voids, refunds"))
        self.drawer_button.set_words(self.tr("Cash in and out"))
        self.close_button.set_words(self.tr("X and Z reports"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
