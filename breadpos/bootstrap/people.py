"""The people's part of the window: who is at the register, and who allows what."""

from breadpos.application.approvals import StaffApprovals
from breadpos.application.desk import Desk
from breadpos.application.staff import Staff
from breadpos.bootstrap.shop import Shop
from breadpos.ui.auto_lock import AutoLock
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.main_window import MainWindow
from breadpos.ui.till_guard import TillGuard


def guard_till(
    window: MainWindow,
    shop: Shop,
    controller: CounterController,
    desk: Desk,
    approvals: StaffApprovals,
) -> TillGuard:
    """Have PINs asked for in the window, and the register locked when nobody touches it."""
    guard = TillGuard(window, controller, approvals, Staff(desk, shop.staff))
    lock = AutoLock(shop.settings.register.lock_after_min, guard)
    lock.is_due.connect(guard.lock_if_idle)
    guard.start()
    return guard
