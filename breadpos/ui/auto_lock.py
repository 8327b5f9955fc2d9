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
        self.timer = QTimer(self, interval=max(minutes, 1) * _MINUTE_MS)
        self.timer.timeout.connect(self.is_due)
        app = QApplication.instance()
        if minutes > 0 and app is not None:
            app.installEventFilter(self)
            self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.timer.start()
        return super().eventFilter(watched, event)
