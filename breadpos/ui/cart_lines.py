"""The cart's rows, which keep their place."""

from itertools import takewhile

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.domain.cart import Cart
from breadpos.domain.charging import Bill
from breadpos.domain.money import Currency
from breadpos.domain.product import ProductId
from breadpos.ui.cart_line import CartLineRow, LineCharge
from breadpos.ui.line_tools import LineTools

_ROWS_READY = 12
_BREATH_MS = 20


class CartLines(QWidget):
    """One row a product, which keeps its place while its line lives.

    Making a row takes long enough to be felt when a tray brings ten, so some are made beforehand,
    one whenever there is nothing else to do, and a row no longer needed waits for its next line.
    """

    less_requested = Signal(str)  # product
    more_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    price_requested = Signal(str)
    place_requested = Signal(str)
    discount_requested = Signal(str)
    row_opened = Signal(object)  # CartLineRow

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled")
        self._currency = currency
        self._rows: dict[ProductId, CartLineRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch()
        self._spare: list[CartLineRow] = []
        self.tools = LineTools(self)
        self.tools.hide()
        self.tools.closed.connect(self.close_row)
        self.tools.change_requested.connect(self.change_requested)
        self.tools.remove_requested.connect(self.remove_requested)
        self.tools.place_requested.connect(self.place_requested)
        self.tools.discount_requested.connect(self.discount_requested)
        self._idle = QTimer(self, interval=_BREATH_MS)
        self._idle.timeout.connect(self._make_spare)

    def get_ready(self) -> None:
        """Make rows beforehand from now on: an empty cart is out of sight when its tray comes."""
        self._idle.start()

    def rest(self) -> None:
        """Make none: a closed window may be taken down at any moment, a row half made with it."""
        self._idle.stop()

    def row(self, product_id: str) -> CartLineRow:
        """A product's row; KeyError when it has none."""
        return self._rows[ProductId(product_id)]

    def show_lines(self, cart: Cart, bill: Bill) -> None:
        """Show a cart's lines, in its order, as they are charged."""
        lines, charges = cart.lines, _charges(cart, bill)
        self._lay([line.product.product_id for line in lines])
        for line in lines:
            product_id = line.product.product_id
            self._rows[product_id].show_line(line, charges[product_id])

    def _lay(self, wanted: list[ProductId]) -> None:
        """A row for each, in this order; rows that stay where they are cost nothing."""
        if wanted == list(self._rows):
            return
        for product_id in self._rows.keys() - set(wanted):
            self._drop(self._rows.pop(product_id))
        before, self._rows = self._rows, {}
        pairs = zip(before, wanted, strict=False)
        still = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        for place, product_id in enumerate(wanted):
            row = self._rows[product_id] = before.get(product_id) or self._spare_row()
            if place >= still and self._layout.indexOf(row) != place:
                self._layout.insertWidget(place, row)
                row.show()

    def open_row(self, product_id: str) -> None:
        """Show the tools of one row, and of no other."""
        self.close_row()
        self._rows[ProductId(product_id)].take_tools(self.tools)
        self.row_opened.emit(self._rows[ProductId(product_id)])

    def close_row(self) -> None:
        """Show no tools."""
        for row in self._rows.values():
            row.give_tools()

    def _spare_row(self) -> CartLineRow:
        row = self._spare.pop() if self._spare else self._new_row()
        row.give_tools()
        return row

    def _make_spare(self) -> None:
        if len(self._spare) + len(self._rows) < _ROWS_READY:
            self._spare.append(self._new_row())
        else:
            self._idle.stop()

    def _new_row(self) -> CartLineRow:
        row = CartLineRow(self._currency, self)
        row.hide()
        row.less_requested.connect(self.less_requested)
        row.more_requested.connect(self.more_requested)
        row.price_requested.connect(self.price_requested)
        row.opened.connect(self.open_row)
        for part in (row, *row.findChildren(QWidget)):
            part.ensurePolished()  # the style sheet is what takes long
        return row

    def _drop(self, row: CartLineRow) -> None:
        self._layout.removeWidget(row)
        row.give_tools()
        row.hide()
        self._spare.append(row)


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
