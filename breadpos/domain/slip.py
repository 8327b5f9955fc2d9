"""Paper of a roll's width, row by row: one layout for screen, printer, picture and PDF."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

_WORDS = re.compile(r"\S+(?: \S+)*")
TALL_SCALE = 1.5
"""A tall row's letters are so much larger than others."""


class Weight(Enum):
    """How a row is set."""

    NORMAL = "normal"
    STRONG = "strong"
    TALL = "tall"


class Side(Enum):
    """What a piece of a row is flush with."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the text fits the columns, and a rule is a row of nothing but hyphens."""

    text: str
    weight: Weight = Weight.NORMAL

    @property
    def is_rule(self) -> bool:
        return bool(self.text) and not self.text.strip("-")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a row; the column is that of their first cell."""

    text: str
    column: int
    side: Side


@dataclass(frozen=True, slots=True)
class Slip:
    """A finished paper.

    Attributes:
        columns: the roll's width in Latin letters; a Japanese one takes two.
    """

    rows: tuple[Row, ...]
    columns: int

    @property
    def text(self) -> str:
        """Row under row, as a fixed-width printer would set it."""
        return "\n".join(row.text.rstrip() for row in self.rows) + "\n"

    def under(self, mark: str) -> "Slip":
        """The same paper with a mark at its top; as it is for an empty one."""
        head = Composer(self.columns)
        head.centred(mark, strong=True)
        return Slip((*head.slip().rows, *self.rows), self.columns)


class Composer:
    """Sets rows one under the other.

    Args:
        mark: stands above and below all of it.
    """

    def __init__(self, columns: int, mark: str = "") -> None:
        self._columns, self._mark = columns, mark
        self._rows: list[Row] = []
        self.centred(mark, strong=True)

    def rule(self) -> None:
        self._rows.append(Row("-" * self._columns))

    def pair(self, left: str, right: str, *, strong: bool = False) -> None:
        """Left and right on one row, or the right one on a row of its own."""
        *above, last = wrapped(left, self._columns)
        if width_of(last) + width_of(right) >= self._columns:
            rows = [*above, last, " " * (self._columns - width_of(right)) + right]
        else:
            gap = self._columns - width_of(last) - width_of(right)
            rows = [*above, last + " " * gap + right]
        self._add(rows, strong=strong)

    def tall(self, left: str, right: str) -> None:
        """A pair in large letters, or in strong ones if there is no room."""
        if (width_of(left) + width_of(right) + 1) * TALL_SCALE > self._columns:
            self.pair(left, right, strong=True)
            return
        gap = self._columns - width_of(left) - width_of(right)
        self._rows.append(Row(left + " " * gap + right, Weight.TALL))

    def left(self, text: str, *, strong: bool = False) -> None:
        self._add(wrapped(text, self._columns), strong=strong)

    def centred(self, text: str, *, strong: bool = False) -> None:
        """Nothing for an empty text."""
        words = " ".join(text.split())
        if words:
            rows = wrapped(words, self._columns)
            self._add(
                [" " * ((self._columns - width_of(row)) // 2) + row for row in rows], strong=strong
            )

    def slip(self) -> Slip:
        self.centred(self._mark, strong=True)
        return Slip(tuple(self._rows), self._columns)

    def _add(self, rows: Iterable[str], *, strong: bool) -> None:
        weight = Weight.STRONG if strong else Weight.NORMAL
        self._rows.extend(Row(row, weight) for row in rows)


def width_of(text: str) -> int:
    """Columns a text takes on a fixed-width roll: two for each full-width character."""
    return sum(map(_columns_of, text))


@cache
def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:  # drawn on its neighbour, or not
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def wrapped(text: str, columns: int) -> list[str]:
    """A text cut into rows that fit; one row, empty, for an empty text."""
    rows, row = [], ""
    for character in text:
        if width_of(row + character) > columns:
            rows.append(row)
            row = ""
        row += character
    return [*rows, row]


def pieces(row: str, columns: int) -> list[Piece]:
    """The words of a row with the column each starts at.

    What ends at the last column stands flush with it, what lies in the middle is centred, all
    else begins at its column: so amounts stand under each other in a typeface of any width.
    """
    found: list[Piece] = []
    for match in _WORDS.finditer(row):
        start, end = width_of(row[: match.start()]), width_of(row[: match.end()])
        side = Side.LEFT
        if end == columns and start:
            side = Side.RIGHT
        elif not found and match.end() == len(row) and start and abs(columns - end - start) <= 1:
            side = Side.CENTRE
        found.append(Piece(match.group(), start, side))
    return found
