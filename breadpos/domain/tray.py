"""From a run of recognitions to one tray: who is who, and when the next tray has come."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Detection, Recognition, Status

GONE_AFTER_S = 0.4
"""An empty counter this long means that the tray has left; a shorter gap is a hand or a blink."""

_REACH = 0.6
"""An item is the same one if it moved less than this share of its own size."""


class TrayPhase(Enum):
    """What the counter is doing."""

    EMPTY = "empty"
    MOVING = "moving"
    SETTLED = "settled"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class TrayItem:
    """One thing on the tray, the same one from frame to frame.

    Attributes:
        item_id: unique while the program runs one tray after another.
        corrected: the cashier's word, which outranks the network's.
        dismissed: the cashier said that it is nothing to charge.
    """

    item_id: int
    detection: Detection
    corrected: ProductId | None = None
    dismissed: bool = False

    @property
    def product_id(self) -> ProductId | None:
        """What it is charged as; None while nobody knows, or when it is dismissed."""
        if self.dismissed:
            return None
        return self.corrected or self.detection.best

    @property
    def status(self) -> Status:
        return Status.SURE if self.corrected else self.detection.status

    @property
    def is_open(self) -> bool:
        """Whether a person must still say what it is."""
        return not self.dismissed and self.status is not Status.SURE


@dataclass(frozen=True, slots=True)
class Tray:
    """Immutable; each recognition and each correction returns a new one.

    Attributes:
        number: counts trays; a new number is a new customer.
        reading: counts the times that what lies there was found changed, from 1 for the first.
        empty_since_s: when the counter was first seen empty, None while anything lies there.
    """

    number: int = 0
    reading: int = 0
    phase: TrayPhase = TrayPhase.EMPTY
    items: tuple[TrayItem, ...] = ()
    next_item_id: int = 1
    empty_since_s: float | None = None

    @property
    def questions(self) -> tuple[TrayItem, ...]:
        """The items a person must still name, those with a guess first."""
        waiting = [item for item in self.items if item.is_open]
        return tuple(sorted(waiting, key=lambda item: item.status is Status.UNKNOWN))

    def item(self, item_id: int) -> TrayItem | None:
        return next((item for item in self.items if item.item_id == item_id), None)

    def seeing(self, recognition: Recognition) -> "Tray":
        """The tray after one more look.

        A frame in motion changes nothing but the phase. Items keep their identity and
        corrections while they move together or a little. After an empty counter, or when
        nothing of the old tray is left, what lies there is the next tray.
        """
        if recognition.moving:
            is_bare = self.phase in {TrayPhase.EMPTY, TrayPhase.GONE}
            return self if is_bare else replace(self, phase=TrayPhase.MOVING)
        if not recognition.detections:
            return self._seeing_nothing(recognition.captured_at_s)
        if self.phase in {TrayPhase.EMPTY, TrayPhase.GONE} or self._is_another(recognition):
            return self._next_tray(recognition)
        return self._reread(recognition)

    def naming(self, item_id: int, product_id: ProductId) -> "Tray":
        """The tray with one item named by a person."""
        return self._changing(item_id, corrected=product_id, dismissed=False)

    def dismissing(self, item_id: int) -> "Tray":
        """The tray with one item declared nothing to charge."""
        return self._changing(item_id, corrected=None, dismissed=True)

    def with_words_of(self, other: "Tray") -> "Tray":
        """The tray as it lies, with what a person had said of its items in another state of it."""
        said = {item.item_id: (item.corrected, item.dismissed) for item in other.items}
        items = []
        for item in self.items:
            corrected, dismissed = said.get(item.item_id, (None, False))
            items.append(replace(item, corrected=corrected, dismissed=dismissed))
        return replace(self, items=tuple(items))

    def restarted(self) -> "Tray":
        """Forget what lies here, so that the next look takes it for a new tray."""
        return replace(self, phase=TrayPhase.EMPTY, items=(), empty_since_s=None)

    def _changing(self, item_id: int, *, corrected: ProductId | None, dismissed: bool) -> "Tray":
        return replace(
            self,
            items=tuple(
                replace(item, corrected=corrected, dismissed=dismissed)
                if item.item_id == item_id
                else item
                for item in self.items
            ),
        )

    def _seeing_nothing(self, now_s: float) -> "Tray":
        if self.phase in {TrayPhase.EMPTY, TrayPhase.GONE}:
            return self
        since_s = self.empty_since_s if self.empty_since_s is not None else now_s
        phase = TrayPhase.GONE if now_s - since_s >= GONE_AFTER_S else TrayPhase.MOVING
        return replace(self, phase=phase, empty_since_s=since_s)

    def _is_another(self, recognition: Recognition) -> bool:
        """Whether nothing of the old tray is left, in place or in kind."""
        if self.phase is not TrayPhase.MOVING:
            return False
        old = Counter(item.detection.best for item in self.items)
        new = Counter(detection.best for detection in recognition.detections)
        if (old & new).total() * 2 >= old.total():
            return False
        return not any(match is not None for match in _matches(self.items, recognition.detections))

    def _next_tray(self, recognition: Recognition) -> "Tray":
        items = tuple(
            TrayItem(self.next_item_id + offset, detection)
            for offset, detection in enumerate(recognition.detections)
        )
        return Tray(
            self.number + 1, 1, TrayPhase.SETTLED, items, self.next_item_id + len(items), None
        )

    def _reread(self, recognition: Recognition) -> "Tray":
        matches = _matches(self.items, recognition.detections)
        next_id = self.next_item_id
        items = []
        for detection, old in zip(recognition.detections, matches, strict=True):
            if old is None:
                items.append(TrayItem(next_id, detection))
                next_id += 1
            else:
                items.append(replace(old, detection=detection))
        order = {item.item_id: n for n, item in enumerate(self.items)}
        items.sort(key=lambda item: order.get(item.item_id, item.item_id + len(order)))
        same = [_face(item) for item in items] == [_face(item) for item in self.items]
        return Tray(
            self.number,
            self.reading + (not same),
            TrayPhase.SETTLED,
            tuple(items),
            next_id,
            None,
        )


def _face(item: TrayItem) -> tuple[int, ProductId | None, Status]:
    return item.item_id, item.product_id, item.status


def _matches(items: Sequence[TrayItem], detections: Sequence[Detection]) -> list[TrayItem | None]:
    """For each detection the item it is, or None for a new one.

    A nudged tray moves everything alike, so the one common shift under which most items
    meet a detection is taken off first; zero wins a tie.
    """
    shifts = [(0.0, 0.0)] + [
        (found.centre[0] - item.detection.centre[0], found.centre[1] - item.detection.centre[1])
        for item in items
        for found in detections
        if _alike(item, found)
    ]
    return max((_pair(items, detections, shift) for shift in shifts), key=_quality)[0]


_Pairing = tuple[list[TrayItem | None], float]


def _quality(pairing: _Pairing) -> tuple[int, float]:
    return sum(match is not None for match in pairing[0]), -pairing[1]


def _pair(
    items: Sequence[TrayItem], detections: Sequence[Detection], shift: tuple[float, float]
) -> _Pairing:
    """Pair nearest first under a shift; also the mean distance left over plus the shift's cost."""
    distances = sorted(
        (
            (distance, not _alike(item, found), n, m)
            for n, item in enumerate(items)
            for m, found in enumerate(detections)
            if (distance := _distance(item.detection, found, shift)) < _REACH
        ),
    )
    matches: list[TrayItem | None] = [None] * len(detections)
    used: set[int] = set()
    left_over = 0.0 if shift == (0.0, 0.0) else 0.05 * len(items)
    for distance, _, n, m in distances:
        if n not in used and matches[m] is None:
            matches[m] = items[n]
            used.add(n)
            left_over += distance
    return matches, left_over


def _alike(item: TrayItem, found: Detection) -> bool:
    return item.detection.best == found.best


def _distance(old: Detection, new: Detection, shift: tuple[float, float]) -> float:
    """Between centres once the shift is taken off, in units of the item's size."""
    reach_px = max(old.box[2], old.box[3], 1.0)
    return (
        math.hypot(
            new.centre[0] - old.centre[0] - shift[0], new.centre[1] - old.centre[1] - shift[1]
        )
        / reach_px
    )
