"""Asking for a file to read or to write."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice(Protocol):
    """How a page asks for a file; `chosen` is called unless the person changes their mind."""

    def to_read(self, title: str, patterns: str, chosen: Callable[[Path], None]) -> None: ...

    def to_write(
        self, title: str, patterns: str, name: str, chosen: Callable[[Path], None]
    ) -> None: ...


class DialogFileChoice:
    """The system's own file dialog over a window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def to_read(self, title: str, patterns: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._parent, title, "", patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, chosen)

    def to_write(
        self, title: str, patterns: str, name: str, chosen: Callable[[Path], None]
    ) -> None:
        dialog = QFileDialog(self._parent, title, "", patterns)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        self._open(dialog, chosen)

    def _open(self, dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
