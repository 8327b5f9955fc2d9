"""Looking after the people of the shop."""

from dataclasses import replace
from uuid import uuid4

from breadpos.application.desk import Desk
from breadpos.application.ports import Action, StaffRepository
from breadpos.domain.errors import LastOwner, NameTaken, PersonNotFound
from breadpos.domain.person import Person, Role
from breadpos.domain.pin import SealedPin, check_new_pin


class Staff:
    """Each change is allowed by the owner, and in the journal."""

    def __init__(self, desk: Desk, staff: StaffRepository) -> None:
        self._desk = desk
        self._staff = staff

    def everybody(self) -> tuple[Person, ...]:
        """Everybody there ever was, in the order they came."""
        return tuple(self._staff.all())

    def called(self, name: str) -> Person:
        """Whoever has a name and works here; PersonNotFound if nobody."""
        for person in self.everybody():
            if person.active and person.name == " ".join(name.split()):
                return person
        raise PersonNotFound(name)

    def check_owner(self) -> None:
        """Raise ApprovalNeeded unless the owner may work on the people now."""
        self._desk.sign(Action.MANAGE_PEOPLE)

    def seal(self, pin: str) -> SealedPin:
        """A new PIN as it is kept, or a PinRefused; takes a while, on any thread."""
        check_new_pin(pin)
        return self._staff.sealed(pin)

    def add(self, name: str, role: Role, pin: SealedPin) -> Person:
        """Somebody new; the first of all is the owner and asks nobody.

        Raises:
            PersonInvalid, NameTaken: nothing has changed.
            ApprovalNeeded: the owner must allow it first.
            StorageError: nothing has changed.
        """
        is_first = not self.everybody()
        person = Person(uuid4().hex, " ".join(name.split()), Role.OWNER if is_first else role)
        with self._desk.doing(None if is_first else Action.MANAGE_PEOPLE):
            self._check_name(person)
            self._staff.add(person, pin)
        return person

    def change(self, person: Person, name: str, role: Role) -> Person:
        """Give somebody another name or role.

        Raises:
            PersonInvalid, NameTaken: nothing has changed.
            LastOwner: nobody would be the owner any more.
            ApprovalNeeded: the owner must allow it first.
            StorageError: nothing has changed.
        """
        changed = replace(person, name=" ".join(name.split()), role=role)
        return self._put(changed) if changed != person else person

    def set_pin(self, person_id: str, pin: SealedPin) -> None:
        """Give somebody a new PIN; ApprovalNeeded and StorageError change nothing."""
        with self._desk.doing(Action.MANAGE_PEOPLE):
            self._staff.set_pin(person_id, pin)

    def retire(self, person: Person) -> None:
        """Say that somebody works here no longer; LastOwner if nobody would be the owner."""
        self._put(replace(person, active=False))

    def take_back(self, person: Person, pin: SealedPin) -> None:
        """Let somebody who had left work here again, with a new PIN."""
        with self._desk.doing(Action.MANAGE_PEOPLE):
            self._staff.put(replace(person, active=True))
            self._staff.set_pin(person.person_id, pin)

    def _put(self, person: Person) -> Person:
        with self._desk.doing(Action.MANAGE_PEOPLE):
            self._check_name(person)
            others = [x for x in self._staff.all() if x.person_id != person.person_id]
            if not any(x.may(Role.OWNER) for x in (*others, person)):
                raise LastOwner(person.name)
            self._staff.put(person)
        return person

    def _check_name(self, person: Person) -> None:
        for other in self._staff.all():
            if other.person_id != person.person_id and other.name == person.name:
                raise NameTaken(person.name)
