"""What a banner says, and what its buttons stand for."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Topic(IntEnum):
    """What a message is about; of several, the first in this order is shown."""

    STORAGE = 0
    SALE = 1
    INTERRUPTED = 2
    NOTICE = 3
    CAMERA = 4
    RECOGNISER = 5
    FILES = 6
    CLOCK = 7
    DAY = 8
    NUMBER = 9
    TRAINING = 10
    DRAWER = 11


class Remedy(Enum):
    """What a button does."""

    RECONNECT_CAMERA = "reconnect_camera"
    RELOAD_RECOGNISER = "reload_recogniser"
    TRY_AGAIN = "try_again"
    KEEP_REMOVED = "keep_removed"
    CHARGE_ADDED = "charge_added"
    NEW_TRAY = "new_tray"
    JOIN_HELD = "join_held"
    SHOW_HELD = "show_held"
    RESUME = "resume"
    DISCARD = "discard"
    SHOW_TRAINING = "show_training"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class Message:
    """One line for the cashier.

    Attributes:
        title: what is the matter, in bold.
        sentence: what still works, or what to do.
        buttons: words and remedy, the main one first.
        is_problem: something is broken; otherwise it is only worth knowing.
    """

    title: str
    sentence: str
    buttons: tuple[tuple[str, Remedy], ...]
    icon: str = "info"
    is_problem: bool = False
