"""A page that is still to come."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.ui.empty_state import EmptyState
from breadpos.ui.named import named
from breadpos.ui.tab import Tab

_ICONS = {
    Tab.PRODUCTS: "tag",
    Tab.PHOTOS: "images",
    Tab.SALES: "chart-bar",
    Tab.SETTINGS: "gear",
}


class ComingPage(QWidget):
    """Says how it is done until then, and leads back to the register."""

    counter_requested = Signal()

    def __init__(self, tab: Tab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        named("page", self)
        self.empty = EmptyState(_ICONS[tab], keys=("Esc",))
        self.empty.acted.connect(self.counter_requested)
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)
        self._retranslate()

    def _retranslate(self) -> None:
        title, sentence = self._words()
        self.empty.show_words(title, sentence, self.tr("Back to the register"))

    def _words(self) -> tuple[str, str]:
        match self._tab:
            case Tab.PRODUCTS:
                return self.tr("The price list"), self.tr(
                    "Until this page is here, “breadpos products” shows and changes prices."
                )
            case Tab.PHOTOS:
                return self.tr("Photographs of your breads"), self.tr(
                    "Until this page is here, “breadpos learn FOLDER” teaches new breads."
                )
            case Tab.SALES:
                return self.tr("Sales and the day's close"), self.tr(
                    "Every sale is kept. This page will show them."
                )
            case _:
                return self.tr("Settings"), self.tr(
                    "Until this page is here, breadpos.toml in the shop's folder holds them."
                )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
