"""What stands where a page is about to be."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.ui.empty_state import EmptyState
from breadpos.ui.named import named


class WaitingPage(QWidget):
    """Says that the page comes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("page", self)
        self.empty = EmptyState("arrows-clockwise")
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)
        self._retranslate()

    def _retranslate(self) -> None:
        self.empty.show_words(
            self.tr("One moment…"), self.tr("This page is being opened; selling goes on."), ""
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
