"""The shop's products, held ready for every frame."""

from dataclasses import replace
from datetime import date

from breadpos.application.ports import Clock, ProductRepository
from breadpos.domain.errors import ProductNotFound
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Detection, Status


class PriceList:
    """What the repository holds, as of the last reload, at the prices of today."""

    def __init__(self, repository: ProductRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock
        self._written: tuple[Product, ...] = ()
        self._day: date | None = None
        self._current: dict[ProductId, Product] = {}
        self._ever: dict[ProductId, Product] = {}
        self.reload()

    def reload(self) -> None:
        """Read it again; a refusal is a StorageError, and the list stays as it was."""
        self._written, self._day = tuple(self._repository.all()), None
        self._be_of_today()

    def _be_of_today(self) -> None:
        today = self._clock.now().date()
        if today != self._day:
            self._day = today
            self._current = {each.product_id: each.on(today) for each in self._written}
            self._ever |= self._current

    @property
    def _products(self) -> dict[ProductId, Product]:
        """By id; at midnight a planned price begins to hold."""
        self._be_of_today()
        return self._current

    def all(self) -> tuple[Product, ...]:
        return tuple(self._products.values())

    def get(self, product_id: ProductId) -> Product:
        """A product on sale; ProductNotFound if it is not."""
        if not self.is_on_sale(product_id):
            raise ProductNotFound(product_id)
        return self._products[product_id]

    def known(self, product_id: ProductId) -> Product:
        """A product on sale now or earlier today, for a customer has it on the tray already."""
        return self._ever[product_id]

    def is_on_sale(self, product_id: ProductId) -> bool:
        return product_id in self._products

    def set_price(self, product_id: ProductId, price: Money) -> None:
        """Give a product a price from now on; a refusal is a StorageError."""
        self._repository.put(replace(self.get(product_id), price=price))
        self.reload()

    def on_sale(self, found: Detection) -> Detection:
        """A detection without the candidates the shop does not sell; less is then sure."""
        on_sale = self._products
        candidates = tuple(c for c in found.candidates if c.product_id in on_sale)
        if candidates == found.candidates:
            return found
        if found.best is None or not candidates:
            return replace(found, status=Status.UNKNOWN, candidates=candidates)
        best_is_kept = candidates[0] == found.candidates[0]
        status = found.status if best_is_kept else Status.UNSURE
        return replace(found, status=status, candidates=candidates)
