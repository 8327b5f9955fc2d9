"""Imports what the pages need beside the window: once it is selling, or when one is wanted."""

import importlib
import logging
import sys
import threading
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from breadpos.ui.tab import Tab

_log = logging.getLogger(__name__)

_AFTER_MS = 1_500
"""Once the recogniser is ready: the first tray comes first."""
_AT_LATEST_MS = 20_000
"""Where there is no recogniser to wait for."""
PAGES = {
    Tab.PRODUCTS: (
        "breadpos.storage.spreadsheets",
        "breadpos.devices.price_cards",
        "breadpos.ui.products_page",
    ),
    Tab.PHOTOS: ("psutil", "breadpos.bootstrap.training_desk", "breadpos.ui.photos_page"),
    Tab.SALES: ("breadpos.bootstrap.books", "breadpos.ui.sales_page"),
    Tab.SETTINGS: ("breadpos.ui.settings_page",),
    Tab.COUNTER: ("breadpos.ui.manual_page",),
}
"""Of each tab, the first opened first; the manual lies over the counter."""
MODULES = tuple(module for modules in PAGES.values() for module in modules)


class EarlyImports(QObject):
    """One thread that imports, the tab somebody waits for before the others."""

    imported = Signal(object)  # Tab

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._order = list(PAGES)
        self._here = {tab for tab in PAGES if all(each in sys.modules for each in PAGES[tab])}
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="early imports", daemon=True)

    def has(self, tab: Tab) -> bool:
        """Whether a tab's page can be made without importing much."""
        with self._lock:
            return tab in self._here

    @Slot(object)
    def want(self, tab: Tab) -> None:
        """Import what a tab needs as soon as can be; `imported` follows."""
        with self._lock:
            self._order.sort(key=lambda each: each is not tab)
        self.begin()

    @Slot()
    def begin(self) -> None:
        if self._thread.ident is None and not self._is_over.is_set():
            self._thread.start()

    def end(self) -> None:
        """Leave the rest; waits for the module under way."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while (tab := self._next()) is not None:
            for module in PAGES[tab]:
                if self._is_over.is_set():
                    return
                _import(module)
            with self._lock:
                self._here.add(tab)
            self.imported.emit(tab)

    def _next(self) -> Tab | None:
        with self._lock:
            return self._order.pop(0) if self._order else None


def import_early(stack: ExitStack, owner: QObject, ready: SignalInstance) -> EarlyImports:
    """Import the pages' modules once it is ready; the stack waits for the one under way."""
    early = EarlyImports(owner)
    latest = QTimer(owner, singleShot=True, interval=_AT_LATEST_MS)
    sooner = QTimer(owner, singleShot=True, interval=_AFTER_MS)
    for timer in (latest, sooner):
        timer.timeout.connect(early.begin)
    latest.start()
    ready.connect(sooner.start)
    for end in (early.end, latest.stop, sooner.stop):
        stack.callback(end)
    return early


def _import(module: str) -> None:
    try:
        importlib.import_module(module)
    except Exception:  # noqa: BLE001  whoever opens the page imports it again, and is told
        _log.exception("%s cannot be imported", module)
