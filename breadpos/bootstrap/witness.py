"""Trays that are sold are put on record beside the window, and looked at again."""

import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from functools import partial

from breadpos.application.frames import Frame
from breadpos.application.replay import Replay
from breadpos.application.witness import Seen
from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import SaleNotFound, StorageError
from breadpos.domain.recognition import Recognition
from breadpos.domain.sale import Sale
from breadpos.domain.tray_record import TrayRecord
from breadpos.storage.trays import SqlTrays, TrayPictures

_log = logging.getLogger(__name__)

_QUALITY = 80
"""A tray of 1280 by 960 takes about 150 KB."""
_REMEMBERED = 3
"""Frames; the window may be one or two behind the camera."""
_FRESH_S = 3_600.0
"""So long a picture is left alone whose record is still on its way."""

OnRead = Callable[[Frame, Recognition], None]
Run = Callable[[Callable[[], None]], object]


class TrayWitness:
    """A Witness that works on another thread.

    Args:
        run: begins a piece of work there, and answers at once.
        days: pictures are kept so long, as the settings are when one comes; 0 for no pictures.
    """

    def __init__(
        self, trays: SqlTrays, pictures: TrayPictures, run: Run, *, days: Callable[[], int]
    ) -> None:
        self._trays, self._pictures, self._run, self._days = trays, pictures, run, days
        self._looked_at: deque[Frame] = deque(maxlen=_REMEMBERED)
        self._held: Frame | None = None

    def look(self, frame: Frame, recognition: Recognition) -> None:
        """Remember a frame in which a tray was read; on the thread that read it."""
        if self._days() and recognition.detections and not recognition.moving:
            self._looked_at.append(frame)

    def beside(self, other: OnRead) -> OnRead:
        """What tells every reading to somebody else, and to this."""

        def tell(frame: Frame, recognition: Recognition) -> None:
            other(frame, recognition)
            self.look(frame, recognition)

        return tell

    def hold(self, seen: Seen) -> None:
        frames = list(self._looked_at)
        same = [frame for frame in frames if frame.captured_at_s == seen.looked_at_s]
        found = (same or frames)[-1:]
        self._held = found[0] if found and found[0].size == seen.size else None

    def file(self, sale: Sale, seen: Seen) -> None:
        frame, self._held = self._held, None
        self._run(partial(self._file, sale, seen, frame))

    def _file(self, sale: Sale, seen: Seen, frame: Frame | None) -> None:
        record = TrayRecord(
            receipt=sale.number,
            at=sale.sold_at,
            size=seen.size,
            items=seen.items,
            model=seen.model,
            cashier=sale.cashier,
            picture="" if frame is None else self._keep(frame),
        )
        try:
            self._trays.add(record)
        except StorageError as error:
            _log.warning("tray of receipt %d not kept: %s", sale.number, error)

    def _keep(self, frame: Frame) -> str:
        import cv2  # here: the window need not wait for it

        jpeg = cv2.imencode(".jpg", frame.pixels_bgr, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])[1]
        try:
            return self._pictures.keep(bytes(jpeg))
        except StorageError as error:
            _log.warning("picture of a tray not kept: %s", error)
            return ""


class ShopReplays:
    """Replays of one shop."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._trays = SqlTrays(shop.engine)
        self._pictures = TrayPictures(shop.home.trays)

    def of(self, number: int) -> Replay:
        sale = self._shop.sales.get(number)
        if sale is None:
            raise SaleNotFound(number)
        record = self._trays.of(sale.of_number or number)
        products = (*self._shop.products.all(), *self._shop.products.retired())
        return Replay(
            sale=sale,
            record=record,
            picture=None if record is None else self._pictures.path(record.picture),
            products={product.product_id: product for product in products},
            days=self._shop.settings.register.tray_pictures_days,
        )


def make_witness(stack: ExitStack, shop: Shop) -> TrayWitness:
    """A witness at work until the stack ends, who first deletes the pictures of days gone by."""
    beside = ThreadPoolExecutor(1, thread_name_prefix="trays")
    stack.callback(beside.shutdown)
    beside.submit(sweep, shop)
    return TrayWitness(
        SqlTrays(shop.engine),
        TrayPictures(shop.home.trays),
        beside.submit,
        days=lambda: shop.settings.register.tray_pictures_days,
    )


def sweep(shop: Shop) -> int:
    """Delete the pictures whose days are over; returns how many."""
    register = shop.settings.register
    today = SystemClock(register.zone()).now().date()
    try:
        wanted = SqlTrays(shop.engine).pictures_since(
            today - timedelta(days=register.tray_pictures_days)
        )
    except StorageError as error:
        _log.warning("pictures of trays not swept: %s", error)
        return 0
    return TrayPictures(shop.home.trays).keep_only(wanted, time.time() - _FRESH_S)
