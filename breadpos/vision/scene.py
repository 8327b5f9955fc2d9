"""One picture of the counter, compared with what is known of the items that lie there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.vision.arms import arms
from breadpos.vision.finder import FoundItem
from breadpos.vision.naming import Evidence
from breadpos.vision.sameness import (
    common_mask,
    is_same_look,
    is_same_outline,
    light_between,
    patch_of,
)
from breadpos.vision.stillness import Look, difference

LOOKS = 3
"""At one item before its name is settled; the first is told at once."""

_OVERLAPS = 0.3
"""Share of an item that another covers from which it is parted differently now."""
_HIDDEN = 0.08
"""Share of an item under an arm from which it may be hidden: a finger's breadth."""
_ITEMS_IN_ARM = 0.6
"""Share of what reaches in that is an item, from which it is a long loaf and no arm."""
_LEAST_ARM = 0.012
"""Share of the picture that an arm has beside the places of what is gone."""
_MUCH_LARGER = 1.1


@dataclass(frozen=True, slots=True, eq=False)
class LyingItem:
    """One item as it lay when it was first looked at.

    Attributes:
        patch_bgr: its box.
        look: the whole picture, shrunk.
        first: what the first look said.
        evidence: what all looks say together.
    """

    item: FoundItem
    patch_bgr: NDArray[np.uint8]
    look: Look
    first: Evidence
    evidence: Evidence

    @property
    def is_settled(self) -> bool:
        return self.evidence.looks >= LOOKS

    @property
    def told(self) -> Evidence:
        """What its name is drawn from: it changes once at most, when it is settled."""
        return self.evidence if self.is_settled else self.first

    def looked_at(self, evidence: Evidence) -> "LyingItem":
        """The item after one more look."""
        return replace(self, evidence=self.evidence.joined(evidence))


class Scene:
    """One picture, compared with what is known."""

    def __init__(self, pixels_bgr: NDArray[np.uint8], look: Look) -> None:
        self.pixels_bgr = pixels_bgr
        self.look = look
        self._lights: dict[int, NDArray[np.float32]] = {}

    def shows(self, known: LyingItem, mask: NDArray[np.bool_] | None = None) -> bool:
        """Whether the pixels at a known item's place, or in a part of it, are the same."""
        now = patch_of(self.pixels_bgr, known.item)
        return is_same_look(
            known.patch_bgr, now, known.item.mask if mask is None else mask, self._light(known)
        )

    def recalled(self, found: FoundItem, known: Sequence[LyingItem]) -> LyingItem | None:
        """The known item that a found one is, unmoved and unchanged."""
        for each in known:
            if is_same_outline(each.item, found):
                both = common_mask(each.item, found)
                return each if self.shows(each, both) else None
        return None

    def has_moved(self, known: LyingItem, found: FoundItem) -> bool:
        """Whether a found item is a known one, pushed along."""
        height, width = known.item.mask.shape
        sides = (found.box[2] / width, found.box[3] / height)
        if not all(1 / _MUCH_LARGER <= side <= _MUCH_LARGER for side in sides):
            return False
        now = np.asarray(cv2.resize(patch_of(self.pixels_bgr, found), (width, height)), np.uint8)
        mask = cv2.resize(found.mask.astype(np.uint8), (width, height)) > 0
        return is_same_look(known.patch_bgr, now, known.item.mask & mask, self._light(known))

    def is_untouched(self, known: LyingItem, found: Sequence[FoundItem]) -> bool:
        """Whether an item that was not found lies there all the same: the finder blinked."""
        return self.shows(known) and not any(covers(item, known.item) for item in found)

    def hidden(
        self, gone: Sequence[LyingItem], found: Sequence[FoundItem], before: Look
    ) -> list[LyingItem]:
        """Those of the items gone that an arm lies over.

        Args:
            gone: what is not found any more.
            found: what lies there and was not there before.
            before: the last picture read, in which no arm was.
        """
        still_gone = [k for k in gone if not any(self.has_moved(k, item) for item in found)]
        places = [self._place(known.item) for known in still_gone]
        if not places:
            return []
        arm = self._arm(places, found, before)
        return [
            known
            for known, place in zip(still_gone, places, strict=True)
            if (arm & place).sum() >= _HIDDEN * place.sum()
        ]

    def _arm(
        self,
        places: Sequence[NDArray[np.bool_]],
        found: Sequence[FoundItem],
        before: Look,
    ) -> NDArray[np.bool_]:
        """(h, 160) where an arm lies over the picture."""
        items = np.any([np.zeros(before.shape[1:], bool), *map(self._place, found)], axis=0)
        # the place of one taken away changes, and its shadow's with it
        left = cv2.dilate(np.any(places, axis=0).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
        whole = np.zeros(before.shape[1:], bool)
        for part in arms(difference(before, self.look)):
            is_item = (part & items).sum() > _ITEMS_IN_ARM * part.sum()
            if not is_item and (part & ~left).mean() >= _LEAST_ARM:
                whole |= part
        return whole

    def _place(self, item: FoundItem) -> NDArray[np.bool_]:
        """(h, 160) where an item lies on the look."""
        height, width = self.look.shape[1:]
        scale = width / self.pixels_bgr.shape[1]
        left, top, wide, high = (round(side * scale) for side in item.box)
        small = cv2.resize(item.mask.astype(np.uint8), (max(wide, 1), max(high, 1))) > 0
        place = np.zeros((height, width), bool)
        part = place[top : top + small.shape[0], left : left + small.shape[1]]
        part |= small[: part.shape[0], : part.shape[1]]
        return place

    def _light(self, known: LyingItem) -> NDArray[np.float32]:
        key = id(known.look)
        if key not in self._lights:
            self._lights[key] = light_between(known.look, self.look)
        return self._lights[key]


def covers(item: FoundItem, other: FoundItem) -> bool:
    """Whether one covers much of another, or lies much under it."""
    common = int(common_mask(item, other).sum())
    return common > _OVERLAPS * min(int(item.mask.sum()), int(other.mask.sum()))
