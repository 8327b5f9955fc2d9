import pytest

from breadpos.application.approvals import NEEDED, StaffApprovals
from breadpos.application.ports import Action
from breadpos.domain.errors import (
    ApprovalNeeded,
    OwnerMissing,
    PersonNotFound,
    PinThrottled,
    PinWrong,
    RoleTooLow,
    SignInNeeded,
)
from breadpos.domain.person import Person, Role
from tests.people import CASHIER, MANAGER, OWNER, PINS, MemoryStaff, Running


class Till:
    def __init__(self, staff: MemoryStaff | None = None) -> None:
        self.staff = staff or MemoryStaff(PINS)
        self.running = Running()
        self.approvals = StaffApprovals(self.staff, self.running)

    def sign_in(self, person: Person) -> None:
        self.approvals.sign_in(person.person_id, PINS[person])

    def known(self, person: Person) -> Person:
        """Somebody who has typed their PIN."""
        return self.approvals.check_pin(person.person_id, PINS[person])

    def guess(self, person: Person, times: int) -> None:
        for _ in range(times):
            with pytest.raises(PinWrong):
                self.approvals.sign_in(person.person_id, "1357")


@pytest.fixture
def till() -> Till:
    return Till()


def test_every_action_has_a_role_that_may_allow_it() -> None:
    assert set(NEEDED) == set(Action)


def test_a_shop_without_people_sells_and_asks_for_its_owner_first() -> None:
    approvals = Till(MemoryStaff()).approvals
    assert (approvals.cashier(), approvals.approve(Action.CLOSE_DAY)) == ("", "")
    assert approvals.approve(Action.SETTINGS) == ""  # it is being set up
    with pytest.raises(OwnerMissing):
        approvals.approve(Action.VOID)


def test_nobody_works_a_locked_register(till: Till) -> None:
    for act in (till.approvals.cashier, lambda: till.approvals.approve(Action.VOID)):
        with pytest.raises(SignInNeeded):
            act()
    with pytest.raises(SignInNeeded):
        till.approvals.approve(Action.CLOSE_DAY)

    till.sign_in(CASHIER)
    assert (till.approvals.cashier(), till.approvals.approve(Action.CLOSE_DAY)) == ("佐藤", "")

    till.approvals.lock()
    with pytest.raises(SignInNeeded):
        till.approvals.cashier()


@pytest.mark.parametrize("action", [each for each in Action if NEEDED[each] is Role.MANAGER])
def test_a_manager_allows_what_a_cashier_asks_and_it_says_whose_pin_it_was(
    till: Till, action: Action
) -> None:
    till.sign_in(CASHIER)
    with pytest.raises(ApprovalNeeded) as needed:
        till.approvals.approve(action)
    assert needed.value.action == action.value

    with till.approvals.allowed(action, till.known(MANAGER)):
        assert till.approvals.approve(action) == "田中"
        assert till.approvals.cashier() == "佐藤"

    with pytest.raises(ApprovalNeeded):  # once
        till.approvals.approve(action)


def test_what_is_allowed_is_only_what_was_asked(till: Till) -> None:
    till.sign_in(CASHIER)
    with (
        till.approvals.allowed(Action.VOID, till.known(OWNER)),
        pytest.raises(ApprovalNeeded),
    ):
        till.approvals.approve(Action.REFUND)


def test_a_manager_at_the_till_is_not_asked_but_is_on_record(till: Till) -> None:
    till.sign_in(MANAGER)
    assert till.approvals.approve(Action.VOID) == "田中"
    with pytest.raises(ApprovalNeeded):
        till.approvals.approve(Action.MANAGE_PEOPLE)


def test_a_right_pin_of_somebody_who_may_not_allow_it_allows_nothing(till: Till) -> None:
    till.sign_in(CASHIER)
    with (
        pytest.raises(RoleTooLow),
        till.approvals.allowed(Action.VOID, till.known(CASHIER)),
    ):
        pass
    assert [person.name for person in till.approvals.who_may(Action.VOID)] == ["小林", "田中"]


def test_whoever_is_retired_is_at_the_till_no_longer(till: Till) -> None:
    till.sign_in(CASHIER)
    till.staff.put(Person(CASHIER.person_id, CASHIER.name, CASHIER.role, active=False))
    assert till.approvals.who() is None
    with pytest.raises(PersonNotFound):
        till.sign_in(CASHIER)


def test_wrong_pins_make_it_wait_and_a_restart_does_not_help(till: Till) -> None:
    till.guess(MANAGER, 3)
    again = Till(till.staff).approvals
    with pytest.raises(PinThrottled) as throttled:
        again.sign_in(MANAGER.person_id, PINS[MANAGER])
    assert (throttled.value.wait_s, again.wait_s(MANAGER.person_id)) == (5, 5)
    assert again.wait_s(CASHIER.person_id) == 0

    till.running.go_on(5)
    till.guess(MANAGER, 1)
    assert till.approvals.wait_s(MANAGER.person_id) == 10
    till.running.go_on(10)
    till.sign_in(MANAGER)
    till.guess(MANAGER, 2)  # a right one has forgiven the wrong ones
    till.sign_in(MANAGER)


def test_the_owner_is_never_kept_out_for_long(till: Till) -> None:
    for _ in range(50):
        till.guess(OWNER, 1)
        till.running.go_on(300)
    till.sign_in(OWNER)


def test_starting_the_computer_anew_makes_a_wait_begin_there(till: Till) -> None:
    till.guess(OWNER, 3)
    till.running.at_s = 2.0
    assert till.approvals.wait_s(OWNER.person_id) == 3
    with pytest.raises(PinThrottled):
        till.sign_in(OWNER)
    till.running.go_on(3)
    till.sign_in(OWNER)


def test_a_wait_that_was_over_does_not_come_back_days_later(till: Till) -> None:
    till.guess(OWNER, 3)
    till.running.at_s = 2.0
    with pytest.raises(PinThrottled):
        till.sign_in(OWNER)
    till.running.at_s = 40_000.0  # as it was at the last wrong one
    assert till.approvals.wait_s(OWNER.person_id) == 0
