"""What is kept of a tray that is sold, in case somebody asks later."""

from dataclasses import dataclass
from typing import Protocol

from breadpos.domain.sale import Sale
from breadpos.domain.tray_record import RecordedItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A tray as its customer begins to pay.

    Attributes:
        size: of the picture, pixels.
        looked_at_s: capture time of the frame it was read from.
        model: the recogniser's version; empty if it had none.
    """

    items: tuple[RecordedItem, ...]
    size: tuple[int, int]
    looked_at_s: float
    model: str = ""


class Witness(Protocol):
    """Keeps trays. It answers at once and never refuses: a sale does not wait for evidence."""

    def hold(self, seen: Seen) -> None:
        """Hold on to the picture of a tray, for its bread is about to be bagged."""
        ...

    def file(self, sale: Sale, seen: Seen) -> None:
        """Put a tray on record behind its sale, which is on disk."""
        ...


class NoWitness:
    """Keeps nothing."""

    def hold(self, seen: Seen) -> None: ...

    def file(self, sale: Sale, seen: Seen) -> None: ...
