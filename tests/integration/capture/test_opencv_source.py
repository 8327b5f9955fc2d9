import queue
from pathlib import Path
from typing import Protocol

import pytest

from breadpos.application.frames import Frame
from breadpos.capture import camera
from breadpos.capture.camera import CameraState, CaptureThread
from breadpos.capture.opencv_source import OpencvSource
from breadpos.capture.replay_source import ReplaySource
from breadpos.domain.errors import BreadposError, CameraLost, CameraMissing

GAP_S = 20.0


class Event(Protocol):
    def set(self) -> None: ...


class Webcam(Protocol):
    url: str
    black: Event
    frozen: Event

    def switch_on(self) -> None: ...
    def cut(self) -> None: ...


def shade(frame: Frame) -> int:
    return int(frame.pixels_bgr.mean())


def play(source: OpencvSource | ReplaySource, most: int) -> list[Frame]:
    frames: list[Frame] = []
    while len(frames) < most and (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


def test_a_video_plays_once_from_first_to_last(video: Path) -> None:
    frames = play(OpencvSource(str(video), frames_per_s=500.0), 99)
    assert [frame.index for frame in frames] == list(range(12))
    assert [shade(frame) for frame in frames] == pytest.approx([20 * n for n in range(12)], abs=4)
    assert frames[0].size == (160, 120)


def test_a_video_takes_its_own_time(video: Path) -> None:
    frames = play(OpencvSource(str(video)), 99)
    took_s = frames[-1].captured_at_s - frames[0].captured_at_s
    assert took_s >= 11 / 50 - 0.02


def test_a_looping_video_begins_again(video: Path) -> None:
    frames = play(ReplaySource(video, frames_per_s=500.0), 30)
    assert [frame.index for frame in frames] == list(range(30))
    assert shade(frames[12]) == pytest.approx(0, abs=4)
    assert shade(frames[23]) == pytest.approx(220, abs=4)


@pytest.mark.parametrize("source", [97, "97", "no such video.mp4", "http://127.0.0.1:9/stream"])
def test_what_cannot_be_opened_is_a_missing_camera(
    source: int | str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CameraMissing, match=str(source)):
        OpencvSource(source)
    assert capfd.readouterr().err == "", "OpenCV says nothing of its own"


def test_a_file_that_is_no_video_is_a_missing_camera(tmp_path: Path) -> None:
    (tmp_path / "video.mp4").write_bytes(b"not a video at all")
    with pytest.raises(CameraMissing):
        ReplaySource(tmp_path / "video.mp4")


def test_a_stream_that_freezes_is_lost(webcam: Webcam) -> None:
    source = OpencvSource(webcam.url, stall_after_s=0.3)
    assert source.read() is not None
    webcam.frozen.set()
    with pytest.raises(CameraLost):
        play(source, 10_000)
    source.close()


def test_a_stream_of_black_frames_is_lost(webcam: Webcam) -> None:
    source = OpencvSource(webcam.url, stall_after_s=0.3)
    assert source.read() is not None
    webcam.black.set()
    with pytest.raises(CameraLost):
        play(source, 10_000)
    source.close()


def test_a_stream_that_is_cut_is_told_and_comes_back(
    webcam: Webcam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "_FIRST_WAIT_S", 0.05)
    monkeypatch.setattr(camera, "_LONGEST_WAIT_S", 0.2)
    frames: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    told: queue.SimpleQueue[CameraState | BreadposError] = queue.SimpleQueue()
    thread = CaptureThread(
        lambda: OpencvSource(webcam.url, stall_after_s=0.3),
        frames.put,
        told.put,
        camera=webcam.url,
        stall_after_s=5.0,
    )
    thread.start()
    try:
        assert told.get(timeout=GAP_S) is CameraState.WORKING
        webcam.cut()
        assert isinstance(told.get(timeout=GAP_S), CameraLost)
        while not frames.empty():
            frames.get()
        webcam.switch_on()
        assert told.get(timeout=GAP_S) is CameraState.WORKING
        assert frames.get(timeout=GAP_S).size == (160, 120)
        assert told.empty()
    finally:
        thread.stop(timeout_s=GAP_S)
