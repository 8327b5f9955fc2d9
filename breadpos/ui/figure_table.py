"""A table of figures: names left, numbers right, the total last."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from breadpos.ui.tokens import STEP_PX, TOUCH_PX

_ROW_PX = TOUCH_PX - 8
_ROWS_WANTED = 4
"""So many are in sight at least; the others are scrolled to."""
_NAME_LETTERS = 5
"""So many of a long name are in sight at least, as kana are wide."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureTable(QTableWidget):
    """Read only; nothing in it is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_total = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.horizontalHeader().setHighlightSections(False)

    def show_rows(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], *, has_total: bool = False
    ) -> None:
        """Show rows of texts; has_total says that the last one is a sum."""
        self._has_total = has_total
        high = max(_ROW_PX, self.fontMetrics().height() + STEP_PX)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        for column, word in enumerate(header):
            item = QTableWidgetItem(word)
            item.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, item)
        for n, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(_RIGHT if column else _LEFT)
                if has_total and n == len(rows) - 1:
                    face = QFont(self.font())
                    face.setBold(True)
                    item.setFont(face)
                self.setItem(n, column, item)
        self.updateGeometry()
        sizes = self.horizontalHeader()
        sizes.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        sizes.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        """No more than what it must have; the other rows are scrolled to."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its figures and for short names."""
        columns = range(1, self.columnCount())
        figures = sum(max(self.sizeHintForColumn(n), self._head_px(n)) for n in columns)
        names = min(self.sizeHintForColumn(0), self.fontMetrics().height() * _NAME_LETTERS)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(
            max(names, self._head_px(0)) + figures + bar + 2 * self.frameWidth(), self._least_px()
        )

    def _least_px(self) -> int:
        """The head and some rows."""
        rows = (
            min(max(self.rowCount(), 1), _ROWS_WANTED) * self.verticalHeader().defaultSectionSize()
        )
        return self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()

    def _head_px(self, column: int) -> int:
        header = self.horizontalHeader()
        return max(header.sectionSizeHint(column), header.minimumSectionSize())

    def whole(self, width_px: int) -> "FigureTable | None":
        """A copy with every row in sight, for paper; None where nothing is scrolled out of it."""
        if self.verticalHeader().length() <= self.viewport().height():
            return None
        copy = FigureTable(self)
        copy.hide()
        cells = [self.horizontalHeaderItem(n) for n in range(self.columnCount())]
        header = [cell.text() if cell else "" for cell in cells]
        copy.show_rows(header, self.texts(), has_total=self._has_total)
        copy.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        copy.ensurePolished()
        height = copy.horizontalHeader().sizeHint().height() + copy.verticalHeader().length()
        copy.resize(width_px, height + _ROW_PX // 4)
        return copy

    @contextmanager
    def without_cut_rows(self) -> Iterator[None]:
        """Leave out rows that are half in sight: a PDF would show them whole, over what follows."""
        room = self.viewport().height()
        places = [(n, self.rowViewportPosition(n)) for n in range(self.rowCount())]
        cut = [n for n, top in places if top < 0 or top + self.rowHeight(n) > room]
        for n in cut:
            self.setRowHidden(n, True)
        try:
            yield
        finally:
            for n in cut:
                self.setRowHidden(n, False)

    def texts(self) -> list[list[str]]:
        """What is shown, row by row."""
        return [
            [
                item.text() if (item := self.item(n, column)) else ""
                for column in range(self.columnCount())
            ]
            for n in range(self.rowCount())
        ]
