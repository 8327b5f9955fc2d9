"""Carts put aside, and how the cart on the screen changes places with them."""

from breadpos.application.counter_tray import CounterTray
from breadpos.application.counter_view import Notice, NoticeKind
from breadpos.application.current_cart import CurrentCart
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.notices import Notices
from breadpos.application.ports import OpenCart
from breadpos.domain.errors import StorageError


class CartsAside:
    """A shelf for customers who come back: nothing on it is lost, and nothing charged twice."""

    def __init__(
        self, current: CurrentCart, there: CounterTray, carts: KeptCarts, notices: Notices
    ) -> None:
        self._current = current
        self._there = there
        self._carts = carts
        self._notices = notices

    def hold(self) -> None:
        """Put the cart aside and start an empty one; a refusal is a StorageError."""
        current = self._current
        if current.cart.is_empty or current.still:
            return
        self._carts.hold(current.cart_id, current.cart)
        self._there.close(held=True)
        current.start()
        self._notices.say(Notice(NoticeKind.CART_HELD))

    def held(self) -> tuple[OpenCart, ...]:
        """Carts put aside, oldest first."""
        return self._carts.held(self._current.cart_id)

    def interrupted(self) -> OpenCart | None:
        """The cart that was on the screen when the program ended unpaid, if there was one."""
        return self._carts.interrupted(self._current.cart_id)

    def resume(self, cart_id: str) -> None:
        """Take a kept cart up again; what else is on the screen is put aside.

        A cart put aside has no tray any more. One interrupted by a crash follows its tray if that
        has lain there all the time, whether it has been read yet or not.

        Raises:
            StorageError: nothing has changed.
        """
        kept, current = self._carts.find(cart_id), self._current
        if kept is None or current.still or cart_id == current.cart_id:
            return
        has_tray = not kept.held and self._there.is_from_start_with(kept.cart.seen)
        rest = current.cart.seeing(()) if has_tray else current.cart
        rest_id = current.cart_id
        self._carts.leave(current.cart_id, rest)
        if not has_tray:
            # what has no name went aside with the rest; alone it is nobody's yet
            self._there.close({} if rest.is_empty else None)
        current.take_up(kept, has_tray=has_tray)
        if not rest.is_empty:
            self._notices.say(Notice(NoticeKind.CART_HELD, cart_id=rest_id))
        current.follow_tray()
        self._carts.count(cart_id)

    def join_held(self) -> None:
        """Take in the cart the notice says was put aside, for it is the same customer's.

        Raises:
            StorageError: nothing has changed.
        """
        current = self._current
        kept = self._carts.find(self._notices.get(NoticeKind.CART_HELD).cart_id)
        if kept is None or current.still:
            return
        before = current.cart
        current.join(kept.cart)
        try:
            self._carts.drop(kept.cart_id)
        except StorageError:
            current.cart = before
            current.keep()
            raise
        self._notices.drop(NoticeKind.CART_HELD)
        self._carts.count(current.cart_id)

    def discard(self, cart_id: str) -> None:
        """Drop a kept cart for good; a refusal is a StorageError."""
        self._carts.drop(cart_id)
        self._notices.drop(NoticeKind.CART_HELD)  # it offers what may be gone
        self._carts.count(self._current.cart_id)
