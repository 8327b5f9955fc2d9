"""Sounds at the counter, and how they sound."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from breadpos.application.cues import Cue, CuePlayer
from breadpos.ui.key_button import KeyButton
from breadpos.ui.setting_row import OptionRow
from breadpos.ui.settings_book import SettingsBook
from breadpos.ui.settings_form import SettingsForm
from breadpos.ui.tokens import GAP_PX

_VOLUMES = (30, 60, 100)


class SoundForm(SettingsForm):
    """On or off, how loud, and each sound to try."""

    def __init__(
        self, book: SettingsBook, player: CuePlayer, parent: QWidget | None = None
    ) -> None:
        self.on = OptionRow(("sound", "on"), (True, False))
        self.volume = OptionRow(("sound", "volume_percent"), _VOLUMES)
        self.listen = QLabel()
        self.listen.setProperty("words", "strong")
        self.buttons = {cue: KeyButton(icon="speaker-high") for cue in Cue}
        super().__init__(book, (self.on, self.volume), at_once=True, parent=parent)
        grid = QGridLayout()
        grid.setSpacing(GAP_PX)
        for number, (cue, button) in enumerate(self.buttons.items()):
            button.clicked.connect(lambda _=False, cue=cue: player.play(cue))
            grid.addWidget(button, number // 2, number % 2)
        grid.setColumnStretch(2, 1)
        self.column.addWidget(self.listen)
        self.column.addLayout(grid)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Sounds"))
        self.on.set_words(
            self.tr("Sounds at the counter"),
            self.tr("Where the computer has no loudspeaker it stays silent."),
        )
        self.on.name_options({True: self.tr("On"), False: self.tr("Off")})
        self.volume.set_words(self.tr("Volume"))
        soft, middle, loud = _VOLUMES
        self.volume.name_options(
            {soft: self.tr("Soft"), middle: self.tr("Middle"), loud: self.tr("Loud")}
        )
        self.listen.setText(self.tr("Listen"))
        words = {
            Cue.SURE: self.tr("Every bread recognised"),
            Cue.QUESTION: self.tr("There is a question"),
            Cue.ERROR: self.tr("Something is refused"),
            Cue.PAID: self.tr("Paid"),
        }
        for cue, button in self.buttons.items():
            button.set_words(words[cue])
