"""One photo large: the whole picture with its item outlined, and what is known of it."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.application.photo_album import PhotoCard
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.tokens import RADIUS_CONTROL_PX, Palette

_MOST_PX = 960
_AROUND = 0.12
"""Of the item's size, shown around it when it is looked at closely."""


class PhotoDetail(QWidget):
    """Paints the picture as large as there is room.

    Args:
        close: shows the item alone, else the whole picture.
    """

    def __init__(
        self,
        images: PhotoImages,
        palette: Palette,
        *,
        close: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._images, self._palette, self._close = images, palette, close
        self._card: PhotoCard | None = None
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        images.pictured.connect(self._show_image)

    def show_card(self, card: PhotoCard | None) -> None:
        """Show a photo; its picture follows."""
        if card is not None and self._card is not None and self._card.photo_id == card.photo_id:
            return
        self._card, self._image = card, None
        if card is not None:
            self._images.ask_picture(card, _MOST_PX)
        self.update()

    @property
    def is_shown(self) -> bool:
        """Whether the picture has arrived."""
        return self._image is not None

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS_CONTROL_PX, RADIUS_CONTROL_PX)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), QColor(self._palette.well))
        if self._card is None or self._image is None:
            return
        source = self._source(self._image, self._card)
        scale = min(self.width() / source.width(), self.height() / source.height())
        wide, high = source.width() * scale, source.height() * scale
        target = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.drawImage(target, self._image, source)
        if self._card.box is not None and not self._close:
            left, top, width, height = (
                value * self._image.width() / self._card.size[0] for value in self._card.box
            )
            place = QRectF(
                target.x() + left * scale, target.y() + top * scale, width * scale, height * scale
            )
            for colour, thick in ((self._palette.surface, 5), (self._palette.info, 3)):
                painter.setPen(QPen(QColor(colour), thick))
                painter.drawRoundedRect(place, RADIUS_CONTROL_PX, RADIUS_CONTROL_PX)

    def _source(self, image: QImage, card: PhotoCard) -> QRectF:
        """The part of the picture to show, its own pixels."""
        whole = QRectF(image.rect())
        if card.box is None or not self._close:
            return whole
        scale = image.width() / card.size[0]
        left, top, width, height = (value * scale for value in card.box)
        around = _AROUND * max(width, height)
        return (
            QRectF(left, top, width, height)
            .adjusted(-around, -around, around, around)
            .intersected(whole)
        )

    @Slot(object, object)
    def _show_image(self, photo_id: int, image: QImage | None) -> None:
        if self._card is not None and self._card.photo_id == photo_id:
            self._image = image
            self.update()
