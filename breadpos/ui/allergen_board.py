"""The allergens of the whole tray, large, in Japanese and English side by side."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from breadpos.domain.product import Product
from breadpos.domain.tray_allergens import Contained, TrayAllergens, tray_allergens
from breadpos.ui.fonts import words_are_large
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, STEP_PX

_ACROSS, _ACROSS_LARGE = 3, 1
_TITLE = "アレルゲン  Allergens"


class AllergenBoard(QFrame):
    """Covers its parent while a customer looks."""

    closed = Signal()
    covers = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.head = PanelHead()
        self.warning = named("verdict", Prose())
        self.warning.setProperty("tone", "warn")
        self._inside = named("scrolled", QWidget())
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(PAD_PX)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        self.foot = Prose()
        self.foot.setProperty("words", "note")
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(PAD_PX)
        whole.addWidget(self.warning)
        whole.addLayout(self._body, stretch=1)
        whole.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.head)
        layout.addWidget(scroll, stretch=1)
        self.head.show_title(_TITLE)
        self.head.back_requested.connect(self._close)
        parent.installEventFilter(self)
        self.hide()

    def show_products(self, products: Sequence[Product], on: date) -> None:
        """Cover the picture with what is known of some products."""
        found = tray_allergens(products, on)
        self._show_warning(found)
        while (taken := self._body.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._body.addWidget(_grid([_tile(each, found) for each in found.mandatory]))
        if found.others:
            title = QLabel("推奨表示  Also contained")
            title.setProperty("words", "strong")
            self._body.addWidget(title)
            self._body.addWidget(_grid([_tile(each, found) for each in found.others]))
        self._body.addStretch(1)  # no tile is higher than its words
        self.foot.setText(
            "店の入力にもとづく表示です。同じ工房で卵・乳・小麦などを使うことがあります。\n"
            "As entered by the shop. Other allergens may be handled in the same bakery."
        )
        self._fit()
        self.raise_()
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.covers.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.covers.emit(False)

    def tiles(self) -> dict[str, str]:
        """What is said of each allergen."""
        return {
            tile.name.text(): tile.products.text()
            for tile in self._inside.findChildren(_Tile)
            if not tile.isHidden()
        }

    def _show_warning(self, found: TrayAllergens) -> None:
        names = _names(found.not_entered)
        self.warning.setText(
            f"！  未入力の商品があります（「なし」ではありません）\n    Not entered yet, which is"
            f" not “none”:  {names}"
        )
        self.warning.setVisible(not found.is_complete)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False


class _Tile(QFrame):
    """One allergen: contained, not contained, or not known."""

    def __init__(self, name: str, products: str, tone: str) -> None:
        super().__init__()
        named("allergen", self)
        self.setProperty("tone", tone)
        self.name, self.products = QLabel(name), Prose(products)
        self.name.setProperty("words", "candidate")
        self.products.setProperty("words", "" if tone == "there" else "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD_PX, GAP_PX, PAD_PX, GAP_PX)
        layout.setSpacing(STEP_PX)
        layout.addWidget(self.name)
        layout.addWidget(self.products)
        layout.addStretch()
        self.setAccessibleName(f"{name}: {products}")


def _tile(each: Contained, found: TrayAllergens) -> _Tile:
    name = f"{each.allergen.label('ja')}  {each.allergen.label('en')}"
    if each.products:
        return _Tile(f"●  {name}", _names(each.products), "there")
    if found.is_complete:
        return _Tile(name, "なし  none", "free")
    return _Tile(name, "入力済みの商品にはなし\nnot in those entered", "unknown")


def _names(products: Sequence[Product]) -> str:
    """Each in both languages, where it has two."""
    names = (dict.fromkeys((product.name, product.label("en"))) for product in products)
    return "、 ".join(" ".join(both) for both in names)


def _grid(tiles: Sequence[QWidget]) -> QWidget:
    whole = named("scrolled", QWidget())
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(GAP_PX)
    across = _ACROSS_LARGE if words_are_large() else _ACROSS
    for column in range(across):
        grid.setColumnStretch(column, 1)
    for n, tile in enumerate(tiles):
        grid.addWidget(tile, n // across, n % across)
    return whole
