"""Delivering frames at a steady rate from what has them all at once."""

import time


class Pace:
    """Waits until the next frame is due; one that comes late moves the rest with it."""

    def __init__(self, frames_per_s: float) -> None:
        if not 0 < frames_per_s <= 1000:
            raise ValueError(f"frames per second lie in 0 to 1000, got {frames_per_s}")
        self._period_s = 1.0 / frames_per_s
        self._due_s: float | None = None

    def wait(self) -> float:
        """Wait for the next frame's time, and return it: time.monotonic() seconds."""
        now_s = time.monotonic()
        if self._due_s is not None and self._due_s > now_s:
            time.sleep(self._due_s - now_s)
            now_s = time.monotonic()
        due_s = now_s if self._due_s is None else max(self._due_s, now_s - self._period_s)
        self._due_s = due_s + self._period_s
        return now_s
