"""A tray that comes while another customer pays, and goes again before the payment ends."""

from uuid import uuid4

from breadpos.application.counter_tray import CounterTray
from breadpos.application.counter_view import Notice, NoticeKind
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.notices import Notices
from breadpos.domain.cart import Cart
from breadpos.domain.tray import TrayPhase


class Visitor:
    """Puts aside what such a tray held, so that it can still be charged.

    A tray that stays until the payment has ended is simply the next customer's. One that holds
    just what is being paid is taken for the paying customer's own, lifted and put down again.
    """

    def __init__(self, there: CounterTray, carts: KeptCarts, notices: Notices) -> None:
        self._there = there
        self._carts = carts
        self._notices = notices
        self._number = 0
        self._cart = Cart()
        self._is_kept = False

    def look(self, paid: Cart, paid_number: int) -> None:
        """Take in what lies there while a cart is paid, whose tray had a number."""
        there = self._there
        number = there.tray.number if there.is_there and not there.is_closed else paid_number
        if number != self._number:
            self._put_aside(paid)
            self._number = number
        if number != paid_number and there.tray.phase is TrayPhase.SETTLED:
            self._cart = Cart().seeing(there.seen, there.pieces[None])

    def end(self) -> None:
        """The payment has ended; what lies there now is the next customer's."""
        if self._is_kept:
            self._notices.say(Notice(NoticeKind.CART_HELD))
        self._cart, self._is_kept = Cart(), False

    def _put_aside(self, paid: Cart) -> None:
        if not self._cart.is_empty and self._cart.seen != paid.seen:
            self._carts.put_aside(uuid4().hex, self._cart)
            self._is_kept = True
        self._cart = Cart()
