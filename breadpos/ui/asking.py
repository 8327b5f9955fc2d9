"""What a page does with a refusal that somebody's PIN can turn into a yes."""

from collections.abc import Callable

from breadpos.domain.errors import BreadposError

Ask = Callable[[BreadposError, Callable[[], None]], bool]
"""Given what was refused and how it is done again; whether somebody is asked now."""


def ask_nobody(_error: BreadposError, _again: Callable[[], None]) -> bool:
    """Where there is nobody to ask, a refusal is told."""
    return False
