"""The people of the shop on disk, and their PINs as argon2 hashes."""

from collections.abc import Sequence
from datetime import UTC, datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Engine, func, insert, select, update

from breadpos.domain.errors import StorageError
from breadpos.domain.person import Person
from breadpos.domain.pin import SealedPin, Tries
from breadpos.storage.database import reading, writing
from breadpos.storage.journal import append_entry
from breadpos.storage.schema import people

PERSON_ADDED, PERSON_CHANGED, PIN_SET = "person_added", "person_changed", "pin_set"
"""Kinds of journal entries."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's smallest; some 25 ms, for the cashier waits for it."""


class SqlStaff:
    """A StaffRepository on one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> Sequence[Person]:
        """Everybody there ever was, in the order they came."""
        wanted = select(people).order_by(people.c.position)
        with reading(self._engine, "people") as connection:
            return [
                Person(row["person_id"], row["name"], row["role"], row["active"])
                for row in connection.execute(wanted).mappings()
            ]

    def sealed(self, pin: str) -> SealedPin:
        """A PIN as it is kept; takes a while, on any thread."""
        return SealedPin(_HASHER.hash(pin))

    def add(self, person: Person, pin: SealedPin) -> None:
        """Somebody new; a refusal is a StorageError."""
        row = {
            "person_id": person.person_id,
            "pin_hash": pin.text,
            "pin_set_at": datetime.now(UTC),
            "wrong_tries": 0,
            "tried_at_s": 0.0,
            **_said(person),
        }
        with writing(self._engine, "person") as connection:
            last = connection.scalar(select(func.max(people.c.position))) or 0
            connection.execute(insert(people), {**row, "position": last + 1})
            append_entry(connection, PERSON_ADDED, person.as_json())

    def put(self, person: Person) -> None:
        """Change somebody's name, role, or whether they work here."""
        mine = people.c.person_id == person.person_id
        with writing(self._engine, "person") as connection:
            row = connection.execute(select(people).where(mine)).mappings().one()
            old = Person(person.person_id, row["name"], row["role"], row["active"])
            connection.execute(update(people).where(mine).values(_said(person)))
            append_entry(
                connection, PERSON_CHANGED, {"old": old.as_json(), "new": person.as_json()}
            )

    def set_pin(self, person_id: str, pin: SealedPin) -> None:
        """Give somebody a new PIN; wrong tries are forgotten."""
        new = {
            "pin_hash": pin.text,
            "pin_set_at": datetime.now(UTC),
            "wrong_tries": 0,
            "tried_at_s": 0.0,
        }
        mine = people.c.person_id == person_id
        with writing(self._engine, "PIN") as connection:
            connection.execute(update(people).where(mine).values(new))
            name = connection.scalars(select(people.c.name).where(mine)).one()
            append_entry(connection, PIN_SET, {"person": person_id, "name": name})

    def matches(self, person_id: str, pin: str) -> bool:
        """Whether it is somebody's PIN; takes a while, on any thread.

        Raises:
            StorageError: what is kept of the PIN is spoilt; a new one can be set.
        """
        wanted = select(people.c.pin_hash).where(people.c.person_id == person_id)
        with reading(self._engine, "PIN") as connection:
            kept = connection.scalars(wanted).one()
        try:
            return _HASHER.verify(kept, pin)
        except VerifyMismatchError:
            return False
        except InvalidHashError as error:
            raise StorageError("this PIN cannot be read; set a new one") from error

    def tries(self, person_id: str) -> Tries:
        """How often in a row somebody's PIN was typed wrong."""
        mine = people.c.person_id == person_id
        with reading(self._engine, "PIN") as connection:
            row = connection.execute(select(people).where(mine)).mappings().one()
        return Tries(row["wrong_tries"], row["tried_at_s"])

    def put_tries(self, person_id: str, tries: Tries) -> None:
        """Remember that, over a restart too."""
        counted = {"wrong_tries": tries.wrong, "tried_at_s": tries.at_s}
        with writing(self._engine, "PIN") as connection:
            mine = people.c.person_id == person_id
            connection.execute(update(people).where(mine).values(counted))


def _said(person: Person) -> dict[str, object]:
    return {"name": person.name, "role": person.role, "active": person.active}
