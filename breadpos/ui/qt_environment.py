"""What must be put right before Qt starts."""

import os

_SET_BY_CV2 = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def forget_cv2_qt() -> None:
    """Undo what importing cv2 does to Qt's search paths; call before QApplication.

    Some builds of OpenCV carry a Qt of their own and point these variables at it; ours would
    then look for its platform plugin and fonts there.
    """
    for name in _SET_BY_CV2:
        if "cv2" in os.environ.get(name, ""):
            del os.environ[name]
