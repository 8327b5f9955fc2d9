"""Colours of baking, as linear light.

Everything is mixed and lit in linear BGR; sRGB codes are only how a person writes a colour down.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]

_RAMP_STEPS = 512


def linear(code: str) -> F32:
    """The linear BGR triple of an sRGB code such as "#D9963F"."""
    red, green, blue = (int(code[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    srgb = np.array([blue, green, red])
    curve = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return curve.astype(np.float32)


def ramp(codes: Sequence[str]) -> F32:
    """A (512, 3) table that runs evenly through the given sRGB codes, in linear BGR."""
    stops = np.stack([linear(code) for code in codes])
    at = np.linspace(0.0, 1.0, _RAMP_STEPS)
    knots = np.linspace(0.0, 1.0, len(codes))
    return np.stack([np.interp(at, knots, stops[:, c]) for c in range(3)], axis=1).astype(
        np.float32
    )


def look_up(table: F32, share: F32) -> F32:
    """The table's colour at each share 0..1; values outside take the nearest end."""
    index = np.clip(share * (_RAMP_STEPS - 1), 0, _RAMP_STEPS - 1).astype(np.int32)
    return table[index]


def mix(under: F32, over: F32, cover: F32) -> F32:
    """(H, W, 3) under with over on top, as opaque as cover (H, W) 0..1."""
    mixed: F32 = under + (over - under) * cover[..., None]
    return mixed


# browning of wheat dough, from raw to burnt, judged by eye on photographs of crusts
CRUST = ramp(["#F4E4C1", "#EFD09A", "#E3AE62", "#CE8536", "#AE5F1F", "#7F3D12", "#4A210C"])
COOKIE = ramp(["#F8EBC0", "#F2DB9C", "#EBC878", "#DCA953", "#BE7F35", "#8E5522"])
MATCHA = ramp(["#D5D79A", "#BCC274", "#A3AB55", "#8A8F3E", "#73702E", "#5C4E22"])
FRIED = ramp(["#EBC07A", "#D99A48", "#C07A2C", "#A15B1C", "#7B3F12", "#4C240B"])


def kelvin(temperature_k: float) -> F32:
    """Linear BGR of a white surface under a black body, green at 1.

    Source: Tanner Helland's fit to the CIE 1964 black-body table, good to 1 % from 2,000 K.
    """
    t = temperature_k / 100.0
    red = 255.0 if t <= 66 else 329.698727446 * (t - 60) ** -0.1332047592
    green = (
        99.4708025861 * np.log(t) - 161.1195681661
        if t <= 66
        else 288.1221695283 * (t - 60) ** -0.0755148492
    )
    blue = 255.0 if t >= 66 else 138.5177312231 * np.log(t - 10) - 305.0447927307
    triple = (np.array([blue, green, red]) / 255.0).clip(0.01, 1.0) ** 2.2
    return np.asarray(triple / triple[1], np.float32)
