"""Learning photos of the simulated bakery, as files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.tray import SimulatedTray, render_photo, render_tray


def render_shop_photos(
    folder: Path, slugs: Sequence[str], count: int, seed: int, counter_seed: int | None = None
) -> None:
    """Write `count` photos of each kind into FOLDER/<slug>/; see shop_photos."""
    for _ in shop_photos(folder, slugs, count, seed, counter_seed):
        pass


def shop_photos(
    folder: Path, slugs: Sequence[str], count: int, seed: int, counter_seed: int | None = None
) -> Iterator[Path]:
    """Write photos, telling each as it is written.

    Args:
        counter_seed: taken with this counter's camera, as bread lies there to be sold; else each
            is a close-up under a light and a camera of its own.
    """
    rng = np.random.default_rng([seed, 0])
    for slug in slugs:
        (folder / slug).mkdir(parents=True, exist_ok=True)
        for n in range(count):
            path = folder / slug / f"{n:03d}.jpg"
            write_picture(path, _photo(int(rng.integers(2**31)), slug, counter_seed).pixels_bgr)
            yield path


def _photo(seed: int, slug: str, counter_seed: int | None) -> SimulatedTray:
    if counter_seed is None:
        return render_photo(seed, slug)
    return render_tray(seed, [slug], counter_seed=counter_seed)


def write_picture(path: Path, pixels_bgr: NDArray[np.uint8]) -> None:
    """Write (H, W, 3) BGR as the kind of file the path names, at high quality.

    Raises:
        OSError: the disk refused.
    """
    _, content = cv2.imencode(path.suffix, pixels_bgr, [cv2.IMWRITE_JPEG_QUALITY, 95])
    path.write_bytes(content.tobytes())
