"""The printer that the settings name."""

from functools import partial
from pathlib import Path

from breadpos.application.papers import RECEIPT
from breadpos.application.ports import Printer
from breadpos.bootstrap.shop import Shop, letterhead
from breadpos.domain.errors import PrinterMissing, SaleNotFound
from breadpos.domain.journal import RECEIPT_ISSUED
from breadpos.domain.receipt import receipt_slip
from breadpos.domain.slip import Slip
from breadpos.domain.trial_slip import trial_slip
from breadpos.settings import Home, PrinterKind, PrinterSettings


def open_printer(printer: PrinterSettings) -> Printer:
    """The printer as set up; nothing is sent to it yet.

    Raises:
        PrinterMissing: none is set up.
    """
    from breadpos.devices.escpos_printer import EscposPrinter  # here: few are printed at a start
    from breadpos.devices.printer_line import DeviceLine, NetworkLine

    if printer.kind is PrinterKind.NETWORK:
        return EscposPrinter(
            partial(NetworkLine, printer.address, printer.port),
            f"{printer.address}:{printer.port}",
            drawer_pin=printer.drawer_pin,
            reports=printer.reports,
        )
    if printer.kind is PrinterKind.DEVICE:
        line = partial(DeviceLine, printer.address)
        return EscposPrinter(line, printer.address, drawer_pin=printer.drawer_pin, reports=False)
    raise PrinterMissing


def papers_folder(home: Home, printer: PrinterSettings) -> Path:
    """Where papers go as files."""
    if printer.kind is PrinterKind.FOLDER and printer.address:
        return home.folder / Path(printer.address).expanduser()
    return home.papers


def print_again(shop: Shop, number: int | None) -> int:
    """Print a receipt, or the last one, marked as printed again; returns its number.

    Raises:
        SaleNotFound: there is none; PrinterError: it did not come out, or nobody knows.
    """
    newest = shop.sales.newest(1)
    sale = shop.sales.get(number) if number else (newest[0] if newest else None)
    if sale is None:
        raise SaleNotFound(number or 1)
    printer = open_printer(shop.settings.printer)
    printer.look()
    shop.journal.append(RECEIPT_ISSUED, {"receipt": sale.number, "form": RECEIPT})
    _print(printer, receipt_slip(sale, letterhead(shop.settings), reissued=True))
    return sale.number


def print_trial(shop: Shop) -> None:
    """Print a test page; a refusal is a PrinterError."""
    _print(open_printer(shop.settings.printer), trial_slip(letterhead(shop.settings)))


def _print(printer: Printer, slip: Slip) -> None:
    printer.print_slip(slip, lambda: None)
