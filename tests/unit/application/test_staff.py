import pytest

from breadpos.application.approvals import StaffApprovals
from breadpos.application.desk import Desk
from breadpos.application.staff import Staff
from breadpos.domain.errors import (
    ApprovalNeeded,
    LastOwner,
    NameTaken,
    PersonInvalid,
    PersonNotFound,
    PinRefused,
)
from breadpos.domain.person import Person, Role
from tests.books import MemoryDays, MemoryJournal
from tests.people import CASHIER, MANAGER, OWNER, PINS, MemoryStaff
from tests.unit.application.fakes import FakeClock


class Office:
    """The people's page, with the owner at the till."""

    def __init__(self, kept: MemoryStaff) -> None:
        self.kept = kept
        clock = FakeClock()
        self.approvals = StaffApprovals(kept)
        desk = Desk(clock, MemoryDays(list), MemoryJournal(), self.approvals)
        self.staff = Staff(desk, kept)

    def names(self) -> list[str]:
        return [person.name for person in self.staff.everybody() if person.active]


@pytest.fixture
def office() -> Office:
    office = Office(MemoryStaff(PINS))
    office.approvals.sign_in(OWNER.person_id, PINS[OWNER])
    return office


def test_the_first_of_all_is_the_owner_and_asks_nobody() -> None:
    office = Office(MemoryStaff())
    person = office.staff.add("  小林  花 ", Role.CASHIER, office.staff.seal("90214"))
    assert (person.name, person.role) == ("小林 花", Role.OWNER)

    office.approvals.sign_in(person.person_id, "90214")
    assert office.staff.add("佐藤", Role.CASHIER, office.staff.seal("2580")).role is Role.CASHIER


@pytest.mark.parametrize("person", [CASHIER, MANAGER])
def test_only_the_owner_changes_people(office: Office, person: Person) -> None:
    office.approvals.sign_in(person.person_id, PINS[person])
    for act in (
        office.staff.check_owner,
        lambda: office.staff.add("鈴木", Role.OWNER, office.staff.seal("8264")),
        lambda: office.staff.change(CASHIER, "佐藤", Role.OWNER),
        lambda: office.staff.set_pin(OWNER.person_id, office.staff.seal("8264")),
        lambda: office.staff.retire(MANAGER),
        lambda: office.staff.take_back(CASHIER, office.staff.seal("8264")),
    ):
        with pytest.raises(ApprovalNeeded):
            act()
    assert office.names() == ["小林", "田中", "佐藤"]


def test_the_owner_adds_renames_promotes_and_retires(office: Office) -> None:
    office.staff.add("鈴木", Role.CASHIER, office.staff.seal("8264"))
    office.staff.change(office.staff.called("鈴木"), "鈴木 一郎", Role.MANAGER)
    office.staff.retire(CASHIER)
    assert office.names() == ["小林", "田中", "鈴木 一郎"]
    assert office.staff.called("鈴木　一郎").role is Role.MANAGER
    with pytest.raises(PersonNotFound):
        office.staff.called("佐藤")


def test_whoever_comes_back_gets_a_new_pin(office: Office) -> None:
    office.staff.retire(CASHIER)
    office.staff.take_back(CASHIER, office.staff.seal("7319"))
    assert office.names() == ["小林", "田中", "佐藤"]
    assert office.kept.pins[CASHIER.person_id] == "7319"


def test_a_new_pin_holds_at_once(office: Office) -> None:
    office.staff.set_pin(CASHIER.person_id, office.staff.seal("7319"))
    assert office.approvals.sign_in(CASHIER.person_id, "7319") == CASHIER


def test_what_cannot_be_changes_nothing(office: Office) -> None:
    before = dict(office.kept.everybody)
    with pytest.raises(PinRefused):
        office.staff.add("鈴木", Role.CASHIER, office.staff.seal("1234"))
    with pytest.raises(NameTaken):
        office.staff.add("佐藤", Role.CASHIER, office.staff.seal("8264"))
    with pytest.raises(NameTaken):
        office.staff.change(CASHIER, "田中", Role.CASHIER)
    with pytest.raises(PersonInvalid):
        office.staff.change(CASHIER, " ", Role.CASHIER)
    with pytest.raises(PinRefused):
        office.staff.take_back(CASHIER, office.staff.seal("0000"))
    assert office.staff.change(CASHIER, "佐藤", Role.CASHIER) == CASHIER
    assert office.kept.everybody == before


def test_there_is_always_an_owner(office: Office) -> None:
    with pytest.raises(LastOwner):
        office.staff.retire(OWNER)
    with pytest.raises(LastOwner):
        office.staff.change(OWNER, "小林", Role.MANAGER)

    office.staff.change(MANAGER, "田中", Role.OWNER)
    office.staff.retire(OWNER)
    assert office.names() == ["田中", "佐藤"]
