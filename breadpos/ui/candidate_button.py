"""One possible answer: the product's picture, name, price and key."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.focus_ring import draw_focus_ring
from breadpos.ui.fonts import words_are_large
from breadpos.ui.language import language_of
from breadpos.ui.thumbnails import Thumbnails, thumbnail_pixmap
from breadpos.ui.tokens import GAP_PX, TOUCH_PX, Palette

_SIDE_PX, _LARGE_SIDE_PX = 52, 68
_HEIGHT_PX = 84
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class CandidateButton(QPushButton):
    """Hidden while it has no product."""

    chosen = Signal(str)

    def __init__(
        self,
        number: int,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("candidate")
        self._number, self._currency = number, currency
        self._thumbnails, self._palette = thumbnails, palette
        self._product: Product | None = None
        self._side_px = _SIDE_PX
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(TOUCH_PX * 2 + 20)
        self._picture = QLabel()
        self.name = ElidedLabel(lines=2)
        self.name.setProperty("words", "candidate")
        self.note = QLabel()
        self.note.setProperty("words", "note")
        self._lay_out()
        QShortcut(QKeySequence(str(number)), self).activated.connect(self.click)
        self.clicked.connect(self._choose)
        thumbnails.arrived.connect(self._show_picture)

    def show_product(self, product: Product | None, *, large: bool = False) -> None:
        """Offer a product, or nothing; with a large picture where there is room."""
        self._product = product
        self.setVisible(product is not None)
        if product is None:
            return
        name = product.label(language_of(self))
        price = self._currency.format(product.price) if product.is_priced else self.tr("no price")
        is_flat = words_are_large()
        self.name.set_text(name, lines=1 if is_flat else 2)
        self._words.setDirection(_BESIDE if is_flat else _BELOW)
        self._words.setStretchFactor(self.name, int(is_flat))
        key = self.tr("key %1").replace("%1", str(self._number))
        self.note.setText(price if is_flat else f"{price} ・ {key}")
        self.setMinimumHeight(self._height())
        self.setAccessibleName(f"{name} {price}")
        self._side_px = _LARGE_SIDE_PX if large and not is_flat else _SIDE_PX
        self._show_picture()

    def _show_picture(self) -> None:
        if self._product is not None:
            image = self._thumbnails(self._product.product_id)
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(
                thumbnail_pixmap(self._product, image, self._side_px, ratio, self._palette)
            )

    def sizeHint(self) -> QSize:
        return QSize(TOUCH_PX * 5, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus_ring(self, self.name.palette().color(self.name.foregroundRole()))

    def _height(self) -> int:
        """Large words are one line beside the picture, the others two and a note."""
        name, note = self.name.fontMetrics().height(), self.note.fontMetrics().height()
        if words_are_large():
            return max(_SIDE_PX, name) + GAP_PX
        return max(_HEIGHT_PX, 2 * name + note + GAP_PX)

    def _lay_out(self) -> None:
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self.note)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, 0, GAP_PX, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self._picture)
        layout.addLayout(words, stretch=1)
        for label in (self._picture, self.note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _choose(self) -> None:
        if self._product is not None:
            self.chosen.emit(self._product.product_id)
