"""The section from which practising begins, in a window of its own."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.ui.empty_state import EmptyState


class PracticePage(QWidget):
    """Says what practising is, and has one button."""

    practice_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = EmptyState("graduation-cap", ("Ctrl+P",))
        self._is_begun = False
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        self.state.acted.connect(self._begin)
        self._retranslate()

    def _begin(self) -> None:
        self._is_begun = True
        self.practice_requested.emit()
        self._retranslate()

    def _retranslate(self) -> None:
        sentence = self.tr(
            "A counter with simulated bread opens in its own window. Sell, void and close the day"
            " as often as you like: nothing counts. Screens and slips say that it is practice."
        )
        if self._is_begun:
            sentence = self.tr("It opens in a few seconds. This register goes on as it is.")
        self.state.show_words(self.tr("Practise"), sentence, self.tr("Begin to practise"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
