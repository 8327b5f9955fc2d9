"""Who works the register, and who may allow what."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from breadpos.application.pin_check import PinCheck
from breadpos.application.ports import Action, StaffRepository
from breadpos.domain.errors import ApprovalNeeded, OwnerMissing, RoleTooLow, SignInNeeded
from breadpos.domain.person import Person, Role

NEEDED = {
    Action.VOID: Role.MANAGER,
    Action.REFUND: Role.MANAGER,
    Action.DISCOUNT: Role.MANAGER,
    Action.PRICE_CHANGE: Role.MANAGER,
    Action.OPEN_DRAWER: Role.MANAGER,
    Action.MOVE_CASH: Role.MANAGER,
    Action.CLOSE_DAY: Role.CASHIER,
    Action.MANAGE_PEOPLE: Role.OWNER,
    Action.SETTINGS: Role.MANAGER,
}
"""The least role each action needs."""


class OpenApprovals:
    """A register nobody signs in to, where nobody needs to be asked.

    Args:
        name: on record as who does things.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name

    def cashier(self) -> str:
        return self._name

    def approve(self, _action: Action) -> str:
        return ""


class StaffApprovals:
    """A register somebody signs in to by PIN; another PIN allows what their role may not.

    A shop that has no people yet sells without anybody signed in.

    Args:
        running_s: seconds since the computer was started.
    """

    def __init__(
        self, staff: StaffRepository, running_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._staff = staff
        self._pins = PinCheck(staff, running_s)
        self._signed_in = ""
        self._granted: tuple[Action, Person] | None = None

    # What use cases ask.

    def cashier(self) -> str:
        """Who is signed in; empty while the shop has no people.

        Raises:
            SignInNeeded: the register is locked.
        """
        people = self.people()
        person = self._signed_in_of(people)
        if person is None and people:
            raise SignInNeeded
        return person.name if person else ""

    def approve(self, action: Action) -> str:
        """Who allows an action; empty where nobody needs to.

        Raises:
            OwnerMissing: the shop has no people yet.
            SignInNeeded: the register is locked.
            ApprovalNeeded: who is signed in may not allow it.
        """
        role = NEEDED[action]
        if role is Role.CASHIER:
            self.cashier()
            return ""
        people = self.people()
        person = self._signed_in_of(people)
        if not people:
            if action is Action.SETTINGS:  # a shop is set up before there is anybody
                return ""
            raise OwnerMissing(action.value)
        if person is None:
            raise SignInNeeded
        if self._granted is not None and self._granted[0] is action:
            return self._granted[1].name
        if not person.may(role):
            raise ApprovalNeeded(action.value)
        return person.name

    # What the window asks.

    def who(self) -> Person | None:
        """Who is signed in, as they are now; nobody who has been retired meanwhile."""
        return self._signed_in_of(self.people())

    def people(self) -> tuple[Person, ...]:
        """Who works here."""
        return tuple(person for person in self._staff.all() if person.active)

    def has_people(self) -> bool:
        return bool(self.people())

    def who_may(self, action: Action) -> tuple[Person, ...]:
        """Who could allow an action."""
        return tuple(person for person in self.people() if person.may(NEEDED[action]))

    def wait_s(self, person_id: str) -> int:
        """Seconds until somebody's PIN is looked at again."""
        return self._pins.wait_s(person_id)

    def check_pin(self, person_id: str, pin: str) -> Person:
        """Whoever's PIN it is, who may be admitted or allow an action then.

        It takes a while, and may be called on any thread.

        Raises:
            PinWrong, PinThrottled, PersonNotFound: it is nobody's.
        """
        return self._pins.check(person_id, pin)

    def sign_in(self, person_id: str, pin: str) -> Person:
        """Let somebody work the register; PinWrong and PinThrottled change nothing."""
        person = self.check_pin(person_id, pin)
        self.admit(person)
        return person

    def admit(self, person: Person) -> None:
        """Let somebody work the register whose PIN has been checked."""
        self._signed_in = person.person_id

    def lock(self) -> None:
        """Let nobody work it until somebody signs in."""
        self._signed_in = ""

    @contextmanager
    def allowed(self, action: Action, person: Person) -> Iterator[None]:
        """Somebody whose PIN has been checked allows an action, until the end of this.

        Raises:
            RoleTooLow: they may not.
        """
        if not person.may(NEEDED[action]):
            raise RoleTooLow(person.name)
        self._granted = (action, person)
        try:
            yield
        finally:
            self._granted = None

    def _signed_in_of(self, people: Sequence[Person]) -> Person | None:
        return next((x for x in people if x.person_id == self._signed_in), None)
