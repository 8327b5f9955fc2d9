"""The categories of the price list, in as many rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.tokens import GAP_PX, TOUCH_PX

_MOST_ROWS = 3
"""Of more the rest is scrolled to."""


class CategoryTabs(QScrollArea):
    """All, and one tab a category; hidden where there are none."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.category = ""
        self._buttons: list[KeyButton] = []
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._ground = named("scrolled", QWidget())
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_categories(self, names: Sequence[str]) -> None:
        """Begin with all products."""
        self.category = ""
        if tuple(names) != self._names or not self._buttons:
            self._names = tuple(names)
            self._rebuild()
        self.setVisible(bool(names))
        for button in self._buttons[:1]:
            button.setChecked(True)

    def button(self, name: str) -> KeyButton:
        """The tab of a category; "" for all."""
        return self._buttons[["", *self._names].index(name)]

    def _rebuild(self) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for name in ["", *self._names]:
            button = KeyButton(name or self.tr("All"), kind="chip")
            button.setParent(self._ground)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            button.show()
            self._group.addButton(button)
            self._buttons.append(button)
        self._place()

    def _place(self) -> None:
        """One beside the other, and what has no room in the next row."""
        room, left, row = self.viewport().width(), 0, 0
        for button in self._buttons:
            wide = min(button.sizeHint().width(), room)
            if left and left + wide > room:
                left, row = 0, row + 1
            button.setGeometry(QRect(left, row * (TOUCH_PX + GAP_PX), wide, TOUCH_PX))
            left += wide + GAP_PX
        self._ground.setMinimumHeight(_high(row + 1))
        self.setFixedHeight(_high(min(row + 1, _MOST_ROWS)))

    def _choose(self, name: str) -> None:
        self.category = name
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._buttons:
            self._buttons[0].set_words(self.tr("All"))
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            QTimer.singleShot(0, self, self._place)  # once the words have their size


def _high(rows: int) -> int:
    return rows * (TOUCH_PX + GAP_PX) - GAP_PX
