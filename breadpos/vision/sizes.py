"""How large an item is, where the counter is calibrated: what tells a mini croissant from another.

A size travels as one more number behind the embedding of an item's look, so that whatever keeps,
holds out or judges embeddings does the same with sizes.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from breadpos.vision.finder import FoundItem

UNKNOWN = 0.0
"""In place of a size that nobody can tell; no bread is a millimetre small."""


def log_size(item: FoundItem, frame_width_px: int, view_width_mm: float) -> float:
    """Natural logarithm of the root of an item's area in millimetres, or UNKNOWN.

    Args:
        item: found on the frame; one cut by the frame's edge has no size.
        frame_width_px: of the whole frame.
        view_width_mm: what the frame's width shows at the tray's height; 0 if never measured.
    """
    if item.cut or view_width_mm <= 0:
        return UNKNOWN
    side_px = math.sqrt(float(item.mask.sum()))
    return max(math.log(side_px * view_width_mm / frame_width_px), UNKNOWN)


def with_sizes(looks: NDArray[np.float32], sizes: Sequence[float]) -> NDArray[np.float32]:
    """Each item's size put behind its look, or behind every view of it.

    Args:
        looks: (n, D) or (n, r, D) embeddings.
        sizes: n of log_size.

    Returns:
        (n, D + 1) or (n, r, D + 1).
    """
    column = np.asarray(sizes, np.float32).reshape(-1, *[1] * (looks.ndim - 1))
    return np.concatenate([looks, np.broadcast_to(column, (*looks.shape[:-1], 1))], axis=-1)
