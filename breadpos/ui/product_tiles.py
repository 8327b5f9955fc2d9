"""Products as large tiles, any number of them."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
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
from breadpos.ui.elided_label import CENTRED, fitted
from breadpos.ui.fonts import font, text_percent
from breadpos.ui.language import language_of
from breadpos.ui.scrolled import keep_bar
from breadpos.ui.thumbnails import Thumbnails, paint_thumbnail
from breadpos.ui.tokens import (
    CONTROL_PX,
    GAP_PX,
    NOTE_PX,
    PAD_PX,
    RADIUS_CONTROL_PX,
    STEP_PX,
    Palette,
    header_percent,
)

_TILE = QSize(156, 148)
_PICTURE_PX = 60
_PALE = 0.6
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_Index = QModelIndex | QPersistentModelIndex


class ProductModel(QAbstractListModel):
    """The products that are shown now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._products: tuple[Product, ...] = ()

    def show_products(self, products: Sequence[Product]) -> None:
        self.beginResetModel()
        self._products = tuple(products)
        self.endResetModel()

    def product(self, row: int) -> Product:
        return self._products[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._products)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._products[index.row()].name
        return None


class TileDelegate(QStyledItemDelegate):
    """Paints one product: picture, name, price; pale, with a word, what is not there today.

    Attributes:
        insisted: the product that was tapped once although it is not there.
        marks_current: the tile that Enter takes is marked, for letters are typed elsewhere.
    """

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        today: Callable[[], date] | None,
        parent: QListView,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.insisted = ""
        self.marks_current = False
        self._currency, self._thumbnails, self._palette = currency, thumbnails, palette
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = self._view.model()
        if not isinstance(model, ProductModel):
            return
        product = model.product(index.row())
        state: QStyle.StateFlag = option.state
        room: QRectF = QRectF(option.rect)
        tile = room.adjusted(GAP_PX / 2, GAP_PX / 2, -GAP_PX / 2, -GAP_PX / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = self.marks_current and index.row() == self._view.currentIndex().row()
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, tile, chosen=is_marked or has_focus)
        away = self.away(product)
        painter.setOpacity(_PALE if away and product.product_id != self.insisted else 1.0)
        self._paint_product(painter, tile, product)
        if away:
            self._paint_away(painter, tile, product, away)
        painter.restore()

    def away(self, product: Product) -> str:
        """Why it is not there today, in a word; empty if it is."""
        return away_words(product, self._today()) if self._today is not None else ""

    def _paint_away(self, painter: QPainter, tile: QRectF, product: Product, words: str) -> None:
        """A band over the picture; after one tap it asks for another."""
        if product.product_id == self.insisted:
            words = QCoreApplication.translate("TileDelegate", "Tap again to sell")
        painter.setOpacity(1.0)
        face = font(NOTE_PX, bold=True)
        wide = min(QFontMetrics(face).horizontalAdvance(words) + 2 * PAD_PX, tile.width() - 4)
        band = QRectF(tile.center().x() - wide / 2, tile.y() + PAD_PX * 2, wide, 2 * PAD_PX + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.shade))
        painter.drawRoundedRect(band, band.height() / 2, band.height() / 2)
        painter.setPen(QColor(self._palette.on_shade))
        painter.setFont(face)
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ground(self, painter: QPainter, tile: QRectF, *, chosen: bool) -> None:
        painter.setBrush(QColor(self._palette.surface))
        edge = self._palette.crust if chosen else self._palette.line
        painter.setPen(QPen(QColor(edge), 2 if chosen else 1))
        painter.drawRoundedRect(tile, RADIUS_CONTROL_PX, RADIUS_CONTROL_PX)

    def _paint_product(self, painter: QPainter, tile: QRectF, product: Product) -> None:
        circle = QRectF(
            tile.center().x() - _PICTURE_PX / 2, tile.y() + GAP_PX, _PICTURE_PX, _PICTURE_PX
        )
        image = self._thumbnails(product.product_id)
        paint_thumbnail(painter, circle, product, image, self._palette)
        face = font(CONTROL_PX, bold=True)
        metrics = QFontMetrics(face)
        rows = fitted(
            product.label(language_of(self._view)), int(tile.width() - 2 * GAP_PX), 2, metrics
        )
        painter.setFont(face)
        painter.setPen(QColor(self._palette.ink))
        line_px = metrics.height() - STEP_PX
        top = circle.bottom() + STEP_PX + (0 if len(rows) > 1 else line_px / 2)
        for row in rows:
            painter.drawText(QRectF(tile.x(), top, tile.width(), line_px), CENTRED, row)
            top += line_px
        self._paint_price(painter, tile, product)

    def _paint_price(self, painter: QPainter, tile: QRectF, product: Product) -> None:
        painter.setFont(font(NOTE_PX))
        painter.setPen(QColor(self._palette.muted))
        price = self._currency.format(product.price) if product.is_priced else "―"
        high = _larger(PAD_PX * 2)
        foot = QRectF(tile.x(), tile.bottom() - high - 1, tile.width(), high - STEP_PX)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, price)


def _tile_size() -> QSize:
    """Room for two rows of the name and the price at the text size in use."""
    words = _TILE.height() - _PICTURE_PX - 2 * GAP_PX
    wide = _TILE.width() * header_percent(text_percent()) // 100
    return QSize(wide, _TILE.height() - words + _larger(words))


def _larger(pixels: int) -> int:
    return pixels * text_percent() // 100


class ProductTiles(QListView):
    """Only the tiles in sight are painted, so that 500 products are no more work than 20.

    Args:
        today: what is not there on this day is pale, and chosen by a second tap; None for never.
    """

    chosen = Signal(str)

    def __init__(
        self,
        currency: Currency,
        thumbnails: Thumbnails,
        palette: Palette,
        today: Callable[[], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.product_model = ProductModel(self)
        self.setModel(self.product_model)
        self.delegate = TileDelegate(currency, thumbnails, palette, today, self)
        self.setItemDelegate(self.delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        keep_bar(self)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._search: QLineEdit | None = None
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self.viewport().update)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._choose)

    def showEvent(self, event: QShowEvent) -> None:
        self._thumbnails.look_again()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room_px = self.viewport().width() - STEP_PX  # a full row would wrap
        tile = _tile_size()
        columns = max(room_px // tile.width(), 1)
        self.setGridSize(QSize(room_px // columns, tile.height()))
        super().resizeEvent(event)

    def show_products(self, products: Sequence[Product]) -> None:
        """Show products; the first is marked where it was searched for, or is the only one."""
        self.delegate.insisted = ""
        self.product_model.show_products(products)
        is_found = self._search is not None and (len(products) == 1 or bool(self._search.text()))
        self._mark(first=is_found and bool(products))

    def place_of(self, product_id: str) -> QPoint:
        """The middle of a product's tile, pixels of the viewport; ValueError when not shown."""
        ids = [
            self.product_model.product(row).product_id
            for row in range(self.product_model.rowCount())
        ]
        index = self.product_model.index([*map(str, ids)].index(product_id))
        self.scrollTo(index)
        return self.visualRect(index).center()

    def serve(self, search: QLineEdit) -> None:
        """Mark the first of what is found by a field's letters; its arrows and Enter are ours."""
        self._search = search
        search.installEventFilter(self)
        search.returnPressed.connect(self.choose_current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of the field that is typed into."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _ARROWS
            and self.product_model.rowCount()
        ):
            if self.currentIndex().isValid():
                self.keyPressEvent(event)
            else:
                self._mark(first=True)
            return True
        return super().eventFilter(watched, event)

    def choose_current(self) -> None:
        """Choose the marked tile."""
        index = self.currentIndex()
        if index.isValid():
            self._choose(index)

    def _mark(self, *, first: bool) -> None:
        self.delegate.marks_current = first
        self.setCurrentIndex(self.product_model.index(0) if first else QModelIndex())
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        product = self.product_model.product(index.row())
        asks = self.delegate.away(product) and self.delegate.insisted != product.product_id
        self.delegate.insisted = product.product_id if asks else ""
        self.viewport().update()
        if not asks:
            self.chosen.emit(product.product_id)
