"""Between the checkout and the widgets: wishes in, views out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from breadpos.application.checkout import Checkout
from breadpos.application.counter_view import CounterView
from breadpos.application.ports import OpenCart
from breadpos.domain.cart import Cart
from breadpos.domain.discount import Discount
from breadpos.domain.errors import BreadposError
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.domain.tax import Place
from breadpos.domain.tender import Tender
from breadpos.domain.tray import TrayItem


class CounterController(QObject):
    """Each slot is one call on the checkout; a view follows whenever it has changed.

    What the checkout refuses becomes a signal, and can be tried again.
    """

    view_changed = Signal(object)  # CounterView
    refused = Signal(object)  # BreadposError
    succeeded = Signal()
    paid = Signal(object)  # Sale
    held_changed = Signal()

    def __init__(self, checkout: Checkout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checkout = checkout
        self._refused: Callable[[], None] | None = None
        self._view = checkout.view()

    def view(self) -> CounterView:
        """The counter as it was last told."""
        return self._view

    def tray_items(self) -> tuple[TrayItem, ...]:
        """What lies on the tray, with the cashier's words on it."""
        return self._checkout.tray_items

    def products(self) -> tuple[Product, ...]:
        return self._checkout.products()

    def held(self) -> tuple[OpenCart, ...]:
        return self._checkout.aside.held()

    def due(self, cart: Cart) -> Money:
        """What a kept cart would cost today."""
        return self._checkout.due(cart)

    def interrupted(self) -> OpenCart | None:
        return self._checkout.aside.interrupted()

    @Slot(object)
    def see(self, recognition: Recognition) -> None:
        """Take in what a frame showed."""
        try:
            self._checkout.see(recognition)
        except BreadposError as error:
            self.refused.emit(error)
        self._publish()

    @Slot()
    def note_photographed(self) -> None:
        self._checkout.note_photographed()

    @Slot(str)
    def add(self, product_id: str) -> None:
        self._do(lambda: self._checkout.add(ProductId(product_id)))

    @Slot(str)
    def take_back(self, product_id: str) -> None:
        self._do(lambda: self._checkout.take_back(ProductId(product_id)))

    @Slot(str)
    def remove(self, product_id: str) -> None:
        self._do(lambda: self._checkout.remove(ProductId(product_id)))

    @Slot(str, str)
    def change(self, product_id: str, other_id: str) -> None:
        self._do(lambda: self._checkout.change(ProductId(product_id), ProductId(other_id)))

    @Slot(int, str)
    def name_item(self, item_id: int, product_id: str) -> None:
        self.name_items((item_id,), product_id)

    @Slot(object, str)
    def name_items(self, item_ids: tuple[int, ...], product_id: str) -> None:
        self._do(lambda: self._checkout.name_items(item_ids, ProductId(product_id)))

    @Slot(int)
    def dismiss_item(self, item_id: int) -> None:
        self.dismiss_items((item_id,))

    @Slot(object)
    def dismiss_items(self, item_ids: tuple[int, ...]) -> None:
        self._do(lambda: self._checkout.dismiss_items(item_ids))

    @Slot(object)
    def set_place(self, place: Place) -> None:
        self._do(lambda: self._checkout.set_place(place))

    @Slot(str)
    def move_piece(self, product_id: str) -> None:
        self._do(lambda: self._checkout.move_piece(ProductId(product_id)))

    @Slot(object, object)
    def discount(self, discount: Discount | None, product_id: ProductId | None) -> None:
        self._do(lambda: self._checkout.discount(discount, product_id))

    @Slot(str)
    def note(self, text: str) -> None:
        self._do(lambda: self._checkout.note(text))

    @Slot(int)
    def set_customers(self, customers: int) -> None:
        self._do(lambda: self._checkout.set_customers(customers))

    @Slot()
    def undo(self) -> None:
        self._do(self._checkout.undo)

    @Slot()
    def read_again(self) -> None:
        self._do(self._checkout.read_again)

    @Slot()
    def dismiss_notice(self) -> None:
        self._do(self._checkout.dismiss_notice)

    @Slot()
    def keep_removed(self) -> None:
        self._do(self._checkout.keep_removed)

    @Slot()
    def charge_added(self) -> None:
        self._do(self._checkout.charge_added)

    @Slot(str, object)
    def set_price(self, product_id: str, price: Money) -> None:
        self._do(lambda: self._checkout.set_price(ProductId(product_id), price))

    @Slot()
    def reload_products(self) -> None:
        self._do(self._checkout.reload_products)

    @Slot()
    def hold(self) -> None:
        self._do(self._checkout.aside.hold)

    @Slot(str)
    def resume(self, cart_id: str) -> None:
        self._do(lambda: self._checkout.aside.resume(cart_id))
        self.held_changed.emit()

    @Slot()
    def join_held(self) -> None:
        self._do(self._checkout.aside.join_held)
        self.held_changed.emit()

    @Slot(str)
    def discard(self, cart_id: str) -> None:
        self._do(lambda: self._checkout.aside.discard(cart_id))
        self.held_changed.emit()

    @Slot()
    def begin_payment(self) -> None:
        self._do(self._checkout.payment.begin)

    @Slot()
    def cancel_payment(self) -> None:
        self._do(self._checkout.payment.cancel)

    @Slot(object)
    def pay(self, tenders: Sequence[Tender]) -> None:
        """Sell; `paid` is told only once the sale is on disk."""
        self._do(lambda: self.paid.emit(self._checkout.payment.pay(tenders)))

    @Slot()
    def try_again(self) -> None:
        """Do what was refused last once more."""
        if self._refused is not None:
            self._do(self._refused)

    def _do(self, action: Callable[[], None]) -> None:
        self._refused = None
        try:
            action()
        except BreadposError as error:
            self._refused = action
            self.refused.emit(error)
        else:
            self.succeeded.emit()
        self._publish()

    def _publish(self) -> None:
        try:
            view = self._checkout.view()
        except BreadposError as error:
            self.refused.emit(error)
            return
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)
