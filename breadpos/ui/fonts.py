"""The shipped typeface, so that no machine needs a Japanese font of its own."""

import logging

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from breadpos.resources import FONT_FILES
from breadpos.ui.assets import asset
from breadpos.ui.tokens import CONTROL_PX, FONT_FAMILY, LARGE_PERCENT, OTHER_LETTERS, sized

_log = logging.getLogger(__name__)


def load_fonts(app: QApplication) -> None:
    """Load the typeface and make it the program's; its digits are all of one width."""
    for file in FONT_FILES:
        if QFontDatabase.addApplicationFont(asset(f"fonts/{file}")) < 0:
            _log.error("font %s cannot be loaded", file)
    set_text_percent(app, 100)


def set_text_percent(app: QApplication, percent: int) -> None:
    """Make the program's words larger; its typeface carries how much for all that ask."""
    app.setFont(exact_font(CONTROL_PX * percent // 100))


def text_percent() -> int:
    """The text size in use, percent of the usual one."""
    return max(QApplication.font().pixelSize() * 100 // CONTROL_PX, 100)


def words_are_large() -> bool:
    """Whether screens that are full at the usual size lay themselves out anew."""
    return text_percent() >= LARGE_PERCENT


def wide_enough(wide_px: float, room_px: int, most: float = 0.5) -> int:
    """How wide a column at the side is at the text size in use.

    Args:
        wide_px: at the usual size.
        most: the share of the room that it may take for the sake of larger words.
    """
    wider = wide_px * (1 + (text_percent() - 100) / 200)
    return round(min(wider, max(wide_px, room_px * most), room_px / 2))


def font(size_px: int, *, bold: bool = False) -> QFont:
    """The typeface for what is painted by hand, at the text size in use."""
    return exact_font(sized(size_px, text_percent()), bold=bold)


def exact_font(size_px: int, *, bold: bool = False) -> QFont:
    """The typeface at a size that something else decides."""
    face = QFont([FONT_FAMILY, *OTHER_LETTERS])
    face.setPixelSize(size_px)
    face.setBold(bold)
    return face
