"""The counter's use case: tray and cashier's edits in, cart and sale out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from uuid import uuid4

from breadpos.application.counter_view import (
    Block,
    CounterView,
    Notice,
    NoticeKind,
    Question,
    SeenItem,
)
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.ports import Clock, OpenCart, SaleRepository
from breadpos.application.price_list import PriceList
from breadpos.domain.cart import Cart
from breadpos.domain.errors import CartNotPayable, StorageError
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition, Status
from breadpos.domain.sale import Sale, SaleLine, SaleRules, cash_payment
from breadpos.domain.tax import Place
from breadpos.domain.tray import Tray, TrayItem, TrayPhase

_MOST_UNDO = 50


class Checkout:
    """One till's customer after customer.

    The cart follows the tray until the cashier starts the payment; from then on it stands still.
    A tray that leaves keeps its cart, for the bread is bagged while the customer pays. A tray
    that was paid or put on hold is closed: it is not charged again while it lies there. The next
    tray starts a new cart, and a cart not paid by then is put on hold, never dropped.

    Every cart is on disk from its first line. Not for several threads.
    """

    def __init__(
        self,
        price_list: PriceList,
        sales: SaleRepository,
        carts: KeptCarts,
        clock: Clock,
        rules: SaleRules,
    ) -> None:
        self._price_list = price_list
        self._sales = sales
        self._carts = carts
        self._clock = clock
        self._rules = rules
        self._tray = Tray()
        self._size = (0, 0)
        self._cart = Cart()
        self._cart_id = uuid4().hex
        self._cart_tray = 0
        self._closed_tray = 0
        self._paying = False
        self._notice: Notice | None = None
        self._history: list[tuple[Cart, Tray]] = []

    # What the camera says.

    def see(self, recognition: Recognition) -> None:
        """Take in what a frame showed; the cart follows unless it is being paid."""
        known = tuple(self._price_list.on_sale(found) for found in recognition.detections)
        before, self._tray = (
            self._tray,
            self._tray.seeing(replace(recognition, detections=known)),
        )
        if not recognition.moving:
            self._size = recognition.size
        if self._tray.number != before.number:
            self._follow_tray()
        elif self._tray.reading != before.reading:
            self._follow_tray(say_so=True)

    def read_again(self) -> None:
        """Take what lies there for a new tray at the next look, whatever was said of it."""
        if self._paying:
            return
        self._remember()
        self._tray = self._tray.restarted()
        self._closed_tray = 0
        self._cart = self._cart.seeing(())
        self._keep()

    # What the cashier says.

    def add(self, product_id: ProductId) -> None:
        """One more of a product, by hand."""
        self._edit(lambda cart: cart.adding(self._price_list.get(product_id)))

    def take_back(self, product_id: ProductId) -> None:
        """One less: first of those added by hand, then the seen item trusted least."""
        line = self._cart.line(product_id)
        if line is None:
            return
        if line.by_hand:
            self._edit(lambda cart: cart.adding(line.product, -1))
            return
        items = self._items_of(product_id)
        if items:
            least = min(items, key=_trust)
            self._say(lambda tray: tray.dismissing(least.item_id))

    def remove(self, product_id: ProductId) -> None:
        """Take a line out; the items behind it stay on the tray, uncharged."""
        self._remember()
        for item in self._items_of(product_id):
            self._tray = self._tray.dismissing(item.item_id)
        self._cart = self._cart.without(product_id)
        self._follow_tray()

    def change(self, product_id: ProductId, other_id: ProductId) -> None:
        """Make a line another product: what was seen, corrected; what was added, exchanged."""
        line, other = self._cart.line(product_id), self._price_list.get(other_id)
        if line is None or product_id == other_id:
            return
        self._remember()
        for item in self._items_of(product_id):
            self._tray = self._tray.naming(item.item_id, other_id)
        self._cart = self._cart.adding(line.product, -line.by_hand)
        if line.by_hand:
            self._cart = self._cart.adding(other, line.by_hand)
        self._follow_tray()

    def name_item(self, item_id: int, product_id: ProductId) -> None:
        """Say what an item on the tray is; it sticks to the item."""
        self._price_list.get(product_id)
        self._say(lambda tray: tray.naming(item_id, product_id))

    def dismiss_item(self, item_id: int) -> None:
        """Say that an item on the tray is nothing to charge."""
        self._say(lambda tray: tray.dismissing(item_id))

    def set_place(self, place: Place) -> None:
        self._edit(lambda cart: cart.placed(place))

    def undo(self) -> None:
        """Take back the cashier's last word."""
        if self._history and not self._paying:
            self._cart, said = self._history.pop()
            self._tray = self._tray.with_words_of(said)
            self._follow_tray()

    def clear(self) -> None:
        """Empty the cart and forget the tray's items; undo brings them back."""
        self._remember()
        for item in self._tray.items:
            self._tray = self._tray.dismissing(item.item_id)
        self._cart = Cart(place=self._cart.place)
        self._follow_tray()

    def dismiss_notice(self) -> None:
        self._notice = None

    def keep_removed(self) -> None:
        """Go on charging what the notice says was taken off the tray (it is in the bag)."""
        removed = self._notice.removed if self._notice else ()
        self._notice = None
        for product in removed:
            self.add(product.product_id)

    # Holding.

    def hold(self) -> None:
        """Put the cart aside and start an empty one; a refusal is a StorageError."""
        if self._cart.is_empty or self._paying:
            return
        self._hold()
        self._closed_tray = self._tray.number

    def held(self) -> tuple[OpenCart, ...]:
        """Carts put aside, oldest first."""
        return self._carts.held()

    def interrupted(self) -> OpenCart | None:
        """The cart that was on the screen when the program ended unpaid, if there was one."""
        return self._carts.interrupted(self._cart_id)

    def resume(self, cart_id: str) -> None:
        """Take a kept cart up again; the one on the screen is put aside if it has lines.

        A cart interrupted by a crash still follows its tray; one put aside has none.
        """
        kept = self._carts.find(cart_id)
        if kept is None or self._paying:
            return
        if kept.held:
            if not self._cart.is_empty:
                self._hold()
            self._closed_tray = self._tray.number
        else:
            self._carts.keep(self._cart_id, Cart())
        self._cart_id = cart_id
        self._cart = kept.cart.by_hand_only() if kept.held else kept.cart
        self._cart_tray = max(self._tray.number, 1)
        self._history.clear()
        self.reload_products()
        self._keep()
        self._carts.held_count = len(self._carts.held())

    def discard(self, cart_id: str) -> None:
        """Drop a kept cart for good; a refusal is a StorageError."""
        self._carts.drop(cart_id)

    # Paying.

    def begin_payment(self) -> None:
        """Let the cart stand still.

        Raises:
            CartNotPayable: it is empty, has a question open, or a line without a price.
        """
        block = self._block()
        if block is not None:
            raise CartNotPayable(block.value)
        self._paying = True

    def cancel_payment(self) -> None:
        """Back to the cart, which follows the tray again."""
        self._paying = False
        self._follow_tray()

    def pay(self, tendered: Money) -> Sale:
        """Sell the cart for cash; the sale is on disk when this returns.

        The cart's id is the sale's, so that a second try can never sell twice.

        Raises:
            TenderTooSmall: less was tendered than is due; the cart stays.
            CartNotPayable: as for begin_payment.
            StorageError: nothing was written; the cart stays, unpaid.
        """
        if not self._paying:
            self.begin_payment()
        lines = self._lines()
        sale = Sale(
            self._cart_id,
            self._clock.now().astimezone(UTC),
            self._cart.place,
            lines,
            self._rules.taxes(lines),
            cash_payment(self._cart.total, tendered),
        )
        stored = self._sales.add(sale, cart_id=self._cart_id)
        self._paying = False
        self._closed_tray = self._cart_tray
        self._start_cart()
        self._follow_tray()
        return stored

    # The price list.

    def products(self) -> tuple[Product, ...]:
        return self._price_list.all()

    def reload_products(self) -> None:
        """Read the price list again; open lines take today's price."""
        self._price_list.reload()
        for product in self._price_list.all():
            self._cart = self._cart.repriced(product)

    def set_price(self, product_id: ProductId, price: Money) -> None:
        """Give a product a price, from now on; a refusal is a StorageError."""
        self._price_list.set_price(product_id, price)
        self.reload_products()
        self._keep()

    # What there is to show.

    def view(self) -> CounterView:
        """The counter as it stands."""
        lines = self._lines()
        questions = self._questions()
        asked = questions[0] if questions else None
        is_there = self._tray.phase not in {TrayPhase.EMPTY, TrayPhase.GONE}
        shown = self._tray.items if is_there or questions else ()
        return CounterView(
            cart=self._cart,
            taxes=self._rules.taxes(lines),
            phase=self._tray.phase,
            size=self._size,
            items=tuple(self._seen(item, asked) for item in shown),
            question=self._question(asked) if asked else None,
            open_count=len(questions),
            block=self._block(),
            notice=self._notice,
            held_count=self._carts.held_count,
            can_undo=bool(self._history),
            paying=self._paying,
            tray_closed=is_there and self._tray_is_closed,
            reduced_product_ids=frozenset(line.product_id for line in lines if line.reduced),
        )

    # How it is done.

    @property
    def _tray_is_closed(self) -> bool:
        return self._tray.number == self._closed_tray

    def _questions(self) -> tuple[TrayItem, ...]:
        return () if self._tray_is_closed else self._tray.questions

    def _lines(self) -> tuple[SaleLine, ...]:
        return self._rules.lines(self._cart, self._clock.now().date())

    def _block(self) -> Block | None:
        if self._questions():
            return Block.QUESTIONS
        if self._cart.is_empty:
            return Block.EMPTY
        if not all(line.product.is_priced for line in self._cart.lines):
            return Block.UNPRICED
        return None

    def _items_of(self, product_id: ProductId) -> list[TrayItem]:
        if self._tray_is_closed:
            return []
        return [item for item in self._tray.items if item.product_id == product_id]

    def _follow_tray(self, *, say_so: bool = False) -> None:
        if self._paying:
            return
        if not self._tray_is_closed:
            self._take_tray(say_so=say_so)
        self._keep()

    def _take_tray(self, *, say_so: bool) -> None:
        if self._tray.number != self._cart_tray:
            self._cart_tray = self._tray.number
            self._history.clear()
            self._notice = None
            if any(line.seen for line in self._cart.lines):
                self._hold_or_merge()
        before = self._cart
        seen = [
            (self._price_list.get(item.product_id), item.is_open)
            for item in self._tray.items
            if item.product_id is not None
        ]
        self._cart = before.seeing(seen)
        if say_so:
            added, removed = self._cart.seen_since(before)
            self._notice = Notice(NoticeKind.TRAY_CHANGED, added, removed)

    def _hold(self) -> None:
        self._carts.hold(self._cart_id, self._cart)
        self._start_cart()
        self._notice = Notice(NoticeKind.CART_HELD)

    def _hold_or_merge(self) -> None:
        try:
            self._hold()
        except StorageError:
            self._cart = self._cart.by_hand_only()  # rather on the screen twice than lost once

    def _start_cart(self) -> None:
        self._cart = Cart()
        self._cart_id = uuid4().hex
        self._history.clear()
        self._notice = None

    def _edit(self, change: Callable[[Cart], Cart]) -> None:
        if self._paying:
            return
        self._remember()
        self._cart = change(self._cart)
        self._keep()

    def _say(self, change: Callable[[Tray], Tray]) -> None:
        if self._paying:
            return
        self._remember()
        self._tray = change(self._tray)
        self._follow_tray()

    def _remember(self) -> None:
        self._history.append((self._cart, self._tray))
        del self._history[:-_MOST_UNDO]

    def _keep(self) -> None:
        if not self._carts.keep(self._cart_id, self._cart):
            self._notice = Notice(NoticeKind.CART_NOT_KEPT)

    def _seen(self, item: TrayItem, asked: TrayItem | None) -> SeenItem:
        product_id = item.product_id
        return SeenItem(
            item_id=item.item_id,
            box=item.detection.box,
            outline=item.detection.outline,
            status=item.status,
            product=self._price_list.get(product_id) if product_id else None,
            dismissed=item.dismissed,
            asked=item is asked,
        )

    def _question(self, item: TrayItem) -> Question:
        candidates = (self._price_list.get(c.product_id) for c in item.detection.candidates)
        return Question(item.item_id, item.status, tuple(candidates))


def _trust(item: TrayItem) -> tuple[bool, float]:
    confidence = item.detection.candidates[0].confidence if item.detection.candidates else 0.0
    return item.status is Status.SURE, confidence
