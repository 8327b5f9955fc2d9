"""Imports what the pages need before somebody opens one: beside the window, once it is selling."""

import importlib
import threading
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 4_000
"""The first tray comes first."""
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


def import_early(stack: ExitStack, owner: QObject) -> None:
    """Import the pages' modules some seconds from now; the stack waits for the one under way."""
    is_over = threading.Event()

    def run() -> None:
        for module in MODULES:
            if is_over.is_set():
                return
            importlib.import_module(module)

    thread = threading.Thread(target=run, name="early imports", daemon=True)
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(thread.start)
    timer.start(_AFTER_MS)

    def end() -> None:
        timer.stop()
        is_over.set()
        if thread.is_alive():
            thread.join()

    stack.callback(end)
