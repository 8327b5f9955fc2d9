"""Pieces of licensed photographs that wild training pictures may be textured with."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.simulation.wild_noise import Field

_CARTONS = ("Milk", "Juice", "ghurt", "Cream", "Tropicana")
"""Products sold in cartons, photographed in the hand; all others are loose fruit."""


@dataclass(frozen=True, slots=True)
class PhotoScraps:
    """Photographs to cut textures and backgrounds from; both may be empty.

    Attributes:
        textures: (h, w, 3) uint8 BGR, anything with detail.
        scenes: (h, w, 3) uint8 BGR without a bread: hands, cartons, shelves.
        cutouts: (h, w, 4) uint8 BGRA of single things cut out of a white ground.
    """

    textures: tuple[NDArray[np.uint8], ...] = ()
    scenes: tuple[NDArray[np.uint8], ...] = ()
    cutouts: tuple[NDArray[np.uint8], ...] = ()

    @classmethod
    def load(cls, folder: Path | None, *, limit: int = 900) -> "PhotoScraps":
        """Read `natural/<class>/*.jpg` and `on_white/*` below folder; nothing where it is None."""
        if folder is None:
            return cls()
        natural = sorted((folder / "natural").glob("*/*.jpg"))
        # every n-th one, so that all classes are there
        natural = natural[:: max(1, len(natural) // limit)]
        textures: list[NDArray[np.uint8]] = []
        scenes: list[NDArray[np.uint8]] = []
        for path in natural:
            picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
            if picture is None:
                continue
            chosen = scenes if _is_carton(path.parent.name) else textures
            chosen.append(picture.astype(np.uint8))
        fruit = [p for p in sorted((folder / "on_white").rglob("*.jpg")) if not _is_carton(p.stem)]
        cutouts = [_cut_from_white(path) for path in fruit]
        return cls(tuple(textures), tuple(scenes), tuple(c for c in cutouts if c is not None))


def _is_carton(name: str) -> bool:
    return any(word in name for word in _CARTONS)


def _cut_from_white(path: Path) -> NDArray[np.uint8] | None:
    """A single thing and its alpha, or None where the picture shows several or none."""
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if picture is None:
        return None
    solid = (picture.min(axis=2) < 235).astype(np.uint8)
    contours, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    large = [c for c in contours if cv2.contourArea(c) > 0.04 * solid.size]
    if len(large) != 1:
        return None
    if cv2.contourArea(large[0]) < 0.95 * cv2.contourArea(cv2.convexHull(large[0])):
        return None  # several things touching, or one with stalks
    alpha = np.zeros(solid.shape, np.uint8)
    cv2.drawContours(alpha, large, 0, 255, cv2.FILLED)
    left, top, width, height = cv2.boundingRect(large[0])
    both = np.dstack([picture, cv2.GaussianBlur(alpha, (3, 3), 0)])
    return both[top : top + height, left : left + width].astype(np.uint8)


def random_crop(
    rng: np.random.Generator,
    pictures: tuple[NDArray[np.uint8], ...],
    shape: tuple[int, int],
    *,
    zoom: tuple[float, float],
) -> Field:
    """A piece of one of the pictures, enlarged to (h, w) float32 BGR 0 to 1.

    Args:
        rng: source of randomness.
        pictures: at least one.
        shape: (h, w) wanted.
        zoom: share of the picture's shorter side that the piece spans, from and to.
    """
    picture = pictures[int(rng.integers(len(pictures)))]
    height, width = picture.shape[:2]
    side = max(8, int(min(height, width) * rng.uniform(*zoom)))
    top = int(rng.integers(height - side + 1))
    left = int(rng.integers(width - side + 1))
    piece = picture[top : top + side, left : left + side]
    if rng.random() < 0.5:
        piece = piece[:, ::-1]
    resized = cv2.resize(piece, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)
    return resized.astype(np.float32) / 255.0
