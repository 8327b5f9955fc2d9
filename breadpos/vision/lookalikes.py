"""Products that look so alike that one is often taken for the other: they become one question."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate
from breadpos.vision.held_out import HeldOut

_OFTEN = 0.1
"""Share of the held-out looks at both products that were taken for the other."""
_ENOUGH = 0.9
"""Chance that it is one of the pair from which nothing else is offered."""


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Two products, and how often a photo of one was taken for the other."""

    pair: frozenset[ProductId]
    share: float

    def as_json(self) -> dict[str, Any]:
        return {"products": sorted(self.pair), "share": self.share}

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "LookAlikes":
        """As `as_json` gave it.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        pair = frozenset(ProductId(str(product)) for product in document["products"])
        if len(pair) != 2:
            raise ValueError(f"a pair has two products, not {sorted(pair)}")
        return cls(pair, float(document["share"]))


def find_look_alikes(held: HeldOut, products: Sequence[ProductId]) -> tuple[LookAlikes, ...]:
    """The pairs among held-out photos, those most often confused first.

    Args:
        held: how each photo would have been named had it not been learnt.
        products: in the order of its columns.
    """
    if not len(held.labels):
        return ()
    count = len(products)
    read = np.zeros((count, count))
    np.add.at(read, (held.labels, held.similarities.argmax(axis=1)), 1)
    looks = read.sum(axis=1)
    shares = (read + read.T) / np.maximum(looks[:, None] + looks[None, :], 1)
    found = [
        LookAlikes(frozenset((products[one], products[other])), float(shares[one, other]))
        for one, other in np.argwhere(np.triu(shares >= _OFTEN, 1))
    ]
    return tuple(sorted(found, key=lambda each: -each.share))


def narrowed(
    candidates: tuple[Candidate, ...], pairs: Collection[frozenset[ProductId]]
) -> tuple[Candidate, ...]:
    """The best candidate and what looks like it, if it is almost surely one of these; else all."""
    best, *others = candidates
    twins = [each for each in others if frozenset((best.product_id, each.product_id)) in pairs]
    if best.confidence + sum(each.confidence for each in twins) < _ENOUGH or not twins:
        return candidates
    return (best, *twins)
