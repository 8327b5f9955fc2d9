"""A picture and when it was taken."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture from a camera; its pixels are never written to once published.

    Attributes:
        pixels_bgr: (H, W, 3) uint8, BGR, upright.
        captured_at_s: time.monotonic() seconds.
        index: counts up from 0 for each opened source.
    """

    pixels_bgr: NDArray[np.uint8]
    captured_at_s: float
    index: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, pixels."""
        height, width = self.pixels_bgr.shape[:2]
        return width, height
