import os
import pty
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from breadpos.application.ports import PaperLeft
from breadpos.devices import escpos_printer, printer_line
from breadpos.devices.escpos_printer import WIDEST_DOTS, EscposPrinter, dots
from breadpos.devices.printer_line import DeviceLine, NetworkLine
from breadpos.domain.errors import (
    PaperOut,
    PrinterCoverOpen,
    PrinterError,
    PrinterFault,
    PrinterSilent,
    PrinterUnreachable,
    PrintInDoubt,
)
from breadpos.domain.receipt import Letterhead, receipt_slip
from breadpos.domain.trial_slip import trial_slip
from tests.printers import COVER_OPEN, FAULT, PAPER_LOW, PAPER_OUT, PaperPrinter, running
from tests.unit.domain.test_receipt import EXAMPLE, JST, SHOP

SLIP = receipt_slip(EXAMPLE, Letterhead(SHOP, JST))


@pytest.fixture
def paper() -> Iterator[PaperPrinter]:
    with running(PaperPrinter()) as printer:
        yield printer


def printer_at(paper: PaperPrinter, *, pin: int = 2, reports: bool = True) -> EscposPrinter:
    line = partial(NetworkLine, "127.0.0.1", paper.port)
    return EscposPrinter(line, "counter", drawer_pin=pin, reports=reports)


@pytest.mark.parametrize(("columns", "wide"), [(32, 384), (48, 576), (64, WIDEST_DOTS)])
def test_what_comes_out_is_the_receipt_dot_for_dot(
    paper: PaperPrinter, columns: int, wide: int
) -> None:
    slip = receipt_slip(EXAMPLE, Letterhead(SHOP, JST, columns=columns))
    begun: list[str] = []
    printer_at(paper).print_slip(slip, lambda: begun.append("begun"))

    assert begun == ["begun"]
    (out,) = paper.pictures
    assert out.width == wide
    assert np.array_equal(np.asarray(out), np.asarray(dots(slip)))
    assert 0.02 < (np.asarray(out) == 0).mean() < 0.3


@pytest.mark.parametrize("pin", [2, 5])
def test_the_drawer_gets_its_pulse_and_no_paper_comes(paper: PaperPrinter, pin: int) -> None:
    with running(paper):
        printer = printer_at(paper, pin=pin)
        printer.kick()
        printer.look()  # the pulse came before it
    assert (paper.pulses, paper.pictures) == ([pin], [])


@pytest.mark.parametrize(
    ("offline", "roll", "refusal"),
    [
        (0x12, PAPER_OUT, PaperOut),
        (COVER_OPEN, 0x12, PrinterCoverOpen),
        (FAULT, 0x12, PrinterFault),
    ],
)
def test_what_is_in_the_way_is_told_before_anything_is_printed(
    paper: PaperPrinter, offline: int, roll: int, refusal: type[PrinterError]
) -> None:
    paper.offline, paper.paper = offline, roll
    begun: list[str] = []
    with pytest.raises(refusal):
        printer_at(paper).print_slip(SLIP, lambda: begun.append("begun"))
    assert (begun, paper.pictures) == ([], [])


def test_a_roll_nearly_used_up_is_told_and_printed_on(paper: PaperPrinter) -> None:
    assert printer_at(paper).look() is PaperLeft.PLENTY
    paper.paper = PAPER_LOW
    assert printer_at(paper).look() is PaperLeft.LITTLE
    printer_at(paper).print_slip(SLIP, lambda: None)
    assert len(paper.pictures) == 1


def test_nobody_at_the_address_is_told(paper: PaperPrinter) -> None:
    with running(PaperPrinter()) as gone:
        pass
    with pytest.raises(PrinterUnreachable, match="power"):
        printer_at(gone).look()
    with pytest.raises(PrinterUnreachable, match="no address"):
        NetworkLine("", paper.port)


def test_a_printer_that_does_not_answer_has_nothing_sent_to_it(
    paper: PaperPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escpos_printer, "_ANSWER_S", 0.05)
    paper.is_mute = True
    with pytest.raises(PrinterSilent):
        printer_at(paper).print_slip(SLIP, lambda: None)
    assert paper.pictures == []


def test_one_that_never_reports_is_written_to_on_trust(paper: PaperPrinter) -> None:
    paper.is_mute, paper.confirms = True, False
    printer = printer_at(paper, reports=False)
    assert printer.look() is PaperLeft.UNKNOWN
    printer.print_slip(SLIP, lambda: None)
    assert paper.has_cut.wait(5)
    assert len(paper.pictures) == 1


def test_one_that_takes_all_and_never_says_it_has_printed_is_in_doubt(
    paper: PaperPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escpos_printer, "_PATIENCE_S", 0.05)
    monkeypatch.setattr(escpos_printer, "_SLOWEST_DOTS_S", 1e9)
    paper.confirms = False
    with pytest.raises(PrintInDoubt):
        printer_at(paper).print_slip(SLIP, lambda: None)


def test_a_line_that_drops_half_way_is_in_doubt(paper: PaperPrinter) -> None:
    paper.hangs_up_after = 3_000
    with pytest.raises(PrintInDoubt):
        printer_at(paper).print_slip(SLIP, lambda: None)
    assert paper.pictures == []


def test_a_line_that_drops_before_the_first_dot_printed_nothing(paper: PaperPrinter) -> None:
    paper.hangs_up_after = 2
    with pytest.raises(PrinterUnreachable):
        printer_at(paper).print_slip(SLIP, lambda: None)


def test_a_serial_printer_gets_every_byte_as_it_is() -> None:
    ours, theirs = pty.openpty()
    try:
        line = DeviceLine(os.ttyname(theirs))
        line.send(b"\x1b@\n\r\x03\x11")
        assert os.read(ours, 100) == b"\x1b@\n\r\x03\x11"
        assert line.hear(1) == b""
        line.close()
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_cable_that_takes_nothing_more_does_not_hold_the_till(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_line, "_SEND_S", 0.05)
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        printer = EscposPrinter(partial(DeviceLine, str(pipe)), str(pipe), reports=False)
        long = receipt_slip(EXAMPLE, Letterhead(SHOP, JST, columns=48))
        printer.print_slip(long, lambda: None)
        with pytest.raises(PrintInDoubt, match="takes nothing more"):
            printer.print_slip(long, lambda: None)  # the pipe is full before its end
    finally:
        os.close(reader)


def test_a_cable_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterUnreachable, match="No such file"):
        DeviceLine(str(tmp_path / "lp0"))


def test_the_test_page_shows_both_edges_in_either_language() -> None:
    for language, words in (("ja", "テスト印刷"), ("en", "TEST PAGE")):
        slip = trial_slip(Letterhead(SHOP, JST, language))
        assert words in slip.text
        assert "-" * 32 in slip.text
