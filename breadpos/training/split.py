"""Which photos are kept aside to measure with: whole sessions and pieces, never single photos."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray


def held_out_rows(
    labels: Sequence[str], groups: Sequence[str], share: float, seed: int
) -> NDArray[np.bool_]:
    """(N,) which photos to keep aside.

    Of each product whole groups, drawn by their names, that come near `share` of its photos: at
    least one group and never all; a product with a single group keeps nothing aside. So a session
    of thirty photos stays to be learnt beside ten corrections, and photos added later hardly
    change the choice.

    Args:
        labels: the product of each photo.
        groups: what was photographed together: photos of one session and piece are near-duplicates.
    """
    aside = np.zeros(len(labels), bool)
    for label in set(labels):
        rows = [n for n, each in enumerate(labels) if each == label]
        chosen = _drawn(Counter(groups[n] for n in rows), share, seed)
        aside[[n for n in rows if groups[n] in chosen]] = True
    return aside


def _drawn(photos: Mapping[str, int], share: float, seed: int) -> set[str]:
    """Of these groups, with how many photos each has, those to keep aside."""
    if len(photos) < 2:
        return set()
    lacking = share * sum(photos.values())
    order = sorted(photos, key=lambda group: _draw(group, seed))
    chosen: list[str] = []
    for group in order:
        if photos[group] <= 2 * lacking:  # with it the share is met better than without
            chosen.append(group)
            lacking -= photos[group]
    chosen = chosen or [min(order, key=photos.__getitem__)]
    return set(chosen[: len(order) - 1])


def _draw(group: str, seed: int) -> bytes:
    return sha256(f"{seed}:{group}".encode()).digest()
