"""Typing an amount, key by key."""

from dataclasses import dataclass

from breadpos.domain.money import Money

_MOST_DIGITS = 7

BACK = "back"
KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", "00", "0", BACK)
"""In the order of a register's keypad, row by row."""


@dataclass(frozen=True, slots=True)
class AmountEntry:
    """The digits so far; immutable, each key returns a new one."""

    digits: str = ""

    @property
    def amount(self) -> Money:
        return Money(int(self.digits or "0"))

    @property
    def is_empty(self) -> bool:
        return not self.digits

    def pressing(self, key: str) -> "AmountEntry":
        """The entry after one of KEYS; a digit too many is ignored."""
        if key == BACK:
            return AmountEntry(self.digits[:-1])
        longer = (self.digits + key).lstrip("0")
        return AmountEntry(longer) if len(longer) <= _MOST_DIGITS else self
