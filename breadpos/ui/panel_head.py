"""The top of a panel that lies over the cart: its title and the way back."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import PAD_PX


class PanelHead(QWidget):
    """Title on the left, way back on the right."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Prose()
        self.title.setProperty("words", "heading")
        self.back_button = KeyButton(icon="arrow-left", keys=("Esc",))
        self.back_button.clicked.connect(self.back_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.title, stretch=1)
        self.take_back_button()
        self._retranslate()

    def show_title(self, title: str) -> None:
        self.title.setText(title)

    def take_back_button(self) -> None:
        """Have the way back here, after it has been somewhere else."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.back_button)

    def _retranslate(self) -> None:
        self.back_button.set_words(self.tr("Back"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
