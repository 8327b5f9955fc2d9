import json

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from breadpos.application.approvals import StaffApprovals
from breadpos.domain.errors import PinThrottled, PinWrong, StorageError
from breadpos.domain.journal import Signature
from breadpos.domain.person import Person, Role
from breadpos.domain.pin import Tries
from breadpos.storage.journal import SqlJournal
from breadpos.storage.staff import PERSON_ADDED, PERSON_CHANGED, PIN_SET, SqlStaff
from breadpos.storage.verification import verify
from tests.people import CASHIER, OWNER, Running


@pytest.fixture
def staff(engine: Engine) -> SqlStaff:
    staff = SqlStaff(engine)
    staff.add(OWNER, staff.sealed("90214"))
    staff.add(CASHIER, staff.sealed("2580"))
    return staff


def test_people_come_back_as_they_were_put(staff: SqlStaff) -> None:
    left = Person(CASHIER.person_id, "佐藤 花", Role.MANAGER, active=False)
    staff.put(left)
    assert staff.all() == [OWNER, left]


def test_a_pin_is_known_again_but_cannot_be_read(staff: SqlStaff, engine: Engine) -> None:
    assert staff.matches("o", "90214")
    assert not staff.matches("o", "2580")
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT pin_hash FROM people")).scalars().all()
    assert all(row.startswith("$argon2id$") for row in kept)
    assert not any("90214" in row for row in kept)


def test_a_new_pin_replaces_the_old_one_and_forgives_wrong_tries(staff: SqlStaff) -> None:
    staff.put_tries("o", Tries(7, 40_000.0))
    staff.set_pin("o", staff.sealed("82640173"))
    assert (staff.matches("o", "82640173"), staff.matches("o", "90214")) == (True, False)
    assert staff.tries("o") == Tries()


def test_wrong_tries_outlive_the_program(staff: SqlStaff, engine: Engine) -> None:
    running = Running()
    for _ in range(3):
        with pytest.raises(PinWrong):
            StaffApprovals(staff, running).sign_in("o", "1357")
    again = StaffApprovals(SqlStaff(engine), running)
    with pytest.raises(PinThrottled):
        again.sign_in("o", "90214")
    running.go_on(5)
    assert again.sign_in("o", "90214") == OWNER


def test_every_change_is_in_the_journal_without_the_pin(staff: SqlStaff, engine: Engine) -> None:
    journal = SqlJournal(engine)
    with journal.signed(Signature("小林", "小林")):
        staff.put(Person(CASHIER.person_id, "佐藤", Role.MANAGER))
        staff.set_pin(CASHIER.person_id, staff.sealed("73190"))

    entries = journal.newest(10)

    assert [entry.kind for entry in entries] == [
        PIN_SET,
        PERSON_CHANGED,
        PERSON_ADDED,
        PERSON_ADDED,
    ]
    assert [entry.approver for entry in entries] == ["小林", "小林", "", ""]
    changed = json.loads(entries[1].payload)
    assert (changed["old"]["role"], changed["new"]["role"]) == ("cashier", "manager")
    assert not any("73190" in entry.payload or "argon2" in entry.payload for entry in entries)
    assert list(verify(engine)) == []


def test_nobody_can_be_deleted(staff: SqlStaff, engine: Engine) -> None:
    with pytest.raises(DBAPIError, match="never deleted"), engine.begin() as connection:
        connection.execute(text("DELETE FROM people"))
    assert staff.all() == [OWNER, CASHIER]


def test_a_spoilt_pin_says_that_a_new_one_is_needed(staff: SqlStaff, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE people SET pin_hash = 'rubbish'"))
    with pytest.raises(StorageError, match="set a new one"):
        staff.matches("o", "90214")
    staff.set_pin("o", staff.sealed("90214"))
    assert staff.matches("o", "90214")
