"""One line that tells what is broken and what still works."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from breadpos.ui.banner_message import Message, Topic
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.fonts import words_are_large
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import restyle
from breadpos.ui.tokens import GAP_PX, PAD_PX

_MOST_BUTTONS = 2
_BUTTON_PX = 88
_NARROW_PX = 640
_LINES, _LINES_LARGE = 2, 3


class Banner(QFrame):
    """Shows the most pressing message of those that stand; hidden when none does."""

    acted = Signal(object, object)  # Topic, Remedy

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._standing: dict[Topic, Callable[[], Message]] = {}
        self._icon = Icon("info", 24)
        self.title = ElidedLabel(lines=2)
        self.title.setProperty("words", "strong")
        self.sentence = ElidedLabel(lines=_LINES)
        self.buttons = [
            KeyButton(keys=(f"Ctrl+{number + 1}",), shown_key=f"Ctrl {number + 1}", stacked=True)
            for number in range(_MOST_BUTTONS)
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(PAD_PX, GAP_PX, GAP_PX, GAP_PX)
        self._grid.setSpacing(PAD_PX)
        self._grid.setColumnStretch(2, 1)  # the sentence follows its title, however short that is
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, number=number: self._act(number))
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        """In a line; the sentence below its title where it is narrow; large words need three."""
        large = int(words_are_large())
        self._is_narrow = self.width() < _NARROW_PX
        below = int(bool(large) or self._is_narrow)
        self._grid.addWidget(self._icon, 0, 0)
        self._grid.addWidget(self.title, 0, 1, 1, 1 + below + 2 * large)
        self._grid.addWidget(self.sentence, below, 2 - 2 * below, 1, 1 + 2 * below + 2 * large)
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, 2 * large, 3 + number, 1 if large else 1 + below, 1)

    def announce(self, topic: Topic, message: Callable[[], Message]) -> None:
        """Let a message stand until it is withdrawn; it is worded again in another language."""
        self._standing[topic] = message
        self._show_first()

    def withdraw(self, topic: Topic) -> None:
        if self._standing.pop(topic, None) is not None:
            self._show_first()

    def shown(self) -> Message | None:
        """The message in sight."""
        return self._standing[min(self._standing)]() if self._standing else None

    def _act(self, number: int) -> None:
        message = self.shown()
        if message is not None:
            self.acted.emit(min(self._standing), message.buttons[number][1])

    def _show_first(self) -> None:
        message = self.shown()
        self.setVisible(message is not None)
        if message is None:
            return
        self._icon.show_icon(message.icon)
        self.title.set_text(message.title)
        lines = _LINES_LARGE if words_are_large() else _LINES
        self.sentence.set_text(message.sentence, lines=lines)
        self.sentence.setVisible(bool(message.sentence))
        self.setAccessibleName(f"{message.title} {message.sentence}")
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(message.buttons))
            if number < len(message.buttons):
                button.set_words(message.buttons[number][0])
                button.setMinimumWidth(max(button.sizeHint().width() + 2 * GAP_PX, _BUTTON_PX))
        self.setProperty("tone", "problem" if message.is_problem else "")
        restyle(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow is not (self.width() < _NARROW_PX):
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            self._show_first()
