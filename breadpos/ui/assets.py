"""Where fonts, icons and translations are found."""

from pathlib import Path

from PySide6.QtCore import QDir

_PREFIX = "assets"


def register_assets(folder: Path) -> None:
    """Let `assets:...` paths lead into a folder; once, before the first widget."""
    QDir.setSearchPaths(_PREFIX, [str(folder)])


def asset(path: str) -> str:
    """What Qt opens for a path inside the assets folder."""
    return f"{_PREFIX}:{path}"
