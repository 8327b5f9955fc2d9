"""The shop's products, held ready for every frame."""

from dataclasses import replace

from breadpos.application.ports import ProductRepository
from breadpos.domain.errors import ProductNotFound
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Detection, Status


class PriceList:
    """What the repository holds, as of the last reload."""

    def __init__(self, repository: ProductRepository) -> None:
        self._repository = repository
        self._products: dict[ProductId, Product] = {}
        self._ever: dict[ProductId, Product] = {}
        self.reload()

    def reload(self) -> None:
        """Read it again; a refusal is a StorageError, and the list stays as it was."""
        self._products = {product.product_id: product for product in self._repository.all()}
        self._ever |= self._products

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
        candidates = tuple(c for c in found.candidates if c.product_id in self._products)
        if candidates == found.candidates:
            return found
        if found.best is None or not candidates:
            return replace(found, status=Status.UNKNOWN, candidates=candidates)
        best_is_kept = candidates[0] == found.candidates[0]
        status = found.status if best_is_kept else Status.UNSURE
        return replace(found, status=status, candidates=candidates)
