"""What a printer hangs on: a network or a device's file. Nothing here waits for ever."""

import os
import select
import socket
import sys
from contextlib import suppress
from time import monotonic
from typing import Protocol

from breadpos.domain.errors import PrinterUnreachable

_CONNECT_S = 3.0
_SEND_S = 5.0
"""A printer that takes nothing for so long has stalled."""

_PART = 4_096


class Line(Protocol):
    """An open way to a printer; what breaks is an OSError."""

    def send(self, content: bytes) -> None:
        """Hand over all of it, or raise."""
        ...

    def hear(self, seconds: float) -> bytes:
        """The next byte it says; none if it says none in time."""
        ...

    def close(self) -> None: ...


class NetworkLine:
    """A printer at a host's port.

    Raises:
        PrinterUnreachable: nobody answers there.
    """

    def __init__(self, host: str, port: int) -> None:
        address = f"{host}:{port}"
        if not host:
            raise PrinterUnreachable("?", "it has no address yet")
        try:
            self._socket = socket.create_connection((host, port), timeout=_CONNECT_S)
        except (OSError, UnicodeError) as error:
            raise PrinterUnreachable(address, _reason(error)) from error

    def send(self, content: bytes) -> None:
        self._socket.settimeout(_SEND_S)
        for at in range(0, len(content), _PART):
            self._socket.sendall(content[at : at + _PART])

    def hear(self, seconds: float) -> bytes:
        self._socket.settimeout(max(seconds, 0.001))
        try:
            heard = self._socket.recv(1)
        except TimeoutError:
            return b""
        if not heard:
            raise ConnectionResetError("it hung up")
        return heard

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()


class DeviceLine:
    """A printer behind a device's file, such as /dev/usb/lp0; it is written to and not asked.

    Raises:
        PrinterUnreachable: it cannot be opened.
    """

    def __init__(self, path: str) -> None:
        if sys.platform == "win32":
            raise PrinterUnreachable(path, "use its network address on Windows")
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except (OSError, ValueError) as error:
            raise PrinterUnreachable(path or "?", _reason(error)) from error
        if os.isatty(self._file):  # a serial one: every byte as it is, at the speed it is set to
            import tty

            tty.setraw(self._file)

    def send(self, content: bytes) -> None:
        left = memoryview(content)
        until = monotonic() + _SEND_S
        while left:
            _, ready, _ = select.select([], [self._file], [], max(until - monotonic(), 0))
            if not ready:
                raise TimeoutError("it takes nothing more")
            left = left[os.write(self._file, left[:_PART]) :]
            until = monotonic() + _SEND_S

    def hear(self, seconds: float) -> bytes:  # noqa: ARG002  it says nothing
        return b""

    def close(self) -> None:
        os.close(self._file)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer"
    return (isinstance(error, OSError) and error.strerror) or str(error)
