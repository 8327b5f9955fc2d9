"""The drawer and the day: float, pay-in, pay-out, X and Z."""

from collections.abc import Callable
from datetime import date

from breadpos.application.desk import Desk, utc
from breadpos.application.ports import Action, DayBook
from breadpos.domain.cash import CashCount, CashMovement, MovementKind
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.errors import CartsOpen, DayNotClosable
from breadpos.domain.money import ZERO, Money

_NEEDS = {
    MovementKind.OPENED: Action.OPEN_DRAWER,
    MovementKind.PAY_IN: Action.MOVE_CASH,
    MovementKind.PAY_OUT: Action.MOVE_CASH,
}


class Drawer:
    """What one register's drawer did, and its days' ends.

    Args:
        has_open_cart: whether a customer's cart is on the screen, unpaid.
    """

    def __init__(
        self, desk: Desk, days: DayBook, has_open_cart: Callable[[], bool] = lambda: False
    ) -> None:
        self._desk = desk
        self._days = days
        self._has_open_cart = has_open_cart

    def move(self, kind: MovementKind, amount: Money = ZERO, reason: str = "") -> CashMovement:
        """Record that the drawer is opened, and why.

        Raises:
            CashInvalid: the amount cannot be, or the reason is missing.
            ApprovalNeeded: somebody must allow it first.
            StorageError: nothing was written.
        """
        now = self._desk.now()
        movement = CashMovement(
            kind=kind,
            amount=amount,
            reason=" ".join(reason.split()),
            at=utc(now),
            business_day=self._desk.business_day(now),
            register=self._desk.register,
        )
        by = self._desk.sign(_NEEDS.get(kind))
        return self._days.move_cash(movement.signed(by.cashier, by.approver))

    def day_to_close(self) -> date:
        """The oldest day with something in it and no Z report; else the one that is on."""
        days = self._days.open_days()
        return days[0] if days else self._today()

    def x_report(self, day: date | None = None) -> DayFigures:
        """A day as it stands; of none named, the one to close next."""
        return self._days.figures(day or self.day_to_close())

    def z_report(self, count: CashCount, reason: str = "") -> ZReport:
        """Close the day, for good.

        Raises:
            CartsOpen: a cart is on the screen unpaid; those on hold may stay there.
            CountUnexplained: the drawer is over or short and no reason is given.
            DayNotClosable: nothing happened on it, it is closed, or the clock is behind it.
            ApprovalNeeded: somebody must allow it first.
            StorageError: nothing was written.
        """
        if self._has_open_cart():
            raise CartsOpen
        day = self.day_to_close()
        if day > self._desk.clock_day():
            raise DayNotClosable(day, "the clock has not come to it yet")
        now = self._desk.now()
        report = ZReport(
            figures=self._days.figures(day),
            count=count,
            closed_at=utc(now),
            reason=" ".join(reason.split()),
        )
        return self._days.close(report.signed(self._desk.sign(Action.CLOSE_DAY)))

    def _today(self) -> date:
        return self._desk.business_day(self._desk.now())
