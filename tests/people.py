"""The people of a shop in memory."""

from collections.abc import Sequence

from breadpos.domain.person import Person, Role
from breadpos.domain.pin import SealedPin, Tries

OWNER = Person("o", "小林", Role.OWNER)
MANAGER = Person("m", "田中", Role.MANAGER)
CASHIER = Person("c", "佐藤", Role.CASHIER)
PINS = {OWNER: "90214", MANAGER: "4821", CASHIER: "2580"}


class Running:
    """How long the computer has been running, in seconds; stands still until it is told."""

    def __init__(self, at_s: float = 40_000.0) -> None:
        self.at_s = at_s

    def __call__(self) -> float:
        return self.at_s

    def go_on(self, seconds: float) -> None:
        self.at_s += seconds


class MemoryStaff:
    """A StaffRepository; the PINs are there to be read."""

    def __init__(self, pins: dict[Person, str] | None = None) -> None:
        self.everybody: dict[str, Person] = {}
        self.pins: dict[str, str] = {}
        self.wrong: dict[str, Tries] = {}
        for person, pin in (pins or {}).items():
            self.add(person, self.sealed(pin))

    def all(self) -> Sequence[Person]:
        return list(self.everybody.values())

    def sealed(self, pin: str) -> SealedPin:
        return SealedPin(pin)

    def add(self, person: Person, pin: SealedPin) -> None:
        self.everybody[person.person_id] = person
        self.set_pin(person.person_id, pin)

    def put(self, person: Person) -> None:
        self.everybody[person.person_id] = person

    def set_pin(self, person_id: str, pin: SealedPin) -> None:
        self.pins[person_id] = pin.text
        self.wrong[person_id] = Tries()

    def matches(self, person_id: str, pin: str) -> bool:
        return self.pins[person_id] == pin

    def tries(self, person_id: str) -> Tries:
        return self.wrong[person_id]

    def put_tries(self, person_id: str, tries: Tries) -> None:
        self.wrong[person_id] = tries
