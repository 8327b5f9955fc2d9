"""One item between two threads; the newest wins."""

from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Holds the newest item only, so that a slow reader is late by one item, never by a queue."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._item: T | None = None

    def put(self, item: T) -> bool:
        """Leave an item, replacing any other; True if the box was empty."""
        with self._lock:
            was_empty = self._item is None
            self._item = item
            return was_empty

    def take(self) -> T | None:
        """Take the item out; None if there is none."""
        with self._lock:
            item, self._item = self._item, None
            return item
