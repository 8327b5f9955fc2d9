"""The shop's album for the window: its labels, and its pictures read when they are looked at."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import numpy as np
from numpy.typing import NDArray

from breadpos.application.photo_album import PhotoCard
from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.photo_shelf import photo_shelf
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import BreadposError
from breadpos.domain.recognition import Box
from breadpos.storage.photos import PhotoFile, PhotoStore
from breadpos.ui.album_desk import AlbumDesk
from breadpos.ui.open_album import OpenAlbum
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.training_process import TrainingProcess

_log = logging.getLogger(__name__)

_LONG_WORK = {
    "check": ("photos", "check"),
    "import": ("photos", "import"),
    "export": ("photos", "export"),
}
_AROUND = 1.15
_GROUND = 236


def open_album(stack: ExitStack, shop: Shop) -> OpenAlbum:
    """The shop's album; the stack ends its threads."""
    clock = SystemClock(shop.settings.register.zone())
    desk_thread, picture_thread = _thread(stack, "album"), _thread(stack, "pictures")
    return OpenAlbum(
        AlbumDesk(photo_shelf(shop), clock.now, desk_thread),
        PhotoImages(StoredPictures(shop.photo_store), picture_thread),
        desk_thread,
        *(
            TrainingProcess(shop.home.folder, shop.home.logs / f"photo_{name}.jsonl", command)
            for name, command in _LONG_WORK.items()
        ),
    )


class StoredPictures:
    """PhotoPictures on the store; a large JPEG is decoded small.

    Imports what reads pictures on the thread that does: the window need not wait for it.
    """

    def __init__(self, store: PhotoStore) -> None:
        self._store = store

    def thumbnail(self, card: PhotoCard, side_px: int) -> NDArray[np.uint8] | None:
        """The item with a little around it; see the port."""
        width, height = card.size
        left, top, wide, high = card.box or (0.0, 0.0, float(width), float(height))
        pixels = self._pixels(card, max(wide, high) / side_px if width else 1.0)
        if pixels is None:
            return None
        scale = pixels.shape[1] / width if width else 1.0
        box = (left * scale, top * scale, wide * scale, high * scale)
        return _square(pixels, box, side_px)

    def picture(self, card: PhotoCard, most_px: int) -> NDArray[np.uint8] | None:
        """The whole picture; see the port."""
        import cv2

        pixels = self._pixels(card, max(card.size) / most_px)
        if pixels is None:
            return None
        height, width = pixels.shape[:2]
        scale = min(most_px / max(width, height), 1.0)
        size = max(round(width * scale), 1), max(round(height * scale), 1)
        return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)

    def _pixels(self, card: PhotoCard, shrink: float) -> NDArray[np.uint8] | None:
        import cv2

        from breadpos.capture.pictures import read_picture

        file = PhotoFile.named(card.file)
        path = self._store.path(file)
        factor = next((each for each in (4, 2) if shrink >= each), 1)
        try:
            if factor > 1 and file.suffix == ".jpg":
                reduced = {2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4}
                small = cv2.imdecode(np.fromfile(path, np.uint8), reduced[factor])
                if small is not None:
                    return np.asarray(small, np.uint8)
            return read_picture(path)
        except (OSError, cv2.error, BreadposError) as error:
            _log.info("no picture of photo %d: %s", card.photo_id, error)
            return None


def _square(pixels: NDArray[np.uint8], box: Box, side_px: int) -> NDArray[np.uint8]:
    """The box in the middle of a square; beyond the picture it is plain."""
    import cv2

    left, top, wide, high = box
    side = max(round(max(wide, high) * _AROUND), 1)
    x, y = round(left + wide / 2 - side / 2), round(top + high / 2 - side / 2)
    square = np.full((side, side, 3), _GROUND, np.uint8)
    height, width = pixels.shape[:2]
    rows = slice(max(y, 0), min(y + side, height))
    columns = slice(max(x, 0), min(x + side, width))
    part = pixels[rows, columns]
    down, across = rows.start - y, columns.start - x
    square[down : down + part.shape[0], across : across + part.shape[1]] = part
    small = cv2.resize(square, (side_px, side_px), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def _thread(stack: ExitStack, name: str) -> Callable[[Callable[[], None]], object]:
    """Runs one call after another on a thread that the stack ends; what waits then is dropped."""
    pool = ThreadPoolExecutor(1, thread_name_prefix=name)
    is_over = Event()
    stack.callback(pool.shutdown, cancel_futures=True)
    stack.callback(is_over.set)

    def run(act: Callable[[], None]) -> None:
        if not is_over.is_set():  # the last correction is counted when nobody looks any more
            pool.submit(_reported, act)

    return run


def _reported(act: Callable[[], None]) -> None:
    try:
        act()
    except Exception:  # a bug; the pool would keep it to itself
        _log.exception("bug beside the window")
        raise
