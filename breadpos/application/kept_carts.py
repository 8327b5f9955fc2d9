"""Unpaid carts on disk: the one on the screen, and those put aside."""

import logging
from datetime import UTC

from breadpos.application.ports import Clock, OpenCart, OpenCartRepository
from breadpos.domain.cart import Cart
from breadpos.domain.errors import StorageError

_log = logging.getLogger(__name__)


class KeptCarts:
    """Keeps carts through a crash. Each call is one write."""

    def __init__(self, repository: OpenCartRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock
        self.held_count = len(self.held())

    def keep(self, cart_id: str, cart: Cart) -> bool:
        """Put the cart on the screen on disk; False when the disk refuses, for selling goes on."""
        try:
            if cart.is_empty:
                self._repository.remove(cart_id)
            else:
                self._save(cart_id, cart, held=False)
        except StorageError as error:
            _log.warning("open cart not kept: %s", error)
            return False
        return True

    def hold(self, cart_id: str, cart: Cart) -> None:
        """Put a cart aside; a refusal is a StorageError."""
        self._save(cart_id, cart, held=True)
        self.held_count = len(self.held())

    def held(self) -> tuple[OpenCart, ...]:
        """Carts put aside, oldest first."""
        return tuple(cart for cart in self._repository.all() if cart.held)

    def find(self, cart_id: str) -> OpenCart | None:
        return next((cart for cart in self._repository.all() if cart.cart_id == cart_id), None)

    def interrupted(self, current_id: str) -> OpenCart | None:
        """The newest cart that was neither paid nor put aside when the program ended."""
        carts = [c for c in self._repository.all() if not c.held and c.cart_id != current_id]
        return carts[-1] if carts else None

    def drop(self, cart_id: str) -> None:
        """Forget a cart for good; a refusal is a StorageError."""
        self._repository.remove(cart_id)
        self.held_count = len(self.held())

    def _save(self, cart_id: str, cart: Cart, *, held: bool) -> None:
        self._repository.save(OpenCart(cart_id, self._clock.now().astimezone(UTC), cart, held))
