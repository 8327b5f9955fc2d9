"""Asking for a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from breadpos.ui.dialog_dress import dress
from breadpos.ui.file_choice import usual_folder


class FolderChoice(Protocol):
    """How a page asks for a folder; `chosen` is called unless the person changes their mind."""

    def to_read(self, title: str, chosen: Callable[[Path], None]) -> None: ...


class DialogFolderChoice:
    """The computer's own dialog over a window; a new folder can be made in it."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._place = usual_folder()

    def to_read(self, title: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._parent, title, self._place)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._take(Path(path), chosen))
        dialog.finished.connect(dialog.deleteLater)
        dress(dialog, self._parent)
        dialog.open()

    def _take(self, folder: Path, chosen: Callable[[Path], None]) -> None:
        self._place = str(folder)
        chosen(folder)


def new_folder_in(place: Path, name: str) -> Path:
    """A folder of that name, or the next one, that is not there yet."""
    folder, number = place / name, 2
    while folder.exists():
        folder, number = place / f"{name}-{number}", number + 1
    return folder
