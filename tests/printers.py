"""A receipt printer on a loopback socket: it takes commands, answers, and draws what it is sent."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

import numpy as np
from PIL import Image

READY, OFFLINE = 0x12, 0x1A
COVER_OPEN, FAULT = 0x16, 0x52
PAPER_OUT, PAPER_LOW = 0x72, 0x1E


@dataclass
class PaperPrinter:
    """How it behaves, and what came out; each connection is served in its turn."""

    offline: int = READY
    paper: int = READY
    is_mute: bool = False
    confirms: bool = True
    hangs_up_after: int | None = None
    port: int = 0
    pictures: list[Image.Image] = field(default_factory=list)
    pulses: list[int] = field(default_factory=list)
    has_cut: Event = field(default_factory=Event)
    _bands: list[np.ndarray] = field(default_factory=list)

    def serve(self, server: socket.socket) -> None:
        while True:
            try:
                line, _ = server.accept()
            except OSError:
                return
            with line, suppress(ConnectionError, EOFError):
                self._bands = []
                self._listen(_Ear(line, self.hangs_up_after))

    def _listen(self, ear: "_Ear") -> None:
        while True:
            head = ear.take(2)
            if head == b"\x10\x04":
                self._answer(ear, ear.take(1)[0])
            elif head == b"\x1bp":
                self.pulses.append(5 if ear.take(3)[0] else 2)
            elif head == b"\x1dv":
                self._draw(ear)
            elif head == b"\x1dV":
                ear.take(2)
                self._cut()
            elif head == b"\x1dr":
                ear.take(1)
                if self.confirms:
                    ear.line.sendall(b"\x00")
            else:
                assert head == b"\x1b@", head

    def _answer(self, ear: "_Ear", question: int) -> None:
        if not self.is_mute:
            ear.line.sendall(bytes([{2: self.offline, 4: self.paper}[question]]))

    def _draw(self, ear: "_Ear") -> None:
        head = ear.take(6)
        assert head[:2] == b"0\x00"
        wide, high = head[2] + 256 * head[3], head[4] + 256 * head[5]
        bits = np.frombuffer(ear.take(wide * high), np.uint8).reshape(high, wide)
        self._bands.append(np.unpackbits(bits, axis=1))

    def _cut(self) -> None:
        ink = np.concatenate(self._bands)
        self.pictures.append(Image.fromarray(((1 - ink) * 255).astype(np.uint8)))
        self._bands = []
        self.has_cut.set()


class _Ear:
    def __init__(self, line: socket.socket, limit: int | None) -> None:
        self.line, self._left = line, limit

    def take(self, count: int) -> bytes:
        heard = b""
        while len(heard) < count:
            if self._left is not None and self._left <= 0:
                raise EOFError
            part = self.line.recv(count - len(heard))
            if not part:
                raise EOFError
            heard += part
            if self._left is not None:
                self._left -= len(part)
        return heard


@contextmanager
def running(printer: PaperPrinter) -> Iterator[PaperPrinter]:
    """The printer at a free port of this computer, until the end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        printer.port = server.getsockname()[1]
        thread = Thread(target=printer.serve, args=(server,))
        thread.start()
        try:
            yield printer
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(5)
