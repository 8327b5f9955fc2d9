"""For how many people a sale is, and a note on it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from breadpos.domain.cart import LONGEST_NOTE
from breadpos.ui.key_button import KeyButton
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.stepper import Stepper
from breadpos.ui.tokens import EDGE_PX, PAD_PX, PRIMARY_HEIGHT_PX


class NotesPanel(QFrame):
    """The cart's own words; both stand on the receipt's record."""

    noted = Signal(str)
    customers_set = Signal(int)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._customers = 1
        self.head = PanelHead()
        self.customers_caption, self.note_caption = QLabel(), QLabel()
        self.stepper = Stepper()
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.done_button = KeyButton(kind="primary", keys=("Return", "Enter"), shown_key="Enter")
        self.done_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        people = QHBoxLayout()
        people.addWidget(self.customers_caption)
        people.addStretch()
        people.addWidget(self.stepper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.head)
        layout.addLayout(people)
        layout.addWidget(self.note_caption)
        layout.addWidget(self.note)
        layout.addStretch()
        layout.addWidget(self.done_button)
        self.head.back_requested.connect(self.cancelled)
        self.stepper.less_requested.connect(lambda: self._count(-1))
        self.stepper.more_requested.connect(lambda: self._count(1))
        self.done_button.clicked.connect(self._finish)
        self._retranslate()

    def show_notes(self, note: str, customers: int) -> None:
        """Begin with what the cart says."""
        self.note.setText(note)
        self._customers = customers
        self.stepper.show_count(customers)
        self.note.setFocus()

    def _count(self, more: int) -> None:
        self._customers = max(self._customers + more, 1)
        self.stepper.show_count(self._customers)

    def _finish(self) -> None:
        self.customers_set.emit(self._customers)
        self.noted.emit(self.note.text())

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Note and customers"))
        self.customers_caption.setText(self.tr("Customers"))
        self.note_caption.setText(self.tr("Note, printed on the receipt"))
        self.note.setAccessibleName(self.note_caption.text())
        self.done_button.set_words(self.tr("Keep"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
