"""The owner's form as a panel over the window's right side."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from breadpos.ui.named import named
from breadpos.ui.new_pin_pad import Seal
from breadpos.ui.owner_form import OwnerForm
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, PAD_PX


class OwnerPanel(QFrame):
    """Why there is an owner, and who it is."""

    made = Signal(str, object)  # name, SealedPin
    cancelled = Signal()

    def __init__(self, seal: Seal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("card", self)
        self.head = PanelHead()
        self.sentence = Prose()
        self.sentence.setProperty("words", "muted")
        self.form = OwnerForm(seal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.head)
        layout.addWidget(self.sentence)
        layout.addWidget(self.form, stretch=1)
        self.head.back_requested.connect(self.cancelled)
        self.form.made.connect(self.made)
        self._retranslate()

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("The owner's PIN"))
        self.sentence.setText(self.tr("It allows voids, refunds and new prices."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
