"""Price cards to print: how large, how many, and one button."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from breadpos.application.price_cards import CardSize, sheets_of
from breadpos.ui.key_button import KeyButton
from breadpos.ui.member_choice import MemberChoice
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX


class PriceCardsCard(QFrame):
    """Cards of the products in the list, as it is narrowed down."""

    save_requested = Signal(object)  # CardSize
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._cards = self._unpriced = 0
        self.head = PanelHead()
        self.sentence = Prose()
        self.sentence.setProperty("words", "muted")
        self.size_label = QLabel()
        self.size_label.setProperty("words", "strong")
        self.sizes = MemberChoice(list(CardSize))
        self.sum, self.left_out = Prose(), Prose()
        self.sum.setProperty("words", "line")
        self.left_out.setProperty("words", "warn")
        self.save_button = KeyButton(kind="primary", keys=("Return", "Enter"))
        self.save_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        parts = (self.head, self.sentence, self.size_label, self.sizes, self.sum, self.left_out)
        for widget in parts:
            layout.addWidget(widget)
        layout.addStretch()
        layout.addSpacing(GAP_PX)
        layout.addWidget(self.save_button)
        self.sizes.choose(CardSize.LARGE)
        self.sizes.chosen.connect(self._retranslate)
        self.head.back_requested.connect(self.cancelled)
        self.save_button.clicked.connect(lambda: self.save_requested.emit(self.size_chosen()))
        self._retranslate()

    def size_chosen(self) -> CardSize:
        return CardSize(self.sizes.value())

    def show_counts(self, cards: int, unpriced: int) -> None:
        """How many cards there will be, and how many products have no price to put on one."""
        self._cards, self._unpriced = cards, unpriced
        self._retranslate()

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Price cards"))
        self.sentence.setText(
            self.tr(
                "Cards of the products in the list: search or choose a category for fewer. Name in"
                " both languages, price with tax, allergens."
            )
        )
        self.size_label.setText(self.tr("Size"))
        self.sizes.set_words(
            {
                CardSize.LARGE: self.tr("Large, 8 a sheet"),
                CardSize.SMALL: self.tr("Small, 24 a sheet"),
            }
        )
        sheets = sheets_of(self._cards, self.size_chosen())
        says = [
            self.tr("%n card(s)", "", self._cards),
            self.tr("%n sheet(s) of A4", "", sheets),
        ]
        self.sum.setText(" ・ ".join(says))
        self.left_out.setText(self.tr("%n without a price: no card.", "", self._unpriced))
        self.left_out.setVisible(self._unpriced > 0)
        self.save_button.set_words(
            self.tr("Save as PDF"), "Enter" if self._cards else self.tr("nothing to print")
        )
        self.save_button.setEnabled(self._cards > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
