"""Photographing and teaching on the recogniser's thread."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.teaching import Photographer
from breadpos.domain.errors import BreadposError
from breadpos.domain.product import Product, ProductId

_log = logging.getLogger(__name__)


class TeachingWorker(QObject):
    """Each slot is one call on the photographer, which is built where it works."""

    begun = Signal(object)  # sequence of Shot
    shot = Signal(object)  # sequence of Shot
    taught = Signal(object)  # Recogniser
    failed = Signal(object)  # BreadposError

    def __init__(self, build: Callable[[], Photographer], frames: Mailbox[Frame]) -> None:
        super().__init__()  # no parent: a child can't move to another thread
        self._build = build
        self._frames = frames
        self._photographer: Photographer | None = None

    @Slot(object)
    def begin(self, product: Product) -> None:
        """Photograph this product from now on."""
        self._do(lambda: self.begun.emit(self._ready().begin(product)))

    @Slot()
    def shoot(self) -> None:
        """Take the newest frame as a photo."""
        frame = self._frames.take()
        if frame is None:
            self.shot.emit(())
        else:
            self._do(lambda: self.shot.emit(self._ready().shoot(frame)))

    @Slot(object)
    def teach(self, product_id: ProductId) -> None:
        """Let the counter know the product from the next frame on."""
        self._do(lambda: self.taught.emit(self._ready().teach(product_id)))

    @Slot()
    def start_afresh(self) -> None:
        """Work with the version in use now; another one was put in use."""
        self._photographer = None

    def _ready(self) -> Photographer:
        if self._photographer is None:
            self._photographer = self._build()
        return self._photographer

    def _do(self, action: Callable[[], None]) -> None:
        try:
            action()
        except BreadposError as error:
            _log.warning("a bread was not photographed: %s", error)
            self.failed.emit(error)
