import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from breadpos.capture.pictures import picture_size, read_picture
from breadpos.domain.errors import ImageUnreadable


@pytest.fixture
def picture() -> NDArray[np.uint8]:
    """40 wide, 24 high; red top left, blue elsewhere, with some grain."""
    pixels = np.zeros((24, 40, 3), np.uint8)
    pixels[...] = (200, 40, 20)
    pixels[:12, :20] = (20, 40, 200)
    grain = np.random.default_rng(0).integers(0, 20, pixels.shape, dtype=np.uint8)
    return pixels + grain


def save(path: Path, pixels: NDArray[np.uint8], orientation: int | None = None) -> Path:
    image = Image.fromarray(np.ascontiguousarray(pixels[..., ::-1]))
    exif = Image.Exif()
    if orientation is not None:
        exif[0x0112] = orientation
    image.save(path, exif=exif, quality=95)
    return path


@pytest.mark.parametrize("name", ["メロンパン.png", "b.bmp", "c.tif", "D.PNG"])
def test_a_lossless_picture_comes_back_exactly(
    tmp_path: Path, picture: NDArray[np.uint8], name: str
) -> None:
    path = save(tmp_path / name, picture)
    np.testing.assert_array_equal(read_picture(path), picture)
    assert picture_size(path) == (40, 24)


@pytest.mark.parametrize("name", ["カレーパン.jpg", "b.webp", "c.jpeg"])
def test_a_lossy_picture_comes_back_as_opencv_reads_it(
    tmp_path: Path, picture: NDArray[np.uint8], name: str
) -> None:
    path = save(tmp_path / name, picture)
    theirs = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    assert theirs is not None
    ours = read_picture(path)
    assert ours.dtype == np.uint8
    assert ours.flags.c_contiguous
    assert np.abs(ours.astype(int) - theirs).max() <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_set_upright(
    tmp_path: Path, picture: NDArray[np.uint8], orientation: int
) -> None:
    lying = {
        1: picture,
        2: picture[:, ::-1],
        3: picture[::-1, ::-1],
        4: picture[::-1],
        5: picture.transpose(1, 0, 2),
        6: np.rot90(picture, 1),
        7: picture.transpose(1, 0, 2)[::-1, ::-1],
        8: np.rot90(picture, -1),
    }[orientation]
    path = save(tmp_path / "turned.png", lying, orientation)
    np.testing.assert_array_equal(read_picture(path), picture)
    assert picture_size(path) == (40, 24)


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_an_orientation_that_means_nothing_changes_nothing(
    tmp_path: Path, picture: NDArray[np.uint8], orientation: int
) -> None:
    path = save(tmp_path / "odd.png", picture, orientation)
    np.testing.assert_array_equal(read_picture(path), picture)


def test_grey_becomes_three_channels(tmp_path: Path, picture: NDArray[np.uint8]) -> None:
    grey = picture[..., 0]
    Image.fromarray(grey).save(tmp_path / "grey.png")
    np.testing.assert_array_equal(
        read_picture(tmp_path / "grey.png"), np.repeat(grey[..., None], 3, axis=2)
    )


def test_transparency_lies_on_white(tmp_path: Path, picture: NDArray[np.uint8]) -> None:
    alpha = np.full(picture.shape[:2], 255, np.uint8)
    alpha[:, 20:] = 0
    Image.fromarray(np.dstack([picture[..., ::-1], alpha])).save(tmp_path / "alpha.png")
    read = read_picture(tmp_path / "alpha.png")
    np.testing.assert_array_equal(read[:, :20], picture[:, :20])
    assert (read[:, 20:] == 255).all()


def test_a_palette_with_transparency_lies_on_white(tmp_path: Path) -> None:
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, 10, 20, 30])
    image.putpixel((0, 0), 0)
    image.save(tmp_path / "palette.png", transparency=0)
    read = read_picture(tmp_path / "palette.png")
    assert read[0, 0].tolist() == [255, 255, 255]
    assert read[1, 1].tolist() == [30, 20, 10]


@pytest.mark.parametrize("channels", [1, 3])
def test_sixteen_bits_are_scaled_to_eight(tmp_path: Path, channels: int) -> None:
    deep = np.linspace(0, 65535, 24 * 40 * channels).astype(np.uint16).reshape(24, 40, channels)
    path = tmp_path / "deep.png"
    assert cv2.imwrite(str(path), deep)
    expected = np.broadcast_to(deep >> 8, (24, 40, 3))
    assert np.abs(read_picture(path).astype(int) - expected).max() <= 1


def test_a_cmyk_jpeg_is_read_in_colour(tmp_path: Path) -> None:
    Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(tmp_path / "print.jpg", quality=95)
    blue, green, red = read_picture(tmp_path / "print.jpg")[8, 8].tolist()
    assert red > 150
    assert max(blue, green) < 90


@pytest.mark.parametrize("suffix", ["jpg", "webp", "bmp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_picture_cut_short_is_refused(
    tmp_path: Path, picture: NDArray[np.uint8], suffix: str, share: float
) -> None:
    path = save(tmp_path / f"cut.{suffix}", np.tile(picture, (10, 10, 1)))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ImageUnreadable, match="damaged or cut short"):
        read_picture(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_png_that_misses_pixels_is_refused(
    tmp_path: Path, picture: NDArray[np.uint8], share: float
) -> None:
    path = save(tmp_path / "cut.png", picture)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ImageUnreadable, match="damaged or cut short"):
        read_picture(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 an invoice", "is no picture"),
        (b"\xff\xd8\xff", "is no picture"),
        ("メモ".encode(), "is no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "is no picture"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "写真.jpg"
    path.write_bytes(content)
    for look in (read_picture, picture_size):
        with pytest.raises(ImageUnreadable, match=reason) as caught:
            look(path)
        assert caught.value.path == path


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageUnreadable, match="no such file"):
        read_picture(tmp_path / "none.jpg")
    with pytest.raises(ImageUnreadable):
        read_picture(tmp_path)


def test_a_picture_too_large_is_refused_by_its_header(tmp_path: Path) -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", 20_000, 5_001, 8, 2, 0, 0, 0)
    path = tmp_path / "huge.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b""))
    for look in (read_picture, picture_size):
        with pytest.raises(ImageUnreadable, match="20000 x 5001 is too large; at most 100 mega"):
            look(path)


def test_a_broken_note_beside_a_whole_picture_does_no_harm(
    tmp_path: Path, picture: NDArray[np.uint8]
) -> None:
    path = save(tmp_path / "note.jpg", picture, 1)
    whole = path.read_bytes()
    start = whole.index(b"Exif\x00\x00") + 6
    path.write_bytes(whole[:start] + b"\xff" * 12 + whole[start + 12 :])
    assert read_picture(path).shape == picture.shape
