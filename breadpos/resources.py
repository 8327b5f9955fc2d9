"""Where the files lie that come with the program."""

from pathlib import Path

FONT_FILES = (
    "NotoSansJP-Regular.ttf",
    "NotoSansJP-Bold.ttf",
    "NotoEmoji-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
)
"""In `fonts` among the assets; what the first lacks is taken from the others."""

_PACKAGE = Path(__file__).parent


def assets_dir() -> Path:
    """Icons, fonts, translations and the tokens of the look."""
    return _shipped("assets")


def models_dir() -> Path:
    """The networks that every shop starts from."""
    return _shipped("models")


def _shipped(name: str) -> Path:
    """A folder inside an installed package; beside the package in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
