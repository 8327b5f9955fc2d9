"""Asking for a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class FolderChoice(Protocol):
    """How a page asks for a folder; `chosen` is called unless the person changes their mind."""

    def to_read(self, title: str, chosen: Callable[[Path], None]) -> None: ...


class DialogFolderChoice:
    """The system's own dialog over a window; a new folder can be made in it."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def to_read(self, title: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
