"""Receipts handed out after the sale, again or made out to somebody, and reports of the day."""

from collections.abc import Callable
from typing import Protocol

from breadpos.application.desk import Desk
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.formal_receipt import Addressee, formal_slip
from breadpos.domain.receipt import Letterhead, receipt_slip
from breadpos.domain.report_slip import x_slip, z_slip
from breadpos.domain.sale import Sale
from breadpos.domain.slip import Slip

RECEIPT, FORMAL = "receipt", "formal"
"""Forms of a receipt, as the journal calls them."""


class PaperOutput(Protocol):
    """Where finished papers go."""

    def put(self, slip: Slip, name: str) -> str:
        """Keep or print a paper under a name; returns where it is kept, or nothing.

        A refusal is a StorageError.
        """
        ...


class Papers:
    """Makes papers out; the journal knows of each.

    Args:
        head: what is the same on every paper now.
    """

    def __init__(self, desk: Desk, output: PaperOutput, head: Callable[[], Letterhead]) -> None:
        self._desk = desk
        self._output = output
        self._head = head
        self._given: set[int] = set()

    def receipt(self, sale: Sale) -> str:
        """The receipt as it is first handed out; asked for again, a reprint."""
        if sale.number in self._given:
            return self.reprint(sale)
        where = self._output.put(receipt_slip(sale, self._head()), f"{sale.number:06d}")
        self._given.add(sale.number)
        return where

    def reprint(self, sale: Sale) -> str:
        """The receipt once more, marked so; a refusal is a StorageError."""
        again = self._desk.note_receipt(sale.number, RECEIPT) + 1
        slip = receipt_slip(sale, self._head(), reissued=True)
        return self._output.put(slip, f"{sale.number:06d}-{again}")

    def formal(self, sale: Sale, to: Addressee) -> str:
        """The 領収書, marked as made out again from the second on; a refusal is a StorageError."""
        before = self._desk.note_receipt(sale.number, FORMAL)
        slip = formal_slip(sale, self._head(), to, reissued=before > 0)
        return self._output.put(slip, f"{sale.number:06d}-formal-{before + 1}")

    def x_report(self, figures: DayFigures) -> str:
        """The day as it stands; a refusal is a StorageError."""
        return self._output.put(
            x_slip(figures, self._head()), f"x-{figures.day:%Y%m%d}-{figures.last_number:06d}"
        )

    def z_report(self, report: ZReport) -> str:
        """A closed day; a refusal is a StorageError."""
        return self._output.put(z_slip(report, self._head()), f"z-{report.number:04d}")
