"""A folder of pictures, or a video, as a camera."""

import logging
import re
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.capture.opencv_source import OpencvSource
from breadpos.capture.pace import Pace
from breadpos.capture.pictures import SUFFIXES, read_picture
from breadpos.domain.errors import ImageUnreadable

logger = logging.getLogger(__name__)


class ReplaySource:
    """A FrameSource that shows a folder's pictures in their natural order, or plays a video."""

    def __init__(self, path: Path, *, frames_per_s: float = 1.0, loop: bool = True) -> None:
        """Look at what is there.

        Args:
            path: a folder, or a video file.
            frames_per_s: for a folder; a video plays at this rate too.
            loop: begin again at the end.

        Raises:
            ImageUnreadable: no picture in the folder can be read.
            CameraMissing: the file is no video.
        """
        self._video: OpencvSource | None = None
        self._pictures: list[Path] = []
        self._pace = Pace(frames_per_s)
        self._path = path
        self._loop = loop
        self._next = 0
        self._index = 0
        if path.is_dir():
            self._pictures = natural_order(path)
            self._first = self._readable()
            if self._first is None:
                raise ImageUnreadable(path, "holds no picture that can be read")
        else:
            self._video = OpencvSource(str(path), frames_per_s=frames_per_s, loop=loop)

    def read(self) -> Frame | None:
        """The next picture when it is due; None after the last."""
        if self._video is not None:
            return self._video.read()
        pixels, self._first = self._first, None
        if pixels is None:
            pixels = self._readable()
        if pixels is None:
            return None
        self._pace.wait()
        frame = Frame(pixels, time.monotonic(), self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        if self._video is not None:
            self._video.close()

    def _readable(self) -> NDArray[np.uint8] | None:
        """The next picture that can be read; None at the end, or when a whole round has none."""
        for _ in range(len(self._pictures)):
            if self._next == len(self._pictures):
                if not self._loop:
                    return None
                self._next = 0
            path = self._pictures[self._next]
            self._next += 1
            try:
                return read_picture(path)
            except ImageUnreadable as error:
                logger.warning("skipped %s", error)
        return None


def natural_order(folder: Path) -> list[Path]:
    """A folder's picture files, tray2 before tray10."""
    found = [path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES]
    return sorted(found, key=_natural)


def _natural(path: Path) -> tuple[list[tuple[int, str]], str]:
    pieces = re.split("([0-9]+)", path.name.casefold())
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in pieces], path.name
