"""The cashiers' corrections, filed as photos that wait for a glance."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Semaphore

from PySide6.QtCore import QObject, Signal

from breadpos.application.corrections import Correction, CorrectionBook, RecentLooks
from breadpos.application.desk import Desk
from breadpos.bootstrap.album import open_album
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import BreadposError
from breadpos.domain.photo import PhotoOrigin
from breadpos.storage.photos import Doubt, Photo, PhotoStore, SqlPhotos
from breadpos.ui.correction_watch import CorrectionWatch
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.open_album import OpenAlbum

_log = logging.getLogger(__name__)

_JPEG_QUALITY = 92
_MOST_WAITING = 40
"""Pictures in memory that the disk has not taken yet; more are dropped, for selling goes first."""


def watch_corrections(
    stack: ExitStack, shop: Shop, controller: CounterController, desk: Desk
) -> tuple[OpenAlbum, RecentLooks]:
    """Have what cashiers correct filed from now on; the stack sees to it that all is written.

    Returns:
        The shop's album, which counts what waits; and what wants every reading of the tray.
    """
    album, looks = open_album(stack, shop), RecentLooks()
    beside = ThreadPoolExecutor(1, thread_name_prefix="corrections")
    stack.callback(beside.shutdown)
    filer = CorrectionFiler(shop.photos, shop.photo_store, beside)
    book = CorrectionBook(looks, desk.now, lambda: desk.sign().cashier, filer.file)
    stack.callback(book.close)
    filer.filed.connect(album.desk.count_waiting)
    CorrectionWatch(controller, book, controller)
    return album, looks


class CorrectionFiler(QObject):
    """Writes corrections on a thread of its own; what the disk refuses is logged and let go.

    Args:
        photos: on an engine that any thread may use.
        beside: runs one call after another, not on the window's thread.
    """

    filed = Signal()

    def __init__(self, photos: SqlPhotos, store: PhotoStore, beside: ThreadPoolExecutor) -> None:
        super().__init__()
        self._photos, self._store = photos, store
        self._submit: Callable[..., object] = beside.submit
        self._room = Semaphore(_MOST_WAITING)

    def file(self, correction: Correction) -> None:
        """Have a correction written soon; returns at once."""
        if self._room.acquire(blocking=False):
            self._submit(self._write, correction)
        else:
            _log.warning("a correction was not kept: the disk is too slow")

    def _write(self, correction: Correction) -> None:
        try:
            self._photos.add([self._photo(correction)])
        except BreadposError as error:
            _log.warning("a correction was not kept: %s", error)
        else:
            self.filed.emit()
        finally:
            self._room.release()

    def _photo(self, correction: Correction) -> Photo:
        import cv2  # here: the window need not wait for it

        quality = [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY]
        content = bytes(cv2.imencode(".jpg", correction.frame.pixels_bgr, quality)[1])
        file = self._store.file(content)
        return Photo(
            file=file,
            size=correction.frame.size,
            product_id=correction.product_id,
            origin=PhotoOrigin.COUNTER,
            taken_at=correction.at,
            session=f"counter-{file.sha256[:12]}",
            box=correction.box,
            outline=correction.outline,
            doubt=Doubt(
                correction.cashier, correction.guess, correction.confidence, correction.sure
            ),
        )
