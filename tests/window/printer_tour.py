"""What a printer adds to the screens; there is none to print with."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from breadpos.application.print_queue import PrintState
from breadpos.domain.errors import PaperOut
from breadpos.settings import PrinterKind, PrinterSettings, Receipts
from breadpos.ui.printer_settings import PrinterForm
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.tab import Tab

if TYPE_CHECKING:
    from tests.window.tour import Tour

_ADDRESS = "192.168.1.50"
_NETWORK = PrinterSettings(kind=PrinterKind.NETWORK, address=_ADDRESS, receipts=Receipts.ASK)


def choose_network(form: PrinterForm) -> None:
    """As an owner does it, without saving it."""
    form.kind.options.button(PrinterKind.NETWORK).click()
    form.address.line.setText(_ADDRESS)


def _form(tour: "Tour") -> PrinterForm:
    page = tour.live.open_tab(Tab.SETTINGS)
    assert isinstance(page, SettingsPage)
    tour.live.tap(page.button(Section.PRINTER))
    form = page.findChild(PrinterForm)
    assert isinstance(form, PrinterForm)
    form.show_settings()
    return form


def _settings_nothing(tour: "Tour") -> None:
    _form(tour)


def _settings_network(tour: "Tour") -> None:
    choose_network(_form(tour))


def _settings_refused(tour: "Tour") -> None:
    form = _form(tour)
    choose_network(form)
    form.address.line.setText("")
    tour.live.tap(form.save_button)


def _counter_paper_out(tour: "Tour") -> None:
    tour.lay("sure")
    tour.live.page.tell_printing(PrintState(2, PaperOut()))


def _receipt_asked(tour: "Tour") -> None:
    _sell(tour, _NETWORK)


def _receipt_printed(tour: "Tour") -> None:
    _sell(tour, replace(_NETWORK, receipts=Receipts.EVERY))


def _sell(tour: "Tour", printer: PrinterSettings) -> None:
    """Only the screen knows of the printer: nothing is sent to its address."""
    front = tour.live.page._front
    before, front.printer = front.printer, printer
    try:
        tour.sell()
    finally:
        front.printer = before


PRINTER_SCREENS: Mapping[str, Callable[["Tour"], None]] = {
    "counter-paper-out": _counter_paper_out,
    "receipt-asked": _receipt_asked,
    "receipt-printed": _receipt_printed,
    "settings-printer-network": _settings_network,
    "settings-printer-refused": _settings_refused,
    "settings-printer": _settings_nothing,
}
