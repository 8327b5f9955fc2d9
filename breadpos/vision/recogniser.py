"""From a picture to named items, and from a camera's frames to recognitions."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.domain.recognition import Detection, Point, Recognition
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import FoundItem
from breadpos.vision.naming import Named, Naming
from breadpos.vision.preprocess import to_model_input
from breadpos.vision.stages import OnStage, Stage, unwatched
from breadpos.vision.stillness import Stillness

_OUTLINE_TOLERANCE = 0.004
"""Of the item's larger side: finer points would not show on a screen."""


class ItemFinder(Protocol):
    """Finds items before they have a name."""

    def find(
        self, image_bgr: NDArray[np.uint8], on_stage: OnStage = unwatched
    ) -> list[FoundItem]: ...


class TrayReader:
    """Names what lies in one picture: finder, embedding and head together. For one thread."""

    def __init__(
        self,
        finder: ItemFinder,
        embedder: Embedder,
        naming: Naming,
        on_stage: OnStage = unwatched,
    ) -> None:
        self._finder = finder
        self._embedder = embedder
        self.naming = naming
        self._on_stage = on_stage

    def read(self, image_bgr: NDArray[np.uint8]) -> tuple[Detection, ...]:
        """Every item in an upright (H, W, 3) BGR picture, with its name and how sure it is."""
        found = self.find(image_bgr)
        named = self.naming.name(self.embed(image_bgr, found))
        self._on_stage(Stage.NAME)
        return tuple(_detection(item, name) for item, name in zip(found, named, strict=True))

    def find(self, image_bgr: NDArray[np.uint8]) -> list[FoundItem]:
        """The items alone."""
        return self._finder.find(image_bgr, self._on_stage)

    def embed(
        self, image_bgr: NDArray[np.uint8], found: Sequence[FoundItem]
    ) -> NDArray[np.float32]:
        """(N, D) embeddings of items found in the picture."""
        side = self._embedder.side_px
        inputs = np.empty((len(found), 3, side, side), np.float32)
        for n, item in enumerate(found):
            inputs[n] = to_model_input(image_bgr, item.box, item.mask, side)
        self._on_stage(Stage.CUT)
        embeddings = self._embedder.embed(inputs)
        self._on_stage(Stage.EMBED)
        return embeddings


class CounterRecogniser:
    """Reads the tray once it lies still, and again only when it looks different. For one thread."""

    def __init__(self, reader: TrayReader) -> None:
        self._reader = reader
        self._stillness = Stillness()
        self._last: Recognition | None = None

    def recognise(self, frame: Frame) -> Recognition:
        """What the frame shows: moving, the same as before, or newly read."""
        started_s = time.perf_counter()
        moving = self._stillness.is_moving(frame)
        if moving:
            return Recognition(frame.index, frame.captured_at_s, frame.size, moving=True)
        if self._last is None or not self._stillness.is_as_read():
            detections = self._reader.read(frame.pixels_bgr)
            self._stillness.mark_read()
            self._last = Recognition(frame.index, frame.captured_at_s, frame.size, detections)
        return replace(
            self._last,
            frame_index=frame.index,
            captured_at_s=frame.captured_at_s,
            milliseconds=(time.perf_counter() - started_s) * 1000,
        )


def _detection(item: FoundItem, named: Named) -> Detection:
    left, top, width, height = item.box
    return Detection(
        box=(float(left), float(top), float(width), float(height)),
        outline=_outline(item),
        status=named.status,
        candidates=named.candidates,
        cut=item.cut,
    )


def _outline(item: FoundItem) -> tuple[Point, ...]:
    """The largest contour of the mask, thinned, in picture pixels; the box if it has none."""
    left, top, width, height = item.box
    contours, _ = cv2.findContours(
        item.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    largest = max(contours, key=len)
    thin = cv2.approxPolyDP(largest, _OUTLINE_TOLERANCE * max(width, height), closed=True)
    if len(thin) < 3:
        right, bottom = float(left + width), float(top + height)
        return (
            (float(left), float(top)),
            (right, float(top)),
            (right, bottom),
            (float(left), bottom),
        )
    return tuple((float(x + left), float(y + top)) for x, y in thin[:, 0])
