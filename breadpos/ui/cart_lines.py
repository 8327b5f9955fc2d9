"""The cart's rows, which keep their place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.domain.cart import CartLine
from breadpos.domain.money import Currency
from breadpos.domain.product import ProductId
from breadpos.ui.cart_line import CartLineRow


class CartLines(QWidget):
    """One row a product; a row is made once and lives as long as its line."""

    less_requested = Signal(str)  # product
    more_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    price_requested = Signal(str)

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled")
        self._currency = currency
        self._rows: dict[ProductId, CartLineRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch()

    def row(self, product_id: str) -> CartLineRow:
        """A product's row; KeyError when it has none."""
        return self._rows[ProductId(product_id)]

    def show_lines(self, lines: Sequence[CartLine], reduced: frozenset[ProductId]) -> None:
        """Show these lines, in this order."""
        wanted = [line.product.product_id for line in lines]
        for product_id in [known for known in self._rows if known not in wanted]:
            self._drop(self._rows.pop(product_id))
        for place, line in enumerate(lines):
            product_id = line.product.product_id
            row = self._rows.get(product_id) or self._new_row(product_id)
            if self._layout.indexOf(row) != place:
                self._layout.insertWidget(place, row)
            row.show_line(line, is_reduced=product_id in reduced)

    def open_row(self, product_id: str) -> None:
        """Show the tools of one row, and of no other."""
        for known, row in self._rows.items():
            row.show_tools(shown=known == product_id)

    def _new_row(self, product_id: ProductId) -> CartLineRow:
        row = CartLineRow(product_id, self._currency)
        row.less_requested.connect(self.less_requested)
        row.more_requested.connect(self.more_requested)
        row.change_requested.connect(self.change_requested)
        row.remove_requested.connect(self.remove_requested)
        row.price_requested.connect(self.price_requested)
        row.opened.connect(self.open_row)
        self._rows[product_id] = row
        return row

    def _drop(self, row: CartLineRow) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
