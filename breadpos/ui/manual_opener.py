"""F1: from whatever screen to the manual's chapter about it, and back."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from breadpos.ui.cart_side import CartSide, Over
from breadpos.ui.close_panel import ClosePanel
from breadpos.ui.drawer_panel import DrawerPanel
from breadpos.ui.manual_book import Chapter
from breadpos.ui.manual_page import ManualPage
from breadpos.ui.pages import Pages
from breadpos.ui.past_sale_panel import PastSalePanel
from breadpos.ui.sales_panel import SalesPanel
from breadpos.ui.tab import Tab

_OF_TABS = {
    Tab.PRODUCTS: Chapter.PRODUCTS,
    Tab.PHOTOS: Chapter.PHOTOS,
    Tab.SALES: Chapter.SALES,
    Tab.SETTINGS: Chapter.SETTINGS,
}
_OF_PANELS: dict[type[QWidget], Chapter] = {
    SalesPanel: Chapter.REFUNDS,
    PastSalePanel: Chapter.REFUNDS,
    ClosePanel: Chapter.CLOSING,
    DrawerPanel: Chapter.CLOSING,
}


class ManualOpener(QObject):
    """Makes the manual when it is first wanted; what was open goes on behind it."""

    def __init__(self, pages: Pages, side: CartSide) -> None:
        super().__init__(pages)
        self._pages, self._side = pages, side
        self._manual: ManualPage | None = None
        self._before: QWidget | None = None

    @Slot()
    def toggle(self) -> None:
        """Open the manual at the chapter for this screen; or go back to the screen."""
        manual = self._manual or self._make()
        if self._pages.currentWidget() is manual:
            self.close()
            return
        chapter = self._chapter()
        self._before = self._pages.currentWidget()
        self._pages.setCurrentWidget(manual)
        manual.open_chapter(chapter)

    @Slot()
    def close(self) -> None:
        if self._before is not None:
            self._pages.setCurrentWidget(self._before)
            (self._side if self._side.isVisible() else self._before).setFocus()

    def _make(self) -> ManualPage:
        self._manual = ManualPage()
        self._manual.closed.connect(self.close)
        self._pages.addWidget(self._manual)
        return self._manual

    def _chapter(self) -> Chapter:
        tab = self._pages.open_now()
        if tab is not Tab.COUNTER:
            return _OF_TABS[tab]
        if self._side.over in {Over.PAYMENT, Over.RECEIPT}:
            return Chapter.PAYMENT
        panel = self._side.currentWidget()
        return _OF_PANELS.get(type(panel), Chapter.COUNTER) if panel else Chapter.COUNTER
