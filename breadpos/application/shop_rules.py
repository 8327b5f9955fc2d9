"""How the shop charges, as the database and the settings say now."""

from dataclasses import replace

from breadpos.application.ports import SetPriceRepository, TaxRateRepository
from breadpos.domain.charging import SaleRules
from breadpos.domain.tax import JAPAN, TaxTable


class ShopRules:
    """The rules in use; `reload` takes in rates and set prices that have changed.

    Args:
        base: what the settings say; its table and sets are used where there is no repository.
    """

    def __init__(
        self,
        base: SaleRules | None = None,
        rates: TaxRateRepository | None = None,
        sets: SetPriceRepository | None = None,
    ) -> None:
        self._base = base or SaleRules(JAPAN)
        self._rates = rates
        self._sets = sets
        self.current = self._base
        self.reload()

    def reload(self) -> None:
        """Read them again; a refusal is a StorageError, and the rules stay as they were."""
        rules = self._base
        if self._rates is not None:
            active = tuple(rate for rate, is_on in self._rates.all() if is_on)
            rules = replace(rules, table=TaxTable(active))
        if self._sets is not None:
            rules = replace(rules, sets=tuple(self._sets.all()))
        self.current = rules

    def change(self, base: SaleRules) -> None:
        """Take other settings; rates and sets are read again."""
        self._base = base
        self.reload()
