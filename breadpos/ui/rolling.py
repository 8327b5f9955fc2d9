"""What rolls up and down where it is too long, and never loses its right edge."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from breadpos.ui.named import named


class Rolling(QScrollArea):
    """Never narrower than what is in it, nor than `least_px`."""

    def __init__(
        self, content: QLayout | QWidget, least_px: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, widgetResizable=True)
        self._least_px = least_px
        self._ground = content if isinstance(content, QWidget) else _ground(content)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._ground)
        self._ground.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), self._ground.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(), 0)

    def _wide(self) -> int:
        words = self._ground.minimumSizeHint().width()
        return max(words + self.verticalScrollBar().sizeHint().width(), self._least_px)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _ground(layout: QLayout) -> QWidget:
    ground = named("scrolled", QWidget())
    ground.setLayout(layout)
    return ground
