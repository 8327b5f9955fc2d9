"""The shipped typeface, so that no machine needs a Japanese font of its own."""

import logging

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from breadpos.ui.assets import asset
from breadpos.ui.tokens import CONTROL_PX, FONT_FAMILY

_log = logging.getLogger(__name__)
_FILES = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf")


def load_fonts(app: QApplication) -> None:
    """Load the typeface and make it the program's; its digits are all of one width."""
    for file in _FILES:
        if QFontDatabase.addApplicationFont(asset(f"fonts/{file}")) < 0:
            _log.error("font %s cannot be loaded", file)
    app.setFont(font(CONTROL_PX))


def font(size_px: int, *, bold: bool = False) -> QFont:
    """The typeface for what is painted by hand."""
    face = QFont(FONT_FAMILY)
    face.setPixelSize(size_px)
    face.setBold(bold)
    return face
