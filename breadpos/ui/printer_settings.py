"""What receipts come out of, when, and whether it works."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from breadpos.application.ports import PaperLeft
from breadpos.domain.errors import BreadposError, SettingsError
from breadpos.settings import PrinterKind, Receipts
from breadpos.ui.errand import Errand
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import restyle
from breadpos.ui.prose import Prose
from breadpos.ui.setting_row import OptionRow, TextRow
from breadpos.ui.settings_book import Place, SettingsBook
from breadpos.ui.settings_form import SettingsForm
from breadpos.ui.tokens import PAD_PX

_NARROW, _WIDE = 32, 48
"""Letters on a roll of 58 and of 80 mm."""

_HOST = re.compile(r"[A-Za-z0-9._:-]+")


@dataclass(frozen=True, slots=True)
class TestPage:
    """What came of a test page.

    Attributes:
        where: the file it is; empty where it was printed.
    """

    where: str
    paper: PaperLeft = PaperLeft.UNKNOWN


class PrinterForm(SettingsForm):
    """None, a network printer, one at a cable, or a folder; a test page tells whether it works.

    Args:
        test: makes a test page with the settings saved; may take a while.
    """

    def __init__(
        self, book: SettingsBook, test: Callable[[], TestPage], parent: QWidget | None = None
    ) -> None:
        self._test = test
        self.kind = OptionRow(("printer", "kind"), tuple(PrinterKind))
        self.address = TextRow(("printer", "address"))
        self.port = TextRow(("printer", "port"), short=True)
        self.paper = OptionRow(("register", "receipt_columns"), (_NARROW, _WIDE), short=True)
        self.receipts = OptionRow(("printer", "receipts"), tuple(Receipts))
        self.drawer = OptionRow(("printer", "drawer"), (True, False), short=True)
        self.reports = OptionRow(("printer", "reports"), (True, False), short=True)
        self.test_button = KeyButton(icon="printer", keys=("F5",))
        self.result = Prose()
        self.testing = Errand()
        rows = (
            self.kind,
            self.address,
            self.port,
            self.paper,
            self.receipts,
            self.drawer,
            self.reports,
        )
        super().__init__(book, rows, parent=parent)
        self.side_by_side(self.address, self.port)
        self.side_by_side(self.paper, self.receipts)
        self.side_by_side(self.drawer, self.reports)
        foot = QHBoxLayout()
        foot.setSpacing(PAD_PX)
        foot.addWidget(self.test_button)
        foot.addWidget(self.result, stretch=1)
        self._layout.insertLayout(self._layout.count() - 1, foot)  # in sight however it is rolled
        self.kind.changed.connect(self._show_kind)
        self.test_button.clicked.connect(self.try_out)
        self.testing.done.connect(self._show_page)
        self.testing.failed.connect(self._show_failure)
        self.retranslate()
        self._show_kind()

    def show_settings(self) -> None:
        super().show_settings()
        if self.test_button.parent() is not None:  # else it is not laid out yet
            self._show_kind()

    def try_out(self) -> None:
        """Save what is entered, and make a test page with it."""
        if self._edited() and not self.save():
            return
        self._say(self.tr("A test page is being made…"), "muted")
        self.test_button.setEnabled(False)
        self.testing.run(self._test)

    def check(self, values: dict[Place, object]) -> None:
        """Refuse a printer without an address that could be one."""
        kind, address = self.kind.value(), self.address.value()
        is_host = kind is PrinterKind.NETWORK and not _HOST.fullmatch(address)
        if values and (is_host or (kind is PrinterKind.DEVICE and not address)):
            self.address.mark(wrong=True)
            raise SettingsError("printer.address is no address")

    @Slot(object)
    def _show_page(self, page: TestPage) -> None:
        words = self.tr("The test page is printed ✓")
        if page.where:
            words = self.tr("Kept as %1 ✓").replace("%1", page.where)
        if page.paper is PaperLeft.LITTLE:
            words = self.tr("The test page is printed ✓ The roll is nearly used up.")
        self._say(words, "good")

    @Slot(object)
    def _show_failure(self, error: BreadposError) -> None:
        self._say(super().words_for(error), "problem")

    def words_for(self, error: BreadposError) -> str:
        if isinstance(error, SettingsError) and "address" in str(error):
            return self.tr("Nothing is saved yet: look at the marked lines.")
        return super().words_for(error)

    def _say(self, words: str, kind: str) -> None:
        self.result.setText(words)
        self.result.setProperty("words", kind)
        restyle(self.result)
        self.test_button.setEnabled(True)

    def _show_kind(self) -> None:
        """Only what matters for the kind chosen."""
        kind = self.kind.value()
        self._say("", "muted")
        self.address.setVisible(kind is not PrinterKind.NONE)
        self.port.setVisible(kind is PrinterKind.NETWORK)
        self.receipts.setVisible(kind is not PrinterKind.NONE)
        self.drawer.setVisible(self._is_printer())
        self.reports.setVisible(kind is PrinterKind.NETWORK)
        self.test_button.setVisible(kind is not PrinterKind.NONE)
        self._word_kind()

    def _word_kind(self) -> None:
        labels = {
            PrinterKind.NONE: ("", ""),
            PrinterKind.NETWORK: (
                self.tr("Address"),
                self.tr("As its self-test prints it, such as 192.168.1.50."),
            ),
            PrinterKind.DEVICE: (
                self.tr("Device"),
                self.tr("Its file, such as /dev/usb/lp0. On Windows use the network."),
            ),
            PrinterKind.FOLDER: (
                self.tr("Folder"),
                self.tr("Empty: “papers” in the shop's own folder."),
            ),
        }
        kind = self.kind.value()
        without = self.tr("Without a printer, single receipts become files.")
        self.kind.set_words(self.tr("Receipts go to"), without if kind is PrinterKind.NONE else "")
        if isinstance(kind, PrinterKind):
            self.address.set_words(*labels[kind])
        self.test_button.set_words(
            self.tr("Print a test page") if self._is_printer() else self.tr("Make a test page")
        )

    def _is_printer(self) -> bool:
        kind = self.kind.value()
        return isinstance(kind, PrinterKind) and kind.is_printer

    def retranslate(self) -> None:
        self.title.setText(self.tr("Printer"))
        self.kind.name_options(
            {
                PrinterKind.NONE: self.tr("Nothing"),
                PrinterKind.NETWORK: self.tr("Network"),
                PrinterKind.DEVICE: self.tr("Cable"),
                PrinterKind.FOLDER: self.tr("Folder"),
            }
        )
        self.port.set_words(self.tr("Port"), self.tr("Nearly always 9100."))
        self.paper.set_words(self.tr("Width of the roll"))
        self.paper.name_options({_NARROW: "58 mm", _WIDE: "80 mm"})
        self.receipts.set_words(self.tr("A receipt comes"))
        self.receipts.name_options(
            {
                Receipts.EVERY: self.tr("Always"),
                Receipts.ASK: self.tr("On asking"),
                Receipts.NEVER: self.tr("Never"),
            }
        )
        self.drawer.set_words(self.tr("Open the drawer on cash"))
        self.drawer.name_options({True: self.tr("On"), False: self.tr("Off")})
        self.reports.set_words(
            self.tr("The printer says whether it has paper"),
            self.tr("Off only for one that never answers."),
        )
        self.reports.name_options({True: self.tr("On"), False: self.tr("Off")})
        self._word_kind()
