"""Reading a picture file whole, upright and in colour, or saying why not."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from breadpos.domain.errors import ImageUnreadable

MOST_PIXELS = 100_000_000
"""A larger picture would take the till's memory."""

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"})
"""What picture files are called; lower case."""

# Only these: Pillow knows formats that run other programs.
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")
_ORIENTATION = 0x0112
_TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its EXIF orientation."""
_ON_ITS_SIDE = {5, 6, 7, 8}

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)
"""What Pillow's decoders raise on files that are cut short or damaged."""

# Its own limit only warns at the size refused here.
Image.MAX_IMAGE_PIXELS = None


def read_picture(path: Path) -> NDArray[np.uint8]:
    """A picture as a camera would have delivered it.

    EXIF orientation is applied, transparency laid on white, more than 8 bits cut to 8.

    Returns:
        (H, W, 3) uint8, BGR, upright.

    Raises:
        ImageUnreadable: no such file, no picture, cut short, or over 100 megapixels.
    """
    with _opened(path) as image:
        image.load()
        return _bgr(_upright(image))


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height of the upright picture, pixels, from its header alone.

    Raises:
        ImageUnreadable: as read_picture, as far as the header tells.
    """
    with _opened(path) as image:
        width, height = image.size
        return (height, width) if _orientation(image) in _ON_ITS_SIDE else (width, height)


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """A picture of allowed size, not yet decoded; whatever is wrong with it in one error."""
    try:
        # Pillow warns of damage it can live with; nobody but a programmer could read that.
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=_FORMATS) as image:
            _check_size(path, image)
            yield image
    except UnidentifiedImageError as error:
        raise ImageUnreadable(path, _no_picture(path)) from error
    except MemoryError as error:
        raise ImageUnreadable(path, "is too large for this computer's memory") from error
    except _BROKEN as error:
        raise ImageUnreadable(path, _reason(error)) from error


def _check_size(path: Path, image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise ImageUnreadable(
            path,
            f"{width} x {height} is too large; at most {MOST_PIXELS // 1_000_000} megapixels",
        )


def _no_picture(path: Path) -> str:
    return "is no picture this program can read" if path.stat().st_size else "is empty"


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "is damaged or cut short"


def _orientation(image: Image.Image) -> object:
    try:
        return image.getexif().get(_ORIENTATION)
    except _BROKEN:  # a broken note beside a whole picture
        return None


def _upright(image: Image.Image) -> Image.Image:
    turn = _TURNS.get(_orientation(image))
    return image if turn is None else image.transpose(turn)


def _bgr(image: Image.Image) -> NDArray[np.uint8]:
    if image.mode.startswith("I"):  # 16 bits, which Pillow would clip instead of scaling
        grey = np.clip(np.asarray(image, dtype=np.int64), 0, 65535) >> 8
        return np.repeat(grey.astype(np.uint8)[..., None], 3, axis=2)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[..., ::-1])
