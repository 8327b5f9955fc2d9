"""What stands where there is nothing yet: what will be here, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.ui.fonts import text_percent
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, ICON_ROUND_PX, READING_PX, TOUCH_PX


class EmptyState(QWidget):
    """An icon, a heading, a sentence and one button."""

    acted = Signal()

    def __init__(
        self, icon: str, keys: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._round = named("empty_icon", QWidget())
        self._round.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._round.setFixedSize(ICON_ROUND_PX, ICON_ROUND_PX)
        middle = QVBoxLayout(self._round)
        middle.addWidget(Icon(icon, TOUCH_PX), alignment=Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title.setProperty("words", "heading")
        self.sentence = Prose(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMinimumWidth(READING_PX)
        self.sentence.setProperty("words", "muted")
        self.button = KeyButton(kind="step", keys=keys)
        self.button.clicked.connect(self.acted)
        self._lay_out()

    def show_words(self, title: str, sentence: str, button: str) -> None:
        """Say what will be here; without words for the button there is none."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.set_words(button)
        self.button.setVisible(bool(button))

    def show_detail(self, detail: str) -> None:
        """Say below the button what only somebody who helps can use; it can be copied."""
        words = QLabel(detail, wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        words.setProperty("words", "note")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, 0)
        self._column.insertWidget(self._column.count() - 1, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Larger words get longer lines, as far as there is room."""
        wanted = READING_PX * text_percent() // 100
        self.sentence.setFixedWidth(max(min(wanted, self.width() - 2 * EDGE_PX), READING_PX))

    def _lay_out(self) -> None:
        layout = self._column = QVBoxLayout(self)
        layout.setSpacing(GAP_PX)
        layout.addStretch(2)
        for widget in (self._round, self.title):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        reading = QHBoxLayout()  # an aligned label would get the height of one line
        reading.addStretch()
        reading.addWidget(self.sentence)
        reading.addStretch()
        layout.addLayout(reading)
        layout.addSpacing(EDGE_PX)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
