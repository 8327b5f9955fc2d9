"""The computer's loudspeaker; without one there is silence, and nothing is said of it."""

import logging
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Protocol

import numpy as np

from breadpos.application.cues import Cue
from breadpos.devices.tones import RATE_HZ, tone_of

_log = logging.getLogger(__name__)
_LONGEST_S = 2.0


class SoundOutput(Protocol):
    """An opened loudspeaker."""

    def play(self, samples: bytes) -> None:
        """Sound 16-bit mono samples, and return when they have been heard."""
        ...

    def close(self) -> None: ...


class Speaker:
    """Plays cues on a thread of its own; of several at once the newest.

    Attributes:
        volume_percent: 0 is silence.
    """

    def __init__(
        self, volume_percent: int, open_output: Callable[[], SoundOutput] | None = None
    ) -> None:
        self.volume_percent = volume_percent
        self._open_output = open_output or _loudspeaker
        self._waiting: SimpleQueue[Cue | None] = SimpleQueue()
        self._thread: Thread | None = None

    def play(self, cue: Cue) -> None:
        """Sound a cue soon; returns at once."""
        if not self.volume_percent:
            return
        if self._thread is None:
            self._thread = Thread(target=self._run, name="speaker", daemon=True)
            self._thread.start()
        self._waiting.put(cue)

    def stop(self) -> None:
        """End the thread, after what is being heard."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(_LONGEST_S)

    def _run(self) -> None:
        try:
            output = self._open_output()
        except Exception as error:  # noqa: BLE001  whatever a sound system says, it is silence
            _log.info("no sound: %s", error)
            return
        try:
            while (cue := self._newest()) is not None:
                samples = tone_of(cue) * (32_767 * self.volume_percent / 100)
                output.play(samples.astype(np.int16).tobytes())
        finally:
            output.close()

    def _newest(self) -> Cue | None:
        cue = self._waiting.get()
        while cue is not None and not self._waiting.empty():
            cue = self._waiting.get()
        return cue


class _Loudspeaker:
    """miniaudio's default device, which is running only while something sounds."""

    def __init__(self) -> None:
        import miniaudio  # here: not on every computer

        self._device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE_HZ
        )

    def play(self, samples: bytes) -> None:
        heard = Event()
        stream = _stream(samples, heard)
        next(stream)
        self._device.start(stream)
        heard.wait(_LONGEST_S)
        self._device.stop()

    def close(self) -> None:
        self._device.close()


def _stream(samples: bytes, heard: Event) -> Generator[bytes, int, None]:
    """Hand out as many frames as the device asks for; then silence until it is stopped."""
    wanted = yield b""
    while samples:
        part, samples = samples[: wanted * 2], samples[wanted * 2 :]
        wanted = yield part.ljust(wanted * 2, b"\0")
    wanted = yield bytes(wanted * 2)  # what was handed out before is being heard
    heard.set()
    while True:
        wanted = yield bytes(wanted * 2)


def _loudspeaker() -> SoundOutput:
    if not _has_sound():
        raise OSError("no sound card")
    return _Loudspeaker()


def _has_sound() -> bool:
    """On Linux, whether there is a card; ALSA would complain on stderr about none."""
    if sys.platform != "linux":
        return True
    return any(Path("/dev/snd").glob("pcm*p")) or any(Path("/run/user").glob("*/pulse/native"))
