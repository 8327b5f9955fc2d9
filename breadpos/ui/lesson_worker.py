"""Learning from changed labels on the recogniser's thread, a photo between two frames."""

import logging
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from breadpos.application.lessons import Lesson, Pupil
from breadpos.domain.errors import BreadposError

_log = logging.getLogger(__name__)
_AT_ONCE = 16
"""Photos after which the counter may know them, though more are waiting."""


class LessonWorker(QObject):
    """Gives lessons to a pupil that is built where it works.

    Attributes:
        taught: Recogniser, for the counter.
    """

    taught = Signal(object)  # Recogniser
    failed = Signal(object)  # BreadposError
    _more = Signal()

    def __init__(self, build: Callable[[], Pupil]) -> None:
        super().__init__()  # no parent: a child can't move to another thread
        self._build = build
        self._pupil: Pupil | None = None
        self._waiting: deque[Lesson] = deque()
        self._taken: list[Lesson] = []
        # queued, so that the frame that came meanwhile is read before the next photo
        self._more.connect(self.work, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def hear(self, lessons: Sequence[Lesson]) -> None:
        """Learn these soon."""
        self._waiting.extend(lessons)
        self._more.emit()

    @Slot()
    def start_afresh(self) -> None:
        """Work on the version in use now; what the one before had not got yet it gets."""
        self._waiting.extendleft(reversed(self._taken))
        self._taken = []
        self._pupil = self._build()
        try:
            self.hear([*self._pupil.missed()])
        except BreadposError as error:
            _log.warning("what was labelled during the training is not learnt: %s", error)

    @Slot()
    def work(self) -> None:
        """Take one lesson; after the last put it all in use."""
        if not self._waiting:
            return
        try:
            self._take(self._waiting.popleft())
        except BreadposError as error:
            _log.warning("a label was not learnt: %s", error)
            self.failed.emit(error)
        if self._waiting:
            self._more.emit()

    def _take(self, lesson: Lesson) -> None:
        if self._pupil is None:
            self._pupil = self._build()
        self._taken.append(lesson)
        self._pupil.take(lesson)
        if not self._waiting or len(self._taken) >= _AT_ONCE:
            self.taught.emit(self._pupil.finish())
            self._taken = []
