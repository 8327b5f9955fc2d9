"""Where the words of a slip stand, in units that any paper can take."""

from collections.abc import Iterator
from dataclasses import dataclass

from breadpos.domain.slip import TALL_SCALE, Side, Slip, Weight, pieces

ROW = 2.4
"""Height of a row, in columns."""

LETTER = 1.85
"""Size of a letter, in columns: a Japanese one takes two."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Words at a place; all lengths are in columns, from the paper's upper left.

    Attributes:
        x: of the edge or middle they are flush with.
        middle: of the row.
        size: of the letters.
    """

    text: str
    x: float
    middle: float
    size: float
    side: Side
    is_strong: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from edge to edge."""

    middle: float


def placed(slip: Slip) -> Iterator[Placed | Rule]:
    """Everything on a slip, row by row."""
    top = 0.0
    for row in slip.rows:
        is_tall = row.weight is Weight.TALL
        height = ROW * TALL_SCALE if is_tall else ROW
        middle = top + height / 2
        top += height
        if row.is_rule:
            yield Rule(middle)
            continue
        size = LETTER * TALL_SCALE if is_tall else LETTER
        for piece in pieces(row.text, slip.columns):
            x = {
                Side.LEFT: float(piece.column),
                Side.CENTRE: slip.columns / 2,
                Side.RIGHT: float(slip.columns),
            }[piece.side]
            strong = row.weight is not Weight.NORMAL
            yield Placed(piece.text, x, middle, size, piece.side, strong)


def height_of(slip: Slip) -> float:
    """In columns."""
    return sum(ROW * (TALL_SCALE if row.weight is Weight.TALL else 1) for row in slip.rows)
