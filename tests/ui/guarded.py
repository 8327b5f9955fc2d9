"""A counter where people sign in and PINs are asked for."""

from breadpos.application.approvals import StaffApprovals
from breadpos.application.staff import Staff
from breadpos.domain.person import Person
from breadpos.ui.till_guard import TillGuard
from tests.people import PINS, MemoryStaff, Running
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import Till


class Guarded:
    """The window with its guard, and the people's fingers."""

    def __init__(self, make_counter: MakeCounter, pins: dict[Person, str], language: str) -> None:
        self.clock = Running()
        self.kept = MemoryStaff(pins)
        self.approvals = StaffApprovals(self.kept, self.clock)
        self.counter: Counter = make_counter(Till(approvals=self.approvals), language)
        staff = Staff(self.counter.till.desk, self.kept)
        self.guard = TillGuard(self.counter.window, self.counter.controller, self.approvals, staff)
        self.guard.start()
        self.pin, self.pad = self.guard.pin, self.guard.pin.pad

    def is_asking(self) -> bool:
        return self.guard.overlay.isVisible()

    def tap(self, person: Person, pin: str | None = None) -> None:
        """Choose somebody's tile, and type a PIN by mouse."""
        self.counter.click(self.pin.tiles.tiles[person.person_id])
        self.type_pin(PINS[person] if pin is None else pin)

    def type_pin(self, pin: str) -> None:
        for digit in pin:
            self.counter.click(self.pad.keypad.keys[digit])
        self.counter.click(self.pad.done_button)
        self.counter.wait_for_pin(self.pad)
