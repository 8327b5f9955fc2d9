"""What a banner says, and what its buttons stand for."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Topic(IntEnum):
    """What a message is about; of several, the first in this order is shown."""

    STORAGE = 0
    SALE = 1
    INTERRUPTED = 2
    NOTICE = 3
    SETUP = 4
    PRINTER = 5
    CAMERA = 6
    RECOGNISER = 7
    FILES = 8
    CLOCK = 9
    DAY = 10
    FLOAT = 11
    NUMBER = 12
    TRAINING = 13
    DRAWER = 14


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
    DISCARD_ASKED = "discard_asked"
    KEEP = "keep"
    PRINT_AGAIN = "print_again"
    DISCARD_PAPERS = "discard_papers"
    SHOW_TRAINING = "show_training"
    RESUME_SETUP = "resume_setup"
    SHOW_DRAWER = "show_drawer"
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
