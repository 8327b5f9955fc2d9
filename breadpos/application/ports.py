"""What the application asks of the world; adapters answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from breadpos.application.frames import Frame
from breadpos.domain.cart import Cart
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.domain.sale import Sale


@dataclass(frozen=True, slots=True)
class OpenCart:
    """A cart nobody has paid yet, as kept on disk.

    Attributes:
        cart_id: unique.
        opened_at: aware, UTC.
        held: put aside by the cashier, not the one on the screen.
    """

    cart_id: str
    opened_at: datetime
    cart: Cart
    held: bool = False


class Clock(Protocol):
    """The time of day."""

    def now(self) -> datetime:
        """Aware, in the shop's own zone."""
        ...


class FrameSource(Protocol):
    """A camera, or what stands in for one."""

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None when there will be no more.

        Raises:
            CameraLost: the camera stopped delivering.
        """
        ...

    def close(self) -> None: ...


class Recogniser(Protocol):
    """From a frame to names."""

    def recognise(self, frame: Frame) -> Recognition:
        """What the frame shows.

        Raises:
            RecogniserMissing: nothing has been learnt yet.
            RecogniserDamaged: its files cannot be used.
        """
        ...


class ProductRepository(Protocol):
    """The price list."""

    def all(self) -> Sequence[Product]:
        """Every product on sale, in the order they were added."""
        ...

    def get(self, product_id: ProductId) -> Product:
        """One product.

        Raises:
            ProductNotFound: the shop does not have it.
        """
        ...

    def put(self, product: Product) -> None:
        """Add a product, or replace the one with its id; a refusal is a StorageError."""
        ...


class SaleRepository(Protocol):
    """The ledger."""

    def add(self, sale: Sale, cart_id: str | None = None) -> Sale:
        """Write a sale, give it the next receipt number and drop its open cart; or nothing.

        The sale is on disk when this returns.

        Raises:
            DiskFull: there is no room; nothing was written.
            StorageError: anything else; nothing was written.
        """
        ...

    def get(self, number: int) -> Sale | None:
        """The sale with a receipt number."""
        ...

    def newest(self, limit: int) -> Sequence[Sale]:
        """The latest sales, newest first."""
        ...


class OpenCartRepository(Protocol):
    """Unpaid carts, which outlive a crash."""

    def save(self, cart: OpenCart) -> None: ...

    def all(self) -> Sequence[OpenCart]:
        """Oldest first."""
        ...

    def remove(self, cart_id: str) -> None: ...
