"""The window's pages, each made when it is first opened."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from breadpos.domain.recognition import Recognition
from breadpos.ui.coming_page import ComingPage
from breadpos.ui.tab import Tab
from breadpos.ui.waiting_page import WaitingPage


class Looker(Protocol):
    """A page that may want what lies on the tray for itself."""

    @property
    def takes_recognitions(self) -> bool:
        """Whether what lies there now is not for sale."""
        ...

    def see(self, recognition: Recognition) -> None: ...


class Pages(QStackedWidget):
    """Shows one page; the others go on behind it.

    Args:
        counter: the register's page, which is always there.
    """

    counter_requested = Signal()

    def __init__(self, counter: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builders: dict[Tab, Callable[[], QWidget]] = {}
        self._pages: dict[Tab, QWidget] = {Tab.COUNTER: counter}
        self._tab = Tab.COUNTER
        self._waiting: WaitingPage | None = None
        self.addWidget(counter)

    def offer(self, tab: Tab, build: Callable[[], QWidget]) -> None:
        """Have a tab's page made by `build` when it is first opened."""
        self._builders[tab] = build

    def open_tab(self, tab: Tab) -> QWidget:
        """Show a tab's page."""
        page = self.page(tab)
        self._tab = tab
        self.setCurrentWidget(page)
        return page

    def has(self, tab: Tab) -> bool:
        """Whether a tab's page is there already."""
        return tab in self._pages

    def await_tab(self, tab: Tab) -> None:
        """Say that a tab's page is about to come."""
        if self._waiting is None:
            self._waiting = WaitingPage()
            self.addWidget(self._waiting)
        self._tab = tab
        self.setCurrentWidget(self._waiting)

    def awaits(self, tab: Tab) -> bool:
        """Whether somebody looks forward to a tab's page."""
        return self._tab is tab and self.currentWidget() is self._waiting

    def open_now(self) -> Tab:
        """The tab whose page was opened last."""
        return self._tab

    def page(self, tab: Tab) -> QWidget:
        """A tab's page, made now if it never was."""
        if tab not in self._pages:
            page = self._builders[tab]() if tab in self._builders else self._coming(tab)
            self._pages[tab] = page
            self.addWidget(page)
        return self._pages[tab]

    def _coming(self, tab: Tab) -> ComingPage:
        page = ComingPage(tab)
        page.counter_requested.connect(self.counter_requested)
        return page
