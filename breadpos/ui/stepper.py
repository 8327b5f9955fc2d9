"""Less, how many, more."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import TOUCH_PX

_HELD_MS, _AGAIN_MS = 450, 160
"""A slow finger does not count twice; a held one can still be let go of in time."""


class Stepper(QFrame):
    """Counts by one with two full touch targets."""

    less_requested = Signal()
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepper")
        self.less_button = KeyButton(kind="round", icon="minus")
        self.more_button = KeyButton(kind="round", icon="plus")
        self.count = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.count.setProperty("words", "line")
        self.count.setMinimumWidth(34)
        self.setFixedHeight(TOUCH_PX + 2)  # and its border
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in (self.less_button, self.more_button):
            button.setFixedWidth(TOUCH_PX)
            button.setAutoRepeat(True)  # held down, it goes on counting
            button.setAutoRepeatDelay(_HELD_MS)
            button.setAutoRepeatInterval(_AGAIN_MS)
        for widget in (self.less_button, self.count, self.more_button):
            layout.addWidget(widget)
        self.less_button.clicked.connect(self.less_requested)
        self.more_button.clicked.connect(self.more_requested)
        self._retranslate()

    def show_count(self, count: int) -> None:
        self.count.setText(str(count))

    def _retranslate(self) -> None:
        self.less_button.setAccessibleName(self.tr("One less"))
        self.more_button.setAccessibleName(self.tr("One more"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
