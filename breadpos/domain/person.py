"""Who works in the shop, and what each may do."""

from dataclasses import dataclass
from enum import Enum

from breadpos.domain.errors import PersonInvalid

LONGEST_NAME = 30


class Role(Enum):
    """What somebody may do; each may all that those before it may."""

    CASHIER = "cashier"
    MANAGER = "manager"
    OWNER = "owner"

    def covers(self, other: "Role") -> bool:
        """Whether it may all that another may."""
        ranks = tuple(Role)
        return ranks.index(self) >= ranks.index(other)


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff; whoever leaves is retired, for old receipts still name them.

    Attributes:
        person_id: unique.
        name: as receipts print it, with single spaces.
        active: still works here.
    """

    person_id: str
    name: str
    role: Role
    active: bool = True

    def __post_init__(self) -> None:
        if self.name != " ".join(self.name.split()) or not 0 < len(self.name) <= LONGEST_NAME:
            raise PersonInvalid(self.name, LONGEST_NAME)

    def may(self, role: Role) -> bool:
        """Whether they work here and may what a role may."""
        return self.active and self.role.covers(role)

    def as_json(self) -> dict[str, object]:
        """As the journal and the commands tell of them."""
        return {
            "person": self.person_id,
            "name": self.name,
            "role": self.role.value,
            "active": self.active,
        }
