"""Language and look; what is tapped is seen at once."""

from PySide6.QtWidgets import QWidget

from breadpos.ui.setting_row import OptionRow
from breadpos.ui.settings_book import SettingsBook
from breadpos.ui.settings_form import SettingsForm

_SIZES = (100, 125, 150, 175, 200)


class ScreenForm(SettingsForm):
    """Language, light or dark, text size, and whether things move."""

    def __init__(self, book: SettingsBook, parent: QWidget | None = None) -> None:
        self.language = OptionRow(("language",), ("ja", "en", "auto"))
        self.theme = OptionRow(("screen", "theme"), ("light", "dark", "system"))
        self.text_size = OptionRow(("screen", "text_percent"), _SIZES)
        self.animations = OptionRow(("screen", "animations"), (True, False))
        rows = (self.language, self.theme, self.text_size, self.animations)
        super().__init__(book, rows, at_once=True, parent=parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Language and look"))
        self.language.set_words(self.tr("Language"), self.tr("Receipts stay Japanese."))
        self.language.name_options(
            {"ja": "日本語", "en": "English", "auto": self.tr("The computer's")}
        )
        self.theme.set_words(self.tr("Light or dark"))
        self.theme.name_options(
            {
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "system": self.tr("System"),
            }
        )
        self.text_size.set_words(self.tr("Size of the words"))
        self.text_size.name_options({size: f"{size} %" for size in _SIZES})
        self.animations.set_words(
            self.tr("Movement"), self.tr("Off: lists appear at once, nothing slides.")
        )
        self.animations.name_options({True: self.tr("On"), False: self.tr("Off")})
