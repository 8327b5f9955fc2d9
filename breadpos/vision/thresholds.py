"""How far a name can be trusted, learnt from the shop's own photos.

Each photo is named by what the others teach (see `held_out`), once with its own product among
the choices and once without, as if the product had never been learnt. From these:

* one sharpness and one level for "none of them" turn similarities into probabilities, fitted
  by likelihood, held back by the rule of succession: n photos never say more than (n+1)/(n+2);
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
from scipy.optimize import minimize

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

_START_SHARPNESS, _START_NOTHING = 10.0, 0.1
_NEVER = 2.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What turns similarities into probabilities and statuses.

    Attributes:
        sharpness: probabilities are a softmax of sharpness * similarity.
        nothing: the similarity that "none of them" has for every item.
        sure_above: per product, the probability that `sure` must exceed; 2 for never.
        typical_above: per product, the similarity that `sure` must reach.
    """

    sharpness: float
    nothing: float
    sure_above: tuple[float, ...]
    typical_above: tuple[float, ...]

    @classmethod
    def fit(cls, held: HeldOut, photo_counts: Sequence[int]) -> "Thresholds":
        """From held-out similarities and the number of photos of each product."""
        count = len(photo_counts)
        if count < 2 or not len(held.labels):  # nothing to be compared with: no promise at all
            return cls(_START_SHARPNESS, _START_NOTHING, (_NEVER,) * count, (0.0,) * count)
        sharpness, nothing = _calibrated(held)
        known = probabilities(held.similarities, sharpness, nothing)[:, :-1]
        strange = probabilities(held.without_own(), sharpness, nothing)[:, :-1].max(axis=1)
        limit = max(
            _promised(known.max(axis=1), held.photos),
            _beyond_strangers(strange, held.labels),
        )
        sure, typical = [], []
        for n, photos in enumerate(photo_counts):
            wrong = known[(known.argmax(axis=1) == n) & (held.labels != n), n]
            enough = photos >= PHOTOS_FOR_SURE
            sure.append(float(max(limit, wrong.max(initial=0))) if enough else _NEVER)
            own = held.own[held.labels == n]
            typical.append(float(np.quantile(own, _UNTYPICAL)) if len(own) else 0.0)
        return cls(sharpness, nothing, tuple(sure), tuple(typical))

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Thresholds":
        """As `as_json` gave it.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        return cls(
            float(document["sharpness"]),
            float(document["nothing"]),
            tuple(float(number) for number in document["sure_above"]),
            tuple(float(number) for number in document["typical_above"]),
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "sharpness": self.sharpness,
            "nothing": self.nothing,
            "sure_above": list(self.sure_above),
            "typical_above": list(self.typical_above),
        }

    def probabilities(self, similarities: NDArray[np.float32]) -> NDArray[np.float64]:
        """(N, C + 1) of (N, C) similarities; the last column is "none of them"."""
        return probabilities(similarities, self.sharpness, self.nothing)


def probabilities(
    similarities: NDArray[np.float32], sharpness: float, nothing: float
) -> NDArray[np.float64]:
    """Softmax over the products and "none of them"; rows sum to 1."""
    none = np.full((len(similarities), 1), nothing)
    scores = sharpness * np.concatenate([similarities, none], axis=1).astype(np.float64)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float64)


def _calibrated(held: HeldOut) -> tuple[float, float]:
    """Sharpness and level of "none" under which the held-out truth is likeliest."""
    doubt = 1 / (held.photos + 2)
    strangers = held.without_own()
    rows = np.arange(len(held.labels))

    def loss(parameters: NDArray[np.float64]) -> float:
        sharpness, nothing = float(np.exp(parameters[0])), float(parameters[1])
        right = probabilities(held.similarities, sharpness, nothing)[rows, held.labels]
        none = probabilities(strangers, sharpness, nothing)[:, -1]
        return (1 - _STRANGERS) * _surprise(right, doubt) + _STRANGERS * _surprise(none, doubt)

    start = np.array([np.log(_START_SHARPNESS), _START_NOTHING])
    found = minimize(loss, start, method="Nelder-Mead", options={"maxiter": 120, "xatol": 1e-2})
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
