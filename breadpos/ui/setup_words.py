"""What the steps of the set-up are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from breadpos.application.setup_steps import SetupStep

_CONTEXT = "SetupWords"
_WORDS = {
    SetupStep.LOOK: QT_TRANSLATE_NOOP("SetupWords", "Language and look"),
    SetupStep.SHOP: QT_TRANSLATE_NOOP("SetupWords", "Shop and invoice"),
    SetupStep.OWNER: QT_TRANSLATE_NOOP("SetupWords", "The owner's PIN"),
    SetupStep.CAMERA: QT_TRANSLATE_NOOP("SetupWords", "Camera and tray"),
    SetupStep.BREADS: QT_TRANSLATE_NOOP("SetupWords", "Which breads"),
    SetupStep.PHOTOS: QT_TRANSLATE_NOOP("SetupWords", "Photograph the first breads"),
    SetupStep.PRINTER: QT_TRANSLATE_NOOP("SetupWords", "Printer"),
    SetupStep.SELL: QT_TRANSLATE_NOOP("SetupWords", "Sell the first bread"),
}


def step_words(step: SetupStep) -> str:
    """A step in the language of now."""
    return QCoreApplication.translate(_CONTEXT, str(_WORDS[step]))
