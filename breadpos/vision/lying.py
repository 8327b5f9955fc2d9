"""The items under the camera, each looked at a few times and then only when it changes."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from breadpos.vision.finder import FoundItem, in_reading_order
from breadpos.vision.naming import Evidence
from breadpos.vision.sameness import patch_of
from breadpos.vision.scene import LyingItem, Scene, covers
from breadpos.vision.stillness import Look


class Looker(Protocol):
    """Finds items, and says what one look at each says."""

    def find(self, image_bgr: NDArray[np.uint8]) -> list[FoundItem]: ...

    def look_at(
        self, image_bgr: NDArray[np.uint8], found: Sequence[FoundItem]
    ) -> list[Evidence]: ...


class LyingItems:
    """What lies there, as known from one reading to the next. For one thread.

    Attributes:
        items: in reading order.
    """

    def __init__(self, looker: Looker) -> None:
        self._looker = looker
        self.items: tuple[LyingItem, ...] = ()

    @property
    def are_settled(self) -> bool:
        return all(known.is_settled for known in self.items)

    def forget(self) -> None:
        """The next reading is of another camera's picture."""
        self.items = ()

    def read(self, pixels_bgr: NDArray[np.uint8], look: Look, before: Look, *, wait: bool) -> bool:
        """Find what lies there, and look at what was not known.

        Args:
            pixels_bgr: the picture.
            look: the same, shrunk.
            before: the last picture read.
            wait: whether to wait for an arm to go away that lies over known items; else they
                are taken to lie there as before.

        Returns:
            False when there is such an arm; then nothing has changed.
        """
        scene = Scene(pixels_bgr, look)
        found = self._looker.find(pixels_bgr)
        recalled = [scene.recalled(item, self.items) for item in found]
        fresh = [item for item, known in zip(found, recalled, strict=True) if known is None]
        gone = [known for known in self.items if known not in recalled]
        blinked = [known for known in gone if scene.is_untouched(known, fresh)]
        hidden = scene.hidden([k for k in gone if k not in blinked], fresh, before)
        if hidden and wait:
            return False
        fresh = [item for item in fresh if not any(covers(item, known.item) for known in hidden)]
        kept = [known for known in recalled if known is not None]
        self._put([*kept, *blinked, *hidden, *self._first_looks(scene, fresh)])
        return True

    def look_again(self, pixels_bgr: NDArray[np.uint8]) -> None:
        """One look more at each item that is not settled; they lie as they lay."""
        unsettled = [known for known in self.items if not known.is_settled]
        looks = self._looker.look_at(pixels_bgr, [known.item for known in unsettled])
        again = {
            id(known): known.looked_at(said) for known, said in zip(unsettled, looks, strict=True)
        }
        self.items = tuple(again.get(id(known), known) for known in self.items)

    def _first_looks(self, scene: Scene, found: Sequence[FoundItem]) -> list[LyingItem]:
        pixels = scene.pixels_bgr
        return [
            LyingItem(item, patch_of(pixels, item), scene.look, said, said)
            for item, said in zip(found, self._looker.look_at(pixels, found), strict=True)
        ]

    def _put(self, lying: Sequence[LyingItem]) -> None:
        by_item = {id(known.item): known for known in lying}
        ordered = in_reading_order([known.item for known in lying])
        self.items = tuple(by_item[id(item)] for item in ordered)
