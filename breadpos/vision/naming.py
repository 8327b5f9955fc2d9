"""Naming by example: which product an embedding belongs to, and how far to trust that."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Status


@dataclass(frozen=True, slots=True)
class Named:
    """What one item seems to be.

    Attributes:
        candidates: best first, at most three; never empty while a product is known.
    """

    status: Status
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """The head: every learnt product's photos as embeddings; immutable.

    Attributes:
        photos: per product, in the order learnt, (n, r, D) float32: n photos, r views of each.
    """

    photos: Mapping[ProductId, NDArray[np.float32]]

    @property
    def products(self) -> tuple[ProductId, ...]:
        return tuple(self.photos)

    def with_product(self, product: ProductId, embeddings: NDArray[np.float32]) -> "Naming":
        """This naming and one product more (or that product learnt anew)."""
        return Naming({**self.photos, product: embeddings})

    def without_product(self, product: ProductId) -> "Naming":
        return Naming({key: value for key, value in self.photos.items() if key != product})

    def name(self, embeddings: NDArray[np.float32]) -> list[Named]:
        """Name items, one per row of (N, D) embeddings."""
        if not self.photos:
            return [Named(Status.UNKNOWN, ()) for _ in embeddings]
        prototypes = np.stack([p.mean(axis=(0, 1)) for p in self.photos.values()])
        prototypes /= np.linalg.norm(prototypes, axis=1, keepdims=True)
        scores = 40 * embeddings @ prototypes.T
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        return [self._named(row) for row in odds]

    def _named(self, odds: NDArray[np.float32]) -> Named:
        order = np.argsort(-odds)[:3]
        candidates = tuple(Candidate(self.products[i], float(odds[i])) for i in order)
        return Named(Status.UNSURE, candidates)
