"""A counter on which a script decides what lies: for tests, practice and demos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.layers import over
from breadpos.simulation.placing import Arrangement
from breadpos.simulation.shop import Shop, TrayFilm
from breadpos.simulation.tray import FULL_SIZE, SimulatedItem, SimulatedTray

_LAYING, _NOISE = range(40, 42)


class ScriptedCounter:
    """One fixed counter; nothing moves unless it is told to."""

    def __init__(self, seed: int, *, size: tuple[int, int] = FULL_SIZE) -> None:
        self._seed = seed
        self._shop = Shop(seed, size)
        self._film: TrayFilm | None = None
        self._shift = (0, 0)
        self._hand = False
        self._placed = 0
        self._frames = 0

    def place(self, slugs: Sequence[str], arrangement: Arrangement = Arrangement.APART) -> None:
        """Put down a tray with these; each call lays other individuals, in other places.

        Raises:
            KeyError: no such kind.
        """
        seed = int(np.random.default_rng([self._seed, _LAYING, self._placed]).integers(2**31))
        self._film = self._shop.film(self._shop.lay(seed, slugs, arrangement), slugs)
        self._placed += 1
        self._shift = (0, 0)

    def nudge(self, dx_px: int, dy_px: int) -> None:
        """Push the tray with everything on it, to the right and down."""
        self._shift = (self._shift[0] + dx_px, self._shift[1] + dy_px)

    def clear(self) -> None:
        """Take the tray away."""
        self._film = None
        self._shift = (0, 0)

    def hand(self, *, visible: bool) -> None:
        """Hold a hand over the middle of the counter, or take it away."""
        self._hand = visible

    def frame(self) -> NDArray[np.uint8]:
        """The next frame, (H, W, 3) BGR, the caller's own; only noise differs between two."""
        picture = self._shop.show(self._film, *self._shift)
        if self._hand:
            picture = over(picture, self._shop.hands[1], 0, 0)
        self._frames += 1
        rng = np.random.default_rng([self._seed, _NOISE, self._frames])
        return self._shop.grain.expose(picture, rng)

    def truth(self) -> SimulatedTray:
        """The next frame and what lies on the tray; a hand over it is not taken into account."""
        items = () if self._film is None else self._film.items
        return SimulatedTray(self.frame(), tuple(self._shifted(each) for each in items))

    def _shifted(self, item: SimulatedItem) -> SimulatedItem:
        dx, dy = self._shift
        height, width = item.mask.shape
        moved = np.zeros_like(item.mask)
        moved[max(0, dy) : height + min(0, dy), max(0, dx) : width + min(0, dx)] = item.mask[
            max(0, -dy) : height - max(0, dy), max(0, -dx) : width - max(0, dx)
        ]
        left, top, box_width, box_height = item.box
        return replace(item, mask=moved, box=(left + dx, top + dy, box_width, box_height))
