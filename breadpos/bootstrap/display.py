"""Whether a window can be opened here, asked before Qt is: what it cannot open ends the program."""

import ctypes
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from breadpos.domain.errors import DisplayMissing, DisplayUnreachable, WindowLibraryMissing
from breadpos.ui.fonts import load_fonts
from breadpos.ui.qt_environment import forget_cv2_qt

_PLATFORM = "QT_QPA_PLATFORM"
_X11, _WAYLAND = frozenset({"", "xcb"}), frozenset({"", "wayland", "wayland-egl"})
"""By what names Qt is told to use them; it is told nothing as a rule."""
_PLUGINS = "QT_QPA_PLATFORM_PLUGIN_PATH"
_X_PLUGIN = "libqxcb.so"
_X_LIBRARY = "libxcb.so.1"
_SOON_S = 2.0


def make_application() -> QApplication:
    """The one QApplication, with the shipped typeface.

    Raises:
        DisplayMissing: there is no screen to open a window on.
        WindowLibraryMissing: the system lacks a library that windows need.
    """
    forget_cv2_qt()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with reachable_display():
            app = QApplication(sys.argv[:1])
    app.setApplicationName("breadpos")
    load_fonts(app)
    return app


@contextmanager
def reachable_display() -> Iterator[None]:
    """A display to open windows on; it stays, for an X server starts anew once nobody looks at it.

    Raises:
        DisplayMissing: there is no screen; DisplayUnreachable, if one is named.
        WindowLibraryMissing: the system lacks a library that windows need.
    """
    named = {each.partition(":")[0] for each in os.environ.get(_PLATFORM, "").split(";")}
    if sys.platform in {"win32", "darwin", "cygwin"} or named - _X11 - _WAYLAND:
        yield  # there is always a screen, or none is wanted
        return
    wayland = os.environ.get("WAYLAND_DISPLAY", "") if named & _WAYLAND else ""
    x11 = os.environ.get("DISPLAY", "") if named & _X11 else ""
    if not wayland and not x11:
        raise DisplayMissing
    if wayland and _answers(wayland):
        yield
    elif not x11:
        raise DisplayUnreachable("WAYLAND_DISPLAY", wayland)
    else:
        with _connection(x11):
            require_libraries()
            yield


def _answers(wayland: str) -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / wayland
    with closing(socket.socket(socket.AF_UNIX)) as caller:
        caller.settimeout(_SOON_S)
        try:
            caller.connect(str(path))
        except OSError:
            return False
    return True


@contextmanager
def _connection(x11: str) -> Iterator[None]:
    """Ask the X server as Qt will ask it."""
    xcb = _load(_X_LIBRARY)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = ctypes.c_char_p, ctypes.c_void_p
    for ask in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        ask.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(x11.encode(), None)
    try:
        if xcb.xcb_connection_has_error(connection):
            raise DisplayUnreachable("DISPLAY", x11)
        yield
    finally:
        xcb.xcb_disconnect(connection)


def require_libraries() -> None:
    """Load what Qt will load to show a window on X; if it cannot, it ends the program.

    Raises:
        WindowLibraryMissing: something of it is not there.
    """
    shipped = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    folders = [Path(each) for each in os.environ.get(_PLUGINS, "").split(":") if each]
    for folder in (*folders, shipped):
        if (folder / _X_PLUGIN).exists():
            _load(str(folder / _X_PLUGIN))
            return


def _load(library: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(library)
    except OSError as error:
        missing, _, reason = str(error).partition(": ")
        raise WindowLibraryMissing(Path(missing).name, reason) from error
