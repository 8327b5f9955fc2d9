"""What is to be heard at the counter, so that nobody need look up."""

from enum import Enum
from typing import Protocol


class Cue(Enum):
    """One short sound each."""

    SURE = "sure"
    QUESTION = "question"
    ERROR = "error"
    PAID = "paid"


class CuePlayer(Protocol):
    """Sounds a cue, beside everything else and without waiting for it."""

    def play(self, cue: Cue) -> None: ...
