"""One row of the cart."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from breadpos.domain.cart import CartLine
from breadpos.domain.money import ZERO, Currency, Money
from breadpos.domain.tax import Place
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import restyle
from breadpos.ui.stepper import Stepper
from breadpos.ui.tokens import BUTTON_PX, EDGE_PX, GAP_PX, PAD_PX, ROW_PX


@dataclass(frozen=True, slots=True)
class LineCharge:
    """What the bill says of a line.

    Attributes:
        place: the cart's.
        off: taken off by a discount or a set price; what is off the whole cart is not in it.
        label: what that is called.
    """

    is_reduced: bool = False
    place: Place = Place.TAKEOUT
    off: Money = ZERO
    label: str = ""


class CartLineRow(QFrame):
    """A product with its count and amount; a tap on it shows what else can be done to it."""

    less_requested = Signal(str)  # product
    more_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    price_requested = Signal(str)
    place_requested = Signal(str)
    discount_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cart_line")
        self._product_id = ""
        self._currency = currency
        self._line: CartLine | None = None
        self._charge = LineCharge()
        self.name = ElidedLabel(lines=2)
        self.note = QLabel()
        self.note.setProperty("words", "note")
        self.stepper = Stepper()
        self.amount = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.amount.setProperty("words", "line")
        self.amount.setMinimumWidth(60)
        self.price_button = KeyButton()
        self.place_button = KeyButton()
        self.discount_button = KeyButton()
        self.change_button = KeyButton(icon="pencil-simple")
        self.remove_button = KeyButton(icon="trash")
        self.back_button = KeyButton(kind="plain", icon="x")
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_line(self, line: CartLine, charge: LineCharge) -> None:
        """Show a line of the cart, and what is charged for it."""
        self._product_id = line.product.product_id
        if line != self._line or charge != self._charge:
            self._line, self._charge = line, charge
            self._retranslate()

    def show_tools(self, *, shown: bool) -> None:
        """Show what else can be done, below the line."""
        self._tools.setVisible(shown)
        self.setFixedHeight(ROW_PX + (BUTTON_PX + GAP_PX if shown else 0))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self.note)
        words.addStretch()
        self._tools = _row(
            self.place_button,
            self.discount_button,
            self.change_button,
            self.remove_button,
            self.back_button,
        )
        line = QHBoxLayout()
        line.setSpacing(PAD_PX)
        line.addLayout(words, stretch=1)
        line.addWidget(_row(self.stepper, self.amount, self.price_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        layout.setSpacing(0)
        layout.addLayout(line, stretch=1)
        layout.addWidget(self._tools, alignment=Qt.AlignmentFlag.AlignTop)
        self.show_tools(shown=False)

    def _connect(self) -> None:
        wishes = (
            (self.stepper.less_requested, self.less_requested),
            (self.stepper.more_requested, self.more_requested),
            (self.change_button.clicked, self.change_requested),
            (self.remove_button.clicked, self.remove_requested),
            (self.price_button.clicked, self.price_requested),
            (self.place_button.clicked, self.place_requested),
            (self.discount_button.clicked, self.discount_requested),
        )
        for said, wish in wishes:
            said.connect(lambda *_, wish=wish: wish.emit(self._product_id))
        self.back_button.clicked.connect(lambda: self.show_tools(shown=False))

    def _retranslate(self) -> None:
        self.change_button.setAccessibleName(self.tr("Change"))
        self.discount_button.set_words(self.tr("Discount"))
        self.remove_button.setAccessibleName(self.tr("Remove"))
        self.back_button.setAccessibleName(self.tr("Back"))
        self.price_button.set_words(self.tr("Set price"))
        if self._line is not None:
            self._show(self._line)

    def _show(self, line: CartLine) -> None:
        asks = line.open_questions > 0
        sign = "？ " if asks else ""
        mark = "※" if self._charge.is_reduced else ""
        note = self._note(line)
        self.name.set_text(
            f"{sign}{line.product.label(language_of(self))}{mark}", lines=1 if note else 2
        )
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.stepper.show_count(line.count)
        amount = self._currency.format(line.amount - self._charge.off)
        self.amount.setText(amount.removeprefix(self._currency.symbol))
        self.place_button.set_words(self._places()[self._charge.place.other])
        self.amount.setVisible(line.product.is_priced)
        self.price_button.setVisible(not line.product.is_priced)
        self._tint("ask" if asks or not line.product.is_priced else "", asks=asks)

    def _note(self, line: CartLine) -> str:
        if line.open_questions:
            return self.tr("Please check")
        parts = []
        if line.away:
            where = self._places()[self._charge.place.other]
            parts.append(where if line.away == line.count else f"{where} {line.away}")
        if self._charge.off != ZERO:
            parts.append(f"{self._charge.label} {self._currency.format(-self._charge.off)}")
        elif line.count > 1 and line.product.is_priced:
            each = self._currency.format(line.product.price)
            parts.append(self.tr("%1 each").replace("%1", each))
        return " ・ ".join(parts)

    def _places(self) -> dict[Place, str]:
        return {Place.TAKEOUT: self.tr("Takeout"), Place.EAT_IN: self.tr("Eat in")}

    def _tint(self, tone: str, *, asks: bool) -> None:
        if tone == self.property("tone") and asks == self.property("asks"):
            return  # styling takes long
        self.setProperty("tone", tone)
        self.setProperty("asks", asks)
        self.name.setProperty("words", "ask" if asks else "line")
        for widget in (self, self.name):
            restyle(widget)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._product_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP_PX)
    layout.addStretch()
    for widget in widgets:
        layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    return row
