"""The closing count: leftovers under the camera become waste."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from breadpos.application.books import Books
from breadpos.application.closing_count import ClosingCount
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.errors import BreadposError
from breadpos.domain.money import ZERO
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Detection, Recognition
from breadpos.ui.choice_box import choice_box
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of, listed
from breadpos.ui.named import named
from breadpos.ui.outlined_view import Outlined, OutlinedView
from breadpos.ui.prose import Prose
from breadpos.ui.report_view import card_of
from breadpos.ui.sales_part import SalesPart
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.stepper import Stepper
from breadpos.ui.tokens import GAP_PX, PRIMARY_HEIGHT_PX, ROW_PX


class ClosingPart(SalesPart):
    """What lies there left, what was counted right; while it is shown nothing there is for sale."""

    def __init__(
        self,
        books: Books,
        front: ShopFront,
        preview: Mailbox[Frame],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named("page", self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._books, self._currency = books, front.currency
        self._products: dict[ProductId, Product] = {}
        self.count = ClosingCount({})
        self._is_warned = self._is_filed = False
        self.view = OutlinedView(preview, front.palette)
        self.view.pill.hide()
        self.hint, self.lying, self.total, self.told = (Prose() for _ in range(4))
        self.hint.setProperty("words", "muted")
        self.lying.setProperty("words", "line")
        self.total.setProperty("words", "heading")
        self.told.setProperty("words", "good")
        self.keep_button = KeyButton(kind="step", icon="plus", keys=("F5",))
        self.others, self.add_button = choice_box(), KeyButton(icon="plus", keys=("F6",))
        self.file_button = KeyButton(kind="primary", keys=("F8",))
        self.file_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self.steppers: dict[ProductId, Stepper] = {}
        self._rows = QVBoxLayout()
        self._lay_out()
        self.keep_button.clicked.connect(self._keep)
        self.add_button.clicked.connect(self._add)
        self.file_button.clicked.connect(self._file)
        self._retranslate()

    def file_name(self) -> str:
        """What a file of it is called."""
        return f"breadpos-closing-{self._books.today():%Y%m%d}"

    def see(self, recognition: Recognition) -> None:
        """Take in what a frame showed."""
        before = self._facts()
        self.count.see(recognition)
        if not recognition.moving:
            self.view.outline([self._outlined(each) for each in recognition.detections])
        if self._facts() != before:
            self._is_warned = False
            self._show_lying()

    def _outlined(self, found: Detection) -> Outlined:
        product = self._products.get(found.best) if found.best else None
        if product is None:
            return Outlined(found.outline, self.tr("！ Not recognised"), refused=True)
        return Outlined(found.outline, product.label(language_of(self)))

    def _facts(self) -> object:
        return dict(self.count.lying), self.count.unnamed, self.count.is_uncounted

    def refresh(self) -> None:
        """Read the price list; what was counted and not filed stays."""
        try:
            products = self._books.products()
        except BreadposError as error:
            self.failed.emit(error)
            return
        kept = self.count.kept
        self._products = {product.product_id: product for product in products}
        self.count, self._is_filed = ClosingCount(self._products), False
        for product_id, pieces in kept.items():
            self.count.change(product_id, pieces)
        self._retranslate()

    def _keep(self) -> None:
        self.count.keep()
        self.told.setText(self.tr("Counted. Put the next tray there, or file the count."))
        self._show_kept()

    def _add(self) -> None:
        product_id = self.others.currentData()
        if product_id is not None:
            self._change(ProductId(product_id), 1)

    def _change(self, product_id: ProductId, by: int) -> None:
        self.count.change(product_id, by)
        self._show_kept()

    def _file(self) -> None:
        if self.count.is_uncounted and not self._is_warned:
            self._is_warned = True
            self.told.setText(
                self.tr(
                    "A tray lies there that was not counted. Count it with F5, or press F8 again"
                    " to file without it."
                )
            )
            return
        self._is_warned = False
        try:
            filed = self._books.count_waste(self.count.lines())
        except BreadposError as error:
            self.failed.emit(error)
            return
        self.count, self._is_filed = ClosingCount(self._products), True
        amount = self._currency.format(filed.amount)
        words = self.tr(
            "Filed: %n piece(s), %1. A new count of today takes its place.", "", filed.pieces
        )
        self._show_kept()
        self.told.setText(words.replace("%1", amount))

    def _show_lying(self) -> None:
        language = language_of(self)
        names = [
            f"{self._products[key].label(language)}\u00a0×\u00a0{pieces}"
            for key, pieces in self.count.lying.items()
        ]
        if self.count.unnamed:
            names.append(self.tr("not recognised: %n; count them by hand", "", self.count.unnamed))
        self.lying.setText(listed(names, language) or self.tr("Nothing lies under the camera."))
        self.keep_button.setEnabled(self.count.is_uncounted)
        is_done = bool(self.count.lying) and not self.count.is_uncounted
        self.keep_button.set_words(
            self.tr("Count this tray"), self.tr("counted") if is_done else "F5"
        )

    def _show_kept(self) -> None:
        kept = self.count.lines()
        if [line.product_id for line in kept] != list(self.steppers):
            self._fill_rows()
        for line in kept:
            self.steppers[line.product_id].show_count(line.count)
        amount = sum((line.amount for line in kept), ZERO)
        pieces = sum(line.count for line in kept)
        words = self.tr("Left over: %n piece(s), %1", "", pieces)
        self.total.setText(words.replace("%1", self._currency.format(amount)))
        self._is_filed = self._is_filed and not kept
        hint = self.tr("filed") if self._is_filed else self.tr("nothing left")
        self.file_button.set_words(self.tr("File as waste"), "F8" if kept else hint)
        self.file_button.setEnabled(not self._is_filed)  # a second tap would file that none is left
        self._show_lying()

    def _fill_rows(self) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.steppers = {}
        for line in self.count.lines():
            stepper = Stepper()
            self.steppers[line.product_id] = stepper
            row = self._row(line.product_id, stepper)
            self._rows.addWidget(row)
            row.show()
        self._rows.addStretch()

    def _row(self, product_id: ProductId, stepper: Stepper) -> QWidget:
        row = QWidget()
        row.setFixedHeight(ROW_PX)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        name = self._products[product_id].label(language_of(self))
        layout.addWidget(ElidedLabel(name), stretch=1)
        layout.addWidget(stepper)
        stepper.less_requested.connect(lambda: self._change(product_id, -1))
        stepper.more_requested.connect(lambda: self._change(product_id, 1))
        return row

    def _lay_out(self) -> None:
        inside = named("scrolled", QWidget())
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        adding = QWidget()
        add = QHBoxLayout(adding)
        add.setContentsMargins(0, 0, 0, 0)
        add.addWidget(self.others, stretch=1)
        add.addWidget(self.add_button)
        left = card_of(self.hint, self.view, self.lying, self.keep_button)
        right = card_of(self.total, scroll, adding, self.told, self.file_button)
        for card, widget in ((left, self.view), (right, scroll)):
            _stretch(card, widget)
        layout = self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(left, stretch=3)
        layout.addWidget(right, stretch=2)

    def _retranslate(self) -> None:
        language = language_of(self)
        self.hint.setText(
            self.tr(
                "Put what is left under the camera, tray after tray. Nothing of it is sold while"
                " this page is open."
            )
        )
        self.add_button.set_words(self.tr("One more"))
        chosen = self.others.currentData()
        self.others.clear()
        for product in self._products.values():
            self.others.addItem(product.label(language), product.product_id)
        self.others.setCurrentIndex(max(self.others.findData(chosen), 0))
        self.others.setAccessibleName(self.tr("Product"))
        self.steppers = {}
        self._fill_rows()
        self._show_kept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_upright = self.width() < self.height()  # a tray is wider than it is high
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if is_upright else across)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.told.clear()


def _stretch(card: QFrame, widget: QWidget) -> None:
    layout = card.layout()
    if isinstance(layout, QVBoxLayout):
        layout.setStretchFactor(widget, 1)
