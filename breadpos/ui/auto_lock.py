"""Notices that nobody has touched the register for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

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
    """Says so again and again, every so many minutes, until somebody touches it.

    Args:
        minutes: 0 for never.
    """

    is_due = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.is_due)
        self.set_minutes(minutes)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on; 0 for ever."""
        self._waits = minutes > 0
        self.timer.setInterval(minutes * _MINUTE_MS)
        if self._waits:
            self.timer.start()
        else:
            self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._waits and event.type() in _TOUCHES:
            self.timer.start()
        return super().eventFilter(watched, event)
