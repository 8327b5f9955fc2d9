"""How long the register waits for a camera."""

from typing import TypedDict

from breadpos.settings import CameraSettings

_RENDERING_S = 30.0
"""A simulated tray takes seconds to draw on a busy computer; no cable has come loose."""


class Patience(TypedDict):
    camera: str
    stall_after_s: float


def patience(camera: CameraSettings) -> Patience:
    """How long a camera may take."""
    is_real = camera.simulated_seed is None
    return {
        "camera": camera.source,
        "stall_after_s": camera.stall_after_s if is_real else _RENDERING_S,
    }
