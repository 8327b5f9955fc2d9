"""Small pictures of products, where the shop has photographs."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QTransform

from breadpos.domain.product import Product, ProductId
from breadpos.ui.fonts import exact_font
from breadpos.ui.tokens import Palette

Thumbnails = Callable[[ProductId], QImage | None]
"""A product's picture, or None where it has none."""


def no_thumbnails(_product_id: ProductId) -> QImage | None:
    """For a shop without photographs."""
    return None


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
