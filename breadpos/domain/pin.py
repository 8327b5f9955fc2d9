"""PINs: which are too easy, and how long to wait after wrong ones."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from math import ceil

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

    Times are seconds since the computer was started, for that clock nobody can set: neither set
    forward nor set back does the clock on the wall end a wait or begin one. It goes on while the
    program is closed; after the computer was started anew a wait is counted from there.
    """

    wrong: int = 0
    at_s: float = 0.0

    def one_more(self, now_s: float) -> "Tries":
        return Tries(self.wrong + 1, now_s)

    def seen(self, now_s: float) -> "Tries":
        """The same by the clock of now, which a new start of the computer has begun again."""
        return replace(self, at_s=0.0) if self.at_s > now_s else self

    def wait_s(self, now_s: float) -> int:
        """Whole seconds until the next try."""
        if self.wrong < FREE_TRIES:
            return 0
        doubled = min(self.wrong - FREE_TRIES, 10)  # more would only make large numbers
        wait_s: int = min(_FIRST_WAIT_S * 2**doubled, _LONGEST_WAIT_S)
        return max(ceil(wait_s - (now_s - self.seen(now_s).at_s)), 0)
