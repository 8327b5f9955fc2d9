"""Which of the things seen before is which of those seen now.

Works on places and on the network's names alone; what a person said is the tray's affair.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from breadpos.domain.recognition import Detection, Point, Status

REACH = 0.6
"""A thing is the same one if it moved less than this share of its own size."""

_UNMOVED = 0.1
"""No hand puts a second bread of a kind down as close as this share of its size."""

_COST_OF_A_SHIFT = 0.05
"""Per thing, so that jitter is not taken for a nudge."""

_NO_SHIFT: Point = (0.0, 0.0)

MayBe = Callable[[int, int], bool]
"""Whether an old thing may be a new one at all, by their positions in the two sequences."""


@dataclass(frozen=True, slots=True)
class _Pairing:
    """For each new thing the position of the old one it is, and how badly they fit."""

    matches: list[int | None]
    misfit: float

    @property
    def count(self) -> int:
        return sum(match is not None for match in self.matches)


def matches(
    old: Sequence[Detection], new: Sequence[Detection], may_stay: MayBe, may_travel: MayBe
) -> list[int | None]:
    """For each new thing the position of the old one it is, None for one never seen before.

    A nudged tray moves everything alike, so the one common shift under which most things
    meet is taken off first; no shift wins a tie. What then lies too far from anything is
    paired by name alone: it was carried across the tray, or the tray was turned.

    Args:
        old: what was there, in any order.
        new: what is there now.
        may_stay: whether a new thing near an old one can be it.
        may_travel: whether a new thing of the same name far from an old one can be it.
    """
    placed = _best_pairing(old, new, may_stay).matches
    return _by_name(old, new, may_travel, placed)


def is_another_tray(old: Sequence[Detection], new: Sequence[Detection]) -> bool:
    """Whether too little of what was there is left, in place or in kind, for the same tray."""
    kinds = Counter(thing.best for thing in old) & Counter(thing.best for thing in new)
    if kinds.total() * 2 >= max(len(old), len(new)) or _any_unmoved(old, new):
        return False
    return _lie_elsewhere(old, new, agreeing=min(2, len(old)))


def is_rearranged(old: Sequence[Detection], new: Sequence[Detection]) -> bool:
    """Whether most of what is left lies neither where it lay nor moved together.

    One thing alone moves together with nothing, so only a nudge leaves it where it lay.
    """
    return _lie_elsewhere(old, new, agreeing=2)


def _lie_elsewhere(old: Sequence[Detection], new: Sequence[Detection], *, agreeing: int) -> bool:
    """Whether few lie where they lay; a common shift must bring at least so many there."""
    smaller = min(len(old), len(new))

    def kin(n: int, m: int) -> bool:
        return _akin(old[n], new[m])

    still = _paired(old, new, kin, _NO_SHIFT).count
    nudged = _best_pairing(old, new, kin).count
    return still * 2 < smaller and (nudged < agreeing or nudged * 2 < smaller)


def _best_pairing(old: Sequence[Detection], new: Sequence[Detection], may_be: MayBe) -> _Pairing:
    """The most pairs, then the best fit; short shifts first, for the first good one is taken."""
    best = _Pairing([None] * len(new), 0.0)
    for shift in _shifts(old, new):
        pairing = _paired(old, new, may_be, shift)
        if (pairing.count, -pairing.misfit) > (best.count, -best.misfit):
            best = pairing
        good_enough = (_UNMOVED + _COST_OF_A_SHIFT) * len(old)
        if best.count == min(len(old), len(new)) and best.misfit <= good_enough:
            break
    return best


def _shifts(old: Sequence[Detection], new: Sequence[Detection]) -> list[Point]:
    shifts = [
        (now.centre[0] - was.centre[0], now.centre[1] - was.centre[1])
        for was in old
        for now in new
        if was.best == now.best
    ]
    return [_NO_SHIFT, *sorted(shifts, key=lambda shift: math.hypot(*shift))]


def _paired(
    old: Sequence[Detection], new: Sequence[Detection], may_be: MayBe, shift: Point
) -> _Pairing:
    """Pair nearest first under a shift, the same name first at the same distance."""
    near = sorted(
        (distance, was.best != now.best, n, m)
        for n, was in enumerate(old)
        for m, now in enumerate(new)
        if (distance := _distance(was, now, shift)) < REACH and may_be(n, m)
    )
    found: list[int | None] = [None] * len(new)
    used: set[int] = set()
    misfit = 0.0 if shift == _NO_SHIFT else _COST_OF_A_SHIFT * len(old)
    for distance, _, n, m in near:
        if n not in used and found[m] is None:
            found[m] = n
            used.add(n)
            misfit += distance
    return _Pairing(found, misfit)


def _by_name(
    old: Sequence[Detection],
    new: Sequence[Detection],
    may_be: MayBe,
    placed: Sequence[int | None],
) -> list[int | None]:
    found = list(placed)
    left = [n for n in range(len(old)) if n not in placed]
    for m, now in enumerate(new):
        if found[m] is None:
            found[m] = next((n for n in left if old[n].best == now.best and may_be(n, m)), None)
            left = [n for n in left if n != found[m]]
    return found


def _any_unmoved(old: Sequence[Detection], new: Sequence[Detection]) -> bool:
    return any(
        was.best == now.best and _distance(was, now, _NO_SHIFT) <= _UNMOVED
        for was in old
        for now in new
    )


def _akin(was: Detection, now: Detection) -> bool:
    """Whether one thing may have been read as both."""
    if Status.UNKNOWN in {was.status, now.status}:
        return True
    return not was.named.isdisjoint(now.named)


def _distance(was: Detection, now: Detection, shift: Point) -> float:
    """Between centres once the shift is taken off, in units of the thing's size."""
    size_px = max(was.box[2], was.box[3], 1.0)
    across = now.centre[0] - was.centre[0] - shift[0]
    down = now.centre[1] - was.centre[1] - shift[1]
    return math.hypot(across, down) / size_px
