"""Small pictures of products, where the shop has photographs."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QTransform

from breadpos.domain.product import Product, ProductId
from breadpos.ui.errand import Errand, Run, in_pool
from breadpos.ui.fonts import exact_font
from breadpos.ui.tokens import Palette


class Thumbnails(QObject):
    """Products' pictures, read one after another beside the window when first asked for.

    Args:
        read: a product's picture, or None where it has none; called on another thread.
    """

    arrived = Signal()  # a picture that was asked for

    def __init__(self, read: Callable[[ProductId], QImage | None], run: Run = in_pool) -> None:
        super().__init__()
        self._read = read
        self._images: dict[ProductId, QImage | None] = {}
        self._waiting: deque[ProductId] = deque()
        self._is_reading = False
        self._reading = Errand(self, run)
        self._reading.done.connect(self._take)
        self._reading.crashed.connect(self._go_on)

    def __call__(self, product_id: ProductId) -> QImage | None:
        """A product's picture; None while it is being read, or where there is none."""
        if product_id not in self._images:
            self._images[product_id] = None
            self._waiting.append(product_id)
            if not self._is_reading:
                self._go_on()
        return self._images[product_id]

    def look_again(self) -> None:
        """Products that had no picture may have been photographed since."""
        if not self._is_reading:
            self._images = {key: image for key, image in self._images.items() if image is not None}

    def stop(self) -> None:
        """Read no more: the photographs are about to be closed."""
        self._waiting.clear()

    @Slot()
    def _go_on(self) -> None:
        self._is_reading = bool(self._waiting)
        if self._waiting:
            product_id = self._waiting.popleft()
            self._reading.run(lambda: (product_id, self._read(product_id)))

    @Slot(object)
    def _take(self, found: tuple[ProductId, QImage | None]) -> None:
        product_id, image = found
        self._images[product_id] = image
        self._go_on()
        if image is not None:
            self.arrived.emit()


def no_thumbnails() -> Thumbnails:
    """For a shop without photographs."""
    return Thumbnails(lambda _product_id: None)


def paint_thumbnail(
    painter: QPainter, room: QRectF, product: Product, image: QImage | None, palette: Palette
) -> None:
    """A round picture of a product; its first letter where there is none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if image is None or image.isNull():
        painter.setBrush(QColor(palette.cream))
        painter.drawEllipse(room)
        painter.setPen(QColor(palette.crust))
        painter.setFont(exact_font(int(room.height() * 0.42), bold=True))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, product.name[:1])
        return
    side = min(image.width(), image.height())
    scale = room.width() / side
    brush = QBrush(image)
    brush.setTransform(
        QTransform.fromTranslate(
            room.center().x() - image.width() * scale / 2,
            room.center().y() - image.height() * scale / 2,
        ).scale(scale, scale)
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setBrush(brush)
    painter.drawEllipse(room)


def thumbnail_pixmap(
    product: Product, image: QImage | None, side_px: int, ratio: float, palette: Palette
) -> QPixmap:
    """The same as a pixmap, for a button."""
    pixmap = QPixmap(round(side_px * ratio), round(side_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_thumbnail(painter, QRectF(0, 0, side_px, side_px), product, image, palette)
    painter.end()
    return pixmap
