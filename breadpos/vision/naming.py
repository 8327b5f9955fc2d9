"""Naming by example: which product an embedding belongs to, and how far to trust that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Status
from breadpos.vision.held_out import HeldOut, hold_out
from breadpos.vision.learnt import LearntProduct
from breadpos.vision.lookalikes import LookAlikes, find_look_alikes, narrowed
from breadpos.vision.metric import Metric
from breadpos.vision.thresholds import PHOTOS_FOR_SURE, Thresholds

_CANDIDATES = 3
_NOTHING: Mapping[ProductId, LearntProduct] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Named:
    """What one item seems to be.

    Attributes:
        candidates: best first, at most three; empty only while no product is learnt. What
            their confidences lack to 1 is the chance of some other product, or none learnt.
    """

    status: Status
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What looks at one item say of it.

    Attributes:
        similarities: (C,) with each product.
        odds: (C + 1,) of each product, the last of none of them.
        looks: how many looks these are the mean of.
    """

    similarities: NDArray[np.float32]
    odds: NDArray[np.float64]
    looks: int = 1

    def joined(self, other: "Evidence") -> "Evidence":
        """The mean over the looks of both."""
        looks = self.looks + other.looks
        share = other.looks / looks
        return Evidence(
            self.similarities + np.float32(share) * (other.similarities - self.similarities),
            self.odds + share * (other.odds - self.odds),
            looks,
        )


class Naming:
    """The head: what each product's photos taught. Immutable; a change makes a new one.

    A product is added without touching what is kept of the others. What is drawn from all of
    them together is worked out when first asked for, in under a second.
    """

    def __init__(
        self,
        learnt: Mapping[ProductId, LearntProduct] = _NOTHING,
        thresholds: Thresholds | None = None,
        look_alikes: tuple[LookAlikes, ...] | None = None,
    ) -> None:
        """From the products in their order, at first none.

        Args:
            thresholds: of exactly these products, where they are known already.
            look_alikes: among these products, likewise.
        """
        self.learnt = MappingProxyType(dict(learnt))
        if thresholds is not None:
            self.thresholds = thresholds
        if look_alikes is not None:
            self.look_alikes = look_alikes

    @property
    def products(self) -> tuple[ProductId, ...]:
        return tuple(self.learnt)

    @cached_property
    def thresholds(self) -> Thresholds:
        return Thresholds.fit(self._held, [each.photo_count for each in self.learnt.values()])

    @cached_property
    def look_alikes(self) -> tuple[LookAlikes, ...]:
        """Pairs of products often taken for one another, the most often first."""
        return find_look_alikes(self._held, self.products)

    @cached_property
    def _held(self) -> HeldOut:
        return hold_out(list(self.learnt.values()))

    @cached_property
    def _metric(self) -> Metric:
        return Metric.fit(list(self.learnt.values()))

    def with_product(
        self,
        product: ProductId,
        embeddings: NDArray[np.float32],
        sources: Sequence[int] | None = None,
    ) -> "Naming":
        """This head and one product more; a known one is learnt anew.

        Args:
            embeddings: (n, r, D) of n items in photos, r views of each, the first as photographed.
            sources: which photo each item was seen in; None when each has its own.
        """
        return Naming({**self.learnt, product: LearntProduct.of(embeddings, sources)})

    def with_photos(
        self,
        product: ProductId,
        embeddings: NDArray[np.float32],
        sources: Sequence[int] | None = None,
    ) -> "Naming":
        """This head with further photos of a product, new or known."""
        more = LearntProduct.of(embeddings, sources)
        known = self.learnt.get(product)
        return Naming({**self.learnt, product: known.joined(more) if known else more})

    def without_product(self, product: ProductId) -> "Naming":
        """This head without a product, known or not."""
        return Naming({key: kept for key, kept in self.learnt.items() if key != product})

    def without_item(self, product: ProductId, seen: NDArray[np.float32]) -> "Naming":
        """This head without one item of a product, if it knows it; without both after the last.

        Args:
            seen: (D + 1,) the item as photographed.
        """
        known = self.learnt.get(product)
        row = known.row_of(seen) if known is not None else None
        if known is None or row is None:
            return self
        if len(known.embeddings) == 1:
            return self.without_product(product)
        return Naming({**self.learnt, product: known.without_row(row)})

    def photos_missing(self, product: ProductId) -> int:
        """Photos that a product needs before it can be `sure`; 0 when it has enough."""
        return max(PHOTOS_FOR_SURE - self.learnt[product].photo_count, 0)

    def name(self, embeddings: NDArray[np.float32]) -> list[Named]:
        """Name items, one for each row of (N, D) embeddings."""
        return [self.judge(each) for each in self.evidence(embeddings)]

    def evidence(self, embeddings: NDArray[np.float32]) -> list[Evidence]:
        """What one look at each item says, for (N, D) embeddings."""
        if not self.learnt or not len(embeddings):
            nothing = Evidence(np.zeros(0, np.float32), np.ones(1))
            return [nothing for _ in embeddings]
        similarities = self._metric.similarities(embeddings)
        odds = self.thresholds.probabilities(similarities)
        return [Evidence(*rows) for rows in zip(similarities, odds, strict=True)]

    def judge(self, evidence: Evidence) -> Named:
        """The name that looks at one item add up to, and how far to trust it."""
        if not self.learnt:
            return Named(Status.UNKNOWN, ())
        similarities, odds = evidence.similarities, evidence.odds
        order = np.argsort(-odds[:-1], kind="stable")[:_CANDIDATES]
        candidates = tuple(Candidate(self.products[n], float(odds[n])) for n in order)
        best = int(order[0])
        if odds[-1] > odds[best]:
            return Named(Status.UNKNOWN, candidates)
        is_sure = (
            odds[best] > self.thresholds.sure_above[best]
            and similarities[best] >= self.thresholds.typical_above[best]
        )
        if is_sure:
            return Named(Status.SURE, candidates)
        return Named(Status.UNSURE, narrowed(candidates, [each.pair for each in self.look_alikes]))
