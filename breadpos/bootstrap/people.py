"""The people's part of the window: who is at the register, who allows what, and their page."""

import subprocess
import sys

from breadpos.application.approvals import StaffApprovals
from breadpos.application.desk import Desk
from breadpos.application.staff import Staff
from breadpos.bootstrap.settings_tab import SettingsTab
from breadpos.bootstrap.shop import Shop
from breadpos.ui.auto_lock import AutoLock
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.main_window import MainWindow
from breadpos.ui.people_page import PeoplePage
from breadpos.ui.practice_page import PracticePage
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
    lock = AutoLock(window, shop.settings.register.lock_after_min)
    lock.is_due.connect(guard.lock_if_idle)
    settings_tab.book.changed.connect(
        lambda _before, now: lock.set_minutes(now.register.lock_after_min)
    )
    settings_tab.sections[Section.PEOPLE] = lambda: _people(staff, guard)
    if not shop.settings.register.practice:
        settings_tab.sections[Section.PRACTICE] = lambda: _practice(shop)
    guard.start()
    return guard


def _people(staff: Staff, guard: TillGuard) -> PeoplePage:
    page = PeoplePage(staff, guard.ask)
    page.changed.connect(guard.refresh)
    page.owner_made.connect(guard.admit)
    return page


def _practice(shop: Shop) -> PracticePage:
    page = PracticePage()
    page.practice_requested.connect(lambda: _begin_practice(shop))
    return page


def _begin_practice(shop: Shop) -> None:
    """As a process of its own: what it does cannot reach this register."""
    command = [sys.executable, "-m", "breadpos", "--home", str(shop.home.folder), "practice"]
    subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
