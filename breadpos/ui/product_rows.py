"""Products as rows: picture, name, reading, category, price."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from breadpos.domain.money import Currency
from breadpos.domain.product import Product
from breadpos.ui.away import away_words
from breadpos.ui.elided_label import fitted, height_of
from breadpos.ui.fonts import font, text_percent
from breadpos.ui.language import language_of
from breadpos.ui.product_tiles import ProductModel, _Index
from breadpos.ui.thumbnails import Thumbnails, paint_thumbnail
from breadpos.ui.tokens import (
    CONTROL_PX,
    EDGE_PX,
    GAP_PX,
    LINE_PX,
    NOTE_PX,
    PAD_PX,
    RADIUS_CONTROL_PX,
    TOUCH_PX,
    Palette,
)

_HIGH_PX = 72
_PRICE_PX = 128
_BADGE_PX = 128
_NAME_PX, _NOTE_PX = 28, 20
_RING_PX = 2

_ON_A_LINE = (
    Qt.AlignmentFlag.AlignVCenter.value
    | Qt.AlignmentFlag.AlignLeft.value
    | Qt.TextFlag.TextDontClip.value  # the tail of a y reaches into the next line
)


class RowDelegate(QStyledItemDelegate):
    """Paints one product on one row."""

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        today: date,
        parent: QListView,
    ) -> None:
        super().__init__(parent)
        self._currency, self._thumbnails, self._palette = currency, thumbnails, palette
        self._today, self._view = today, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, max(_HIGH_PX, _larger(_NAME_PX + _NOTE_PX) + 2 * GAP_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = self._view.model()
        if not isinstance(model, ProductModel):
            return
        product = model.product(index.row())
        state: QStyle.StateFlag = option.state
        room = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(self._palette.cream))
            painter.fillRect(QRectF(room.x(), room.y(), 4, room.height()), self._crust())
        painter.fillRect(
            QRectF(room.x(), room.bottom() - 1, room.width(), 1), QColor(self._palette.line)
        )
        self._paint_words(painter, room, product)
        self._paint_price(painter, room, product)
        if state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, room)
        painter.restore()

    def _paint_ring(self, painter: QPainter, room: QRectF) -> None:
        """Where the keys are: around the row, not around the whole list."""
        painter.setPen(QPen(QColor(self._palette.ink), _RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = room.adjusted(_RING_PX, _RING_PX, -_RING_PX, -_RING_PX)
        painter.drawRoundedRect(ring, RADIUS_CONTROL_PX, RADIUS_CONTROL_PX)

    def _crust(self) -> QColor:
        return QColor(self._palette.crust)

    def _paint_words(self, painter: QPainter, room: QRectF, product: Product) -> None:
        left = room.x() + EDGE_PX
        top = room.center().y() - TOUCH_PX / 2
        image = self._thumbnails(product.product_id)
        paint_thumbnail(
            painter, QRectF(left, top, TOUCH_PX, TOUCH_PX), product, image, self._palette
        )
        left += TOUCH_PX + PAD_PX
        badge_px = _larger(_BADGE_PX) if away_words(product, self._today) else 0
        wide = room.right() - _larger(_PRICE_PX) - badge_px - left
        note = " ・ ".join(text for text in (product.category, product.reading) if text)
        name, face = product.label(language_of(self._view)), font(LINE_PX, bold=True)
        rows = fitted(name, int(wide), 2, QFontMetrics(face))
        if len(rows) > 1:  # a long name is worth more than what stands below it
            self._paint_rows(painter, QRectF(left, room.y(), wide, room.height()), rows, face)
            return
        name_px, note_px = _larger(_NAME_PX), _larger(_NOTE_PX) if note else 0
        top = room.center().y() - (name_px + note_px) / 2
        place = QRectF(left, top, wide, name_px)
        self._line(painter, place, name, face, self._palette.ink)
        self._line(
            painter,
            QRectF(left, top + name_px, wide, note_px),
            note,
            font(NOTE_PX),
            self._palette.muted,
        )

    def _paint_rows(
        self, painter: QPainter, room: QRectF, rows: Sequence[str], face: QFont
    ) -> None:
        pitch = height_of(len(rows), face) / len(rows)
        top = room.center().y() - pitch * len(rows) / 2
        for number, row in enumerate(rows):
            place = QRectF(room.x(), top + pitch * number, room.width(), pitch)
            self._line(painter, place, row, face, self._palette.ink)

    def _line(self, painter: QPainter, room: QRectF, text: str, face: object, colour: str) -> None:
        painter.setFont(face)  # type: ignore[arg-type]
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(painter.font())
        shown = "".join(fitted(text, int(room.width()), 1, metrics))
        painter.drawText(room, _ON_A_LINE, shown)

    def _paint_price(self, painter: QPainter, room: QRectF, product: Product) -> None:
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        price_px = _larger(_PRICE_PX)
        price = QRectF(room.right() - price_px, room.y(), price_px - EDGE_PX, room.height())
        painter.setFont(font(LINE_PX, bold=True))
        painter.setPen(QColor(self._palette.ink if product.is_priced else self._palette.unsure))
        words = (
            self._currency.format(product.price)
            if product.is_priced
            else QCoreApplication.translate("RowDelegate", "No price")
        )
        painter.drawText(price, right, words)
        away = away_words(product, self._today)
        if away:
            wide, high = _larger(_BADGE_PX), _larger(_NAME_PX)
            badge = QRectF(price.left() - wide, room.center().y() - high / 2, wide - GAP_PX, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette.tint))
            painter.drawRoundedRect(badge, high / 2, high / 2)
            painter.setFont(font(CONTROL_PX))
            painter.setPen(QColor(self._palette.unsure))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, away)


def _larger(pixels: int) -> int:
    return pixels * text_percent() // 100


class ProductRows(QListView):
    """Only the rows in sight are painted."""

    chosen = Signal(str)

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.product_model = ProductModel(self)
        self.setModel(self.product_model)
        self.setItemDelegate(RowDelegate(currency, thumbnails, palette, today, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self.viewport().update)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(lambda index: self._choose(index.row()))
        self.activated.connect(lambda index: self._choose(index.row()))

    def show_products(self, products: Sequence[Product], chosen_id: str = "") -> None:
        """Show these, the chosen one marked."""
        self.product_model.show_products(products)
        for row, product in enumerate(products):
            if product.product_id == chosen_id:
                index = self.product_model.index(row)
                self.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.scrollTo(index)

    def showEvent(self, event: QShowEvent) -> None:
        self._thumbnails.look_again()
        super().showEvent(event)

    def shown(self) -> list[Product]:
        rows = self.product_model.rowCount()
        return [self.product_model.product(row) for row in range(rows)]

    def _choose(self, row: int) -> None:
        self.chosen.emit(self.product_model.product(row).product_id)
