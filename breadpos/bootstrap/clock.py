"""The time of day."""

from dataclasses import dataclass
from datetime import datetime, tzinfo


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock in the shop's zone."""

    zone: tzinfo

    def now(self) -> datetime:
        return datetime.now(self.zone)
