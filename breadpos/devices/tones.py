"""The cues as sounds: a few soft bells, made here, so that no file is shipped."""

import numpy as np
from numpy.typing import NDArray

from breadpos.application.cues import Cue

RATE_HZ = 44_100

_LEAST_S = 0.02
_OVERTONES = ((1.0, 1.0), (2.0, 0.28), (3.0, 0.09))
"""Times the tone, and how loud."""
_NOTES: dict[Cue, tuple[tuple[float, float], ...]] = {
    Cue.SURE: ((880.0, 0.12),),
    Cue.QUESTION: ((659.3, 0.12), (880.0, 0.18)),
    Cue.ERROR: ((329.6, 0.16), (277.2, 0.26)),
    Cue.PAID: ((659.3, 0.09), (830.6, 0.09), (987.8, 0.24)),
}
"""Hertz and seconds; up asks and thanks, down warns."""


def tone_of(cue: Cue) -> NDArray[np.float32]:
    """A cue's samples: (N,) float32 in -1 to 1, mono, RATE_HZ a second; under half a second."""
    return np.concatenate([_bell(hertz, seconds) for hertz, seconds in _NOTES[cue]])


def _bell(hertz: float, seconds: float) -> NDArray[np.float32]:
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave = sum(
        loud * np.sin(2 * np.pi * hertz * times * time_s) for times, loud in _OVERTONES
    ) / sum(loud for _, loud in _OVERTONES)
    swell = np.minimum(time_s / 0.005, 1.0)
    fade = np.minimum((seconds - time_s) / _LEAST_S, 1.0)  # or its end would click
    return (wave * swell * fade * np.exp(-time_s * 9)).astype(np.float32)
