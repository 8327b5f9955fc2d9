"""Papers and the drawer: what is sold is on disk before any of this, and waits for none of it."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from breadpos.application.ports import Printer
from breadpos.application.print_queue import PrintJob, PrintQueue
from breadpos.bootstrap.printer import open_printer, papers_folder
from breadpos.bootstrap.settings_tab import SettingsTab
from breadpos.bootstrap.shop import Shop
from breadpos.devices.paper_files import PaperFiles
from breadpos.devices.print_spool import PrintFiles
from breadpos.domain.day import ZReport
from breadpos.domain.money import ZERO
from breadpos.domain.receipt import Letterhead
from breadpos.domain.sale import Sale
from breadpos.domain.slip import Slip
from breadpos.domain.tender import TenderKind
from breadpos.domain.trial_slip import trial_slip
from breadpos.settings import PrinterSettings, Receipts
from breadpos.ui.counter_page import CounterPage
from breadpos.ui.printer_settings import PrinterForm, TestPage
from breadpos.ui.settings_page import Section
from breadpos.ui.till_controller import TillController

_log = logging.getLogger(__name__)
_TEST = "test"


class Printing(QObject):
    """A PaperOutput that prints or keeps files, as the settings are when a paper comes.

    All talk with the printer is on one thread of its own, paper after paper.
    """

    told = Signal(object)  # PrintState

    def __init__(self, shop: Shop, head: Callable[[], Letterhead]) -> None:
        super().__init__()
        self._shop, self._head = shop, head
        self._queue = PrintQueue(PrintFiles(shop.home.printing), self._open_printer, self.told.emit)
        self._printer = ThreadPoolExecutor(1, thread_name_prefix="printer")
        self._files = ThreadPoolExecutor(1, thread_name_prefix="papers")
        self._till: TillController | None = None

    def follow(self, page: CounterPage, till: TillController) -> None:
        """Print what is sold and given back, open the drawer, and tell at the counter."""
        self._till = till
        self.told.connect(page.tell_printing)
        page.print_again_requested.connect(lambda: self._do(self._queue.print_left))
        page.discard_papers_requested.connect(lambda: self._do(self._queue.discard_left))
        page.sold.connect(self._after_sale)
        till.taken_back.connect(self._after_sale)
        till.moved.connect(self._open_drawer)
        till.closed.connect(self._after_closing)
        self._do(self._queue.load)

    def offered(self, tab: SettingsTab) -> SettingsTab:
        """The page of settings with the printer's section."""
        tab.sections[Section.PRINTER] = lambda: PrinterForm(tab.book, self.try_out)
        return tab

    def put(self, slip: Slip, name: str) -> str:
        """Print a paper soon, or keep it as files; returns where it is kept."""
        if self._settings.is_printer:
            self._do(partial(self._queue.add, PrintJob(name, slip, self._head().words.reissued)))
            return ""
        folder = papers_folder(self._shop.home, self._settings)
        return PaperFiles(folder, self._files.submit).put(slip, name)

    def try_out(self) -> TestPage:
        """Make a test page, and wait for what comes of it; not on the GUI thread.

        Raises:
            PrinterError, StorageError: it could not be made.
        """
        slip = trial_slip(self._head())
        if self._settings.is_printer:
            return TestPage("", self._printer.submit(self._queue.try_out, slip).result())
        return TestPage(PaperFiles(papers_folder(self._shop.home, self._settings)).put(slip, _TEST))

    def end(self) -> None:
        """Finish the paper being printed; what waits behind it is asked about at the next start."""
        self._queue.close()
        self._printer.shutdown()
        self._files.shutdown()

    @property
    def _settings(self) -> PrinterSettings:
        return self._shop.settings.printer

    @Slot(object)
    def _after_sale(self, sale: Sale) -> None:
        if any(each.kind is TenderKind.CASH and each.amount != ZERO for each in sale.payments):
            self._open_drawer()
        settings = self._settings
        if settings.is_used and settings.receipts is Receipts.EVERY and self._till is not None:
            self._till.hand_out(sale)

    @Slot(object)
    def _after_closing(self, report: ZReport) -> None:
        if self._settings.is_used and self._till is not None:
            self._till.print_z(report)

    @Slot()
    def _open_drawer(self) -> None:
        if self._settings.is_printer and self._settings.drawer:
            self._do(self._queue.kick)

    def _open_printer(self) -> Printer:
        return open_printer(self._settings)

    def _do(self, act: Callable[[], None]) -> None:
        self._printer.submit(act).add_done_callback(_log_bug)


def _log_bug(done: Future[None]) -> None:
    if (error := done.exception()) is not None:
        _log.critical("bug while printing", exc_info=error)
