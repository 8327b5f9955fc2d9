"""Imports what the pages need before somebody opens one: beside the window, once it is selling."""

import importlib
import threading
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer, SignalInstance

_AFTER_MS = 1_500
"""Once the recogniser is ready: the first tray comes first."""
_AT_LATEST_MS = 20_000
"""Where there is no recogniser to wait for."""
MODULES = (
    "breadpos.storage.spreadsheets",
    "breadpos.ui.products_page",
    "breadpos.bootstrap.training_desk",
    "breadpos.ui.photos_page",
    "breadpos.bootstrap.books",
    "breadpos.ui.sales_page",
    "breadpos.ui.settings_page",
    "breadpos.ui.manual_page",
)


def import_early(stack: ExitStack, owner: QObject, ready: SignalInstance) -> None:
    """Import the pages' modules once it is ready; the stack waits for the one under way."""
    is_over = threading.Event()

    def run() -> None:
        for module in MODULES:
            if is_over.is_set():
                return
            importlib.import_module(module)

    thread = threading.Thread(target=run, name="early imports", daemon=True)
    timer = QTimer(owner, singleShot=True)
    sooner = QTimer(owner, singleShot=True, interval=_AFTER_MS)

    def begin() -> None:
        timer.stop()
        if thread.ident is None:
            thread.start()

    timer.timeout.connect(begin)
    timer.start(_AT_LATEST_MS)
    sooner.timeout.connect(begin)
    ready.connect(sooner.start)

    def end() -> None:
        timer.stop()
        sooner.stop()
        is_over.set()
        if thread.is_alive():
            thread.join()

    stack.callback(end)
