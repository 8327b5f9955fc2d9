"""One photo as it might as well have been taken: turned, cropped, nearer or in another light."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.vision.augment import rotated
from breadpos.vision.preprocess import FILL, Cutout, tight

_SMALLEST_PART = 0.35
_LARGEST_STRETCH = 0.28
_SMALLEST_ITEM_PART = 0.75
_GAIN, _CAST, _CONTRAST = 0.15, 0.05, 0.15
_FARTHEST = 0.4


def varied(cutout: Cutout, random: np.random.Generator) -> Cutout:
    """Another view of an item, or of a whole picture where no item was cut out."""
    if cutout.mask.all():
        view = _part(cutout, random, _SMALLEST_PART)
    else:
        view = rotated(_part(cutout, random, _SMALLEST_ITEM_PART), random.uniform(0, 360))
    if random.random() < 0.5:
        view = Cutout(np.ascontiguousarray(view.image_bgr[:, ::-1]), view.mask[:, ::-1].copy())
    return _relit(_farther(view, random), random)


def _part(cutout: Cutout, random: np.random.Generator, smallest: float) -> Cutout:
    """A random part, by area, of about the same shape."""
    height, width = cutout.mask.shape
    share = random.uniform(smallest, 1)
    stretch = math.exp(random.uniform(-_LARGEST_STRETCH, _LARGEST_STRETCH) / 2)
    high = min(max(round(height * math.sqrt(share) * stretch), 1), height)
    wide = min(max(round(width * math.sqrt(share) / stretch), 1), width)
    top, left = random.integers(height - high + 1), random.integers(width - wide + 1)
    window = np.s_[top : top + high, left : left + wide]
    if not cutout.mask[window].any():
        return cutout
    return tight(cutout.image_bgr[window], cutout.mask[window])


def _farther(cutout: Cutout, random: np.random.Generator) -> Cutout:
    """With less detail, every other time."""
    if random.random() < 0.5:
        return cutout
    height, width = cutout.mask.shape
    scale = random.uniform(_FARTHEST, 1)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = cv2.resize(cutout.image_bgr, size, interpolation=cv2.INTER_AREA)
    image = np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    return Cutout(_filled(image, cutout.mask), cutout.mask)


def _relit(cutout: Cutout, random: np.random.Generator) -> Cutout:
    """Brighter or darker, with more or less contrast and a cast of colour."""
    mean = cv2.mean(cutout.image_bgr, cutout.mask.view(np.uint8))[:3]
    grey = sum(mean) / len(mean)
    # what becomes of each of the 256 values is looked up: ten times as fast as reckoning
    values = np.arange(256, dtype=np.float32)[:, None]
    contrast = 1 + random.normal(0, _CONTRAST)
    gains = 1 + random.normal(0, _GAIN) + random.normal(0, _CAST, 3)
    table = np.clip(((values - grey) * contrast + grey) * gains, 0, 255).astype(np.uint8)
    lit = np.asarray(cv2.LUT(cutout.image_bgr, table.reshape(256, 1, 3)), np.uint8)
    return Cutout(_filled(lit, cutout.mask), cutout.mask)


def _filled(image: NDArray[np.uint8], mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    image[~mask] = FILL
    return image
