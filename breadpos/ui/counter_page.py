"""The register's one screen: picture on the left, cart on the right, a banner when needed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from breadpos.application.counter_view import CounterView
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.opening import OpeningNote
from breadpos.application.print_queue import PrintState
from breadpos.domain.cash import CashMovement, MovementKind
from breadpos.domain.errors import BreadposError
from breadpos.domain.product import Product
from breadpos.ui.allergen_board import AllergenBoard
from breadpos.ui.asking import Ask, ask_nobody
from breadpos.ui.banner import Banner
from breadpos.ui.banner_message import Remedy, Topic
from breadpos.ui.cart_side import CartSide, Over
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.failures import message_for, topic_of
from breadpos.ui.fonts import wide_enough
from breadpos.ui.language import language_of
from breadpos.ui.notices import (
    message_for_discarding,
    message_for_interrupted,
    message_for_moved,
    message_for_notice,
    message_for_opening,
    message_for_paper,
    message_for_training,
    message_for_training_begun,
    topic_of_opening,
)
from breadpos.ui.printing_words import message_for_printing
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tokens import EDGE_PX, GAP_PX
from breadpos.ui.tray_side import TraySide

_CART_SHARE = 0.334
_LEAST_CART_PX, _MOST_CART_PX = 408, 540


class CounterPage(QWidget):
    """Lets both sides see every view, and banners act."""

    reconnect_camera_requested = Signal()
    reload_recogniser_requested = Signal()
    day_closed = Signal()
    sold = Signal(object)  # Sale, once it is on disk
    training_requested = Signal()
    drawer_requested = Signal()
    print_again_requested = Signal()
    discard_papers_requested = Signal()

    def __init__(
        self,
        controller: CounterController,
        preview: Mailbox[Frame],
        front: ShopFront,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("counter_page")
        self._controller, self._front = controller, front
        self._try_again: Callable[[], None] = controller.try_again
        self.ask: Ask = ask_nobody
        self.banner = Banner()
        self.tray = TraySide(controller, preview, front)
        self.side = CartSide(controller, front)
        self.allergens = AllergenBoard(self.tray)
        left = QVBoxLayout()
        left.setSpacing(GAP_PX)
        left.addWidget(self.banner)
        left.addWidget(self.tray, stretch=1)
        layout = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addLayout(left, stretch=1)
        layout.addWidget(self.side)
        self._connect()
        self._show_view(controller.view())
        self._offer_interrupted()

    def has_open_cart(self) -> bool:
        """Whether a customer's cart is on the screen, unpaid."""
        return not self._controller.view().cart.is_empty

    def products(self) -> tuple[Product, ...]:
        """The price list as it is now."""
        return self._controller.products()

    def show_failure(self, error: BreadposError) -> None:
        """Say in the banner what failed, and what still works."""
        self.banner.announce(topic_of(error), lambda: message_for(error))

    def show_refusal(self, error: BreadposError, try_again: Callable[[], None]) -> None:
        """Ask whoever can allow it; else say what was refused, to be tried once more."""
        if not self.ask(error, try_again):
            self._try_again = try_again
            self.show_failure(error)

    def forget_refusal(self) -> None:
        """What was refused has been done, or given up."""
        self.banner.withdraw(Topic.STORAGE)
        self.banner.withdraw(Topic.SALE)

    def tell_opening(self, notes: Iterable[OpeningNote]) -> None:
        """Say what is to be known before the first sale."""
        for note in notes:
            self.banner.announce(topic_of_opening(note), partial(message_for_opening, note))

    def tell_training_begun(self) -> None:
        """Say that a training has begun by itself, and what it needs."""
        self.banner.announce(Topic.TRAINING, message_for_training_begun)

    def tell_training(self, *, worked: bool) -> None:
        """Say that a training that ran by itself has ended, and lead to what came of it."""
        self.banner.announce(Topic.TRAINING, lambda: message_for_training(worked=worked))

    def tell_moved(self, movement: CashMovement) -> None:
        """Say that money put in or taken out is on record, until the next cart."""
        currency = self._front.currency
        if movement.kind is MovementKind.FLOAT:
            self.banner.withdraw(Topic.FLOAT)
        self.banner.announce(Topic.DRAWER, lambda: message_for_moved(movement, currency))

    def tell_printing(self, state: PrintState) -> None:
        """Say which papers did not come out, until somebody says what becomes of them."""
        if state == PrintState():
            self.banner.withdraw(Topic.PRINTER)
        else:
            self.banner.announce(Topic.PRINTER, partial(message_for_printing, state))

    def tell_where(self, path: str) -> None:
        """Say where a paper was put."""
        self.banner.announce(Topic.FILES, lambda: message_for_paper(path))

    def _connect(self) -> None:
        controller, cart = self._controller, self.side.cart
        controller.view_changed.connect(self._show_view)
        controller.refused.connect(self._show_own_refusal)
        controller.paid.connect(self.sold)
        controller.succeeded.connect(self.forget_refusal)
        cart.add_requested.connect(self.tray.toggle_products)
        cart.lines.change_requested.connect(self.tray.change_line)
        cart.allergens_requested.connect(self._toggle_allergens)
        self.tray.grid_toggled.connect(self._keep_keys)
        self.allergens.covers.connect(self.tray.camera.setDisabled)
        self.side.currentChanged.connect(self._be_quiet)
        self.banner.acted.connect(self._act)

    def _toggle_allergens(self) -> None:
        """Show what is in the cart, to cashier and customer; or no longer."""
        if self.allergens.isVisible():
            self.allergens.hide()
        else:
            self.tray.close_grid()
            self._show_allergens()

    def _show_allergens(self) -> None:
        lines = self._controller.view().cart.lines
        today = datetime.now(self._front.zone).date()
        self.allergens.show_products([line.product for line in lines], today)

    def _show_own_refusal(self, error: BreadposError) -> None:
        self.show_refusal(error, self._controller.try_again)

    def _show_view(self, view: CounterView) -> None:
        self.tray.show_view(view)
        self.side.show_view(view)
        if self.allergens.isVisible():
            self._show_allergens()
        if not view.cart.is_empty:
            self.banner.withdraw(Topic.DRAWER)
        notice = view.notice
        if notice is None:
            self.banner.withdraw(Topic.NOTICE)
        else:
            self.banner.announce(
                Topic.NOTICE, lambda: message_for_notice(notice, language_of(self))
            )

    def _offer_interrupted(self, *, asks: bool = False) -> None:
        """Offer a cart that was not paid; or ask whether it shall be dropped."""
        found = self._controller.interrupted()
        if found is not None:
            due, currency = self._controller.due(found.cart), self._front.currency
            word = message_for_discarding if asks else message_for_interrupted
            self.banner.announce(Topic.INTERRUPTED, lambda: word(due, currency))

    def _keep_keys(self, grid_is_open: bool) -> None:
        """While a product is searched, Enter means the product."""
        if grid_is_open:
            self.allergens.hide()
        self.side.cart.total_bar.pay_button.enable_keys(enabled=not grid_is_open)

    def _be_quiet(self) -> None:
        is_over = self.side.over is not Over.NOTHING
        if is_over:
            self.tray.close_grid()
            self.allergens.hide()
        self.tray.be_quiet(quiet=is_over)

    def _act(self, topic: Topic, remedy: Remedy) -> None:
        acts: dict[Remedy, Callable[[], None]] = {
            Remedy.RECONNECT_CAMERA: self.reconnect_camera_requested.emit,
            Remedy.RELOAD_RECOGNISER: self.reload_recogniser_requested.emit,
            Remedy.TRY_AGAIN: self._try_again,
            Remedy.KEEP_REMOVED: self._controller.keep_removed,
            Remedy.CHARGE_ADDED: self._controller.charge_added,
            Remedy.JOIN_HELD: self._controller.join_held,
            Remedy.NEW_TRAY: self._controller.read_again,
            Remedy.PRINT_AGAIN: self.print_again_requested.emit,
            Remedy.DISCARD_PAPERS: self.discard_papers_requested.emit,
            Remedy.SHOW_TRAINING: self.training_requested.emit,
            Remedy.SHOW_DRAWER: self.drawer_requested.emit,
            Remedy.DISCARD: partial(self._offer_interrupted, asks=True),
            Remedy.KEEP: self._offer_interrupted,
        }
        if remedy in acts:
            acts[remedy]()
        else:
            self._act_on_carts(topic, remedy)

    def _act_on_carts(self, topic: Topic, remedy: Remedy) -> None:
        found = self._controller.interrupted()
        if topic is Topic.NOTICE:
            self._controller.dismiss_notice()
        if remedy is Remedy.SHOW_HELD:
            self.side.show_held()
        elif remedy is Remedy.RESUME and found is not None:
            self._controller.resume(found.cart_id)
        elif remedy is Remedy.DISCARD_ASKED and found is not None:
            self._controller.discard(found.cart_id)
        self.banner.withdraw(topic)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        is_upright = self.width() < self.height()
        self._sides.setStretch(1, int(is_upright))
        if is_upright:  # the cart below the picture, and as high
            self._sides.setDirection(QBoxLayout.Direction.TopToBottom)
            self.side.setFixedWidth(self.width() - 2 * EDGE_PX)
            return
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight)
        wide = min(max(self.width() * _CART_SHARE, _LEAST_CART_PX), _MOST_CART_PX)
        self.side.setFixedWidth(wide_enough(wide, self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._share_room()
        if event.type() is QEvent.Type.LanguageChange:
            self._show_view(self._controller.view())
