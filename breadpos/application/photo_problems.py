"""What could not be taken in or given out, in a form that each window words for itself."""

from dataclasses import dataclass
from enum import Enum


class Trouble(Enum):
    """What is wrong with a file, a folder or a name."""

    UNREADABLE = "unreadable"
    NO_PICTURE = "no_picture"
    EMPTY = "empty"
    NO_MATCH = "no_match"
    NO_PRODUCT = "no_product"
    LONELY = "lonely"
    NOT_COPIED = "not_copied"


@dataclass(frozen=True, slots=True)
class PhotoProblem:
    """One thing that is wrong; all else was taken.

    Attributes:
        what: the file, the folder or the bread.
        words: one line in English, for a terminal.
    """

    trouble: Trouble
    what: str
    words: str

    def __str__(self) -> str:
        return self.words
