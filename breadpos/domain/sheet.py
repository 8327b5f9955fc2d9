"""A table of texts, as spreadsheets exchange it."""

from collections.abc import Sequence
from dataclasses import dataclass

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names and rows; a short row ends in empty cells.

    Attributes:
        rows: each with its line in the file, counted from 1.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def sheet_of(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Sheet:
    """A table made here, numbered as it will stand in its file."""
    return Sheet(header, tuple(enumerate(rows, start=2)))


def harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula; a plain number stays as it is.

    Source: OWASP, CSV injection: a leading = + - @, tab or return begins a formula.
    """
    if not cell.startswith(_FORMULA) or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").replace(",", "").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
