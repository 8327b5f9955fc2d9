"""The breads of which more photos would help most, one tap away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.application.photograph_next import Wanted, Why
from breadpos.domain.product import Product, ProductId
from breadpos.domain.slip import width_of
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.tokens import GAP_PX

_MOST = 3
_LONGEST_NAME = 20
"""Latin characters' widths of a name on a button; its accessible name has all of it."""


class PhotographNext(QWidget):
    """A line of buttons; says so when it is enough."""

    chosen = Signal(str)  # ProductId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[Wanted, ...] = ()
        self._products: dict[ProductId, Product] = {}
        self.title = QLabel()
        self.title.setProperty("words", "note")
        self.buttons = [KeyButton(stacked=True) for _ in range(_MOST)]
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, number=number: self._choose(number))
            row.addWidget(button, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self.title)
        column.addLayout(row)

    def show_wanted(self, wanted: Sequence[Wanted], products: Sequence[Product]) -> None:
        """Show the first of these that are still on the price list."""
        self._products = {product.product_id: product for product in products}
        self._wanted = tuple(each for each in wanted if each.product_id in self._products)[:_MOST]
        self._retranslate()

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._wanted[number].product_id)

    def _retranslate(self) -> None:
        self.title.setText(
            self.tr("Photograph these next")
            if self._wanted
            else self.tr("✓ Every bread has photos enough.")
        )
        self.title.setVisible(bool(self._products))
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self._wanted))
            if number < len(self._wanted):
                wanted = self._wanted[number]
                name = self._name(wanted.product_id)
                button.set_words(_short(name), self._reason(wanted))
                button.setAccessibleName(f"{name}: {self._reason(wanted)}")

    def _name(self, product_id: ProductId) -> str:
        product = self._products.get(product_id)
        return product.label(language_of(self)) if product else product_id

    def _reason(self, wanted: Wanted) -> str:
        match wanted.why:
            case Why.TAKEN_FOR if wanted.other is not None:
                other = _short(self._name(wanted.other))
                return self.tr("taken for %1").replace("%1", other)
            case _:
                return self.tr("%n photo(s) so far", "", wanted.photos)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _short(name: str) -> str:
    if width_of(name) <= _LONGEST_NAME:
        return name
    while width_of(name) >= _LONGEST_NAME:
        name = name[:-1]
    return f"{name}…"
