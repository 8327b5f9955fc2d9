import queue
import threading
from collections.abc import Callable

import numpy as np
import pytest

from breadpos.application.cues import Cue
from breadpos.devices.speaker import SoundOutput, Speaker, _stream
from breadpos.devices.tones import RATE_HZ, tone_of

WAIT_S = 10.0


class Room:
    """Hears what is played; may keep the loudspeaker busy."""

    def __init__(self) -> None:
        self.heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.is_free = threading.Event()
        self.is_free.set()
        self.is_closed = False

    def play(self, samples: bytes) -> None:
        self.heard.put(samples)
        self.is_free.wait(WAIT_S)

    def close(self) -> None:
        self.is_closed = True

    def open(self) -> SoundOutput:
        return self


def samples_of(cue: Cue, volume_percent: int) -> bytes:
    loud = tone_of(cue) * (32_767 * volume_percent / 100)
    return loud.astype(np.int16).tobytes()


def test_a_cue_is_heard_at_its_volume() -> None:
    room = Room()
    speaker = Speaker(60, room.open)
    speaker.play(Cue.PAID)
    assert room.heard.get(timeout=WAIT_S) == samples_of(Cue.PAID, 60)
    speaker.volume_percent = 20
    speaker.play(Cue.SURE)
    assert room.heard.get(timeout=WAIT_S) == samples_of(Cue.SURE, 20)
    speaker.stop()
    assert room.is_closed


def test_while_one_sounds_only_the_newest_waits() -> None:
    room = Room()
    room.is_free.clear()
    speaker = Speaker(60, room.open)
    speaker.play(Cue.SURE)
    assert room.heard.get(timeout=WAIT_S) == samples_of(Cue.SURE, 60)
    for cue in (Cue.QUESTION, Cue.ERROR, Cue.PAID):
        speaker.play(cue)
    room.is_free.set()
    assert room.heard.get(timeout=WAIT_S) == samples_of(Cue.PAID, 60)
    speaker.stop()
    assert room.heard.empty()


def _broken() -> SoundOutput:
    raise OSError("no sound card")


def _odd() -> SoundOutput:
    raise RuntimeError("failed to init device")


@pytest.mark.parametrize("open_output", [_broken, _odd])
def test_a_computer_without_sound_is_silent_and_warns_of_nothing(
    open_output: Callable[[], SoundOutput], caplog: pytest.LogCaptureFixture
) -> None:
    speaker = Speaker(60, open_output)
    speaker.play(Cue.SURE)
    speaker.play(Cue.PAID)
    speaker.stop()
    assert [each.levelname for each in caplog.records if each.levelno > 20] == []


def test_switched_off_nothing_is_opened() -> None:
    room = Room()
    speaker = Speaker(0, room.open)
    speaker.play(Cue.SURE)
    speaker.stop()
    assert room.heard.empty()
    assert not room.is_closed


def test_a_device_gets_as_many_frames_as_it_asks_for_and_then_silence() -> None:
    heard = threading.Event()
    samples = bytes(range(1, 11))  # five frames of two bytes
    stream = _stream(samples, heard)
    assert next(stream) == b""
    assert stream.send(3) == samples[:6]
    assert stream.send(3) == samples[6:] + b"\0\0"
    assert stream.send(3) == bytes(6)
    assert not heard.is_set()
    assert stream.send(3) == bytes(6)
    assert heard.is_set()
    assert stream.send(2) == bytes(4)


@pytest.mark.parametrize("cue", list(Cue))
def test_a_tone_is_short_and_ends_without_a_click(cue: Cue) -> None:
    samples = tone_of(cue)
    assert 0.1 < len(samples) / RATE_HZ < 0.5
    assert 0.2 < np.abs(samples).max() <= 1.0
    assert abs(samples[0]) < 0.01
    assert abs(samples[-1]) < 0.01


def test_no_two_cues_sound_alike() -> None:
    assert len({tone_of(cue).tobytes() for cue in Cue}) == len(Cue)
