"""Whether what came into the picture is an arm that reaches in from its edge."""

import cv2
import numpy as np
from numpy.typing import NDArray

_LEAST = 0.012
"""Share of the picture below which nothing is an arm."""
_MOST = 0.35
"""Share above which it is a tray or a coat, and not a hand over the tray."""
_WIDEST = 0.3
"""Of the picture's longer side: what crosses the edge on more than this is wider than an arm."""


def arms(changed: NDArray[np.bool_]) -> list[NDArray[np.bool_]]:
    """The parts of what changed that reach in over the picture's edge, as an arm does.

    Args:
        changed: (h, w) where the picture differs from one in which nobody reached in.

    Returns:
        (h, w) masks, one for each arm.
    """
    closed = cv2.morphologyEx(changed.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    areas = stats[:, cv2.CC_STAT_AREA] / labels.size
    return [
        labels == number
        for number in range(1, count)
        if _LEAST <= areas[number] <= _MOST and _crosses_edge(labels == number)
    ]


def _crosses_edge(part: NDArray[np.bool_]) -> bool:
    crossing = part[0].sum() + part[-1].sum() + part[:, 0].sum() + part[:, -1].sum()
    return bool(0 < crossing <= _WIDEST * max(part.shape))
