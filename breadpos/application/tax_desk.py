"""Switching dated tax rates on and off."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from breadpos.application.desk import Desk
from breadpos.application.ports import Action, TaxRateRepository
from breadpos.domain.tax import Place, TaxClass, TaxRate, TaxTable


class TaxDesk:
    """The table of rates as the office works on it."""

    def __init__(self, rates: TaxRateRepository, desk: Desk) -> None:
        self._rates = rates
        self._desk = desk

    def rates(self) -> Sequence[tuple[TaxRate, bool]]:
        """Every row and whether it is in use, earliest first."""
        return self._rates.all()

    def switch(self, begins: date, *, active: bool) -> None:
        """Let the rates that begin on a day hold from then on, or leave them out.

        Raises:
            NoTaxRate: without them nothing could be sold today; nothing has changed.
            ApprovalNeeded: a manager must allow it first.
            StorageError: nothing has changed.
        """
        rows = self._rates.all()
        left = [rate for rate, was in rows if (active if rate.valid_from == begins else was)]
        table, today = TaxTable(tuple(left)), self._desk.now().date()
        for tax_class, place in product(TaxClass, Place):
            table.rate(tax_class, place, today)
        with self._desk.doing(Action.PRICE_CHANGE):
            for rate, _ in rows:
                if rate.valid_from == begins:
                    self._rates.put(rate, active=active)
