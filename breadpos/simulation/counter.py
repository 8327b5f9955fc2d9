"""A counter that plays time: trays come, lie still, and go."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.breads import KINDS
from breadpos.simulation.layers import Layer, Picture, cut_out, over
from breadpos.simulation.placing import Arrangement
from breadpos.simulation.shop import Shop, TrayFilm
from breadpos.simulation.tray import FULL_SIZE, SimulatedTray

_TRAY, _NOISE = range(30, 32)
_ADDING_S = 1.2


class Moment(Enum):
    """What happens at the counter."""

    EMPTY = "empty"
    ARRIVING = "arriving"
    STILL = "still"
    ADDING = "adding"
    STILL_AGAIN = "still again"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class _Visit:
    """One customer: what is on the tray, what is added to it, and when each moment begins."""

    number: int
    slugs: tuple[str, ...]
    added: bool
    begins: tuple[tuple[float, Moment], ...]
    ends_s: float

    def moment(self, time_s: float) -> tuple[Moment, float]:
        """The moment at a time, and the share of it that has passed."""
        starts = [begin for begin, _ in self.begins]
        i = max(0, int(np.searchsorted(starts, time_s, side="right")) - 1)
        end = starts[i + 1] if i + 1 < len(starts) else self.ends_s
        return self.begins[i][1], (time_s - starts[i]) / (end - starts[i])


@dataclass(frozen=True, slots=True)
class _Films:
    """The tray of a visit as it comes, and as it goes when something was added."""

    first: TrayFilm
    last: TrayFilm
    added: Layer | None
    added_at: tuple[int, int]


class SimulatedCounter:
    """One fixed counter where customers' trays come and go by a script drawn from the seed.

    Every method may be called with any time, in any order, from one thread at a time.
    """

    def __init__(
        self,
        seed: int,
        *,
        size: tuple[int, int] = FULL_SIZE,
        slugs: Sequence[str] | None = None,
        frames_per_s: float = 15.0,
        items: tuple[int, int] = (2, 6),
        ahead: Executor | None = None,
    ) -> None:
        """Build the counter; takes about a second.

        Args:
            seed: decides everything.
            size: (width, height) of its frames.
            slugs: the kinds its customers buy; None is all of them.
            frames_per_s: how often noise changes; within 1 / frames_per_s a frame stays the same.
            items: fewest and most items on a tray as it arrives.
            ahead: renders the next tray on it while this one is shown; without, the first frame
                of each visit takes a second or two. Shut it down after the last frame.
        """
        self.frames_per_s = frames_per_s
        self._seed = seed
        self._slugs = tuple(slugs or (each.slug for each in KINDS))
        self._items = items
        self._ahead = ahead
        self._shop = Shop(seed, size)
        self._visits: list[_Visit] = []
        self._films: dict[int, _Films | Future[_Films]] = {}
        if ahead is not None:
            self._films[0] = ahead.submit(self._prepare, self._visit(0.0))

    def frame_at(self, time_s: float) -> NDArray[np.uint8]:
        """The camera's frame at that time, (H, W, 3) BGR, the caller's own."""
        tick = max(0, int(time_s * self.frames_per_s))
        rng = np.random.default_rng([self._seed, _NOISE, tick])
        return self._shop.grain.expose(self._scene(max(0.0, time_s)), rng)

    def truth_at(self, time_s: float) -> SimulatedTray | None:
        """What lies there, with the frame of that time; None unless a tray lies still."""
        visit = self._visit(time_s)
        moment, _ = visit.moment(time_s)
        if moment not in (Moment.STILL, Moment.STILL_AGAIN):
            return None
        films = self._films_of(visit)
        film = films.first if moment is Moment.STILL else films.last
        return SimulatedTray(self.frame_at(time_s), film.items)

    def tray_number_at(self, time_s: float) -> int:
        """Which tray it is at that time, from 0; an empty counter already counts for the next."""
        return self._visit(time_s).number

    def moment_at(self, time_s: float) -> Moment:
        """What happens at that time."""
        return self._visit(time_s).moment(time_s)[0]

    def waits_at(self, time_s: float) -> bool:
        """Whether all that a customer buys lies there, and only the payment is to come."""
        visit = self._visit(max(0.0, time_s))
        last = Moment.STILL_AGAIN if visit.added else Moment.STILL
        return visit.moment(max(0.0, time_s))[0] is last

    def _scene(self, time_s: float) -> Picture:
        visit = self._visit(time_s)
        moment, share = visit.moment(time_s)
        if moment is Moment.EMPTY:
            return self._shop.empty
        films = self._films_of(visit)
        if moment is Moment.ARRIVING:
            return self._carried(films.first, 1.0 - share)
        if moment is Moment.LEAVING:
            return self._carried(films.last, share)
        if moment is Moment.ADDING:
            return self._adding(films, share)
        return (films.first if moment is Moment.STILL else films.last).picture

    def _carried(self, film: TrayFilm, away: float) -> Picture:
        """The tray in two hands, `away` 0..1 of its way from the counter towards the customer."""
        height = self._shop.size[1]
        on_way = max(0.0, (away - 0.25) / 0.75)
        tray_dy = round(1.15 * height * on_way**1.6)
        letting_go = max(0.0, 1.0 - away / 0.25)
        hands_dy = tray_dy + round(0.7 * height * letting_go**1.5)
        picture = self._shop.show(film, 0, tray_dy)
        return over(picture, self._shop.hands[0], 0, hands_dy)

    def _adding(self, films: _Films, share: float) -> Picture:
        """A hand brings one more item, and draws back."""
        away = abs(2.0 * share - 1.0) ** 1.3
        width, height = self._shop.size
        dx, dy = films.added_at[0] - width // 2, films.added_at[1] - height // 2
        far = round(away * (height - dy))
        brings = share < 0.5
        picture = (films.first if brings else films.last).picture
        if brings and films.added is not None:
            picture = over(picture, films.added, 0, far)
        return over(picture, self._shop.hands[1], dx, dy + far)

    def _visit(self, time_s: float) -> _Visit:
        while not self._visits or self._visits[-1].ends_s <= time_s:
            start = self._visits[-1].ends_s if self._visits else 0.0
            self._visits.append(self._draw(len(self._visits), start))
        low, high = 0, len(self._visits) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (
                (middle + 1, high) if self._visits[middle].ends_s <= time_s else (low, middle)
            )
        return self._visits[low]

    def _draw(self, number: int, start_s: float) -> _Visit:
        rng = np.random.default_rng([self._seed, _TRAY, number])
        count = int(rng.integers(self._items[0], self._items[1] + 1))
        added = bool(rng.random() < 0.35)
        slugs = tuple(str(rng.choice(self._slugs)) for _ in range(count + added))
        lengths = [(Moment.EMPTY, 1.5), (Moment.ARRIVING, 1.0), (Moment.STILL, 5.0)]
        if added:
            lengths += [(Moment.ADDING, _ADDING_S), (Moment.STILL_AGAIN, 4.0)]
        lengths.append((Moment.LEAVING, 1.0))
        begins, now = [], start_s
        for moment, usual_s in lengths:
            begins.append((now, moment))
            now += usual_s * float(rng.uniform(0.9, 1.15))
        return _Visit(number, slugs, added, tuple(begins), now)

    def _films_of(self, visit: _Visit) -> _Films:
        found = self._films.get(visit.number)
        if isinstance(found, Future):
            found = found.result()
        if found is None:
            found = self._render(visit)
        self._films = {n: f for n, f in self._films.items() if n == visit.number + 1}
        self._films[visit.number] = found
        self._look_ahead(visit)
        return found

    def _look_ahead(self, visit: _Visit) -> None:
        number = visit.number + 1
        if self._ahead is not None and number not in self._films:
            following = self._visit(visit.ends_s)
            self._films[number] = self._ahead.submit(self._prepare, following)

    def _prepare(self, visit: _Visit) -> _Films:
        """Everything the visit will need, so that none of it is left to the frame that shows it."""
        films = self._render(visit)
        _ = self._shop.hands
        return films

    def _render(self, visit: _Visit) -> _Films:
        seed = int(np.random.default_rng([self._seed, _TRAY, visit.number, 1]).integers(2**31))
        laid = self._shop.lay(seed, visit.slugs, Arrangement.APART)
        last = self._shop.film(laid, visit.slugs)
        if not visit.added:
            return _Films(last, last, None, (0, 0))
        newest = len(visit.slugs) - 1
        before = [each for each in laid if each.index != newest]
        first = self._shop.film(before, visit.slugs[:newest])
        item = last.items[-1]
        left, top, width, height = item.box
        layer = cut_out(last.picture, item.mask, margin_px=2)
        return _Films(first, last, layer, (left + width // 2, top + height // 2))
