"""Carts put aside, to be taken up again."""

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.ports import OpenCart
from breadpos.domain.cart import Cart
from breadpos.domain.money import Currency, Money
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of, listed
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.scrolled import scrolling
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX


class HeldPanel(QFrame):
    """One row a cart: when, what, how much; oldest first."""

    resume_requested = Signal(str)  # cart
    discard_requested = Signal(str)
    cancelled = Signal()

    def __init__(self, currency: Currency, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._currency, self._zone = currency, zone
        self._carts: tuple[OpenCart, ...] = ()
        self._due: dict[str, Money] = {}
        self._asked = ""
        self._buttons: dict[str, tuple[KeyButton, KeyButton]] = {}
        self.head = PanelHead()
        self.head.back_requested.connect(self.cancelled)
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("words", "muted")
        self._list = named("scrolled", QWidget())
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_PX)
        self._scroll = scrolling(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self.empty, stretch=1)
        self._retranslate()

    def show_carts(self, carts: Sequence[OpenCart], due: Callable[[Cart], Money]) -> None:
        """Show carts, oldest first, and what each would cost."""
        self._carts, self._asked = tuple(carts), ""
        self._due = {held.cart_id: due(held.cart) for held in carts}
        self._retranslate()

    def resume_button(self, cart_id: str) -> KeyButton:
        """The button that takes a cart up again; KeyError without that cart."""
        return self._buttons[cart_id][0]

    def discard_button(self, cart_id: str) -> KeyButton:
        """The button that drops a cart; KeyError without that cart."""
        return self._buttons[cart_id][1]

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Carts on hold"))
        self.empty.setText(self.tr("No cart is on hold."))
        self.empty.setVisible(not self._carts)
        self._scroll.setVisible(bool(self._carts))
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._buttons.clear()
        for number, cart in enumerate(self._carts):
            self._rows.addWidget(self._row(number + 1, cart))
        self._rows.addStretch()

    def _row(self, number: int, held: OpenCart) -> QWidget:
        row = named("card", QFrame())
        when = QLabel(f"{held.opened_at.astimezone(self._zone):%H:%M}")
        when.setProperty("words", "note")
        language = language_of(self)
        names = listed((line.product.label(language) for line in held.cart.lines), language)
        what = ElidedLabel(names, lines=2)
        amount = QLabel(self._currency.format(self._due[held.cart_id]))
        amount.setProperty("words", "line")
        keys = (str(number),) if number <= 9 else ()
        resume = KeyButton(self.tr("Continue"), keys=keys)
        resume.clicked.connect(lambda: self.resume_requested.emit(held.cart_id))
        buttons = self._discarding(held.cart_id, resume)
        above, below = QHBoxLayout(), QHBoxLayout()
        count = QLabel(self.tr("%n item(s)", "", held.cart.count))
        count.setProperty("words", "note")
        for label in (when, count):
            above.addWidget(label)
        above.addStretch()
        above.addWidget(amount)
        below.setSpacing(GAP_PX)
        below.addWidget(what, stretch=1)
        for button in buttons:
            below.addWidget(button)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(PAD_PX, PAD_PX, PAD_PX, PAD_PX)
        layout.addLayout(above)
        layout.addLayout(below)
        return row

    def _discarding(self, cart_id: str, resume: KeyButton) -> tuple[KeyButton, KeyButton]:
        """The row's buttons; a cart is dropped in two taps, and never by two on one place."""
        if cart_id == self._asked:
            drop, keep = KeyButton(self.tr("Discard")), KeyButton(self.tr("Keep"))
            drop.clicked.connect(lambda: self.discard_requested.emit(cart_id))
            keep.clicked.connect(lambda: self._ask_about(""))
            self._buttons[cart_id] = (resume, drop)
            return drop, keep
        discard = KeyButton(icon="trash")
        discard.setAccessibleName(self.tr("Discard"))
        discard.clicked.connect(lambda: self._ask_about(cart_id))
        self._buttons[cart_id] = (resume, discard)
        return resume, discard

    def _ask_about(self, cart_id: str) -> None:
        """Ask whether this cart shall be dropped; none if empty."""
        self._asked = cart_id
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
