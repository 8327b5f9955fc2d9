"""The people's part of the window: who is at the register, who allows what, and their page."""

from breadpos.application.approvals import StaffApprovals
from breadpos.application.desk import Desk
from breadpos.application.staff import Staff
from breadpos.bootstrap.settings_tab import SettingsTab
from breadpos.bootstrap.shop import Shop
from breadpos.ui.auto_lock import AutoLock
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.main_window import MainWindow
from breadpos.ui.people_page import PeoplePage
from breadpos.ui.settings_page import Section
from breadpos.ui.till_guard import TillGuard


def guard_till(
    window: MainWindow,
    shop: Shop,
    controller: CounterController,
    desk: Desk,
    approvals: StaffApprovals,
    settings_tab: SettingsTab,
) -> TillGuard:
    """Have PINs asked for in the window, and the register locked when nobody touches it."""
    staff = Staff(desk, shop.staff)
    guard = TillGuard(window, controller, approvals, staff)
    lock = AutoLock(shop.settings.register.lock_after_min, guard)
    lock.is_due.connect(guard.lock_if_idle)
    settings_tab.book.changed.connect(
        lambda _before, now: lock.set_minutes(now.register.lock_after_min)
    )
    settings_tab.sections[Section.PEOPLE] = lambda: _people(staff, guard)
    guard.start()
    return guard


def _people(staff: Staff, guard: TillGuard) -> PeoplePage:
    page = PeoplePage(staff, guard.ask)
    page.changed.connect(guard.refresh)
    page.owner_made.connect(lambda person, pin: guard.let_in(person.person_id, pin))
    return page
