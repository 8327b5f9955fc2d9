"""Recognition on its own thread."""

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.ports import Recogniser
from breadpos.domain.errors import BreadposError
from breadpos.domain.recognition import Recognition

_log = logging.getLogger(__name__)
_RETRY_AFTER_S = 2.0


class InferenceWorker(QObject):
    """Recognises the newest frame on its own QThread; a model swap waits its turn as a slot.

    The recogniser is built on that thread, for importing its network takes seconds. A failure
    that lasts is told once, until something is recognised again or fails differently.

    Args:
        on_read: told on that thread what was recognised in which frame.
    """

    recognised = Signal(object)  # Recognition
    failed = Signal(object)  # BreadposError
    ready = Signal()

    def __init__(
        self,
        build: Callable[[], Recogniser],
        frames: Mailbox[Frame],
        now_s: Callable[[], float] = time.monotonic,
        on_read: Callable[[Frame, Recognition], None] | None = None,
    ) -> None:
        super().__init__()  # no parent: a child can't move to another thread
        self._build = build
        self._frames = frames
        self._now_s = now_s
        self._on_read = on_read
        self._recogniser: Recogniser | None = None
        self._retry_at_s = 0.0
        self._told: tuple[type[BreadposError], str] | None = None

    @Slot()
    def prepare(self) -> None:
        """Build the recogniser before the first frame needs it; again after a failure."""
        self._retry_at_s = 0.0
        self._told = None
        self._recogniser_if_any()

    @Slot()
    def process_latest(self) -> None:
        """Recognise the frame that waits, if one does."""
        frame = self._frames.take()
        recogniser = self._recogniser_if_any() if frame is not None else None
        if frame is None or recogniser is None:
            return
        try:
            recognition = recogniser.recognise(frame)
        except BreadposError as error:
            self._tell(error)
        else:
            self._told = None
            if self._on_read is not None:
                self._on_read(frame, recognition)
            self.recognised.emit(recognition)

    @Slot()
    def rebuild(self) -> None:
        """Serve from the version in use now, from the next frame on; the one before if it fails."""
        try:
            self.use(self._build())
        except BreadposError as error:
            self._tell(error)

    @Slot(object)
    def use(self, recogniser: Recogniser) -> None:
        """Serve from another recogniser, from the next frame on."""
        self._recogniser = recogniser
        self._told = None
        self.ready.emit()

    def _recogniser_if_any(self) -> Recogniser | None:
        if self._recogniser is None and self._now_s() >= self._retry_at_s:
            try:
                self._recogniser = self._build()
            except BreadposError as error:
                self._retry_at_s = self._now_s() + _RETRY_AFTER_S
                self._tell(error)
            else:
                self.ready.emit()
        return self._recogniser

    def _tell(self, error: BreadposError) -> None:
        said = type(error), str(error)
        if said != self._told:
            self._told = said
            _log.warning("recognition stopped: %s", error)
            self.failed.emit(error)
