"""The old recogniser against the new one, on the same photos, none of which either has learnt.

The new one may be used unless it named some product's photos worse than chance explains: of the
photos on which the two differ, an exact one-sided sign test (McNemar's), at 5 % over all products
together (Holm's correction).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

LEVEL = 0.05
"""Chance of keeping the old one although nothing got worse."""

PRECISION = 0.999
_WORST = 12


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """How one recogniser named the held-out photos.

    Attributes:
        taken_for: (N,) which product, by number.
        confidence: (N,) 0 to 1.
    """

    taken_for: NDArray[np.int64]
    confidence: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductChange:
    """One product before and after.

    Attributes:
        photos: held out.
        old_right, new_right: of those.
        old_coverage, new_coverage: share named with a confidence at which 99.9 % are right.
        chance: of so many lost photos if nothing had changed.
        worse: beyond chance.
    """

    product: str
    photos: int
    old_right: int
    new_right: int
    old_coverage: float
    new_coverage: float
    chance: float
    worse: bool


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Both side by side.

    Attributes:
        confusion: (C, C) of the new one, rows true.
        worst: rows of the photos the new one was most wrong about, worst first.
    """

    changes: tuple[ProductChange, ...]
    confusion: NDArray[np.int64]
    worst: tuple[int, ...]

    @property
    def passes(self) -> bool:
        """Whether the new one may be used."""
        return not any(change.worse for change in self.changes)

    @property
    def photos(self) -> int:
        return sum(change.photos for change in self.changes)

    @property
    def accuracies(self) -> tuple[float, float]:
        """Share of all held-out photos named right, old and new."""
        old = sum(change.old_right for change in self.changes)
        new = sum(change.new_right for change in self.changes)
        return old / max(self.photos, 1), new / max(self.photos, 1)


def compare(
    products: Sequence[str], labels: NDArray[np.int64], old: Named, new: Named
) -> Comparison:
    """Weigh both over the held-out photos, whose true products are `labels`."""
    was, now = old.taken_for == labels, new.taken_for == labels
    old_sure = old.confidence >= _sure_from(old, labels)
    new_sure = new.confidence >= _sure_from(new, labels)
    chances = [
        _chance(was[labels == number], now[labels == number]) for number in range(len(products))
    ]
    worse = _beyond(chances)
    changes = []
    for number, product in enumerate(products):
        rows = labels == number
        if not rows.any():
            continue
        changes.append(
            ProductChange(
                product=product,
                photos=int(rows.sum()),
                old_right=int(was[rows].sum()),
                new_right=int(now[rows].sum()),
                old_coverage=float(old_sure[rows].mean()),
                new_coverage=float(new_sure[rows].mean()),
                chance=chances[number],
                worse=worse[number],
            )
        )
    confusion = np.zeros((len(products), len(products)), np.int64)
    np.add.at(confusion, (labels, new.taken_for), 1)
    wrong = np.flatnonzero(~now)
    order = wrong[np.argsort(-new.confidence[wrong], kind="stable")]
    return Comparison(tuple(changes), confusion, tuple(order[:_WORST].tolist()))


def _chance(was: NDArray[np.bool_], now: NDArray[np.bool_]) -> float:
    """Of losing as many photos as were lost, if each change went either way alike."""
    lost, won = int((was & ~now).sum()), int((~was & now).sum())
    if not lost:
        return 1.0
    return float(binomtest(lost, lost + won, 0.5, alternative="greater").pvalue)


def _beyond(chances: Sequence[float]) -> list[bool]:
    """Which are too small for so many products at once."""
    beyond = [False] * len(chances)
    for rank, number in enumerate(np.argsort(chances, kind="stable")):
        if chances[number] > LEVEL / (len(chances) - rank):
            break
        beyond[number] = True
    return beyond


def _sure_from(named: Named, labels: NDArray[np.int64]) -> float:
    """The lowest confidence from which on the names are right often enough; 2 for never."""
    order = np.argsort(-named.confidence, kind="stable")
    right = np.cumsum(named.taken_for[order] == labels[order]) / np.arange(1, len(order) + 1)
    falling = named.confidence[order]
    last_of_its_kind = np.append(falling[1:] < falling[:-1], np.ones(min(len(order), 1), bool))
    kept = np.flatnonzero((right >= PRECISION) & last_of_its_kind)
    return float(named.confidence[order[kept[-1]]]) if len(kept) else 2.0
