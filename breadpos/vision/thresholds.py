"""How far a name can be trusted, learnt from the shop's own photos.

Each photo is named by what the others teach (see `held_out`), once with its own product among
the choices and once without, as if the product had never been learnt. From these:

* a sharpness and a level for "none of them" turn similarities into probabilities, fitted by
  likelihood, held back by the rule of succession: n photos never say more than (n+1)/(n+2).
  Products that are often taken for one another get their own, duller pair, so that two
  look-alikes ask and a plain loaf beside them does not;
* `sure` asks for a probability that no wrongly named held-out photo of that product reached,
  that few products which were never learnt reach, and above which the probabilities themselves
  expect no more wrong names than promised; and for a likeness to the product as most of its
  own photos have.

The promise: on items exchangeable with the photos (same camera, light and kinds of bread), a
`sure` name is wrong at most once in 1,000, or once in n + 2 while there are fewer photos. It says
nothing of other cameras or light, of a bread cut out badly, or of a product that looks the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from breadpos.vision.held_out import HeldOut

PHOTOS_FOR_SURE = 5
"""With fewer photos a product is never `sure`: too few to tell how much it varies."""

PROMISE = 1e-3
"""Share of `sure` names that may be wrong."""

_STRANGERS = 0.05
"""Share of items that belong to no learnt product, as weighed in the fit."""

_STRANGERS_SURE = 0.05
"""Share of a never-learnt product's items that may reach the limit for `sure` ..."""

_STRANGE_PRODUCTS = 0.75
"""... for this share of products; one with a twin in the shop must not make all the others ask."""

_UNTYPICAL = 0.05
"""Share of a product's own photos that are too unlike the others to be `sure`."""

_OFTEN = 0.1
"""Share of a product's held-out names that are wrong, above which it has a look-alike."""

_START_SHARPNESS, _START_NOTHING = 10.0, 0.1

NEVER = 2.0
"""A probability that nothing exceeds: such a product is never `sure`."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What turns similarities into probabilities and statuses.

    Attributes:
        sharpness: per product, for items most similar to it: probabilities are a softmax of
            sharpness * similarity.
        nothing: per product likewise, the similarity that "none of them" has.
        sure_above: per product, the probability that `sure` must exceed; 2 for never.
        typical_above: per product, the similarity that `sure` must reach.
    """

    sharpness: tuple[float, ...]
    nothing: tuple[float, ...]
    sure_above: tuple[float, ...]
    typical_above: tuple[float, ...]

    @classmethod
    def fit(cls, held: HeldOut, photo_counts: Sequence[int]) -> "Thresholds":
        """From held-out similarities and the number of photos of each product."""
        count = len(photo_counts)
        if count < 2 or not len(held.labels):  # nothing to be compared with: no promise at all
            sharpness, nothing = (_START_SHARPNESS,) * count, (_START_NOTHING,) * count
            return cls(sharpness, nothing, (NEVER,) * count, (0.0,) * count)
        scale = _fitted(held)
        known = scale.probabilities(held.similarities)[:, :-1]
        strange = scale.probabilities(held.without_own())[:, :-1].max(axis=1)
        limit = max(
            _promised(known.max(axis=1), held.photos),
            _beyond_strangers(strange, held.labels),
        )
        sure, typical = [], []
        for n, photos in enumerate(photo_counts):
            wrong = known[(known.argmax(axis=1) == n) & (held.labels != n), n]
            enough = photos >= PHOTOS_FOR_SURE
            sure.append(float(max(limit, wrong.max(initial=0))) if enough else NEVER)
            own = held.own[held.labels == n]
            typical.append(float(np.quantile(own, _UNTYPICAL)) if len(own) else 0.0)
        return cls(tuple(scale.sharpness), tuple(scale.nothing), tuple(sure), tuple(typical))

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Thresholds":
        """As `as_json` gave it.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        return cls(
            *(
                tuple(float(number) for number in document[field])
                for field in ("sharpness", "nothing", "sure_above", "typical_above")
            )
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "sharpness": list(self.sharpness),
            "nothing": list(self.nothing),
            "sure_above": list(self.sure_above),
            "typical_above": list(self.typical_above),
        }

    def probabilities(self, similarities: NDArray[np.float32]) -> NDArray[np.float64]:
        """(N, C + 1) of (N, C) similarities; the last column is "none of them"."""
        return Scale(np.asarray(self.sharpness), np.asarray(self.nothing)).probabilities(
            similarities
        )


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """Per product (C,) the sharpness and the level of "none" for items most similar to it."""

    sharpness: NDArray[np.float64]
    nothing: NDArray[np.float64]

    def probabilities(self, similarities: NDArray[np.float32]) -> NDArray[np.float64]:
        """Softmax over (N, C) similarities and "none of them"; rows of (N, C + 1) sum to 1."""
        best = similarities.argmax(axis=1)
        none = self.nothing[best][:, None]
        scores = np.concatenate([similarities, none], axis=1) * self.sharpness[best][:, None]
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float64)


def _fitted(held: HeldOut) -> Scale:
    """One pair of numbers for the plain products, another for those taken for one another."""
    best = held.similarities.argmax(axis=1)
    count = held.similarities.shape[1]
    wrong = best != held.labels
    rows = np.bincount(held.labels, minlength=count) + np.bincount(best, minlength=count)
    slips = np.bincount(held.labels[wrong], minlength=count) + np.bincount(
        best[wrong], minlength=count
    )
    alike = slips > _OFTEN * np.maximum(rows, 1)
    sharpness, nothing = np.empty(count), np.empty(count)
    for group in (alike, ~alike):
        inside = group[best]
        # too few to be judged apart: then all are judged together
        chosen = inside if inside.any() and (~inside).any() else np.ones_like(inside)
        sharpness[group], nothing[group] = _calibrated(held, chosen)
    return Scale(sharpness, nothing)


def _calibrated(held: HeldOut, rows: NDArray[np.bool_]) -> tuple[float, float]:
    """Sharpness and level of "none" under which the truth of these rows is likeliest."""
    from scipy.optimize import minimize  # here: selling need not wait for it

    doubt = 1 / (held.photos + 2)
    similarities, labels = held.similarities[rows], held.labels[rows]
    strangers = held.without_own()[rows]
    each, ones = np.arange(len(labels)), np.ones(held.similarities.shape[1])

    def loss(parameters: NDArray[np.float64]) -> float:
        scale = Scale(ones * np.exp(parameters[0]), ones * parameters[1])
        right = scale.probabilities(similarities)[each, labels]
        none = scale.probabilities(strangers)[:, -1]
        return (1 - _STRANGERS) * _surprise(right, doubt) + _STRANGERS * _surprise(none, doubt)

    start = np.array([np.log(_START_SHARPNESS), _START_NOTHING])
    found = minimize(loss, start, method="Nelder-Mead", options={"maxiter": 80, "xatol": 1e-2})
    return float(np.exp(found.x[0])), float(found.x[1])


def _surprise(probability: NDArray[np.float64], doubt: float) -> float:
    """Mean cross-entropy against a truth that keeps a doubt: no likelihood from few photos."""
    inside = np.clip(probability, 1e-12, 1 - 1e-12)
    return float(-((1 - doubt) * np.log(inside) + doubt * np.log1p(-inside)).mean())


def _beyond_strangers(confidences: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """The limit that most products, had they never been learnt, would have stayed below."""
    reached = [
        np.quantile(confidences[labels == label], 1 - _STRANGERS_SURE)
        for label in np.unique(labels)
    ]
    return float(np.quantile(reached, _STRANGE_PRODUCTS))


def _promised(confidences: NDArray[np.float64], photos: int) -> float:
    """The lowest limit above which the expected share of wrong names keeps the promise."""
    best_first = np.sort(confidences)[::-1]
    wrong_share = np.cumsum(1 - best_first) / np.arange(1, len(best_first) + 1)
    kept = np.flatnonzero(wrong_share <= max(PROMISE, 1 / (photos + 2)))
    return float(best_first[kept[-1]]) if len(kept) else 1.0
