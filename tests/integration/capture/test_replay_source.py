import logging
from pathlib import Path

import cv2
import numpy as np
import pytest

from breadpos.capture.replay_source import ReplaySource, natural_order
from breadpos.domain.errors import CameraMissing, ImageUnreadable

FAST = 200.0


def picture(path: Path, shade: int) -> None:
    assert cv2.imwrite(str(path), np.full((8, 12, 3), shade, np.uint8))


def shades(source: ReplaySource, most: int) -> list[int]:
    seen = []
    for _ in range(most):
        frame = source.read()
        if frame is None:
            break
        seen.append(int(frame.pixels_bgr[0, 0, 0]))
    source.close()
    return seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, shade in (("tray10.png", 30), ("tray2.png", 20), ("Tray1.PNG", 10)):
        picture(tmp_path / name, shade)
    (tmp_path / "notes.txt").write_text("not shown")
    return tmp_path


def test_pictures_come_in_their_natural_order(folder: Path) -> None:
    assert [path.name for path in natural_order(folder)] == ["Tray1.PNG", "tray2.png", "tray10.png"]
    assert shades(ReplaySource(folder, frames_per_s=FAST, loop=False), 9) == [10, 20, 30]


def test_a_looping_replay_begins_again(folder: Path) -> None:
    assert shades(ReplaySource(folder, frames_per_s=FAST), 7) == [10, 20, 30, 10, 20, 30, 10]


def test_frames_are_numbered_and_timed(folder: Path) -> None:
    source = ReplaySource(folder, frames_per_s=FAST)
    frames = [source.read() for _ in range(5)]
    assert [frame.index for frame in frames if frame] == [0, 1, 2, 3, 4]
    times = [frame.captured_at_s for frame in frames if frame]
    assert times == sorted(times)
    assert times[-1] > times[0]
    source.close()


def test_a_picture_that_cannot_be_read_is_skipped_and_logged(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "tray3.jpg").write_bytes(b"not a picture")
    with caplog.at_level(logging.WARNING):
        assert shades(ReplaySource(folder, frames_per_s=FAST, loop=False), 9) == [10, 20, 30]
    assert "tray3.jpg" in caplog.text


def test_a_folder_without_a_readable_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageUnreadable, match="holds no picture"):
        ReplaySource(tmp_path)
    (tmp_path / "tray.jpg").write_bytes(b"not a picture")
    with pytest.raises(ImageUnreadable, match="holds no picture"):
        ReplaySource(tmp_path)


def test_pictures_that_vanish_end_a_looping_replay(folder: Path) -> None:
    source = ReplaySource(folder, frames_per_s=FAST)
    for path in natural_order(folder):
        path.unlink()
    assert source.read() is not None, "the first was read at the start"
    assert source.read() is None
    source.close()


def test_a_path_that_is_not_there_is_a_missing_camera(tmp_path: Path) -> None:
    with pytest.raises(CameraMissing):
        ReplaySource(tmp_path / "none")
