"""Notices that nobody has touched the register for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

_MINUTE_MS = 60_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class AutoLock(QObject):
    """Says so again and again, every so many minutes, until somebody touches the window.

    It looks at what reaches the window as the system sees it, not at every event of the program:
    to hear of widgets that are only being made would end the program.

    Args:
        minutes: 0 for never.
    """

    is_due = Signal()

    def __init__(self, window: QWidget, minutes: int) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.is_due)
        self.set_minutes(minutes)
        window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on; 0 for ever."""
        self._waits = minutes > 0
        self.timer.setInterval(minutes * _MINUTE_MS)
        if self._waits:
            self.timer.start()
        else:
            self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show and watched is self._window:
            self._look_at(self._window.window().windowHandle())
        elif self._waits and kind in _TOUCHES and watched is self._handle:
            self.timer.start()
        return False

    def _look_at(self, handle: QWindow | None) -> None:
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)
