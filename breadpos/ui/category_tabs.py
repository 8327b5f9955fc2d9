"""The categories of the price list, in one row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.tokens import BUTTON_PX, GAP_PX


class CategoryTabs(QScrollArea):
    """All, and one tab a category; hidden where there are none."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.category = ""
        self._buttons: list[KeyButton] = []
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._row = named("scrolled", QWidget())
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_PX)
        self._layout.addStretch()
        self.setWidget(self._row)
        self.setWidgetResizable(True)
        self.setFixedHeight(BUTTON_PX)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, name in enumerate(["", *self._names]):
            button = KeyButton(name or self.tr("All"), kind="chip")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            self._group.addButton(button)
            self._layout.insertWidget(place, button)
            self._buttons.append(button)

    def _choose(self, name: str) -> None:
        self.category = name
        self.chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._buttons:
            self._buttons[0].set_words(self.tr("All"))
