"""Where, when and by whom something is done at one register."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from breadpos.application.approvals import OpenApprovals
from breadpos.application.ports import Action, Approvals, Clock, DayBook, Journal
from breadpos.domain.business_day import MIDNIGHT, business_day, open_day
from breadpos.domain.journal import RECEIPT_ISSUED, Signature


class Desk:
    """One register, its clock, and who stands there.

    Args:
        register: as printed on receipts.
        day_ends: the hour after midnight until which the night belongs to the day before.
    """

    def __init__(
        self,
        clock: Clock,
        days: DayBook,
        journal: Journal,
        approvals: Approvals | None = None,
        *,
        register: str = "1",
        day_ends: time = MIDNIGHT,
    ) -> None:
        self._clock = clock
        self._days = days
        self._journal = journal
        self._approvals = approvals or OpenApprovals()
        self.day_ends = day_ends
        self.register = register

    def now(self) -> datetime:
        """Aware, in the shop's zone."""
        return self._clock.now()

    def business_day(self, now: datetime) -> date:
        """The day that what is done now counts for."""
        return open_day(now, self.day_ends, self._days.last_closed())

    def clock_day(self) -> date:
        """The business day by the clock alone, whatever was closed."""
        return business_day(self._clock.now(), self.day_ends)

    def sign(self, action: Action | None = None) -> Signature:
        """Who does it, and who allows it.

        Raises:
            ApprovalNeeded: somebody must allow it first.
        """
        approver = "" if action is None else self._approvals.approve(action)
        return Signature(self._approvals.cashier(), approver)

    @contextmanager
    def doing(self, action: Action | None = None) -> Iterator[Signature]:
        """One transaction whose journal entries say who did it and who allowed it."""
        by = self.sign(action)
        with self._journal.signed(by):
            yield by

    def note_receipt(self, number: int, form: str) -> int:
        """Record that a receipt is handed out; returns how often it was in this form before."""
        earlier = [
            entry
            for entry in self._journal.about(number)
            if entry.kind == RECEIPT_ISSUED and f'"form":"{form}"' in entry.payload
        ]
        with self.doing():
            self._journal.append(RECEIPT_ISSUED, {"receipt": number, "form": form})
        return len(earlier)


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
