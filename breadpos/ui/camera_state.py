"""How the camera is doing."""

from enum import Enum


class CameraState(Enum):
    """What the header's chip says."""

    OPENING = "opening"
    GOOD = "good"
    LOST = "lost"
