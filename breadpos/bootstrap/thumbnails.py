"""Product pictures out of the shop's photographs."""

import logging
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from breadpos.domain.errors import BreadposError
from breadpos.domain.product import ProductId
from breadpos.storage.photos import Photo, PhotoStore, SqlPhotos

_log = logging.getLogger(__name__)
_SIDE_PX = 192


@dataclass(frozen=True, slots=True)
class PhotoThumbnails:
    """The first photo of a product that shows one item; on any thread."""

    photos: SqlPhotos
    store: PhotoStore

    def read(self, product_id: ProductId) -> QImage | None:
        try:
            photos = self.photos.of(product_id)
            photo = next((each for each in photos if each.box), None)
            return self._cut(photo) if photo else None
        except BreadposError as error:
            _log.warning("no thumbnail of %s: %s", product_id, error)
            return None

    def _cut(self, photo: Photo) -> QImage:
        from breadpos.capture.pictures import read_picture  # here: the window need not wait

        pixels = read_picture(self.store.path(photo.file))
        square = _square(pixels, photo)
        rgb = np.ascontiguousarray(square[..., ::-1])
        return QImage(
            rgb.tobytes(), _SIDE_PX, _SIDE_PX, 3 * _SIDE_PX, QImage.Format.Format_RGB888
        ).copy()  # a QImage looks into the bytes it is given


def _square(pixels: NDArray[np.uint8], photo: Photo) -> NDArray[np.uint8]:
    """The item with a little of its surroundings."""
    import cv2

    left, top, width, height = photo.box or (0.0, 0.0, *map(float, photo.size))
    side = 1.1 * max(width, height) / 2
    x, y = left + width / 2, top + height / 2
    crop = pixels[
        max(int(y - side), 0) : max(int(y + side), 1),
        max(int(x - side), 0) : max(int(x + side), 1),
    ]
    return np.asarray(
        cv2.resize(crop, (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_AREA), np.uint8
    )
