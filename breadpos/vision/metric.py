"""The space in which products are compared: shrinkage discriminant analysis on embeddings.

Directions in which photos of one product differ (light, bake, turn) count little, directions in
which products differ count much. All products share one spread, so that a product with one
photo profits from what the others' photos say about light. Where sizes are known (see `sizes`),
an item much larger or smaller than a product ever was is less similar to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg

from breadpos.vision.learnt import LearntProduct
from breadpos.vision.sizes import UNKNOWN

_SHRINKAGE = 0.5
"""Share of the round part in the spread; 0.3 to 0.6 do alike, 0.1 is worse."""

_ROWS = 1000
"""Views that the spread is estimated from, at most: it keeps learning under a second."""

_TINY = 1e-6

_USUAL_SIZES = 2.5
"""Standard deviations of size, shared by all products, within which size says nothing."""

_LEAST_SPREAD = 0.04
"""Of the logarithm of size: an outline alone varies by so much."""

_COST_OF_SIZE = 1.0
"""Cosine lost per unit of the logarithm beyond what is usual."""


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """Similarities to a set of products.

    Attributes:
        centre: (D,) what is common to all products.
        root: (D, D) lower Cholesky factor of the spread within products.
        prototypes: (C, D) the products, whitened, of length 1.
        sizes: (C,) usual size of each product, as of `log_size`, UNKNOWN if never told.
        size_slack: how far from that it may be for nothing.
    """

    centre: NDArray[np.float32]
    root: NDArray[np.float32]
    prototypes: NDArray[np.float32]
    sizes: NDArray[np.float32]
    size_slack: float

    @classmethod
    def fit(cls, products: Sequence[LearntProduct]) -> "Metric":
        """From at least one product's photos."""
        means = np.stack([_mean(product) for product in products])
        centre = means.mean(axis=0) if len(means) > 1 else np.zeros_like(means[0])
        root = linalg.cholesky(_spread(products, means), lower=True, check_finite=False)
        prototypes = _whitened(means, centre, root)
        return cls(centre, root, prototypes, *_sizes(products))

    def similarities(self, embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
        """(N, C) of (N, D + 1) looks and sizes: cosines, -1 to 1, less what a wrong size costs."""
        looks, sizes = embeddings[:, :-1], embeddings[:, -1:]
        cosines = _whitened(looks, self.centre, self.root) @ self.prototypes.T
        off = np.maximum(np.abs(sizes - self.sizes) - self.size_slack, 0.0)
        known = (sizes != UNKNOWN) & (self.sizes != UNKNOWN)
        return np.asarray(cosines - _COST_OF_SIZE * np.where(known, off, 0.0), np.float32)


def _mean(product: LearntProduct) -> NDArray[np.float32]:
    mean: NDArray[np.float32] = product.embeddings[..., :-1].mean(axis=(0, 1))
    return mean


def _sizes(products: Sequence[LearntProduct]) -> tuple[NDArray[np.float32], float]:
    """Usual size of each product, and the slack of all."""
    usual, squares = [], [np.zeros(0, np.float32)]
    for product in products:
        told = product.embeddings[:, 0, -1]
        told = told[told != UNKNOWN]
        usual.append(float(np.median(told)) if len(told) else UNKNOWN)
        if len(told) > 1:
            squares.append((told - told.mean()) ** 2 * len(told) / (len(told) - 1))
    together = np.concatenate(squares)
    spread = float(together.mean()) ** 0.5 if len(together) else 0.0
    return np.asarray(usual, np.float32), _USUAL_SIZES * max(spread, _LEAST_SPREAD)


def _whitened(
    embeddings: NDArray[np.float32], centre: NDArray[np.float32], root: NDArray[np.float32]
) -> NDArray[np.float32]:
    centred = (embeddings - centre).T
    white = linalg.solve_triangular(root, centred, lower=True, check_finite=False).T
    lengths = np.linalg.norm(white, axis=1, keepdims=True)
    return np.asarray(white / np.maximum(lengths, _TINY), np.float32)


def _spread(products: Sequence[LearntProduct], means: NDArray[np.float32]) -> NDArray[np.float32]:
    """(D, D) covariance within products, shrunk towards a round one of the same size."""
    items = sum(len(product.embeddings) for product in products)
    views = max(_ROWS // items, 1)
    rows = np.concatenate(
        [
            (product.embeddings[:, _spaced(product, views), :-1] - mean).reshape(-1, len(mean))
            for product, mean in zip(products, means, strict=True)
        ]
    )
    rows = rows[:: max(len(rows) // _ROWS, 1)]
    covariance = rows.T @ rows / len(rows)
    # a single view has no spread at all; then only the round part is left
    size = max(float(np.trace(covariance)) / len(covariance), _TINY)
    covariance *= 1 - _SHRINKAGE
    covariance.flat[:: len(covariance) + 1] += np.float32(_SHRINKAGE * size)
    return np.asarray(covariance, np.float32)


def _spaced(product: LearntProduct, count: int) -> NDArray[np.int64]:
    """Which views stand for all of them, evenly spread over the turn; the first is among them."""
    views = product.embeddings.shape[1]
    return np.unique(np.arange(min(count, views)) * views // min(count, views))
