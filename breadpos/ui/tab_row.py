"""The tabs in the header: one a page."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from breadpos.ui.fonts import exact_font, text_percent
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tab import Tab
from breadpos.ui.tokens import CONTROL_PX, GAP_PX, HEADER_PX, PAD_PX, header_percent, sized

_SPARE_PX = 2
"""The bold words are measured without hinting, and drawn with it."""


class TabRow(QWidget):
    """One button a page, the open one underlined."""

    chosen = Signal(object)  # Tab

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {tab: self._button(tab) for tab in Tab}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self._buttons.values():
            self._group.addButton(button)
            layout.addWidget(button)
        self.show_tab(Tab.COUNTER)
        self._retranslate()

    def button(self, tab: Tab) -> KeyButton:
        return self._buttons[tab]

    def show_tab(self, tab: Tab) -> None:
        """Mark the page that is open."""
        self._buttons[tab].setChecked(True)

    def show_count(self, tab: Tab, count: int) -> None:
        """How much waits on a page; nothing is said of none."""
        button = self.button(tab)
        button.set_words(button.face.text(), str(count) if count else "")
        self._give_room()

    def _button(self, tab: Tab) -> KeyButton:
        key = f"Alt+{tab.value}"
        button = KeyButton(kind="tab", keys=(key,), shown_key="")
        button.setCheckable(True)
        button.setFixedHeight(HEADER_PX)
        button.clicked.connect(lambda: self.chosen.emit(tab))
        return button

    def _retranslate(self) -> None:
        words = {
            Tab.COUNTER: self.tr("Register"),
            Tab.PRODUCTS: self.tr("Products"),
            Tab.PHOTOS: self.tr("Photos"),
            Tab.SALES: self.tr("Sales"),
            Tab.SETTINGS: self.tr("Settings"),
        }
        for tab, button in self._buttons.items():
            button.set_words(words[tab])
        self._give_room()

    def _give_room(self) -> None:
        """For bold words, so that no tab moves when another is open, and for a count."""
        size_px = sized(CONTROL_PX, header_percent(text_percent()))
        bold = QFontMetrics(exact_font(size_px, bold=True))
        for button in self._buttons.values():
            count = button.hint
            counted = count.sizeHint().width() + GAP_PX if count.text() else 0
            words = bold.horizontalAdvance(button.face.text())
            button.setMinimumWidth(words + counted + 2 * PAD_PX + _SPARE_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self._retranslate()
