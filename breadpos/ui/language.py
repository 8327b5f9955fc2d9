"""The language on the screen, switched while the program runs."""

import logging

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from breadpos.ui.assets import asset

_log = logging.getLogger(__name__)

LANGUAGES = ("ja", "en")


class LanguageSwitch:
    """Installs one language's words in place of another's; widgets hear a LanguageChange."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def use(self, language: str) -> None:
        """Speak a language of LANGUAGES from now on."""
        self.use_none()
        QLocale.setDefault(QLocale(language))
        fresh = QTranslator(self._app)
        if not fresh.load(asset(f"translations/breadpos_{language}.qm")):
            _log.error("no translation for %s", language)
        self._translator = fresh
        self._app.installTranslator(fresh)

    def use_none(self) -> None:
        """Speak as the source does."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None


def language_of(widget: QWidget) -> str:
    """The language a widget's product names are in: its locale's, which the window hands down."""
    return "ja" if widget.locale().language() is QLocale.Language.Japanese else "en"
