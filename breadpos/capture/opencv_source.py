"""A camera, a stream or a video file through OpenCV."""

import os
import sys
import time
from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.capture.pace import Pace
from breadpos.domain.errors import CameraLost, CameraMissing

_BACKENDS = {
    "linux": cv2.CAP_V4L2,
    "win32": cv2.CAP_DSHOW,  # Media Foundation takes up to half a minute to open a webcam
    "darwin": cv2.CAP_AVFOUNDATION,
}
_OPEN_MS = 5_000
_RETRY_S = 0.02
_USUAL_FRAMES_PER_S = 30.0
_BLACK_STEP = 16


# What goes wrong is told by errors here; OpenCV and FFmpeg would print it on stderr as well.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")


class _Kind(Enum):
    DEVICE = "device"
    URL = "url"
    FILE = "file"


class OpencvSource:
    """A FrameSource on cv2.VideoCapture; opened here, used and closed on one thread."""

    def __init__(
        self,
        source: int | str,
        *,
        width: int = 1280,
        height: int = 960,
        stall_after_s: float = 2.0,
        frames_per_s: float | None = None,
        loop: bool = False,
    ) -> None:
        """Open it.

        Args:
            source: a device number (also as digits), a URL, or a video file.
            width: asked of a device, pixels; it may deliver another size.
            height: likewise.
            stall_after_s: a device or stream that delivers nothing, or nothing but black, for so
                long is lost.
            frames_per_s: of a file; None for the file's own.
            loop: begin a file again at its end.

        Raises:
            CameraMissing: it cannot be opened.
        """
        self._name = str(source)
        self._kind = _kind(self._name)
        self._size = (width, height)
        self._stall_after_s = stall_after_s
        self._loop = loop
        self._index = 0
        self._capture = self._opened()
        self._pace: Pace | None = None
        if self._kind is _Kind.FILE:
            own = self._capture.get(cv2.CAP_PROP_FPS)
            usable = own if 0 < own <= 240 else _USUAL_FRAMES_PER_S
            self._pace = Pace(frames_per_s or usable)

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None at the end of a file.

        Raises:
            CameraLost: a device or stream delivered nothing for stall_after_s.
        """
        pixels = self._from_file() if self._kind is _Kind.FILE else self._live()
        if pixels is None:
            return None
        frame = Frame(pixels, time.monotonic(), self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        self._capture.release()

    def _opened(self) -> cv2.VideoCapture:
        try:
            capture = self._open()
        except cv2.error as error:
            raise CameraMissing(self._name) from error
        if not capture.isOpened():
            raise CameraMissing(self._name)
        return capture

    def _open(self) -> cv2.VideoCapture:
        if self._kind is _Kind.DEVICE:
            return _device(int(self._name), *self._size)
        if self._kind is _Kind.FILE:
            return cv2.VideoCapture(self._name)
        read_ms = max(int(self._stall_after_s * 1000), 1)
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, read_ms]
        return cv2.VideoCapture(self._name, cv2.CAP_FFMPEG, limits)

    def _live(self) -> NDArray[np.uint8]:
        waiting_since_s = time.monotonic()
        while True:
            pixels = self._grab()
            if pixels is not None and not _is_black(pixels):
                return pixels
            if time.monotonic() - waiting_since_s >= self._stall_after_s:
                raise CameraLost(self._name)
            time.sleep(_RETRY_S)

    def _from_file(self) -> NDArray[np.uint8] | None:
        pixels = self._grab()
        if pixels is None and self._loop:
            self._capture.release()
            self._capture = self._opened()
            pixels = self._grab()
        if pixels is not None and self._pace is not None:
            self._pace.wait()
        return pixels

    def _grab(self) -> NDArray[np.uint8] | None:
        try:
            delivered, pixels = self._capture.read()
        except cv2.error:  # a driver's bad frame; the next may be whole
            return None
        if not delivered or pixels.size == 0:
            return None
        if pixels.ndim == 2:
            pixels = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
        return np.ascontiguousarray(pixels, dtype=np.uint8)


def _kind(name: str) -> _Kind:
    if name.isdecimal():
        return _Kind.DEVICE
    return _Kind.URL if "://" in name else _Kind.FILE


def _device(number: int, width: int, height: int) -> cv2.VideoCapture:
    capture = cv2.VideoCapture(number, _BACKENDS.get(sys.platform, cv2.CAP_ANY))
    if not capture.isOpened():
        capture.open(number, cv2.CAP_ANY)
    # Uncompressed pictures of this size do not fit through USB 2 at a useful rate.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _is_black(pixels: NDArray[np.uint8]) -> bool:
    """Whether it is what some drivers deliver instead of an error; a dark room has noise."""
    return not pixels[::_BLACK_STEP, ::_BLACK_STEP].any()
