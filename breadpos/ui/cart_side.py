"""The right side: the cart, and what lies over it for a while."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from breadpos.application.counter_view import CounterView
from breadpos.domain.product import Product
from breadpos.domain.sale import Sale
from breadpos.ui.cart_panel import CartPanel
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.held_panel import HeldPanel
from breadpos.ui.payment_panel import PaymentPanel
from breadpos.ui.price_panel import PricePanel
from breadpos.ui.receipt_view import ReceiptView
from breadpos.ui.shop_front import ShopFront


class Over(Enum):
    """What lies over the cart."""

    NOTHING = "nothing"
    PAYMENT = "payment"
    RECEIPT = "receipt"
    PRICE = "price"
    HELD = "held"


class CartSide(QStackedWidget):
    """Shows one of five panels, as the view and the cashier ask for it."""

    def __init__(
        self, controller: CounterController, front: ShopFront, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self.over = Over.NOTHING
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.cart = CartPanel(front.currency)
        self.payment = PaymentPanel(front.currency)
        self.receipt = ReceiptView(front)
        self.price = PricePanel(front.currency)
        self.held = HeldPanel(front.currency, front.zone)
        for panel in (self.cart, self.payment, self.receipt, self.price, self.held):
            self.addWidget(panel)
        self._connect()

    def show_view(self, view: CounterView) -> None:
        """Show a view's cart, or its payment; a receipt stays until the next tray has come."""
        self.cart.show_view(view)
        if view.paying and self.over is not Over.PAYMENT:
            self.payment.show_due(view.total)
            self._lay_over(Over.PAYMENT)
        elif self._has_ended(view):
            self._lay_over(Over.NOTHING)

    def _has_ended(self, view: CounterView) -> bool:
        """Whether what lies over the cart has had its time."""
        if self.over is Over.RECEIPT:
            return not view.cart.is_empty or view.question is not None
        return self.over is Over.PAYMENT and not view.paying

    def show_sale(self, sale: Sale) -> None:
        self.receipt.show_sale(sale)
        self._lay_over(Over.RECEIPT)

    def show_held(self) -> None:
        self.held.show_carts(self._controller.held(), self._controller.due)
        self._lay_over(Over.HELD)

    def ask_for_price(self, product: Product) -> None:
        self.price.ask_for(product)
        self._lay_over(Over.PRICE)

    def show_cart(self) -> None:
        self._lay_over(Over.NOTHING)

    def _lay_over(self, over: Over) -> None:
        self.over = over
        self.setFocus()  # not on whichever button comes next
        self.setCurrentWidget(
            {
                Over.NOTHING: self.cart,
                Over.PAYMENT: self.payment,
                Over.RECEIPT: self.receipt,
                Over.PRICE: self.price,
                Over.HELD: self.held,
            }[over]
        )

    def _connect(self) -> None:
        controller, lines = self._controller, self.cart.lines
        lines.more_requested.connect(controller.add)
        lines.less_requested.connect(controller.take_back)
        lines.remove_requested.connect(controller.remove)
        lines.price_requested.connect(self._ask_for_price)
        self.cart.place_switch.place_requested.connect(controller.set_place)
        self.cart.hold_requested.connect(controller.hold)
        self.cart.undo_requested.connect(controller.undo)
        self.cart.held_requested.connect(self.show_held)
        self.cart.total_bar.pay_requested.connect(controller.begin_payment)
        self.payment.tendered.connect(controller.pay)
        self.payment.cancelled.connect(controller.cancel_payment)
        self.receipt.next_requested.connect(self.show_cart)
        self.price.price_set.connect(self._set_price)
        self.price.cancelled.connect(self.show_cart)
        self.held.resume_requested.connect(self._resume)
        self.held.discard_requested.connect(controller.discard)
        self.held.cancelled.connect(self.show_cart)
        controller.paid.connect(self.show_sale)
        controller.held_changed.connect(self._refresh_held)

    def _ask_for_price(self, product_id: str) -> None:
        for line in self._controller.view().cart.lines:
            if line.product.product_id == product_id:
                self.ask_for_price(line.product)

    def _set_price(self, product_id: str, price: object) -> None:
        self.show_cart()
        self._controller.set_price(product_id, price)  # type: ignore[arg-type]

    def _resume(self, cart_id: str) -> None:
        self.show_cart()
        self._controller.resume(cart_id)

    def _refresh_held(self) -> None:
        if self.over is Over.HELD:
            self.held.show_carts(self._controller.held(), self._controller.due)
