"""How large everything is drawn, so that the window fits its screen and can be read on it."""

import os
import sys

from PySide6.QtGui import QGuiApplication

LEAST_PX = (1024, 720)
"""What the window needs, in pixels of its layout."""
FIRST_PX = (1366, 768)
"""As large as it is where it does not fill the screen."""
_LARGE_HEIGHT_PX, _LARGE_PX = 1_600, (1_920, 1_080)
_FACTOR = "QT_SCALE_FACTOR"


def scale_that_fits(width_px: float, height_px: float) -> float:
    """What to multiply the scale by on a screen with so many layout pixels.

    Less than 1 where the window would not fit (1366 x 768 at 150 % has 910 x 512), more where
    nothing could be read from two metres (3840 x 2160 at 100 %), else 1.
    """
    share = min(width_px / LEAST_PX[0], height_px / LEAST_PX[1])
    if share < 1.0:
        return share
    if height_px > _LARGE_HEIGHT_PX and width_px > height_px:
        return min(width_px / _LARGE_PX[0], height_px / _LARGE_PX[1])
    return 1.0


def fit_screen() -> None:
    """Scale the program to its screen; before there is an application, or it does nothing."""
    if QGuiApplication.instance() is not None:
        return
    asking = QGuiApplication(sys.argv[:1])
    room = asking.primaryScreen().availableSize()
    asking.shutdown()
    if room.isEmpty():
        return
    scale = scale_that_fits(room.width(), room.height())
    if scale != 1.0:
        asked = float(os.environ.get(_FACTOR, "1"))
        os.environ[_FACTOR] = f"{asked * scale:.4f}"
