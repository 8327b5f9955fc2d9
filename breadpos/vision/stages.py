"""The steps from a picture to names, for whoever times them."""

from collections.abc import Callable
from enum import Enum


class Stage(Enum):
    """One step, in the order they are taken; tracking is the tray's, not the reader's."""

    FIND = "find"
    DECODE = "decode"
    CUT = "cut"
    EMBED = "embed"
    NAME = "name"
    TRACK = "track"


OnStage = Callable[[Stage], None]
"""Told each step as it ends."""


def unwatched(_: Stage) -> None:
    """Nobody times it."""
