"""The counter's use case: tray and cashier's edits in, cart out."""

from collections.abc import Sequence

from breadpos.application.carts_aside import CartsAside
from breadpos.application.counter_tray import CounterTray
from breadpos.application.counter_view import CounterView, NoticeKind
from breadpos.application.current_cart import CurrentCart
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.notices import Notices
from breadpos.application.payment import Payment
from breadpos.application.ports import Action
from breadpos.application.price_list import PriceList
from breadpos.application.seller import Seller
from breadpos.application.view_composer import ViewComposer
from breadpos.application.visitor import Visitor
from breadpos.application.witness import NoWitness, Witness
from breadpos.domain.cart import Cart
from breadpos.domain.discount import Discount
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.domain.tax import Place
from breadpos.domain.tray import Tray, TrayItem


class Checkout:
    """One till's customer after customer.

    The cart follows the tray until the cashier starts the payment; from then on it stands still.
    A tray that leaves keeps its cart, for the bread is bagged while the customer pays. A tray
    that was paid or put on hold is closed: it is not charged again while it lies there, and what
    is laid on it later is reported. The next tray starts a new cart, and a cart not paid by then
    is put on hold, never dropped; only one entered by hand before any tray came takes the tray.

    Every cart is on disk from its first line. Not for several threads.

    Attributes:
        aside: carts on hold.
        payment: of the cart on the screen.
    """

    def __init__(
        self,
        price_list: PriceList,
        seller: Seller,
        carts: KeptCarts,
        witness: Witness | None = None,
    ) -> None:
        self._price_list = price_list
        self._seller = seller
        self._carts = carts
        self._there = CounterTray(price_list)
        self._notices = Notices()
        self._current = CurrentCart(price_list, self._there, carts, self._notices)
        self._composer = ViewComposer(
            price_list, self._there, self._current, self._notices, seller.rules
        )
        self._visitor = Visitor(self._there, carts, self._notices)
        self.aside = CartsAside(self._current, self._there, carts, self._notices)
        self.payment = Payment(
            self._current,
            self._there,
            self._composer,
            self._visitor,
            seller,
            witness or NoWitness(),
        )

    # What the camera says.

    def see(self, recognition: Recognition) -> None:
        """Take in what a frame showed; the cart follows unless it is being paid."""
        before = self._there.tray
        self._there.look(recognition)
        if not recognition.moving and not recognition.detections:
            self._current.is_photographed = False
        now = self._there.tray
        if self._current.still:
            self._visitor.look(self._current.cart, self._current.tray_number)
        elif _state(now) != _state(before):
            self._current.follow_tray(say_so=True)

    def read_again(self) -> None:
        """Take what lies there for a new tray, whatever was said of it, paid or not."""
        if not self._current.still and self._there.is_there:
            self._current.reread_tray()

    def note_photographed(self) -> None:
        """What lies there now was photographed: sold if somebody wishes, but put on hold never."""
        self._current.is_photographed = True

    # What the cashier says.

    def add(self, product_id: ProductId) -> None:
        """One more of a product, by hand."""
        product = self._price_list.get(product_id)
        self._current.edit(lambda cart: cart.adding(product))

    def take_back(self, product_id: ProductId) -> None:
        """One less: first of those added by hand, then the seen item trusted least."""
        line = self._current.cart.line(product_id)
        least = self._there.least_trusted_of(product_id)
        if line is not None and line.by_hand:
            self._current.edit(lambda cart: cart.adding(line.product, -1))
        elif least is not None:
            self.dismiss_item(least.item_id)

    def remove(self, product_id: ProductId) -> None:
        """Take a line out; the items behind it stay on the tray, uncharged."""
        items = [item.item_id for item in self._there.items_of(product_id)]
        self._current.edit(
            lambda cart: cart.without(product_id), lambda tray: _dismissed(tray, items)
        )

    def change(self, product_id: ProductId, other_id: ProductId) -> None:
        """Make a line another product: what was seen, corrected; what was added, exchanged."""
        line, other = self._current.cart.line(product_id), self._price_list.get(other_id)
        if line is None or product_id == other_id:
            return
        items = [item.item_id for item in self._there.items_of(product_id)]
        self._current.edit(
            lambda cart: cart.adding(line.product, -line.by_hand).adding(other, line.by_hand),
            lambda tray: _named(tray, items, other_id),
        )

    def name_item(self, item_id: int, product_id: ProductId) -> None:
        """Say what an item on the tray is; it sticks to the item."""
        self.name_items([item_id], product_id)

    def name_items(self, item_ids: Sequence[int], product_id: ProductId) -> None:
        """Say that several items on the tray are the same."""
        product_id = self._price_list.get(product_id).product_id
        self._current.edit(tray=lambda tray: _named(tray, item_ids, product_id))

    def dismiss_item(self, item_id: int) -> None:
        """Say that an item on the tray is nothing to charge."""
        self.dismiss_items([item_id])

    def dismiss_items(self, item_ids: Sequence[int]) -> None:
        """Say that items on the tray are nothing to charge."""
        self._current.edit(tray=lambda tray: _dismissed(tray, item_ids))

    def set_place(self, place: Place) -> None:
        """Eat the whole cart here, or take all of it away; while it is being paid too."""
        self._current.place(place)

    def move_piece(self, product_id: ProductId) -> None:
        """Let one more piece of a line go to the other place than the cart; after all, none."""
        line = self._current.cart.line(product_id)
        if line is not None:
            pieces = (line.away + 1) % (line.count + 1)
            self._current.edit(lambda cart: cart.with_elsewhere(product_id, pieces))

    def discount(self, discount: Discount | None, product_id: ProductId | None = None) -> None:
        """Take something off a line or the whole cart; None takes the discount away.

        Raises:
            DiscountInvalid: it is more than there is to pay.
            ApprovalNeeded: it is over the shop's limit, and a manager must allow it first.
        """
        cart, approver = self._current.cart, ""
        line = None if product_id is None else cart.line(product_id)
        if self._current.still or cart.is_empty or (product_id is not None and line is None):
            return
        if discount is not None:
            amount = self._seller.due(cart.discounted(None)) if line is None else line.amount
            approver = self._seller.allow(discount, amount)
        self._current.edit(lambda cart: cart.discounted(discount, product_id, approver=approver))

    def note(self, text: str) -> None:
        """Put a note on the sale."""
        self._current.edit(lambda cart: cart.noted(text))

    def set_customers(self, customers: int) -> None:
        """Say for how many people it is."""
        self._current.edit(lambda cart: cart.for_customers(customers))

    def undo(self) -> None:
        """Take back the cashier's last word."""
        self._current.undo()

    def clear(self) -> None:
        """Empty the cart and dismiss the tray's items; undo brings them back."""
        lying = () if self._there.is_closed else self._there.tray.items
        items = [item.item_id for item in lying]
        self._current.edit(
            lambda cart: Cart(place=cart.place), lambda tray: _dismissed(tray, items)
        )

    def dismiss_notice(self) -> None:
        """The cashier has read the notice shown."""
        if self._notices.shown is not None:
            self._drop(self._notices.shown.kind)

    def keep_removed(self) -> None:
        """Go on charging what the notice says was taken off the tray (it is in the bag)."""
        self._settle(NoticeKind.TRAY_CHANGED)

    def charge_added(self) -> None:
        """Charge what the notice says was laid on a tray already paid or put on hold."""
        self._settle(NoticeKind.NOT_CHARGED)

    # The price list.

    def products(self) -> tuple[Product, ...]:
        return self._price_list.all()

    def reload_products(self) -> None:
        """Read prices and rules again; open lines take today's price, but not while being paid."""
        self._price_list.reload()
        self._seller.rules.reload()
        self._current.reprice()

    def set_price(self, product_id: ProductId, price: Money) -> None:
        """Give a product a price, from now on; a refusal is a StorageError.

        Raises:
            ApprovalNeeded: it has one already, and a manager must allow the change first.
        """
        is_change = self._price_list.get(product_id).is_priced
        with self._seller.desk.doing(Action.PRICE_CHANGE if is_change else None):
            self._price_list.set_price(product_id, price)
        self._current.reprice()
        self._current.keep()

    # What there is to show.

    def view(self) -> CounterView:
        """The counter as it stands."""
        today = self._seller.desk.now().date()
        return self._composer.view(
            today, held_count=self._carts.held_count, prices_on=self.payment.told_on
        )

    def due(self, cart: Cart) -> Money:
        """What a kept cart would cost today."""
        return self._seller.due(cart)

    @property
    def tray_items(self) -> tuple[TrayItem, ...]:
        """What lies on the tray, with the cashier's words on it."""
        return self._there.tray.items

    @property
    def has_open_cart(self) -> bool:
        """Whether a customer's cart is on the screen, unpaid."""
        return not self._current.cart.is_empty

    # How it is done.

    def _settle(self, kind: NoticeKind) -> None:
        if not self._current.still:
            notice = self._notices.get(kind)
            is_closed = kind is NoticeKind.NOT_CHARGED
            self._current.add_for_tray(notice.added if is_closed else notice.removed)
            self._drop(kind)

    def _drop(self, kind: NoticeKind) -> None:
        if kind in {NoticeKind.NOT_CHARGED, NoticeKind.CLOSED_TRAY_MOVED}:
            self._there.accept()
        self._notices.drop(kind)


def _state(tray: Tray) -> tuple[int, int, int]:
    """What the cart follows: which tray it is, what lies on it, and how it lies."""
    return tray.number, tray.reading, tray.layout


def _named(tray: Tray, item_ids: Sequence[int], product_id: ProductId) -> Tray:
    for item_id in item_ids:
        tray = tray.naming(item_id, product_id)
    return tray


def _dismissed(tray: Tray, item_ids: Sequence[int]) -> Tray:
    for item_id in item_ids:
        tray = tray.dismissing(item_id)
    return tray
