"""A file dialog as the rest of the window is, where the computer has none of its own."""

from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDir,
    QFileInfo,
    QSize,
    QStandardPaths,
    QStorageInfo,
    QUrl,
)
from PySide6.QtGui import QAbstractFileIconProvider, QColor, QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QWidget,
)

from breadpos.ui.icons import tinted
from breadpos.ui.tokens import EDGE_PX

_SIZE = QSize(920, 600)
_AROUND_PX = 2 * EDGE_PX
_ICON_PX = 22
_PLACES_PX, _NAME_PX = 200, 380
_NAME, _DATE = 0, 3
_SHOWN = (_NAME, _DATE)
_PLUGGED_IN = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where a memory stick appears."""
_PLACES = (
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.PicturesLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)
_BUTTONS = {"toParentButton": "arrow-up", "newFolderButton": "folder-plus"}
_NEEDLESS = ("backButton", "forwardButton", "listModeButton", "detailModeButton")
_NEEDLESS_FOR_FOLDERS = ("fileTypeCombo", "fileTypeLabel")


class _Icons(QAbstractFileIconProvider):
    """Folders and files in the window's ink."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._folder, self._file = (_icon(name, colour) for name in ("folder", "file"))

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        is_file = what is QAbstractFileIconProvider.IconType.File
        return self._file if is_file else self._folder


def dress(dialog: QFileDialog, window: QWidget) -> None:
    """Give Qt's own file dialog the window's words, places and sizes; another is left alone."""
    rows = dialog.findChild(QTreeView, "treeView")
    if not isinstance(rows, QTreeView):
        return  # the computer's own
    ink = window.palette().color(window.foregroundRole())
    dialog.setFont(window.font())
    icons = _Icons(ink)
    dialog.setProperty("icons", icons)  # the dialog does not keep them itself
    dialog.setIconProvider(icons)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    _show_rows(rows)
    _name(dialog)
    is_folder = dialog.fileMode() is QFileDialog.FileMode.Directory
    for part in dialog.findChildren(QWidget):
        name = part.objectName()
        if name in _NEEDLESS or (is_folder and name in _NEEDLESS_FOR_FOLDERS):
            part.hide()
        if name in _BUTTONS and isinstance(part, QToolButton):
            part.setIcon(_icon(_BUTTONS[name], ink))
            part.setIconSize(QSize(_ICON_PX, _ICON_PX))
        if isinstance(part, QPushButton):
            part.setIcon(QIcon())  # the style's own are of another hand
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in _places()])
    splitter = dialog.findChild(QSplitter)
    if isinstance(splitter, QSplitter):
        splitter.setSizes([_PLACES_PX, _SIZE.width() - _PLACES_PX])
    room = window.window().size() - QSize(_AROUND_PX, _AROUND_PX)
    dialog.resize(_SIZE.boundedTo(room))
    middle = window.window().frameGeometry().center()
    dialog.move(middle - dialog.rect().center())


def _show_rows(rows: QTreeView) -> None:
    """Name and day; what kind of file it is its name says."""
    header = rows.header()
    for column in range(header.count()):
        rows.setColumnHidden(column, column not in _SHOWN)
    rows.setIconSize(QSize(_ICON_PX, _ICON_PX))
    header.setStretchLastSection(True)
    header.setSortIndicatorShown(False)
    header.resizeSection(_NAME, _NAME_PX)
    header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)


def _name(dialog: QFileDialog) -> None:
    translate, labels = QCoreApplication.translate, QFileDialog.DialogLabel
    saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    is_folder = dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.setLabelText(labels.LookIn, translate("FileDialog", "Folder"))
    asked = translate("FileDialog", "Folder") if is_folder else translate("FileDialog", "File name")
    dialog.setLabelText(labels.FileName, asked)
    dialog.setLabelText(labels.FileType, translate("FileDialog", "Kind of file"))
    accept = translate("FileDialog", "Save") if saves else translate("FileDialog", "Choose")
    dialog.setLabelText(labels.Accept, accept)
    dialog.setLabelText(labels.Reject, translate("FileDialog", "Cancel"))


def _icon(name: str, colour: QColor) -> QIcon:
    return QIcon(tinted(name, _ICON_PX, colour))


def _places() -> list[Path]:
    """Where a person keeps things, and what is plugged in."""
    usual = [Path(QStandardPaths.writableLocation(place)) for place in _PLACES]
    sticks = [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isReady() and volume.rootPath().startswith(_PLUGGED_IN)
    ]
    found = [place for place in (*usual, *sticks) if place.is_dir()]
    return list(dict.fromkeys(found)) or [Path(QDir.homePath())]
