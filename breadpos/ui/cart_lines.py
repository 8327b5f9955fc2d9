"""The cart's rows, which keep their place."""

from itertools import chain, pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.charging import Bill
from breadpos.domain.money import Currency
from breadpos.domain.product import ProductId
from breadpos.ui.cart_line import CartLineRow, LineCharge, line_height
from breadpos.ui.line_tools import LineTools
from breadpos.ui.named import named

_ROWS_READY = 12
_BREATH_MS = 20
_MARGIN = 8
"""Rows above and below what is in sight, which Tab reaches before they are scrolled to."""


class CartLines(QScrollArea):
    """One row a product, which keeps its place while its line lives.

    Making a row takes long enough to be felt when a tray brings ten, so some are made beforehand,
    one whenever there is nothing else to do, and a row no longer needed waits for its next line.
    Only lines in or near sight have one, so that 500 are no more work than 20.
    """

    less_requested = Signal(str)  # product
    more_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    price_requested = Signal(str)
    place_requested = Signal(str)
    discount_requested = Signal(str)

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._currency = currency
        self._lines: dict[ProductId, tuple[CartLine, LineCharge]] = {}
        self._rows: dict[ProductId, CartLineRow] = {}
        self._open: ProductId | None = None
        self._asked: ProductId | None = None
        self._one_px = line_height()
        self._inside = named("scrolled", QWidget())
        self.setWidget(self._inside)
        self._spare: list[CartLineRow] = []
        self.tools = LineTools(self._inside)
        self.tools.hide()
        self.tools.closed.connect(self.close_row)
        self.tools.change_requested.connect(self.change_requested)
        self.tools.remove_requested.connect(self.remove_requested)
        self.tools.place_requested.connect(self.place_requested)
        self.tools.discount_requested.connect(self.discount_requested)
        self.verticalScrollBar().valueChanged.connect(self._lay)
        self._idle = QTimer(self, interval=_BREATH_MS)
        self._idle.timeout.connect(self._make_spare)

    def get_ready(self) -> None:
        """Make rows beforehand from now on: an empty cart is out of sight when its tray comes."""
        self._idle.start()

    def rest(self) -> None:
        """Make none: a closed window may be taken down at any moment, a row half made with it."""
        self._idle.stop()

    def row(self, product_id: str) -> CartLineRow:
        """A product's row, made for now if it is far out of sight; KeyError when it has no line."""
        wanted = ProductId(product_id)
        if wanted not in self._rows:
            self._show_row(list(self._lines).index(wanted), wanted)
        return self._rows[wanted]

    def show_lines(self, cart: Cart, bill: Bill) -> None:
        """Show a cart's lines, in its order, as they are charged."""
        charges = _charges(cart, bill)
        self._lines = {
            line.product.product_id: (line, charges[line.product.product_id]) for line in cart.lines
        }
        if self._open not in self._lines:
            self._open = None
        self._lay()
        asked = next((key for key, (line, _) in self._lines.items() if line.open_questions), None)
        if asked != self._asked:
            self._asked = asked
            QTimer.singleShot(0, self, self._show_asked)  # when it is known how high the cart is

    def _show_asked(self) -> None:
        """Bring the line in sight that the question is about."""
        if self._asked in self._lines:
            self.ensureWidgetVisible(self.row(self._asked), 0, 0)

    def open_row(self, product_id: str) -> None:
        """Show the tools of one row, and of no other."""
        self.close_row()
        row = self.row(product_id)
        row.take_tools(self.tools)
        self._open = ProductId(product_id)
        self._lay()
        self.ensureWidgetVisible(row, 0, 0)  # it has grown

    def close_row(self) -> None:
        """Show no tools."""
        if self._open is not None:
            self._rows[self._open].give_tools()
            self._open = None
            self._lay()

    def _lay(self) -> None:
        """A row for each line in or near sight, at its place; those that stay cost nothing."""
        self._one_px = line_height()
        high = self._one_px * len(self._lines) + self._tools_px()
        self._inside.resize(self.viewport().width(), max(high, self.viewport().height()))
        wanted = self._wanted()
        for product_id in self._rows.keys() - wanted.keys():
            self._drop(self._rows.pop(product_id))
        before = [*self._rows]
        for product_id, place in wanted.items():
            self._show_row(place, product_id)
        self._rows = {product_id: self._rows[product_id] for product_id in wanted}
        if before != [*self._rows]:
            self._order_tabs()

    def _wanted(self) -> dict[ProductId, int]:
        """Lines that have a row, and their places: also the one with the focus or the tools."""
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        first = (top - self._tools_px()) // self._one_px - _MARGIN
        last = (top + high) // self._one_px + _MARGIN
        kept = {self._open, self._focused()}
        return {
            product_id: place
            for place, product_id in enumerate(self._lines)
            if first <= place <= last or product_id in kept
        }

    def _focused(self) -> ProductId | None:
        focus = QApplication.focusWidget()
        held = (key for key, row in self._rows.items() if focus and row.isAncestorOf(focus))
        return next(held, None)

    def _show_row(self, place: int, product_id: ProductId) -> None:
        row = self._rows.get(product_id) or self._spare_row()
        self._rows[product_id] = row
        row.show_line(*self._lines[product_id])
        top = self._one_px * place + (self._tools_px() if self._is_below_tools(place) else 0)
        row.setGeometry(0, top, self._inside.width(), row.minimumHeight())
        row.show()

    def _is_below_tools(self, place: int) -> bool:
        return self._open is not None and [*self._lines].index(self._open) < place

    def _tools_px(self) -> int:
        """How much higher the open row is than the others."""
        return 0 if self._open is None else self._rows[self._open].minimumHeight() - self._one_px

    def _order_tabs(self) -> None:
        """Tab goes through the rows from above, whenever each was made."""
        rows = (row.controls() for row in self._rows.values())
        for before, after in pairwise([self._inside, *chain.from_iterable(rows)]):
            QWidget.setTabOrder(before, after)

    def _spare_row(self) -> CartLineRow:
        return self._spare.pop() if self._spare else self._new_row()

    def _make_spare(self) -> None:
        if len(self._spare) + len(self._rows) < _ROWS_READY:
            self._spare.append(self._new_row())
        else:
            self._idle.stop()

    def _new_row(self) -> CartLineRow:
        row = CartLineRow(self._currency, self._inside)
        row.hide()
        row.less_requested.connect(self.less_requested)
        row.more_requested.connect(self.more_requested)
        row.price_requested.connect(self.price_requested)
        row.opened.connect(self.open_row)
        for part in (row, *row.findChildren(QWidget)):
            part.ensurePolished()  # the style sheet is what takes long
        return row

    def _drop(self, row: CartLineRow) -> None:
        row.give_tools()
        row.hide()
        self._spare.append(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._lay)  # when the rows know how high they are


def _charges(cart: Cart, bill: Bill) -> dict[ProductId, LineCharge]:
    """What the bill says of each product; its pieces may go to two places."""
    found: dict[ProductId, LineCharge] = {}
    for line in bill.lines:
        before = found.get(line.product_id, LineCharge(place=cart.place))
        found[line.product_id] = LineCharge(
            is_reduced=before.is_reduced or line.reduced,
            place=cart.place,
            off=before.off + line.off,
            label=line.off_label,
        )
    return found
