"""Which labels are perhaps wrong, and which photos are nearly the same."""

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FOLDS = 5
LEAST_PHOTOS = 3
"""Of a product; with fewer nothing can be learnt from the others about each."""

_COMPONENTS = 64
"""Of the embeddings, for the judge; more would make 50,000 photos slow and judge no better."""

_SAME = 0.012
"""Cosine distance under which two photos of a product are nearly the same."""

_SEED = 1234


@dataclass(frozen=True, slots=True)
class Doubted:
    """What the check says of one photo.

    Attributes:
        confidence: of its own label, by a judge that has not learnt the photo; None where its
            product has too few photos.
        suspected: what it seems to be instead.
        group: number shared by photos that are nearly the same.
    """

    confidence: float | None = None
    suspected: str | None = None
    group: int | None = None


def check_photos(
    products: Sequence[str], looks: NDArray[np.float32], sources: Sequence[str]
) -> list[Doubted]:
    """Judge every label by the other photos.

    Args:
        products: the label of each photo.
        looks: (N, D) embeddings.
        sources: the picture of each; nobody is judged by his own picture, nor by one nearly the
            same, which would bear the same wrong name.
    """
    groups = _groups(products, looks)
    together = _together(sources, groups)
    confidence, suspected = _confident_learning(np.asarray(products), looks, together)
    return [Doubted(*each) for each in zip(confidence, suspected, groups, strict=True)]


def _together(sources: Sequence[str], groups: Sequence[int | None]) -> NDArray[np.str_]:
    """What must not judge each other: pictures, those of one group under one name."""
    shared = {
        source: f"group {group}" for source, group in zip(sources, groups, strict=True) if group
    }
    return np.asarray([shared.get(source, source) for source in sources])


def _confident_learning(
    products: NDArray[np.str_], looks: NDArray[np.float32], sources: NDArray[np.str_]
) -> tuple[list[float | None], list[str | None]]:
    """Northcutt et al., Confident Learning, over held-out folds; cleanlab's own thresholds."""
    confidence: list[float | None] = [None] * len(products)
    suspected: list[str | None] = [None] * len(products)
    pairs = set(zip(products.tolist(), sources.tolist(), strict=True))
    counts = Counter(product for product, _ in pairs)
    rows = np.flatnonzero([counts[product] >= LEAST_PHOTOS for product in products.tolist()])
    names, labels = np.unique(products[rows], return_inverse=True)
    if len(names) < 2:
        return confidence, suspected
    folds = min(FOLDS, *(counts[name] for name in names.tolist()))
    odds = _held_out_odds(looks[rows], labels, sources[rows], folds)
    wrong = set(_label_issues(labels, odds))
    for at, row in enumerate(rows.tolist()):
        confidence[row] = float(odds[at, labels[at]])
        best = int(odds[at].argmax())
        if at in wrong and best != labels[at]:
            suspected[row] = str(names[best])
    return confidence, suspected


def _held_out_odds(
    looks: NDArray[np.float32],
    labels: NDArray[np.int64],
    sources: NDArray[np.str_],
    folds: int,
) -> NDArray[np.float64]:
    """(N, C) of each photo by a judge that has not seen it."""
    from sklearn.decomposition import TruncatedSVD  # here: scikit-learn takes a moment
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline

    components = max(min(_COMPONENTS, looks.shape[1] - 1, len(looks) // 2), 1)
    judge = make_pipeline(
        TruncatedSVD(components, random_state=_SEED), LogisticRegression(C=30.0, max_iter=300)
    )
    splits = StratifiedGroupKFold(folds, shuffle=True, random_state=_SEED)
    with warnings.catch_warnings(action="ignore"):  # a fold may lack a product: odds of zero
        odds = cross_val_predict(
            judge, looks, labels, groups=sources, cv=splits, method="predict_proba"
        )
    odds = np.clip(np.asarray(odds, np.float64), 1e-6, None)
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float64)


def _label_issues(labels: NDArray[np.int64], odds: NDArray[np.float64]) -> list[int]:
    from cleanlab.filter import find_label_issues  # here: it imports pandas

    with warnings.catch_warnings(action="ignore"):
        issues = find_label_issues(
            labels, odds, return_indices_ranked_by="self_confidence", n_jobs=1
        )
    return [int(row) for row in issues]


def _groups(products: Sequence[str], looks: NDArray[np.float32]) -> list[int | None]:
    """Photos of a product that are nearly the same, product by product."""
    from sklearn.cluster import DBSCAN

    groups: list[int | None] = [None] * len(products)
    first = 1
    for product in sorted(set(products)):
        rows = [row for row, each in enumerate(products) if each == product]
        if len(rows) < 2:
            continue
        found = DBSCAN(eps=_SAME, min_samples=2, metric="cosine").fit_predict(looks[rows])
        for row, number in zip(rows, found.tolist(), strict=True):
            groups[row] = None if number < 0 else first + number
        first += int(found.max()) + 1
    return groups
