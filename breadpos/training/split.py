"""Which photos are kept aside to measure with: whole sessions and pieces, never single photos."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray


def held_out_rows(
    labels: Sequence[str], groups: Sequence[str], share: float, seed: int
) -> NDArray[np.bool_]:
    """(N,) which photos to keep aside.

    Of each product about `share` of its groups, at least one and never all; a product with a
    single group keeps nothing aside. The choice depends on the groups' names alone, so photos
    added later hardly change it.

    Args:
        labels: the product of each photo.
        groups: what was photographed together: photos of one session and piece are near-duplicates.
    """
    aside = np.zeros(len(labels), bool)
    for label in set(labels):
        rows = [n for n, each in enumerate(labels) if each == label]
        order = sorted({groups[n] for n in rows}, key=lambda group: _draw(group, seed))
        count = min(max(round(share * len(order)), 1), len(order) - 1)
        chosen = set(order[:count])
        aside[[n for n in rows if groups[n] in chosen]] = True
    return aside


def _draw(group: str, seed: int) -> bytes:
    return sha256(f"{seed}:{group}".encode()).digest()
