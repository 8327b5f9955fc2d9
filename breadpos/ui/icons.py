"""Icons of one family, in the colour of the words beside them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.ui.assets import asset
from breadpos.ui.fonts import text_percent


class Icon(QWidget):
    """One icon; its colour is the style sheet's `color`."""

    def __init__(self, name: str, side_px: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._renderer = QSvgRenderer(asset(f"icons/{name}.svg"), self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str) -> None:
        self._renderer.load(asset(f"icons/{name}.svg"))
        self.update()

    def sizeHint(self) -> QSize:
        side_px = self._side_px * (300 + text_percent()) // 400  # a little of what words grow
        return QSize(side_px, side_px)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, _tinted(self._renderer, self.size(), colour, ratio))


def tinted(name: str, side_px: int, colour: QColor) -> QPixmap:
    """An icon for what takes only a pixmap, twice as fine as its size."""
    return _tinted(QSvgRenderer(asset(f"icons/{name}.svg")), QSize(side_px, side_px), colour, 2.0)


def _tinted(renderer: QSvgRenderer, size: QSize, colour: QColor, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    room = QRectF(0, 0, size.width(), size.height())
    renderer.render(painter, room)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(room, colour)
    painter.end()
    return pixmap
