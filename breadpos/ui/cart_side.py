"""The right side: the cart, and what lies over it for a while."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from breadpos.application.counter_view import CounterView
from breadpos.domain.discount import Discount
from breadpos.domain.product import Product, ProductId
from breadpos.domain.sale import Sale
from breadpos.ui.cart_panel import CartPanel
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.discount_panel import DiscountPanel
from breadpos.ui.held_panel import HeldPanel
from breadpos.ui.language import language_of
from breadpos.ui.more_panel import MorePanel
from breadpos.ui.next_action import NextAction
from breadpos.ui.notes_panel import NotesPanel
from breadpos.ui.payment_panel import PaymentPanel
from breadpos.ui.price_panel import PricePanel
from breadpos.ui.receipt_view import ReceiptView
from breadpos.ui.shop_front import ShopFront


class Over(Enum):
    """What lies over the cart."""

    NOTHING = "nothing"
    PAYMENT = "payment"
    RECEIPT = "receipt"
    OTHER = "other"
    """A panel the cashier has called up, and goes back from."""


class CartSide(QStackedWidget):
    """Shows one panel at a time, as the view and the cashier ask for it."""

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
        self.discount = DiscountPanel(front.currency)
        self.notes = NotesPanel()
        self.more = MorePanel()
        others = (self.price, self.held, self.discount, self.notes, self.more)
        for panel in (self.cart, self.payment, self.receipt, *others):
            self.addWidget(panel)
        NextAction(self.receipt, self.cart, self.show_cart)
        self._connect()

    def show_view(self, view: CounterView) -> None:
        """Show a view's cart, or its payment; a receipt stays until the next tray has come."""
        self.cart.show_view(view)
        if view.paying and self.over is Over.PAYMENT:
            self.payment.change_due(view.total, view.cart.place)
        elif view.paying:
            self.payment.show_due(view.total, view.cart.place)
            self._lay_over(Over.PAYMENT, self.payment)
        elif self._has_ended(view):
            self.show_cart()

    def _has_ended(self, view: CounterView) -> bool:
        """Whether what lies over the cart has had its time."""
        if self.over is Over.RECEIPT:
            return not view.cart.is_empty or view.question is not None
        return self.over is Over.PAYMENT and not view.paying

    def show_sale(self, sale: Sale) -> None:
        self.receipt.show_sale(sale)
        self.cart.show_last(sale)
        self._lay_over(Over.RECEIPT, self.receipt)

    def show_held(self) -> None:
        self.held.show_carts(self._controller.held(), self._controller.due)
        self.lay_over(self.held)

    def ask_for_price(self, product: Product) -> None:
        self.price.ask_for(product)
        self.lay_over(self.price)

    def show_cart(self) -> None:
        self._lay_over(Over.NOTHING, self.cart)

    def lay_over(self, panel: QWidget) -> None:
        """Show a panel of this stack over the cart, until its way back is taken."""
        self._lay_over(Over.OTHER, panel)

    def _lay_over(self, over: Over, panel: QWidget) -> None:
        self.over = over
        self.setFocus()  # not on whichever button comes next
        self.setCurrentWidget(panel)

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
        self.payment.place_requested.connect(controller.set_place)
        self.receipt.next_requested.connect(self.show_cart)
        self.price.price_set.connect(self._set_price)
        self.price.cancelled.connect(self.show_cart)
        self.held.resume_requested.connect(self._resume)
        self.held.discard_requested.connect(controller.discard)
        self.held.cancelled.connect(self.show_cart)
        self._connect_agreements()
        controller.paid.connect(self.show_sale)
        controller.held_changed.connect(self._refresh_held)

    def _connect_agreements(self) -> None:
        controller = self._controller
        self.cart.lines.place_requested.connect(controller.move_piece)
        self.cart.lines.discount_requested.connect(self._ask_for_line_discount)
        self.cart.discount_requested.connect(self._ask_for_discount)
        self.cart.more_requested.connect(self._show_more)
        self.discount.discounted.connect(self._discount)
        self.notes.noted.connect(self._note)
        self.notes.customers_set.connect(controller.set_customers)
        self.more.notes_requested.connect(self._show_notes)
        self.more.held_requested.connect(self.show_held)
        for panel in (self.discount, self.notes, self.more):
            panel.cancelled.connect(self.show_cart)

    def _show_more(self) -> None:
        self.more.show_held(self._controller.view().held_count)
        self.lay_over(self.more)

    def _show_notes(self) -> None:
        cart = self._controller.view().cart
        self.lay_over(self.notes)
        self.notes.show_notes(cart.note, cart.customers)

    def _note(self, text: str) -> None:
        self.show_cart()
        self._controller.note(text)

    def _ask_for_discount(self) -> None:
        view = self._controller.view()
        shared = sum((line.share for line in view.bill.lines), view.total)
        self.discount.ask_for("", shared, None, has_one=view.cart.discount is not None)
        self.lay_over(self.discount)

    def _ask_for_line_discount(self, product_id: str) -> None:
        line = self._controller.view().cart.line(ProductId(product_id))
        if line is not None:
            name, key = line.product.label(language_of(self)), line.product.product_id
            self.discount.ask_for(name, line.amount, key, has_one=line.discount is not None)
            self.lay_over(self.discount)

    def _discount(self, discount: Discount | None, product_id: ProductId | None) -> None:
        self.show_cart()
        self._controller.discount(discount, product_id)

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
        if self.currentWidget() is self.held:
            self.held.show_carts(self._controller.held(), self._controller.due)
