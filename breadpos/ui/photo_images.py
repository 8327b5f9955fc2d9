"""Pictures of photos, read beside the window and kept while they are likely to be seen again."""

from collections import OrderedDict
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from breadpos.application.photo_album import PhotoCard, PhotoPictures
from breadpos.ui.errand import Run

THUMBNAIL_PX = 132
_KEPT = 1_200
"""Some 80 MiB."""
_WANTED = 120
"""Asked for and not read yet; what was scrolled past long ago is not worth reading."""
_TELL_MS = 30


class PhotoImages(QObject):
    """Answers at once with what is there; the rest is read, the newest wish first."""

    arrived = Signal()  # some thumbnails
    pictured = Signal(object, object)  # photo_id, QImage or None
    _read = Signal(object, object)

    def __init__(self, pictures: PhotoPictures, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._run = pictures, run
        self._images: OrderedDict[int, QImage | None] = OrderedDict()
        self._wanted: OrderedDict[int, PhotoCard] = OrderedDict()
        self._lock = Lock()
        self._is_reading = False
        self._timer = QTimer(self, interval=_TELL_MS, singleShot=True)
        self._timer.timeout.connect(self.arrived)
        self._read.connect(self._keep)

    def thumbnail(self, card: PhotoCard) -> QImage | None:
        """The item's small picture; None while it is read, and where it cannot be."""
        if card.photo_id in self._images:
            self._images.move_to_end(card.photo_id)
            return self._images[card.photo_id]
        with self._lock:
            self._wanted[card.photo_id] = card
            self._wanted.move_to_end(card.photo_id)
            while len(self._wanted) > _WANTED:
                self._wanted.popitem(last=False)
            starts, self._is_reading = not self._is_reading, True
        if starts:
            self._run(self._read_wanted)
        return None

    def is_unreadable(self, card: PhotoCard) -> bool:
        """Whether it was read in vain."""
        return card.photo_id in self._images and self._images[card.photo_id] is None

    def ask_picture(self, card: PhotoCard, most_px: int) -> None:
        """Read the whole picture; `pictured` follows."""

        def read() -> None:
            self.pictured.emit(card.photo_id, _image(self._pictures.picture(card, most_px)))

        self._run(read)

    def _read_wanted(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._is_reading = False
                    return
                _, card = self._wanted.popitem()
            image = _image(self._pictures.thumbnail(card, THUMBNAIL_PX))
            self._read.emit(card.photo_id, image)

    @Slot(object, object)
    def _keep(self, photo_id: int, image: QImage | None) -> None:
        self._images[photo_id] = image
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        if not self._timer.isActive():
            self._timer.start()


def _image(pixels_bgr: NDArray[np.uint8] | None) -> QImage | None:
    """A picture of its own memory; a QImage looks into the array it is given."""
    if pixels_bgr is None:
        return None
    height, width = pixels_bgr.shape[:2]
    packed = np.ascontiguousarray(pixels_bgr)
    image = QImage(packed.data, width, height, 3 * width, QImage.Format.Format_BGR888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
