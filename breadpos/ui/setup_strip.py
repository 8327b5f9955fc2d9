"""The set-up while the register's own pages are used: a strip above them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from breadpos.application.setup_steps import ENOUGH_BREADS, SetupStep
from breadpos.ui.fonts import words_are_large
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.setup_words import step_words
from breadpos.ui.tokens import EDGE_PX, PAD_PX, STEP_PX


class SetupStrip(QFrame):
    """Says what to do on the page below, and leads on."""

    next_requested = Signal()
    back_requested = Signal()
    later_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("setup_strip", self)
        self._step, self._breads, self._is_sold = SetupStep.PHOTOS, 0, False
        self.icon = Icon("flag", 24)
        self.title = QLabel()
        self.title.setProperty("words", "strong")
        self.sentence = Prose()
        self.later_button = KeyButton(kind="plain")
        self.back_button = KeyButton(icon="arrow-left")
        self.next_button = KeyButton(kind="step", keys=("Ctrl+Return",), shown_key="Ctrl Enter")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + PAD_PX, STEP_PX, EDGE_PX, STEP_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.icon)
        layout.addWidget(self.title)
        layout.addWidget(self.sentence, stretch=1)
        for button in (self.later_button, self.back_button, self.next_button):
            layout.addWidget(button)
        self.later_button.clicked.connect(self.later_requested)
        self.back_button.clicked.connect(self.back_requested)
        self.next_button.clicked.connect(self.next_requested)
        self._retranslate()

    def show_step(self, step: SetupStep, breads: int) -> None:
        """Lead through a step, with so many breads that can be sold."""
        self._step, self._breads, self._is_sold = step, breads, False
        self._retranslate()

    def show_sold(self) -> None:
        """The first bread is sold: that was all."""
        self._is_sold = True
        self._retranslate()

    def _arrange(self) -> None:
        """Large words have room for what to do, not for the step's name too."""
        self.title.setVisible(self._is_sold or not words_are_large())

    def _retranslate(self) -> None:
        self._arrange()
        self.later_button.set_words(self.tr("Go on later"))
        self.back_button.set_words(self.tr("Back"))
        for button in (self.later_button, self.back_button):
            button.setVisible(not self._is_sold)
        self.icon.show_icon("check-circle" if self._is_sold else "flag")
        if self._is_sold:
            self.title.setText(self.tr("The first bread is sold."))
            self.sentence.setText(self.tr("Everything set up here can be changed in the settings."))
            self._offer_next(self.tr("Close"), shown=True)
        elif self._step is SetupStep.PHOTOS:
            self.title.setText(step_words(self._step))
            self.sentence.setText(self._photos_words())
            self._offer_next(self.tr("Next"), shown=True)
            self.next_button.setEnabled(self._breads > 0)
        else:
            self.title.setText(step_words(self._step))
            self.sentence.setText(
                self.tr("Put bread on the tray, or tap “+ Product”; then take the payment.")
            )
            self._offer_next("", shown=False)

    def _offer_next(self, words: str, *, shown: bool) -> None:
        self.next_button.set_words(words)
        self.next_button.setVisible(shown)
        self.next_button.setEnabled(True)

    def _photos_words(self) -> str:
        lacking = ENOUGH_BREADS - self._breads
        if not self._breads:
            return self.tr("Type a name, lay it on the tray, take five photos, set the price.")
        if lacking > 0:
            return self.tr("%n more, or go on.", "", lacking)
        return self.tr("That is enough to begin.")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
