"""Photos as tiles, any number of them: only those in sight are painted, and read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from breadpos.application.photo_album import PhotoCard
from breadpos.ui.elided_label import CENTRED, fitted, height_of
from breadpos.ui.fonts import font, text_percent
from breadpos.ui.photo_images import THUMBNAIL_PX, PhotoImages
from breadpos.ui.scrolled import keep_bar
from breadpos.ui.tokens import (
    CONTROL_PX,
    GAP_PX,
    NOTE_PX,
    RADIUS_CONTROL_PX,
    RADIUS_LABEL_PX,
    STEP_PX,
    Palette,
)

_TILE_PX = THUMBNAIL_PX + 24
_ROWS, _NAME_ROWS = 3, 2
_MARK_PX = 26
_FOCUS_PX = 3
_LAID_OUT_AT_ONCE = 4_000
_Index = QModelIndex | QPersistentModelIndex
_MOVES = {
    Qt.Key.Key_Left: QListView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QListView.CursorAction.MoveRight,
    Qt.Key.Key_Up: QListView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QListView.CursorAction.MoveDown,
    Qt.Key.Key_Home: QListView.CursorAction.MoveHome,
    Qt.Key.Key_End: QListView.CursorAction.MoveEnd,
    Qt.Key.Key_PageUp: QListView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QListView.CursorAction.MovePageDown,
}


@dataclass(frozen=True, slots=True)
class TileWords:
    """What a tile says.

    Attributes:
        tone: "", "warn" or "problem"; the latter two bear a mark on the picture.
    """

    name: str
    note: str
    tone: str = ""


Describe = Callable[[PhotoCard], TileWords]


class PhotoModel(QAbstractListModel):
    """The photos that are shown now."""

    def __init__(self, describe: Describe, parent: QWidget) -> None:
        super().__init__(parent)
        self._describe = describe
        self.cards: tuple[PhotoCard, ...] = ()

    def show_cards(self, cards: Sequence[PhotoCard]) -> None:
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()

    def words(self, row: int) -> TileWords:
        return self._describe(self.cards[row])

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = self.words(index.row())
            return f"{words.name} {words.note}"
        return None


class PhotoDelegate(QStyledItemDelegate):
    """Paints one photo: picture, name, and what there is to say of it."""

    def __init__(self, images: PhotoImages, palette: Palette, parent: "PhotoGrid") -> None:
        super().__init__(parent)
        self._images, self._palette, self._view = images, palette, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = self._view.photo_model
        card, words = model.cards[index.row()], model.words(index.row())
        room: QRectF = QRectF(option.rect)
        half = GAP_PX / 2
        tile = room.adjusted(half, half, -half, -half)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tile, words.tone, chosen=chosen)
        self._paint_picture(painter, tile, card)
        if state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, tile)
        self._paint_words(painter, tile, words)
        if words.tone:
            self._paint_mark(painter, tile, words.tone)
        if chosen:
            self._paint_check(painter, tile)
        painter.restore()

    def _paint_ground(self, painter: QPainter, tile: QRectF, tone: str, *, chosen: bool) -> None:
        p = self._palette
        painter.setBrush(QColor(p.cream if chosen else p.tint if tone else p.surface))
        edge = p.crust if chosen else {"warn": p.unsure, "problem": p.unknown}.get(tone, p.line)
        painter.setPen(QPen(QColor(edge), 3 if chosen else 2 if tone else 1))
        painter.drawRoundedRect(tile, RADIUS_CONTROL_PX, RADIUS_CONTROL_PX)

    def _paint_focus(self, painter: QPainter, tile: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._palette.ink), _FOCUS_PX))
        inner = tile.adjusted(STEP_PX, STEP_PX, -STEP_PX, -STEP_PX)
        painter.drawRoundedRect(inner, RADIUS_LABEL_PX, RADIUS_LABEL_PX)

    def _picture_place(self, tile: QRectF) -> QRectF:
        left = tile.center().x() - THUMBNAIL_PX / 2
        return QRectF(left, tile.y() + GAP_PX, THUMBNAIL_PX, THUMBNAIL_PX)

    def _paint_picture(self, painter: QPainter, tile: QRectF, card: PhotoCard) -> None:
        place = self._picture_place(tile)
        image = self._images.thumbnail(card)
        path = QPainterPath()
        path.addRoundedRect(place, RADIUS_LABEL_PX, RADIUS_LABEL_PX)
        painter.fillPath(path, QColor(self._palette.well))
        if image is not None:
            painter.save()
            painter.setClipPath(path)
            painter.drawImage(place, image)
            painter.restore()
        elif self._images.is_unreadable(card):
            painter.setPen(QColor(self._palette.unknown))
            painter.setFont(font(CONTROL_PX, bold=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "×")

    def _paint_words(self, painter: QPainter, tile: QRectF, words: TileWords) -> None:
        """Some rows, of which the name takes two where it is long."""
        p = self._palette
        top = self._picture_place(tile).bottom() + STEP_PX
        wide = tile.adjusted(GAP_PX, 0, -GAP_PX, 0)
        tones = {"warn": p.unsure, "problem": p.unknown}
        left = self._view.rows
        for text, face, colour, most in (
            (words.name, font(CONTROL_PX, bold=True), p.ink, _NAME_ROWS),
            (words.note, font(NOTE_PX), tones.get(words.tone, p.muted), left),
        ):
            rows = fitted(text, int(wide.width()), min(most, left), QFontMetrics(face))
            painter.setFont(face)
            painter.setPen(QColor(colour))
            for row in rows:
                place = QRectF(wide.x(), top, wide.width(), _pitch(face))
                painter.drawText(place, CENTRED, row)
                top += _pitch(face)
            left -= len(rows)

    def _paint_mark(self, painter: QPainter, tile: QRectF, tone: str) -> None:
        colour = self._palette.unknown if tone == "problem" else self._palette.unsure
        place = self._picture_place(tile)
        self._paint_disc(painter, place.topLeft().x(), place.y(), colour, "!？"[tone != "problem"])

    def _paint_check(self, painter: QPainter, tile: QRectF) -> None:
        place = self._picture_place(tile)
        self._paint_disc(painter, place.right() - _MARK_PX, place.y(), self._palette.crust, "✓")

    def _paint_disc(
        self, painter: QPainter, left: float, top: float, colour: str, sign: str
    ) -> None:
        disc = QRectF(left, top, _MARK_PX, _MARK_PX)
        painter.setPen(QPen(QColor(self._palette.surface), 2))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(disc)
        painter.setPen(QColor(self._palette.on_strong))
        painter.setFont(font(CONTROL_PX, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, sign)


class PhotoGrid(QListView):
    """A tap or the space bar chooses a photo, and another one besides; shift and arrows a run."""

    chosen_changed = Signal()
    looked_at = Signal(object)  # PhotoCard under the cursor
    opened = Signal()

    def __init__(
        self,
        images: PhotoImages,
        palette: Palette,
        describe: Describe,
        *,
        several: bool = True,
        rows: int = _ROWS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("photo_grid")
        self.rows = rows
        self.photo_model = PhotoModel(describe, self)
        self.setModel(self.photo_model)
        self.setItemDelegate(PhotoDelegate(images, palette, self))
        # rows in list mode: icon mode would keep a tree of all tiles, twice as slow to lay out
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_LAID_OUT_AT_ONCE)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        keep_bar(self)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        mode = QListView.SelectionMode
        self.setSelectionMode(mode.MultiSelection if several else mode.SingleSelection)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._anchor = 0
        self._goes_to_end = False
        self.verticalScrollBar().rangeChanged.connect(self._follow_end)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.selectionModel().currentChanged.connect(self._look)
        images.arrived.connect(self.viewport().update)

    @property
    def chosen(self) -> list[PhotoCard]:
        """The chosen photos, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.photo_model.cards[row] for row in rows]

    def current(self) -> PhotoCard | None:
        """The photo under the cursor."""
        index = self.currentIndex()
        return self.photo_model.cards[index.row()] if index.isValid() else None

    def show_cards(self, cards: Sequence[PhotoCard]) -> None:
        """Show these; the cursor stays about where it was, and nothing is chosen."""
        self._goes_to_end = False
        row = max(self.currentIndex().row(), 0)
        place = self.verticalScrollBar().value()
        self.photo_model.show_cards(cards)
        self.verticalScrollBar().setValue(place)
        if cards:
            at = self.photo_model.index(min(row, len(cards) - 1))
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            one = QItemSelectionModel.SelectionFlag.ClearAndSelect
            single = self.selectionMode() is QListView.SelectionMode.SingleSelection
            self.selectionModel().setCurrentIndex(at, one if single else keep)
        self.chosen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        room_px = self.viewport().width() - STEP_PX  # a full row would wrap
        tile_px = _TILE_PX * (100 + text_percent()) // 200  # long words need the width
        columns = max(room_px // tile_px, 1)
        high = THUMBNAIL_PX + 3 * GAP_PX + 2 * STEP_PX + _words_height(self.rows)
        self.setGridSize(QSize(room_px // columns, high))
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._goes_to_end = False
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key in _MOVES and self.selectionMode() is QListView.SelectionMode.MultiSelection:
            self._move(_MOVES[key], choose=bool(event.modifiers() & shift))
        else:
            super().keyPressEvent(event)

    def place_of(self, row: int) -> QRect:
        """Where a photo's tile stands, pixels of the viewport, after scrolling to it."""
        index = self.photo_model.index(row)
        self.scrollTo(index)
        return self.visualRect(index)

    def _move(self, action: QListView.CursorAction, *, choose: bool) -> None:
        """Move the cursor, and with shift choose all from where it was."""
        start = self.currentIndex().row()
        index = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        is_end = action is QListView.CursorAction.MoveEnd
        if is_end:  # of all photos, not of those laid out by now
            index = self.photo_model.index(len(self.photo_model.cards) - 1)
        self._goes_to_end = is_end
        if not index.isValid():
            return
        keep = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, keep)
        if choose:
            select = QItemSelectionModel.SelectionFlag.Select
            first, last = sorted((max(start, 0), index.row()))
            for row in range(first, last + 1):
                self.selectionModel().select(self.photo_model.index(row), select)

    def _follow_end(self) -> None:
        """Stay at the end while more and more is laid out."""
        if self._goes_to_end:
            self.scrollTo(self.currentIndex())
            self._goes_to_end = self.currentIndex().row() == len(self.photo_model.cards) - 1

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(self.photo_model.cards[index.row()])


def _pitch(face: QFont) -> int:
    """From row to row."""
    return height_of(2, face) // 2 + STEP_PX // 2


def _words_height(rows: int) -> int:
    """Of the rows below a picture, as large as words are now."""
    name, note = (_pitch(font(size)) for size in (CONTROL_PX, NOTE_PX))
    return _NAME_ROWS * name + (rows - _NAME_ROWS) * note
