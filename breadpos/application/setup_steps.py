"""The way from an empty folder to the first bread sold."""

from enum import Enum
from typing import Protocol


class SetupStep(Enum):
    """In this order; the value is what is kept of it."""

    LOOK = "look"
    SHOP = "shop"
    OWNER = "owner"
    CAMERA = "camera"
    BREADS = "breads"
    """Own breads, or the demo's?"""
    PHOTOS = "photos"
    PRINTER = "printer"
    SELL = "sell"


DONE = "done"
ENOUGH_BREADS = 3
"""So many the set-up suggests; it goes on from the first."""


class SetupNote(Protocol):
    """Remembers where the set-up stands, from one start to the next."""

    def read(self) -> str:
        """A step's value, DONE, or empty while it was never begun."""
        ...

    def write(self, standing: str) -> None: ...


def first_step(standing: str, *, sells: bool, has_products: bool) -> SetupStep | None:
    """Where to begin or go on; None where no set-up is wanted.

    Args:
        standing: as noted.
        sells: whether anything was ever sold.
        has_products: whether the price list has something on it.
    """
    if sells or standing == DONE:
        return None
    try:
        return SetupStep(standing)
    except ValueError:
        return None if has_products else SetupStep.LOOK
