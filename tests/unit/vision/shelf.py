"""A made-up shop of embeddings: products as directions, photos scattered around them."""

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.product import ProductId
from breadpos.vision.learnt import LearntProduct
from breadpos.vision.sizes import UNKNOWN, with_sizes

WIDTH = 64
VIEWS = 4


class Shelf:
    """Draws photos of products that differ by about ten times as much as their photos do."""

    def __init__(self, products: int, *, seed: int = 0, scatter: float = 0.06) -> None:
        self._random = np.random.default_rng(seed)
        self._directions = self._random.normal(size=(products, WIDTH))
        self._light = self._random.normal(size=(3, WIDTH))
        self._scatter = scatter

    def photos(self, product: int, count: int, *, log_size: float = UNKNOWN) -> NDArray[np.float32]:
        """(count, VIEWS, WIDTH + 1): looks of length 1, then sizes that vary by 3 %.

        Light changes by photo, the rest by view.
        """
        light = self._random.normal(size=(count, 1, 3)) @ self._light
        noise = self._random.normal(size=(count, VIEWS, WIDTH)) * WIDTH**0.5 / 8
        embeddings = self._directions[product] + self._scatter * (3 * light + 4 * noise)
        lengths = np.linalg.norm(embeddings, axis=2, keepdims=True)
        sizes = np.where(log_size, log_size + self._random.normal(0, 0.03, count), UNKNOWN)
        return with_sizes(np.asarray(embeddings / lengths, np.float32), sizes.tolist())

    def items(self, product: int, count: int, *, log_size: float = UNKNOWN) -> NDArray[np.float32]:
        """(count, WIDTH + 1): as the counter sees it, one view each."""
        return self.photos(product, count, log_size=log_size)[:, 0]

    def learnt(self, products: int, photos: int) -> dict[ProductId, LearntProduct]:
        return {name(n): LearntProduct.of(self.photos(n, photos)) for n in range(products)}


def name(product: int) -> ProductId:
    return ProductId(f"bread{product}")
