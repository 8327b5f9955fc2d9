"""The old recogniser against the new one, on the same photos, none of which either has learnt.

The new one may be used unless it named some product's photos, or all photos together, worse than
chance explains: of the photos on which the two differ, an exact one-sided sign test (McNemar's),
at 5 % over all these tests together.

Source: Tarone 1990, A modified Bonferroni method for discrete data: tests of so few differing
photos that they could never show anything do not make the others stricter; step by step as Holm's.
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
        chance: of so many lost photos of all products if nothing had changed.
        worse: beyond chance, all products together.
        confusion: (C, C) of the new one, rows true.
        worst: rows of the photos the new one was most wrong about, worst first.
    """

    changes: tuple[ProductChange, ...]
    chance: float
    worse: bool
    confusion: NDArray[np.int64]
    worst: tuple[int, ...]

    @property
    def passes(self) -> bool:
        """Whether the new one may be used."""
        return not self.worse and not any(change.worse for change in self.changes)

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
    judged = [number for number in range(len(products)) if (labels == number).any()]
    rows = [labels == number for number in judged]
    flips = [_Flips.of(was[row], now[row]) for row in rows]
    together = _Flips.of(was, now)
    *worse, all_worse = _beyond([*flips, together])
    changes = [
        ProductChange(
            product=products[number],
            photos=int(row.sum()),
            old_right=int(was[row].sum()),
            new_right=int(now[row].sum()),
            old_coverage=float(old_sure[row].mean()),
            new_coverage=float(new_sure[row].mean()),
            chance=flip.chance,
            worse=is_worse,
        )
        for number, row, flip, is_worse in zip(judged, rows, flips, worse, strict=True)
    ]
    confusion = np.zeros((len(products), len(products)), np.int64)
    np.add.at(confusion, (labels, new.taken_for), 1)
    wrong = np.flatnonzero(~now)
    order = wrong[np.argsort(-new.confidence[wrong], kind="stable")]
    worst = tuple(order[:_WORST].tolist())
    return Comparison(tuple(changes), together.chance, all_worse, confusion, worst)


@dataclass(frozen=True, slots=True)
class _Flips:
    """How many photos were lost and won."""

    lost: int
    won: int

    @classmethod
    def of(cls, was: NDArray[np.bool_], now: NDArray[np.bool_]) -> "_Flips":
        return cls(int((was & ~now).sum()), int((~was & now).sum()))

    @property
    def chance(self) -> float:
        """Of losing so many if each went either way alike."""
        if not self.lost:
            return 1.0
        count = self.lost + self.won
        return float(binomtest(self.lost, count, 0.5, alternative="greater").pvalue)

    @property
    def least(self) -> float:
        """The smallest chance that so many could have shown."""
        return 0.5 ** (self.lost + self.won)


def _beyond(flips: Sequence[_Flips]) -> list[bool]:
    """Which chances are too small for so many tests at once."""
    beyond = [False] * len(flips)
    left = sorted(range(len(flips)), key=lambda number: flips[number].chance)
    while left and flips[left[0]].chance <= LEVEL / _telling([flips[number] for number in left]):
        beyond[left.pop(0)] = True
    return beyond


def _telling(flips: Sequence[_Flips]) -> int:
    """How many tests the level has to be shared by."""
    shares = range(1, len(flips) + 1)
    return next(k for k in shares if sum(each.least <= LEVEL / k for each in flips) <= k)


def _sure_from(named: Named, labels: NDArray[np.int64]) -> float:
    """The lowest confidence from which on the names are right often enough; 2 for never."""
    order = np.argsort(-named.confidence, kind="stable")
    right = np.cumsum(named.taken_for[order] == labels[order]) / np.arange(1, len(order) + 1)
    falling = named.confidence[order]
    last_of_its_kind = np.append(falling[1:] < falling[:-1], np.ones(min(len(order), 1), bool))
    kept = np.flatnonzero((right >= PRECISION) & last_of_its_kind)
    return float(named.confidence[order[kept[-1]]]) if len(kept) else 2.0
