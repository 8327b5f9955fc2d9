"""Learning photos of the simulated bakery, as files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.tray import render_photo


def render_shop_photos(folder: Path, slugs: Sequence[str], count: int, seed: int) -> None:
    """Write `count` photos of each kind into FOLDER/<slug>/, each under a light of its own."""
    for _ in shop_photos(folder, slugs, count, seed):
        pass


def shop_photos(folder: Path, slugs: Sequence[str], count: int, seed: int) -> Iterator[Path]:
    """The same, telling each photo as it is written."""
    rng = np.random.default_rng([seed, 0])
    for slug in slugs:
        (folder / slug).mkdir(parents=True, exist_ok=True)
        for n in range(count):
            path = folder / slug / f"{n:03d}.jpg"
            write_picture(path, render_photo(int(rng.integers(2**31)), slug).pixels_bgr)
            yield path


def write_picture(path: Path, pixels_bgr: NDArray[np.uint8]) -> None:
    """Write (H, W, 3) BGR as the kind of file the path names, at high quality.

    Raises:
        OSError: the disk refused.
    """
    _, content = cv2.imencode(path.suffix, pixels_bgr, [cv2.IMWRITE_JPEG_QUALITY, 95])
    path.write_bytes(content.tobytes())
