"""What a cashier says against the recogniser, with the picture it was said of."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from breadpos.application.frames import Frame
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Box, Detection, Point, Recognition, Status
from breadpos.domain.tray import TrayItem

_LOOKS = 3
"""Readings of the tray kept; what the window shows may be a little behind the camera."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One item and the name a person gave it against the recogniser's.

    Attributes:
        frame: the picture that the item was read from.
        product_id: as the person said.
        guess: what the recogniser took it for; None if it did not know.
        confidence: of the guess, 0 to 1.
        sure: the guess would have been charged without asking.
        cashier: who said it; empty where nobody signs in.
        at: when; aware.
    """

    frame: Frame
    box: Box
    outline: tuple[Point, ...]
    product_id: ProductId
    guess: ProductId | None
    confidence: float
    sure: bool
    cashier: str
    at: datetime


class RecentLooks:
    """The pictures of the last readings of the tray. Noted on one thread, asked on another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._looks: deque[tuple[Frame, Recognition]] = deque(maxlen=_LOOKS)

    def note(self, frame: Frame, recognition: Recognition) -> None:
        """Remember the picture of a reading; of one that lies as before, the newest picture."""
        if recognition.moving or not recognition.detections:
            return
        with self._lock:
            if self._looks and _places(self._looks[-1][1]) == _places(recognition):
                self._looks.pop()
            self._looks.append((frame, recognition))

    def frame_of(self, box: Box) -> Frame | None:
        """The newest picture in which an item was found just there; None if it is gone."""
        with self._lock:
            looks = tuple(reversed(self._looks))
        return next((frame for frame, look in looks if box in _places(look)), None)


class CorrectionBook:
    """Notes what was said, and hands it on once it stands.

    What a person says is theirs to take back until the tray is paid for or taken away.

    Args:
        now: aware.
        cashier: who is at the till.
        file: takes a correction that stands; it must not wait for a disk.
    """

    def __init__(
        self,
        looks: RecentLooks,
        now: Callable[[], datetime],
        cashier: Callable[[], str],
        file: Callable[[Correction], None],
    ) -> None:
        self._looks = looks
        self._now = now
        self._cashier = cashier
        self._file = file
        self._noted: dict[int, Correction] = {}
        self._filed: frozenset[int] = frozenset()

    def look(self, items: Sequence[TrayItem]) -> None:
        """Note what was said of these items; what was said of others can no longer change."""
        there = {item.item_id for item in items}
        self._filed &= there
        for item_id in self._noted.keys() - there:
            self._file(self._noted.pop(item_id))
        for item in items:
            if item.item_id not in self._filed:
                self._hear(item)

    def close(self) -> None:
        """Hand on everything noted: it was paid for, or the program ends."""
        self._filed |= self._noted.keys()
        for correction in self._noted.values():
            self._file(correction)
        self._noted = {}

    def _hear(self, item: TrayItem) -> None:
        noted = self._noted.get(item.item_id)
        if item.corrected is None or item.dismissed:
            self._noted.pop(item.item_id, None)
        elif noted is None:
            self._note(item.item_id, item.detection, item.corrected)
        elif noted.product_id != item.corrected:
            self._noted.pop(item.item_id)
            if noted.guess != item.corrected:
                self._noted[item.item_id] = replace(noted, product_id=item.corrected)

    def _note(self, item_id: int, seen: Detection, said: ProductId) -> None:
        """Note it if it teaches something and the whole item was seen."""
        frame = self._looks.frame_of(seen.box)
        if frame is None or seen.cut or seen.best == said:
            return
        best = seen.candidates[0] if seen.candidates else None
        self._noted[item_id] = Correction(
            frame=frame,
            box=seen.box,
            outline=seen.outline,
            product_id=said,
            guess=seen.best,
            confidence=best.confidence if best is not None else 0.0,
            sure=seen.status is Status.SURE,
            cashier=self._cashier(),
            at=self._now(),
        )


def _places(recognition: Recognition) -> set[Box]:
    return {found.box for found in recognition.detections}
