"""What the office asks of the ledger: reports, and files made of them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from breadpos.domain.accounting import Program
from breadpos.domain.baking import Baking
from breadpos.domain.glance import DayGlance
from breadpos.domain.product import Product
from breadpos.domain.report import Axis, Readings, Report, Span
from breadpos.domain.sheet import Sheet
from breadpos.domain.waste import WasteCount, WasteLine


class Books(Protocol):
    """The shop's books; each call may take a second, so it is made away from the window."""

    def today(self) -> date:
        """The business day; at once."""
        ...

    def report(self, span: Span, axis: Axis) -> Report:
        """What some days brought in; a refusal is a StorageError."""
        ...

    def readings(self, span: Span) -> Readings:
        """How recognition did on some days; a refusal is a StorageError."""
        ...

    def glance(self) -> DayGlance:
        """Today on one page; a refusal is a StorageError."""
        ...

    def baking(self) -> Baking:
        """What to bake for tomorrow; a refusal is a StorageError."""
        ...

    def products(self) -> Sequence[Product]:
        """What is on sale; a refusal is a StorageError."""
        ...

    def count_waste(self, lines: Sequence[WasteLine]) -> WasteCount:
        """File what is left today, in place of an earlier count; a refusal is a StorageError."""
        ...

    def write_table(self, path: Path, sheet: Sheet) -> None:
        """Write a table, as Excel if the file is called .xlsx; FileNotWritten if it cannot be."""
        ...

    def write_accounts(self, path: Path, program: Program, span: Span) -> int:
        """Write journal lines, and answer how many; FileNotWritten if it cannot be."""
        ...

    def write_file(self, path: Path, content: bytes) -> None:
        """Write a picture or paper; FileNotWritten if it cannot be."""
        ...
