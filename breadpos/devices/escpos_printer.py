"""Receipt printers that speak ESC/POS: papers as pictures, for their fonts differ by country.

Source: Epson, ESC/POS Command Reference: GS v 0, GS V 66, ESC p, DLE EOT, GS r.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from escpos.constants import CD_KICK_2, CD_KICK_5, GS, HW_INIT, RT_STATUS, RT_STATUS_PAPER
from escpos.image import EscposImage
from PIL import Image

from breadpos.application.ports import PaperLeft
from breadpos.devices.printer_line import Line
from breadpos.devices.slip_image import slip_image
from breadpos.domain.errors import (
    PaperOut,
    PrinterCoverOpen,
    PrinterFault,
    PrinterSilent,
    PrinterUnreachable,
    PrintInDoubt,
)
from breadpos.domain.slip import Slip

WIDEST_DOTS = 576
"""What 80 mm paper holds at 203 dpi."""

_BAND_ROWS = 240
"""A picture is sent in bands, for printers with little memory."""

_CUT = GS + b"V\x42\x00"
"""Feed to the knife, then cut; a printer without one only feeds."""

_WHY_OFFLINE = bytes(RT_STATUS) + b"\x02"
_WHEN_PRINTED = GS + b"r\x01"
"""Answered in its turn, once what came before is on paper; DLE EOT is answered at once."""

_FIXED, _IS_REAL_TIME, _NOT_IN_TURN = 0x93, 0x12, 0x90
_COVER, _PAPER_STOP, _ERROR = 0x04, 0x20, 0x40
_OUT, _NEAR_END = 0x60, 0x0C
_ANSWER_S = 2.0
_PATIENCE_S = 5.0
_SLOWEST_DOTS_S = 400.0
"""Rows of dots a slow printer prints in a second: 50 mm."""

_INK_BELOW = 160
"""Greyer dots are paper; a little over half, so that thin strokes of kanji do not break."""


class EscposPrinter:
    """Each call opens the line anew, so that a printer turned off and on is found again.

    Args:
        address: for messages.
        reports: it says how it is; one that does not is written to on trust.
    """

    def __init__(
        self,
        open_line: Callable[[], Line],
        address: str,
        *,
        drawer_pin: int = 2,
        reports: bool = True,
    ) -> None:
        self._open_line, self._address, self._reports = open_line, address, reports
        self._pulse = bytes(CD_KICK_5 if drawer_pin == 5 else CD_KICK_2)

    def print_slip(self, slip: Slip, begin: Callable[[], None]) -> None:
        picture = dots(slip)
        with self._line() as line:
            self._ask(line)
            begin()
            try:
                line.send(HW_INIT + b"".join(bands(picture)) + _CUT)
                if self._reports:
                    self._wait(line, picture.height)
            except OSError as error:
                raise PrintInDoubt(str(error) or type(error).__name__) from error

    def kick(self) -> None:
        with self._line() as line:
            line.send(self._pulse)

    def look(self) -> PaperLeft:
        with self._line() as line:
            return self._ask(line)

    @contextmanager
    def _line(self) -> Iterator[Line]:
        line = self._open_line()
        try:
            yield line
        except OSError as error:
            reason = error.strerror or str(error)
            raise PrinterUnreachable(self._address, reason) from error
        finally:
            line.close()

    def _ask(self, line: Line) -> PaperLeft:
        """Whether it can print; a refusal says what is in the way."""
        if not self._reports:
            return PaperLeft.UNKNOWN
        why, paper = self._status(line, _WHY_OFFLINE), self._status(line, RT_STATUS_PAPER)
        if why & _COVER:
            raise PrinterCoverOpen
        if paper & _OUT == _OUT or why & _PAPER_STOP:
            raise PaperOut
        if why & _ERROR:
            raise PrinterFault
        return PaperLeft.LITTLE if paper & _NEAR_END else PaperLeft.PLENTY

    def _status(self, line: Line, question: bytes) -> int:
        line.send(question)
        until = monotonic() + _ANSWER_S
        while heard := line.hear(until - monotonic()):
            if heard[0] & _FIXED == _IS_REAL_TIME:  # else it is a report nobody asked for
                return heard[0]
        raise PrinterSilent(self._address)

    def _wait(self, line: Line, rows: int) -> None:
        line.send(_WHEN_PRINTED)
        until = monotonic() + _PATIENCE_S + rows / _SLOWEST_DOTS_S
        while heard := line.hear(until - monotonic()):
            if not heard[0] & _NOT_IN_TURN:
                return
        raise TimeoutError("it does not say that it has printed")


def dots(slip: Slip) -> Image.Image:
    """The paper in black and white as it comes out, no wider than the widest roll."""
    picture = slip_image(slip)
    if picture.width > WIDEST_DOTS:
        high = round(picture.height * WIDEST_DOTS / picture.width)
        picture = picture.resize((WIDEST_DOTS, high), Image.Resampling.LANCZOS)
    return picture.point(lambda grey: 255 if grey >= _INK_BELOW else 0)


def bands(picture: Image.Image) -> Iterator[bytes]:
    """The picture as GS v 0 commands, one a band."""
    for top in range(0, picture.height, _BAND_ROWS):
        low = min(top + _BAND_ROWS, picture.height)
        band = EscposImage(picture.crop((0, top, picture.width, low)))
        size = band.width_bytes.to_bytes(2, "little") + band.height.to_bytes(2, "little")
        yield GS + b"v0\x00" + size + band.to_raster_format()
