"""From a run of recognitions to one tray: who is who, and when the next tray has come."""

from dataclasses import dataclass, replace
from enum import Enum

from breadpos.domain.matching import is_another_tray, is_rearranged, matches
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Detection, Recognition, Status

GONE_AFTER_S = 0.4
"""An empty counter this long means that the tray has left; a shorter gap is a hand or a blink."""

NO_WORD: frozenset[ProductId] = frozenset()


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
        spoken_of: what the network took it for when the cashier spoke of it.
    """

    item_id: int
    detection: Detection
    corrected: ProductId | None = None
    dismissed: bool = False
    spoken_of: frozenset[ProductId] = NO_WORD

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

    def spoken(self, *, corrected: ProductId | None, dismissed: bool) -> "TrayItem":
        """The item with a person's word on it."""
        return replace(
            self, corrected=corrected, dismissed=dismissed, spoken_of=self.detection.named
        )

    def may_be(self, found: Detection, *, after_motion: bool) -> bool:
        """Whether what was found can be this item.

        A word said of one bread must not pass to the next one laid in its place, so after a
        motion what now reads as something never considered for the item is another item.
        """
        if not after_motion or found.status is Status.UNKNOWN:
            return True
        has_word = self.dismissed or self.corrected is not None
        if not has_word and self.detection.status is Status.UNKNOWN:
            return True
        considered = self.spoken_of | {self.corrected} if has_word else self.detection.named
        names = {found.best} if found.status is Status.SURE else found.named
        return not names.isdisjoint(considered)


@dataclass(frozen=True, slots=True)
class Tray:
    """Immutable; each recognition and each correction returns a new one.

    Attributes:
        number: counts trays; a new number is a new customer.
        reading: counts the times that what lies there was found changed, from 1 for the first.
        layout: counts the times that its items came to lie elsewhere, and not moved together.
        empty_since_s: when the counter was first seen empty, None while anything lies there.
    """

    number: int = 0
    reading: int = 0
    phase: TrayPhase = TrayPhase.EMPTY
    items: tuple[TrayItem, ...] = ()
    next_item_id: int = 1
    empty_since_s: float | None = None
    layout: int = 0

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
        if self._has_left(recognition.captured_at_s) or self._is_another(recognition):
            return self._next_tray(recognition.detections)
        return self._reread(recognition.detections)

    def naming(self, item_id: int, product_id: ProductId) -> "Tray":
        """The tray with one item named by a person."""
        return self._changing(item_id, corrected=product_id, dismissed=False)

    def dismissing(self, item_id: int) -> "Tray":
        """The tray with one item declared nothing to charge."""
        return self._changing(item_id, corrected=None, dismissed=True)

    def with_words_of(self, other: "Tray") -> "Tray":
        """The tray as it lies, with what a person had said of its items in another state of it."""
        said = {item.item_id: item for item in other.items}
        items = []
        for item in self.items:
            then = said.get(item.item_id, TrayItem(item.item_id, item.detection))
            items.append(replace(then, detection=item.detection))
        return replace(self, items=tuple(items))

    def restarted(self) -> "Tray":
        """What lies here as a new tray, of which nobody has said anything yet."""
        if self.phase in {TrayPhase.EMPTY, TrayPhase.GONE}:
            return self
        new = self._next_tray(tuple(item.detection for item in self.items))
        return replace(new, phase=self.phase, empty_since_s=self.empty_since_s)

    def _changing(self, item_id: int, *, corrected: ProductId | None, dismissed: bool) -> "Tray":
        return replace(
            self,
            items=tuple(
                item.spoken(corrected=corrected, dismissed=dismissed)
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

    def _has_left(self, now_s: float) -> bool:
        """Whether the counter was bare for so long that what lies there now is new.

        Looks in motion tell nothing, so one bare look and a hand until now are enough.
        """
        if self.phase in {TrayPhase.EMPTY, TrayPhase.GONE}:
            return True
        return self.empty_since_s is not None and now_s - self.empty_since_s >= GONE_AFTER_S

    def _is_another(self, recognition: Recognition) -> bool:
        return is_another_tray([item.detection for item in self.items], recognition.detections)

    def _next_tray(self, found: tuple[Detection, ...]) -> "Tray":
        items = tuple(
            TrayItem(self.next_item_id + offset, detection)
            for offset, detection in enumerate(found)
        )
        return Tray(self.number + 1, 1, TrayPhase.SETTLED, items, self.next_item_id + len(items))

    def _reread(self, found: tuple[Detection, ...]) -> "Tray":
        after_motion = self.phase is TrayPhase.MOVING

        def may_stay(n: int, m: int) -> bool:
            return self.items[n].may_be(found[m], after_motion=after_motion)

        def may_travel(n: int, m: int) -> bool:
            # one dismissed here may be gone, and a customer's bread of its kind laid there
            return not self.items[n].dismissed and may_stay(n, m)

        seen_before = [item.detection for item in self.items]
        kept, fresh, next_id = {}, [], self.next_item_id
        for now, n in zip(found, matches(seen_before, found, may_stay, may_travel), strict=True):
            if n is None:
                fresh.append(TrayItem(next_id, now))
                next_id += 1
            else:
                kept[n] = replace(self.items[n], detection=now)
        items = (*(kept[n] for n in sorted(kept)), *fresh)
        same = [_face(item) for item in items] == [_face(item) for item in self.items]
        reading = self.reading + (not same)
        layout = self.layout + is_rearranged(seen_before, found)
        return Tray(self.number, reading, TrayPhase.SETTLED, items, next_id, layout=layout)


def _face(item: TrayItem) -> tuple[int, ProductId | None, Status]:
    return item.item_id, item.product_id, item.status
