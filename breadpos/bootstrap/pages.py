"""The pages beside the register's: one line each."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from breadpos.bootstrap.shop import Shop
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.main_window import MainWindow
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab


def offer_pages(
    window: MainWindow, _shop: Shop, _controller: CounterController, _front: ShopFront
) -> None:
    """Tell the window how its pages are made; a tab without a line says what is to come."""
    builders: dict[Tab, Callable[[], QWidget]] = {}
    for tab, build in builders.items():
        window.pages.offer(tab, build)
