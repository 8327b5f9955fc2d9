"""The till's after-work over the cart: receipts, returns, drawer, the day's end."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from breadpos.application.ports import SaleSearch
from breadpos.domain.cash import CashCount, CashMovement, MovementKind
from breadpos.domain.day import DayFigures, ZReport
from breadpos.domain.errors import BreadposError
from breadpos.domain.formal_receipt import Addressee
from breadpos.domain.money import Money
from breadpos.domain.sale import Sale
from breadpos.ui.close_panel import ClosePanel
from breadpos.ui.counter_page import CounterPage
from breadpos.ui.drawer_panel import DrawerPanel
from breadpos.ui.formal_panel import FormalPanel
from breadpos.ui.past_sale_panel import PastSalePanel
from breadpos.ui.sales_panel import SalesPanel
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.till_controller import TillController


class TillPanels(QObject):
    """Adds its panels to the cart's side, and leads from one to the other."""

    def __init__(self, page: CounterPage, controller: TillController, front: ShopFront) -> None:
        super().__init__(page)
        side = page.side
        self._page, self._side, self._controller = page, side, controller
        self.sales = SalesPanel(front.currency, front.zone, page.products)
        self.past = PastSalePanel(front, page.products)
        self.formal = FormalPanel(front)
        self.drawer = DrawerPanel(front.currency)
        self.close = ClosePanel(front)
        self._is_from_list = True
        for panel in (self.sales, self.past, self.formal, self.drawer, self.close):
            side.addWidget(panel)
        self._connect_ways()
        self._connect_acts()

    def _connect_ways(self) -> None:
        side, more = self._side, self._side.more
        more.sales_requested.connect(self.show_sales)
        more.drawer_requested.connect(self.show_drawer)
        more.close_requested.connect(self.show_close)
        self._page.drawer_requested.connect(self.show_drawer)
        side.receipt.formal_requested.connect(self._ask_for_formal)
        side.receipt.print_requested.connect(self._hand_out)
        self.past.formal_requested.connect(self._ask_for_formal)
        side.receipt.past_requested.connect(self._show_done)
        side.cart.past_requested.connect(self._show_done)
        self.past.cancelled.connect(self._leave_past)
        for panel in (self.sales, self.formal, self.drawer, self.close):
            panel.cancelled.connect(side.show_cart)

    def _connect_acts(self) -> None:
        controller = self._controller
        self.sales.search_requested.connect(self._search)
        self.sales.chosen.connect(self._show_past)
        self.past.void_requested.connect(controller.void)
        self.past.refund_requested.connect(self._refund)
        self.past.reprint_requested.connect(self._reprint)
        self.formal.wanted.connect(self._make_out)
        self.drawer.move_requested.connect(self._move)
        self.close.close_requested.connect(self._close)
        self.close.print_x_requested.connect(self._print_x)
        self.close.print_z_requested.connect(self._print_z)
        controller.taken_back.connect(self._show_taken_back)
        controller.moved.connect(self._show_moved)
        controller.closed.connect(self._show_closed)
        controller.refused.connect(self._show_refusal)
        controller.succeeded.connect(self._page.forget_refusal)

    def _show_refusal(self, error: BreadposError) -> None:
        self._page.show_refusal(error, self._controller.try_again)

    def show_sales(self) -> None:
        self._side.lay_over(self.sales)
        self.sales.start()

    def show_drawer(self) -> None:
        self.drawer.start()
        self._side.lay_over(self.drawer)

    def show_close(self) -> None:
        figures = self._controller.x_report()
        if figures is not None:
            self.close.show_x(figures)
            self._side.lay_over(self.close)

    def _search(self, wanted: SaleSearch, days_back: int | None) -> None:
        self.sales.show_heads(self._controller.find(wanted, days_back))

    def _show_past(self, number: int) -> None:
        past = self._controller.look_up(number)
        if past is not None:
            self.past.show_past(past)
            self._side.lay_over(self.past)
            self._is_from_list = True

    def _show_done(self, number: int) -> None:
        """A receipt called up from the register itself, where its way back leads."""
        self._show_past(number)
        self._is_from_list = False

    def _leave_past(self) -> None:
        if self._is_from_list:
            self.show_sales()
        else:
            self._side.show_cart()

    def _ask_for_formal(self, sale: Sale) -> None:
        self._side.lay_over(self.formal)
        self.formal.ask_for(sale)

    def _refund(self, number: int, counts: Mapping[int, int], reason: str, in_cash: bool) -> None:
        self._controller.refund(number, counts, reason, in_cash=in_cash)

    def _hand_out(self, sale: Sale) -> None:
        if self._tell_where(lambda: self._controller.hand_out(sale)):
            self._side.receipt.show_handed_out()

    def _reprint(self, sale: Sale) -> None:
        self._tell_where(lambda: self._controller.reprint(sale))

    def _make_out(self, sale: Sale, to: Addressee) -> None:
        if self._tell_where(lambda: self._controller.formal(sale, to)):
            self._side.show_cart()

    def _print_x(self, figures: DayFigures) -> None:
        self._tell_where(lambda: self._controller.print_x(figures))

    def _print_z(self, report: ZReport) -> None:
        self._tell_where(lambda: self._controller.print_z(report))

    def _tell_where(self, act: Callable[[], str | None]) -> bool:
        path = act()
        if path:
            self._page.tell_where(path)
        return path is not None

    def _move(self, kind: MovementKind, amount: Money, reason: str) -> None:
        self._controller.move(kind, amount, reason)

    def _close(self, count: CashCount, reason: str) -> None:
        self._controller.close(count, reason)

    def _show_taken_back(self, refund: Sale) -> None:
        is_from_list = self._is_from_list
        self._show_past(refund.number)
        self._is_from_list = is_from_list

    def _show_moved(self, movement: CashMovement) -> None:
        self._side.show_cart()
        self._page.tell_moved(movement)

    def _show_closed(self, report: ZReport) -> None:
        self.close.show_z(report)
        self._side.lay_over(self.close)
        self._page.day_closed.emit()
