"""The pages beside the register's: one line each."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from breadpos.application.desk import Desk
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.product_desk import ProductDesk
from breadpos.bootstrap.shop import Shop
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.main_window import MainWindow
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab


def offer_pages(
    window: MainWindow, shop: Shop, controller: CounterController, front: ShopFront, desk: Desk
) -> Mailbox[Frame]:
    """Tell the window how its pages are made; a tab without a line says what is to come.

    Returns:
        What wants each frame of the camera.
    """
    preview = Mailbox[Frame]()
    builders: dict[Tab, Callable[[], QWidget]] = {
        Tab.PRODUCTS: lambda: _products(window, shop, controller, front, desk),
        Tab.SALES: lambda: _sales(window, shop, front, desk, preview),
    }
    for tab, build in builders.items():
        window.pages.offer(tab, build)
    return preview


def _products(
    window: MainWindow, shop: Shop, controller: CounterController, front: ShopFront, desk: Desk
) -> QWidget:
    from breadpos.devices.price_cards import PdfPriceCards
    from breadpos.storage.spreadsheets import SpreadsheetFiles  # here: the window need not wait
    from breadpos.ui.products_page import ProductsPage

    shelf = ProductDesk(shop.products, desk)
    page = ProductsPage(shelf, SpreadsheetFiles(), front, PdfPriceCards())
    page.ask = window.page.ask
    page.products_changed.connect(controller.reload_products)
    return page


def _sales(
    window: MainWindow, shop: Shop, front: ShopFront, desk: Desk, preview: Mailbox[Frame]
) -> QWidget:
    from breadpos.bootstrap.books import ShopBooks
    from breadpos.ui.sales_page import SalesPage  # here: the plots take a moment to import

    page = SalesPage(ShopBooks(shop, desk), front, preview)
    window.camera_lost.connect(page.camera_lost)
    window.let_look(page)
    return page
