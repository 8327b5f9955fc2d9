"""The cart on the screen: how it follows the tray, and the cashier's words that can be undone."""

from collections import Counter
from collections.abc import Callable
from functools import reduce
from uuid import uuid4

from breadpos.application.counter_tray import CounterTray
from breadpos.application.counter_view import Notice, NoticeKind
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.notices import Notices
from breadpos.application.ports import OpenCart
from breadpos.application.price_list import PriceList
from breadpos.domain.cart import Cart
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import Place
from breadpos.domain.tray import Tray

_MOST_UNDO = 50
_OF_THE_TRAY = (
    NoticeKind.TRAY_CHANGED,
    NoticeKind.NOT_CHARGED,
    NoticeKind.CLOSED_TRAY_MOVED,
)


class CurrentCart:
    """One customer's cart after another's.

    Attributes:
        still: it is being paid, so neither tray nor cashier changes it.
        is_photographed: what lies there was photographed, and no customer has brought it.
        is_nobodys: it is of such bread alone, and nobody has done anything with it; the next tray
            takes its place.
    """

    def __init__(
        self, price_list: PriceList, there: CounterTray, carts: KeptCarts, notices: Notices
    ) -> None:
        self._price_list = price_list
        self._there = there
        self._carts = carts
        self._notices = notices
        self._tray_number = 0
        self.still = self.is_photographed = False
        self.start()

    @property
    def can_undo(self) -> bool:
        return bool(self._history) and not self.still

    @property
    def tray_number(self) -> int:
        """Of the tray it has followed last."""
        return self._tray_number

    @property
    def is_of_tray(self) -> bool:
        """Whether it has followed what lies there now."""
        return self._tray_number == self._there.tray.number

    def start(self) -> None:
        """The next customer's, empty."""
        self.cart = Cart()
        self.cart_id = uuid4().hex
        self.is_nobodys = False
        self._has_had_tray = False
        self._awaited: Counter[ProductId] = Counter()
        self._history: list[tuple[Cart, Tray]] = []
        self._notices.drop(*(kind for kind in NoticeKind if kind is not NoticeKind.CART_NOT_KEPT))

    def take_up(self, kept: OpenCart, *, has_tray: bool) -> None:
        """Go on with a kept cart; has_tray says that what lies there is its tray."""
        self.start()
        self.cart_id = kept.cart_id
        self.cart = self._priced(kept.cart if has_tray else kept.cart.by_hand_only())
        self._has_had_tray = True
        self._tray_number = self._there.tray.number
        if not has_tray:
            self._awaited = Counter() if kept.held else kept.cart.seen
            if kept.cart.has_questions:
                self._notices.say(Notice(NoticeKind.QUESTIONS_LEFT))

    def follow_tray(self, *, say_so: bool = False) -> None:
        """Take in what lies there now, and keep the cart; say_so tells of a change by itself."""
        if self.still:
            return
        if self._there.is_closed:
            self._tell_what_is_not_charged()
        else:
            is_new = not self.is_of_tray
            if is_new:
                self._meet_new_tray()
            before = self.cart
            self.cart = before.seeing(self._there.seen, self._there.pieces[None])
            if say_so and not is_new:
                self._notices.tray_changed(*self.cart.seen_since(before))
        self.keep()

    def reread_tray(self) -> None:
        """Take what lies there for a new tray, the same customer's if it was open."""
        was_open = not self._there.is_closed
        self._there.tray = self._there.tray.restarted()
        self._history.clear()
        self._notices.drop(*_OF_THE_TRAY)
        if was_open:
            self._tray_number = self._there.tray.number
        self.follow_tray()

    def edit(
        self,
        cart: Callable[[Cart], Cart] | None = None,
        tray: Callable[[Tray], Tray] | None = None,
    ) -> None:
        """A word of the cashier's on the cart, the tray, or both; undo takes it back."""
        if self.still:
            return
        before = (self.cart, self._there.tray)
        after = (cart(before[0]) if cart else before[0], tray(before[1]) if tray else before[1])
        if after != before:
            self.is_nobodys = False
            self._history.append(before)
            del self._history[:-_MOST_UNDO]
            self.cart, self._there.tray = after
            self.follow_tray()

    def place(self, place: Place) -> None:
        """Eat all of it here, or take it away: what a customer may still say at the money."""
        if not self.still:
            self.edit(lambda cart: cart.placed(place))
        elif (placed := self.cart.placed(place)) != self.cart:
            self._history.append((self.cart, self._there.tray))
            self.cart = placed
            self.keep()

    def add_for_tray(self, products: tuple[Product, ...]) -> None:
        """Add by hand what lay on the tray, so that the cart is that tray's customer's."""
        self.edit(lambda cart: reduce(Cart.adding, products, cart))
        self._has_had_tray = True

    def join(self, aside: Cart) -> None:
        """Take in what the same customer had on an earlier tray; nothing before is undone."""
        self._history.clear()
        self.is_nobodys = False
        self.cart = self._priced(self.cart.joined(aside))
        if aside.has_questions:
            self._notices.say(Notice(NoticeKind.QUESTIONS_LEFT))
        self.keep()

    def undo(self) -> None:
        if self.can_undo:
            cart, said = self._history.pop()
            self.cart = self._priced(cart)
            self._there.tray = self._there.tray.with_words_of(said)
            self.follow_tray()

    def reprice(self) -> None:
        """Take today's prices, unless it is being paid."""
        if not self.still:
            self.cart = self._priced(self.cart)

    def keep(self) -> None:
        """Put it on disk; selling goes on if the disk refuses."""
        if self._carts.keep(self.cart_id, self.cart):
            self._notices.drop(NoticeKind.CART_NOT_KEPT)
        else:
            self._notices.say(Notice(NoticeKind.CART_NOT_KEPT))

    def _meet_new_tray(self) -> None:
        self._tray_number = self._there.tray.number
        self._history.clear()
        self._notices.drop(*_OF_THE_TRAY, NoticeKind.CART_HELD)
        if self._there.is_from_start_with(self._awaited):
            self.cart = self.cart.laid_down(self._awaited)
            self._notices.drop(NoticeKind.QUESTIONS_LEFT)
        elif self._has_had_tray:
            self._make_room()
        self._awaited = Counter()
        self._has_had_tray = True
        self.is_nobodys = self.is_photographed and self.cart.is_empty

    def _make_room(self) -> None:
        aside, cart_id, is_nobodys = self.cart, self.cart_id, self.is_nobodys
        self.start()
        if is_nobodys:
            self._carts.keep(cart_id, self.cart)
        elif not aside.is_empty:
            self._carts.put_aside(cart_id, aside)
            self._notices.say(Notice(NoticeKind.CART_HELD, cart_id=cart_id))

    def _tell_what_is_not_charged(self) -> None:
        added = self._there.added_since_closed
        if added is None:
            self._notices.drop(NoticeKind.NOT_CHARGED)
        else:
            self._notices.say(Notice(NoticeKind.NOT_CHARGED, tuple(added)))
        if self._there.is_rearranged:
            self._notices.say(Notice(NoticeKind.CLOSED_TRAY_MOVED))

    def _priced(self, cart: Cart) -> Cart:
        return cart.repriced(self._price_list.all())
