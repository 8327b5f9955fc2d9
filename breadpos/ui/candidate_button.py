"""One possible answer: the product's picture, name, price and key."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

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
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(TOUCH_PX * 2 + 20, _HEIGHT_PX)
        self._picture = QLabel()
        self.name = ElidedLabel(lines=2)
        self.name.setProperty("words", "candidate")
        self.note = QLabel()
        self.note.setProperty("words", "note")
        self._lay_out()
        QShortcut(QKeySequence(str(number)), self).activated.connect(self.click)
        self.clicked.connect(self._choose)

    def show_product(self, product: Product | None, *, large: bool = False) -> None:
        """Offer a product, or nothing; with a large picture where there is room."""
        self._product = product
        self.setVisible(product is not None)
        if product is None:
            return
        name = product.label(language_of(self))
        price = self._currency.format(product.price) if product.is_priced else self.tr("no price")
        self.name.set_text(name)
        key = self.tr("key %1").replace("%1", str(self._number))
        has_room = not words_are_large()
        self.note.setText(f"{price} ・ {key}" if has_room else price)
        self.setMinimumHeight(self._height())
        self.setAccessibleName(f"{name} {price}")
        self._picture.setPixmap(
            thumbnail_pixmap(
                product,
                self._thumbnails(product.product_id),
                _LARGE_SIDE_PX if large else _SIDE_PX,
                self.devicePixelRatioF(),
                self._palette,
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(TOUCH_PX * 5, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus_ring(self, self.name.palette().color(self.name.foregroundRole()))

    def _height(self) -> int:
        words = 2 * self.name.fontMetrics().height() + self.note.fontMetrics().height()
        return max(_HEIGHT_PX, words + GAP_PX)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self.note)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, 0, GAP_PX // 2, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self._picture)
        layout.addLayout(words, stretch=1)
        for label in (self._picture, self.note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _choose(self) -> None:
        if self._product is not None:
            self.chosen.emit(self._product.product_id)
