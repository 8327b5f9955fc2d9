"""The camera's thread: opens, reads, and opens again, whatever happens to the cable."""

import logging
import time
from collections.abc import Callable
from enum import Enum
from threading import Event, Lock, Thread

from breadpos.application.frames import Frame
from breadpos.application.ports import FrameSource
from breadpos.domain.errors import BreadposError, CameraLost

logger = logging.getLogger(__name__)

_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 5.0
_OPENING_S = 30.0
"""Some drivers take this long to open a camera that works."""
_CLOSING_S = 2.0
"""Another camera is opened after this long, even if the one before does not let go."""
_WARMING_UP_S = 5.0
"""What a camera may take for its first frame on top of a later one's time."""


class CameraState(Enum):
    """What the camera does when it does not fail."""

    WORKING = "working"
    ENDED = "ended"


class _Run:
    """One reading thread's own state; a thread stuck in the driver is left behind with its."""

    def __init__(self) -> None:
        self.stop = Event()
        self.wake = Event()
        self.closed = Event()
        self.frames = 0
        self.ended = False
        self.due_s = 0.0
        self.allow(_OPENING_S)

    def allow(self, time_s: float) -> None:
        """Say how long the next step may take before it counts as stuck."""
        self.due_s = time.monotonic() + time_s


class CaptureThread:
    """Publishes a source's frames and tells how the camera fares, each change once.

    One daemon thread reads. Another notices a read that does not return, tells that the camera
    is lost, and starts a new reader. The callbacks are called on these threads.
    """

    def __init__(
        self,
        open_source: Callable[[], FrameSource],
        publish: Callable[[Frame], None],
        on_state: Callable[[CameraState | BreadposError], None],
        *,
        camera: str = "",
        stall_after_s: float = 2.0,
    ) -> None:
        """Prepare; nothing is opened before start().

        Args:
            open_source: opens the camera, or raises a BreadposError.
            publish: takes each frame.
            on_state: hears WORKING with the first frame, the error when frames stop coming,
                WORKING when they come again, and ENDED after the last.
            camera: names it in an error.
            stall_after_s: the source's own; a read that takes twice as long is stuck.
        """
        self._open_source = open_source
        self._publish = publish
        self._on_state = on_state
        self._camera = camera
        self._stuck_after_s = 2 * stall_after_s
        self._stopping = Event()
        self._swapping = Lock()
        self._telling = Lock()
        self._told: CameraState | BreadposError | None = None
        self._run = _Run()
        self._threads: list[Thread] = []

    def start(self) -> None:
        """Open the camera and read until stop()."""
        self._start_reader()
        self._start_watch()

    def stop(self, timeout_s: float = 2.0) -> None:
        """Stop reading and close the camera; one that is stuck in its driver is abandoned."""
        with self._swapping:
            self._stopping.set()
            run, threads = self._run, [*self._threads]
        run.stop.set()
        run.wake.set()
        until_s = time.monotonic() + timeout_s
        for thread in threads:
            thread.join(max(until_s - time.monotonic(), 0.0))
            if thread.is_alive():
                logger.warning("camera %s: abandoned in its driver", self._camera)

    def reconnect(self) -> None:
        """Try at once if the camera is being waited for."""
        self._run.wake.set()

    def reopen(self, *, camera: str, stall_after_s: float) -> None:
        """Close the camera and open what open_source opens now, which is another one."""
        logger.info("camera %s instead of %s", camera, self._camera)
        with self._telling:
            before = self._run
            before.stop.set()
            before.wake.set()
            self._camera, self._stuck_after_s = camera, 2 * stall_after_s
            self._told = None
        self._start_reader(after=before)
        if before.ended:  # and with it the watch
            self._start_watch()

    def _start_watch(self) -> None:
        watcher = Thread(target=self._watch, name="capture watch", daemon=True)
        with self._swapping:
            self._threads.append(watcher)
            watcher.start()

    def _start_reader(self, after: _Run | None = None) -> None:
        with self._swapping:
            if self._stopping.is_set():
                return
            self._run = _Run()
            reader = Thread(target=self._read, args=(self._run, after), name="capture", daemon=True)
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            self._threads.append(reader)
            reader.start()

    def _watch(self) -> None:
        while not self._stopping.wait(self._stuck_after_s / 8):
            run = self._run
            if run.ended:
                return
            if time.monotonic() > run.due_s:
                self._tell(run, CameraLost(self._camera))
                run.stop.set()
                self._start_reader()

    def _read(self, run: _Run, after: _Run | None = None) -> None:
        wait_s = _FIRST_WAIT_S
        if after is not None:
            after.closed.wait(_CLOSING_S)
        while True:
            frames = run.frames
            try:
                self._film(run)
            except BreadposError as error:
                self._tell(run, error)
            if run.frames > frames:
                wait_s = _FIRST_WAIT_S
            run.wake.clear()
            if run.ended or run.stop.is_set():
                run.closed.set()
                return
            run.allow(wait_s + _OPENING_S)
            run.wake.wait(wait_s)
            wait_s = min(2 * wait_s, _LONGEST_WAIT_S)

    def _film(self, run: _Run) -> None:
        """Read one opened source until it fails, ends, or is told to stop."""
        source = self._open_source()
        try:
            run.allow(self._stuck_after_s + _WARMING_UP_S)
            while not run.stop.is_set():
                frame = source.read()
                if run.stop.is_set():  # abandoned meanwhile: another reader may be at work
                    return
                run.allow(self._stuck_after_s)
                if frame is None:
                    run.ended = True
                    self._tell(run, CameraState.ENDED)
                    return
                self._publish(frame)
                run.frames += 1
                self._tell(run, CameraState.WORKING)
        finally:
            source.close()

    def _tell(self, run: _Run, state: CameraState | BreadposError) -> None:
        """Pass a change on; of one failure only its first error."""
        with self._telling:
            is_news = state is not self._told and not (
                isinstance(state, BreadposError) and isinstance(self._told, BreadposError)
            )
            if run.stop.is_set() or not is_news:
                return
            self._told = state
            if isinstance(state, BreadposError):
                logger.warning("%s", state)
            else:
                logger.info("camera %s is %s", self._camera, state.value)
            self._on_state(state)
