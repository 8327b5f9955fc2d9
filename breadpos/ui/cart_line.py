"""One row of the cart."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
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
from breadpos.ui.elided_label import ElidedLabel, height_of
from breadpos.ui.fonts import font, words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.line_tools import LineTools
from breadpos.ui.named import restyle
from breadpos.ui.stepper import Stepper
from breadpos.ui.tokens import EDGE_PX, GAP_PX, LINE_PX, NOTE_PX, PAD_PX, STEP_PX

_ROW_PX = 64
_EDGE_PX = EDGE_PX - STEP_PX
"""A row stands so far inside its card already."""


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
    price_requested = Signal(str)
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
        self._tools: LineTools | None = None
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_line(self, line: CartLine, charge: LineCharge) -> None:
        """Show a line of the cart, and what is charged for it."""
        self._product_id = line.product.product_id
        is_same = line is self._line or line == self._line
        if not is_same or charge != self._charge:
            self._line, self._charge = line, charge
            self._retranslate()

    def take_tools(self, tools: LineTools) -> None:
        """Show what else can be done, below the line."""
        self._tools = tools
        tools.serve(self._product_id, self._charge.place.other)
        self._column.addWidget(tools, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, GAP_PX)
        tools.show()
        self._be_high_enough()

    def give_tools(self) -> None:
        """Have no tools any more."""
        if self._tools is not None:
            self._column.removeWidget(self._tools)
            self._column.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 0)
            self._tools.hide()
            self._tools = None
        self._be_high_enough()

    def controls(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from the left."""
        tools = self._tools.controls() if self._tools is not None else ()
        stepper = self.stepper
        return stepper.less_button, stepper.more_button, self.price_button, *tools

    def _be_high_enough(self) -> None:
        """For the line, and for the tools below it."""
        tools = self._tools.sizeHint().height() + GAP_PX if self._tools is not None else 0
        self.setFixedHeight(line_height() + tools)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self.note)
        words.addStretch()
        line = QHBoxLayout()
        line.setSpacing(PAD_PX)
        line.addLayout(words, stretch=1)
        line.addWidget(_row(self.stepper, self.amount, self.price_button))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 0)
        self._column.setSpacing(0)
        self._column.addLayout(line, stretch=1)
        self.give_tools()

    def _connect(self) -> None:
        wishes = (
            (self.stepper.less_requested, self.less_requested),
            (self.stepper.more_requested, self.more_requested),
            (self.price_button.clicked, self.price_requested),
        )
        for said, wish in wishes:
            said.connect(lambda *_, wish=wish: wish.emit(self._product_id))

    def _retranslate(self) -> None:
        self.price_button.set_words(self.tr("Set price"))
        if self._line is not None:
            self._show(self._line)

    def _show(self, line: CartLine) -> None:
        asks = line.open_questions > 0
        sign = "？ " if asks else ""
        mark = "※" if self._charge.is_reduced else ""
        note = self._note(line)
        self.name.set_text(
            f"{sign}{line.product.label(language_of(self))}{mark}",
            lines=_lines_above_note() if note else 2,
        )
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.stepper.show_count(line.count)
        amount = self._currency.format(line.amount - self._charge.off)
        self.amount.setText(amount.removeprefix(self._currency.symbol))
        if self._tools is not None:
            self._tools.serve(self._product_id, self._charge.place.other)
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
        if event.type() is QEvent.Type.StyleChange:
            self._be_high_enough()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def line_height() -> int:
    """For two lines of a name and its note, however large the words are."""
    name, note = font(LINE_PX), QFontMetrics(font(NOTE_PX)).height()
    return max(_ROW_PX, height_of(2, name), height_of(_lines_above_note(), name) + note)


def _lines_above_note() -> int:
    """A name's; of large words there is room for two lines in all."""
    return 1 if words_are_large() else 2


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP_PX)
    layout.addStretch()
    for widget in widgets:
        layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    return row
