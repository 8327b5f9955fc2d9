"""The language on the screen, switched while the program runs."""

import logging
from collections.abc import Iterable

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from breadpos.ui.assets import asset

_log = logging.getLogger(__name__)

LANGUAGES = ("ja", "en")


class LanguageSwitch:
    """Installs one language's words in place of another's; widgets hear a LanguageChange."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self._language = ""

    def use(self, language: str) -> None:
        """Speak a language of LANGUAGES from now on; what is spoken already is left as it is."""
        if language == self._language:
            return
        self.use_none()
        self._language = language
        QLocale.setDefault(QLocale(language))
        toolkit = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own = asset(f"translations/breadpos_{language}.qm")
        for file in (f"{toolkit}/qtbase_{language}.qm", own):
            fresh = QTranslator(self._app)
            if not fresh.load(file):
                _log.error("no translation in %s", file)
            self._translators.append(fresh)
            self._app.installTranslator(fresh)

    def use_none(self) -> None:
        """Speak as the source does."""
        for old in self._translators:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._translators.clear()
        self._language = ""


def spoken_language(setting: str) -> str:
    """The one set; for "auto" Japanese, unless the computer speaks another language."""
    if setting != "auto":
        return setting
    spoken = QLocale.system().language()
    return "ja" if spoken in {QLocale.Language.Japanese, QLocale.Language.C} else "en"


def language_of(widget: QWidget) -> str:
    """The language a widget's product names are in: its locale's, which the window hands down."""
    return "ja" if widget.locale().language() is QLocale.Language.Japanese else "en"


def listed(words: Iterable[str], language: str) -> str:
    """One after another, as a language writes it."""
    return ("、" if language == "ja" else ", ").join(words)
