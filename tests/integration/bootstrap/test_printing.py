"""The real register with a printer on a loopback socket."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

from breadpos.bootstrap.doctor import Health, examine
from breadpos.bootstrap.register import Register
from breadpos.bootstrap.shop import letterhead, open_shop
from breadpos.cli.app import app as commands
from breadpos.devices.escpos_printer import dots
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.receipt import receipt_slip
from breadpos.domain.report_slip import z_slip
from breadpos.domain.tender import Tender, TenderKind
from breadpos.settings import Home, PrinterKind, PrinterSettings, Settings, save_settings
from breadpos.ui.printer_settings import PrinterForm
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.tab import Tab
from breadpos.ui.till_panels import TillPanels
from tests.printers import PAPER_OUT, READY, PaperPrinter, running
from tests.registers import register_by_hand

_LONG_MS = 30_000
CROISSANT = Product(ProductId("croissant"), "クロワッサン", Money(216))


@pytest.fixture
def paper() -> Iterator[PaperPrinter]:
    with running(PaperPrinter()) as printer:
        yield printer


@pytest.fixture
def home(tmp_path: Path, paper: PaperPrinter) -> Home:
    home = Home(tmp_path / "home")
    printer = PrinterSettings(kind=PrinterKind.NETWORK, address="127.0.0.1", port=paper.port)
    save_settings(home, Settings(language="ja", printer=printer))
    return home


def sell(register: Register, kind: TenderKind = TenderKind.CASH) -> None:
    register.controller.add("croissant")
    register.controller.begin_payment()
    register.controller.pay([Tender(kind, Money(216))])


def told(register: Register) -> str:
    message = register.window.page.banner.shown()
    return f"{message.title} {message.sentence}" if message else ""


@pytest.mark.usefixtures("qapp")
def test_a_cash_sale_opens_the_drawer_and_prints_the_receipt_on_the_screen(
    qtbot: QtBot, home: Home, paper: PaperPrinter
) -> None:
    with register_by_hand(home, CROISSANT) as register:
        sell(register)
        qtbot.waitUntil(lambda: len(paper.pictures) == 1, timeout=_LONG_MS)
        assert paper.pulses == [2]
        sell(register, TenderKind.CARD)
        qtbot.waitUntil(lambda: len(paper.pictures) == 2, timeout=_LONG_MS)
        assert paper.pulses == [2]
    with open_shop(home) as shop:
        sale = shop.sales.get(1)
        assert sale is not None
        wanted = dots(receipt_slip(sale, letterhead(shop.settings)))
    assert np.array_equal(np.asarray(paper.pictures[0]), np.asarray(wanted))
    assert not list(home.printing.glob("*"))


@pytest.mark.usefixtures("qapp")
def test_a_closed_day_is_printed_by_itself(qtbot: QtBot, home: Home, paper: PaperPrinter) -> None:
    with register_by_hand(home, CROISSANT) as register:
        sell(register, TenderKind.CARD)
        qtbot.waitUntil(lambda: len(paper.pictures) == 1, timeout=_LONG_MS)
        panels = register.window.findChild(TillPanels)
        assert panels is not None
        panels.show_close()
        for _ in ("count", "close"):
            qtbot.mouseClick(panels.close.next_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: len(paper.pictures) == 2, timeout=_LONG_MS)
    with open_shop(home) as shop:
        (report,) = shop.days.z_reports(1)
        wanted = dots(z_slip(report, letterhead(shop.settings)))
    assert np.array_equal(np.asarray(paper.pictures[1]), np.asarray(wanted))


@pytest.mark.usefixtures("qapp")
def test_without_paper_selling_goes_on_and_one_button_prints_what_waits(
    qtbot: QtBot, home: Home, paper: PaperPrinter
) -> None:
    with register_by_hand(home, CROISSANT) as register:
        paper.paper = PAPER_OUT
        sell(register)
        sell(register)
        qtbot.waitUntil(lambda: "2枚" in told(register), timeout=_LONG_MS)
        assert "紙がありません" in told(register)
        paper.paper = READY
        banner = register.window.page.banner
        qtbot.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: len(paper.pictures) == 2, timeout=_LONG_MS)
        qtbot.waitUntil(lambda: "紙" not in told(register), timeout=_LONG_MS)


@pytest.mark.usefixtures("qapp")
def test_what_was_left_is_asked_about_at_the_next_start(
    qtbot: QtBot, home: Home, paper: PaperPrinter
) -> None:
    paper.paper = PAPER_OUT
    with register_by_hand(home, CROISSANT) as register:
        sell(register)
        qtbot.waitUntil(lambda: "紙がありません" in told(register), timeout=_LONG_MS)
    paper.paper = READY
    with register_by_hand(home, CROISSANT) as register:
        qtbot.waitUntil(lambda: "まだ印刷していない" in told(register), timeout=_LONG_MS)
        assert paper.pictures == []
        banner = register.window.page.banner
        qtbot.mouseClick(banner.buttons[1], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "まだ印刷" not in told(register), timeout=_LONG_MS)
    assert (paper.pictures, list(home.printing.glob("*"))) == ([], [])


@pytest.mark.usefixtures("qapp")
def test_the_settings_make_a_test_page_and_say_what_is_wrong(
    qtbot: QtBot, home: Home, paper: PaperPrinter
) -> None:
    with register_by_hand(home, CROISSANT) as register:
        register.window.open_tab(Tab.SETTINGS)
        page = register.window.pages.page(Tab.SETTINGS)
        assert isinstance(page, SettingsPage)
        form = page.section(Section.PRINTER)
        assert isinstance(form, PrinterForm)
        page.open_section(Section.PRINTER)
        qtbot.mouseClick(form.test_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "✓" in form.result.text(), timeout=_LONG_MS)
        assert len(paper.pictures) == 1
        paper.paper = PAPER_OUT
        qtbot.mouseClick(form.test_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "紙がありません" in form.result.text(), timeout=_LONG_MS)
        form.address.line.setText("")
        form.address.changed.emit()
        qtbot.mouseClick(form.test_button, Qt.MouseButton.LeftButton)
        assert form.address.note.text().startswith("！")


def test_the_doctor_looks_at_the_printer(home: Home, paper: PaperPrinter) -> None:
    settings = Settings(
        printer=PrinterSettings(kind=PrinterKind.NETWORK, address="127.0.0.1", port=paper.port)
    )

    def said(settings: Settings) -> tuple[Health, str]:
        found = next(each for each in examine(home, settings) if each.part == "printer")
        return found.health, found.says

    assert said(settings) == (Health.OK, "the printer answers and has paper")
    paper.paper = PAPER_OUT
    assert said(settings)[0] is Health.PROBLEM
    folder = PrinterSettings(kind=PrinterKind.FOLDER, address=str(home.folder / "slips"))
    assert said(replace(settings, printer=folder))[0] is Health.OK


@pytest.mark.usefixtures("qapp")
def test_the_command_prints_the_last_receipt_again(
    qtbot: QtBot, home: Home, paper: PaperPrinter
) -> None:
    run = CliRunner()
    nothing = run.invoke(commands, ["--home", str(home.folder), "print"])
    assert nothing.exit_code == 1
    with register_by_hand(home, CROISSANT) as register:
        sell(register)
        qtbot.waitUntil(lambda: len(paper.pictures) == 1, timeout=_LONG_MS)
    again = run.invoke(commands, ["--home", str(home.folder), "print"])
    assert (again.exit_code, again.output) == (0, "receipt 000001 is printed\n")
    assert paper.pictures[1].height > paper.pictures[0].height  # it bears its mark
