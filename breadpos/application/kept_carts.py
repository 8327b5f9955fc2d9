"""Unpaid carts on disk: the one on the screen, and those put aside."""

import logging
from datetime import UTC

from breadpos.application.ports import Clock, OpenCart, OpenCartRepository
from breadpos.domain.cart import Cart
from breadpos.domain.errors import StorageError

_log = logging.getLogger(__name__)


class KeptCarts:
    """Keeps carts through a crash, and in memory those that the disk refuses for now."""

    def __init__(self, repository: OpenCartRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock
        self._unwritten: dict[str, OpenCart] = {}
        self.held_count = len(self.held())

    def keep(self, cart_id: str, cart: Cart) -> bool:
        """Put the cart on the screen on disk; False when the disk refuses, for selling goes on."""
        self._unwritten.pop(cart_id, None)
        try:
            if cart.is_empty:
                self._repository.remove(cart_id)
            else:
                self._repository.save(self._opened(cart_id, cart, held=False))
            self._write_late()
        except StorageError as error:
            _log.warning("open cart not kept: %s", error)
            return False
        return True

    def hold(self, cart_id: str, cart: Cart) -> None:
        """Put a cart aside; a refusal is a StorageError."""
        self._repository.save(self._opened(cart_id, cart, held=True))
        self.held_count += 1

    def leave(self, cart_id: str, cart: Cart) -> None:
        """Put a cart aside if it has lines, forget it if not; a refusal is a StorageError."""
        if cart.is_empty:
            self.drop(cart_id)
        else:
            self.hold(cart_id, cart)

    def put_aside(self, cart_id: str, cart: Cart) -> None:
        """Put a cart aside whatever the disk says; memory has it until the disk takes it."""
        try:
            self.hold(cart_id, cart)
        except StorageError as error:
            _log.warning("held cart not kept: %s", error)
            self._unwritten[cart_id] = self._opened(cart_id, cart, held=True)
            self.held_count += 1

    def held(self, current_id: str = "") -> tuple[OpenCart, ...]:
        """Carts put aside, oldest first, other than the one on the screen."""
        return tuple(cart for cart in self._all() if cart.held and cart.cart_id != current_id)

    def find(self, cart_id: str) -> OpenCart | None:
        return next((cart for cart in self._all() if cart.cart_id == cart_id), None)

    def interrupted(self, current_id: str) -> OpenCart | None:
        """The newest cart that was neither paid nor put aside when the program ended."""
        carts = [cart for cart in self._all() if not cart.held and cart.cart_id != current_id]
        return carts[-1] if carts else None

    def drop(self, cart_id: str) -> None:
        """Forget a cart for good; a refusal is a StorageError."""
        self._repository.remove(cart_id)
        self._unwritten.pop(cart_id, None)

    def count(self, current_id: str) -> None:
        """Count again the carts put aside, other than the one on the screen."""
        self.held_count = len(self.held(current_id))

    def _all(self) -> list[OpenCart]:
        late = self._unwritten
        return [c for c in self._repository.all() if c.cart_id not in late] + list(late.values())

    def _write_late(self) -> None:
        for cart_id, cart in list(self._unwritten.items()):
            self._repository.save(cart)
            del self._unwritten[cart_id]

    def _opened(self, cart_id: str, cart: Cart, *, held: bool) -> OpenCart:
        return OpenCart(cart_id, self._clock.now().astimezone(UTC), cart, held)
