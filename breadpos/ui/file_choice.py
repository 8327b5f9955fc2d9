"""Asking for a file to read or to write."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from breadpos.ui.dialog_dress import dress


class FileChoice(Protocol):
    """How a page asks for a file; `chosen` is called unless the person changes their mind."""

    def to_read(self, title: str, patterns: str, chosen: Callable[[Path], None]) -> None: ...

    def to_write(
        self, title: str, patterns: str, name: str, chosen: Callable[[Path], None]
    ) -> None: ...


class DialogFileChoice:
    """The computer's own file dialog over a window; it begins where the last file was."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._folder = usual_folder()

    def to_read(self, title: str, patterns: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._parent, title, self._folder, patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, chosen)

    def to_write(
        self, title: str, patterns: str, name: str, chosen: Callable[[Path], None]
    ) -> None:
        dialog = QFileDialog(self._parent, title, self._folder, patterns)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        self._open(dialog, chosen)

    def _open(self, dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
        def take(path: str) -> None:
            self._folder = str(Path(path).parent)
            chosen(Path(path))

        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dress(dialog, self._parent)
        dialog.open()


def usual_folder() -> str:
    """Where a person would look first: their documents."""
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    home = QStandardPaths.writableLocation(places.HomeLocation)
    return documents if Path(documents).is_dir() else home
