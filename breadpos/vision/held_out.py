"""How every photo would have been named had it not been learnt: what thresholds are made from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from breadpos.vision.learnt import LearntProduct
from breadpos.vision.metric import Metric

FOLDS = 5
"""With up to this many photos a product loses one at a time, with more a part of this size."""

_ROWS = 800
"""Held-out views to score, about; it keeps learning under a second."""


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """Similarities of held-out photos to products learnt from the other photos.

    Attributes:
        similarities: (M, C), a row for each view of a photo that could be held out.
        labels: (M,) which product the row truly is.
        photos: how many photos there were to hold out.
    """

    similarities: NDArray[np.float32]
    labels: NDArray[np.int64]
    photos: int

    @property
    def own(self) -> NDArray[np.float32]:
        """(M,) each row's similarity to its true product."""
        return self.similarities[np.arange(len(self.labels)), self.labels]

    def without_own(self) -> NDArray[np.float32]:
        """The similarities as they were had each row's product never been learnt."""
        others = self.similarities.copy()
        others[np.arange(len(self.labels)), self.labels] = -np.inf
        return others


def hold_out(products: Sequence[LearntProduct]) -> HeldOut:
    """Leave each photo out in turn, with all its items and views.

    One photo of every product is left out at a time, or a fifth of them; a product with a single
    photo keeps it, and gives no row.
    """
    items = sum(len(product.embeddings) for product in products)
    views = 2 if items * 2 <= _ROWS else 1
    every = max(items // _ROWS, 1)
    rows = [np.zeros((0, len(products)), np.float32)]
    labels: list[int] = []
    for kept, held in _folds(products):
        embeddings = [_few_views(out, views)[::every] for out in held]
        if any(map(len, embeddings)):
            rows.append(Metric.fit(kept).similarities(np.concatenate(embeddings)))
            labels += [n for n, part in enumerate(embeddings) for _ in part]
    photos = sum(product.photo_count for product in products if product.photo_count > 1)
    return HeldOut(np.concatenate(rows), np.asarray(labels, np.int64), photos)


def _folds(
    products: Sequence[LearntProduct],
) -> Iterator[tuple[list[LearntProduct], list[NDArray[np.float32]]]]:
    count = max((product.photo_count for product in products), default=1)
    for fold in range(min(FOLDS, count) if count > 1 else 0):
        kept, held = [], []
        for product in products:
            out = _left_out(product, fold)
            kept.append(LearntProduct(product.embeddings[~out], product.sources[~out]))
            held.append(product.embeddings[out])
        yield kept, held


def _left_out(product: LearntProduct, fold: int) -> NDArray[np.bool_]:
    """(n,) which items to leave out; never all of them."""
    photos = np.unique(product.sources)
    if len(photos) == 1:
        return np.zeros(len(product.sources), bool)
    return np.isin(product.sources, photos[np.arange(len(photos)) % FOLDS == fold])


def _few_views(embeddings: NDArray[np.float32], views: int) -> NDArray[np.float32]:
    """(n, r, D) to (n * views, D): turned by half and, with two views, by a quarter too.

    Not the photo as it is: the counter never cuts and lights an item just as the photo did.
    """
    count = embeddings.shape[1]
    chosen = np.unique([count // 2, count // 4][:views])
    return embeddings[:, chosen].reshape(-1, embeddings.shape[2])
