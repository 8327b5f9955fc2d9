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
from breadpos.vision.lying import LyingItems
from breadpos.vision.naming import Evidence, Named, Naming
from breadpos.vision.preprocess import to_model_input
from breadpos.vision.stages import OnStage, Stage, unwatched
from breadpos.vision.stillness import Look, Stillness, is_other

HAND_RESTS_S = 5.0
"""A hand rests no longer; what lies there still is a cloth or a sleeve, and is read around."""

_OUTLINE_TOLERANCE = 0.004
"""Of the item's larger side: finer points would not show on a screen."""


class ItemFinder(Protocol):
    """Finds items before they have a name."""

    def find(self, image_bgr: NDArray[np.uint8]) -> list[FoundItem]: ...


class TimedFinder(ItemFinder, Protocol):
    """One that tells its steps as they end."""

    def find(
        self, image_bgr: NDArray[np.uint8], on_stage: OnStage = unwatched
    ) -> list[FoundItem]: ...


class TrayReader:
    """Names what lies in one picture: finder, embedding and head together. For one thread."""

    def __init__(
        self,
        finder: TimedFinder,
        embedder: Embedder,
        naming: Naming,
        on_stage: OnStage = unwatched,
        *,
        version: str = "",
    ) -> None:
        self.version = version
        self._finder = finder
        self._embedder = embedder
        self.naming = naming
        self._on_stage = on_stage

    def read(self, image_bgr: NDArray[np.uint8]) -> tuple[Detection, ...]:
        """Every item in an upright (H, W, 3) BGR picture, with its name and how sure it is."""
        found = self.find(image_bgr)
        looks = self.look_at(image_bgr, found)
        return tuple(self.detection(item, look) for item, look in zip(found, looks, strict=True))

    def find(self, image_bgr: NDArray[np.uint8]) -> list[FoundItem]:
        """The items alone."""
        return self._finder.find(image_bgr, self._on_stage)

    def embed(
        self, image_bgr: NDArray[np.uint8], found: Sequence[FoundItem]
    ) -> NDArray[np.float32]:
        """(N, D + 1) looks and sizes of items found in the picture."""
        side = self._embedder.side_px
        inputs = np.empty((len(found), 3, side, side), np.float32)
        for n, item in enumerate(found):
            inputs[n] = to_model_input(image_bgr, item.box, item.mask, side)
        self._on_stage(Stage.CUT)
        looks = self._embedder.embed(inputs)
        self._on_stage(Stage.EMBED)
        return self._embedder.sized(looks, found, image_bgr.shape[1])

    def look_at(self, image_bgr: NDArray[np.uint8], found: Sequence[FoundItem]) -> list[Evidence]:
        """What one look at each item says."""
        looks = self.naming.evidence(self.embed(image_bgr, found))
        self._on_stage(Stage.NAME)
        return looks

    def detection(self, item: FoundItem, evidence: Evidence) -> Detection:
        """An item with the name that looks at it add up to."""
        return _detection(item, self.naming.judge(evidence))


class CounterRecogniser:
    """Reads the tray once it lies still, and again only what looks different. For one thread.

    An item that lies as it lay keeps the name that several looks add up to. While a hand rests
    over items that were there, that counts as motion: what it hides is still on the tray.
    """

    def __init__(self, reader: TrayReader) -> None:
        self._reader = reader
        self._stillness = Stillness()
        self._lying = LyingItems(reader)
        self._last: Recognition | None = None
        self._read: Look | None = None
        self._hand: Look | None = None
        self._hand_since_s = 0.0

    def recognise(self, frame: Frame) -> Recognition:
        """What the frame shows: moving, the same as before, or newly read."""
        started_s = time.perf_counter()
        look = self._stillness.seeing(frame)
        if look is None or self._is_hand_resting(frame, look):
            return _in_motion(frame)
        if self._last is None or self._read is None or is_other(look, self._read):
            if not self._read_anew(frame, look):
                return _in_motion(frame)
            self._last = self._told(frame)
        elif not self._lying.are_settled:
            self._lying.look_again(frame.pixels_bgr)
            self._last = self._told(frame)
        return replace(
            self._last,
            frame_index=frame.index,
            captured_at_s=frame.captured_at_s,
            milliseconds=(time.perf_counter() - started_s) * 1000,
        )

    def _is_hand_resting(self, frame: Frame, look: Look) -> bool:
        """Whether the hand seen before rests there still, for no longer than hands do."""
        if self._hand is None or is_other(look, self._hand):
            return False
        return frame.captured_at_s - self._hand_since_s < HAND_RESTS_S

    def _read_anew(self, frame: Frame, look: Look) -> bool:
        """Find what lies there and name what was not known; False while a hand is in the way."""
        if self._read is None or self._read.shape != look.shape:
            self._lying.forget()
            self._read = look
        rested = self._hand is not None and not is_other(look, self._hand)
        if not self._lying.read(frame.pixels_bgr, look, self._read, wait=not rested):
            self._hand, self._hand_since_s = look, frame.captured_at_s
            return False
        self._read, self._hand = look, None
        return True

    def _told(self, frame: Frame) -> Recognition:
        detections = tuple(
            self._reader.detection(known.item, known.told) for known in self._lying.items
        )
        return Recognition(
            frame.index,
            frame.captured_at_s,
            frame.size,
            detections,
            model=self._reader.version,
        )


def _in_motion(frame: Frame) -> Recognition:
    return Recognition(frame.index, frame.captured_at_s, frame.size, moving=True)


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
