"""PINs: which are too easy, and how long to wait after wrong ones."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise

from breadpos.domain.errors import PinRefused

SHORTEST, LONGEST = 4, 8
PRACTICE_PIN = "2580"
"""Of shops where nothing counts, the demonstration's and the practice's; told to everybody."""

FREE_TRIES = 3
"""So many wrong ones in a row are slips of a floury finger."""

_FIRST_WAIT_S = 5
_LONGEST_WAIT_S = 300
"""The owner is never kept out for longer than this."""


class PinFault(Enum):
    """Why a PIN is not taken."""

    FORM = "form"
    """Not 4 to 8 digits."""
    SAME_DIGIT = "same_digit"
    """0000."""
    STRAIGHT = "straight"
    """1234, 8765."""
    REPEATED = "repeated"
    """1212, 123123."""


_REASONS = {
    PinFault.FORM: "it has 4 to 8 digits",
    PinFault.SAME_DIGIT: "one digit over and over is guessed first",
    PinFault.STRAIGHT: "digits in order are guessed first",
    PinFault.REPEATED: "a pattern that repeats is guessed first",
}


def check_new_pin(pin: str) -> None:
    """Refuse what anybody would try first.

    Raises:
        PinRefused: says why.
    """
    if not re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", pin):
        raise _refusal(PinFault.FORM)
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if steps == {0}:
        raise _refusal(PinFault.SAME_DIGIT)
    if steps in ({1}, {9}):
        raise _refusal(PinFault.STRAIGHT)
    if re.fullmatch(r"(\d+)\1+", pin):
        raise _refusal(PinFault.REPEATED)


def _refusal(fault: PinFault) -> PinRefused:
    return PinRefused(fault.value, _REASONS[fault])


@dataclass(frozen=True, slots=True)
class SealedPin:
    """A PIN as it is kept: nobody can read it, and any PIN can be compared with it."""

    text: str


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs in a row, the last of them at a time.

    Attributes:
        at: aware; None before the first.
    """

    wrong: int = 0
    at: datetime | None = None

    def one_more(self, now: datetime) -> "Tries":
        return Tries(self.wrong + 1, now)

    def seen(self, now: datetime) -> "Tries":
        """The same by a clock that may have been set back since: the wait then begins anew.

        So it neither ends early nor lasts until the clock has caught up.
        """
        return replace(self, at=now) if self.at is not None and self.at > now else self

    def wait_s(self, now: datetime) -> int:
        """Whole seconds until the next try."""
        if self.at is None or self.wrong < FREE_TRIES:
            return 0
        doubled = min(self.wrong - FREE_TRIES, 10)  # more would only make large numbers
        wait = timedelta(seconds=min(_FIRST_WAIT_S * 2**doubled, _LONGEST_WAIT_S))
        left = min(self.at, now) + wait - now
        return max(-(-left // timedelta(seconds=1)), 0)
