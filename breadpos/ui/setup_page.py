"""One step of the set-up, with the way there on the left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from breadpos.application.setup_steps import SetupStep
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import restyle
from breadpos.ui.prose import Prose
from breadpos.ui.setup_words import step_words
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, TOUCH_PX
from breadpos.ui.two_columns import TwoColumns

_NEXT_PX = 240


class SetupPage(TwoColumns):
    """Shows a step's own page; forward, back, and later."""

    next_requested = Signal()
    back_requested = Signal()
    later_requested = Signal()

    def __init__(self, steps: Sequence[SetupStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._now, self._skips = tuple(steps), steps[0], False
        self._left_out: frozenset[SetupStep] = frozenset()
        self.welcome = QLabel()
        self.welcome.setProperty("words", "heading")
        self.intro = Prose()
        self.intro.setProperty("words", "muted")
        self._marks = {step: QLabel() for step in self._steps}
        self.parts = QStackedWidget()
        self.later_button = KeyButton(kind="plain", keys=("Esc",))
        self.back_button = KeyButton(icon="arrow-left", keys=("Alt+Left",), shown_key="")
        self.next_button = KeyButton(kind="step", keys=("Return", "Enter"), shown_key="Enter")
        self.next_button.setMinimumWidth(_NEXT_PX)
        self._lay_out()
        self.later_button.clicked.connect(self.later_requested)
        self.back_button.clicked.connect(self.back_requested)
        self.next_button.clicked.connect(self.next_requested)
        self._retranslate()

    def show_step(
        self, step: SetupStep, page: QWidget, left_out: frozenset[SetupStep] = frozenset()
    ) -> None:
        """Show a step's page; those left out on the way are not ticked."""
        self._now, self._left_out = step, left_out
        if self.parts.indexOf(page) < 0:
            self.parts.addWidget(page)
        self.parts.setCurrentWidget(page)
        self.back_button.setEnabled(step is not self._steps[0])
        self._retranslate()

    def offer_next(self, *, skips: bool) -> None:
        """Word the way on; where it would leave the PIN out, Enter is the keypad's."""
        self._skips = skips
        self.next_button.set_words(self.tr("Without a PIN for now") if skips else self.tr("Next"))
        self.next_button.show_kind("" if skips else "step")  # leaving it out is no next step
        self.next_button.show_key(shown=not skips)

    def _lay_out(self) -> None:
        self.column.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        self.column.setSpacing(GAP_PX)
        self.column.addWidget(self.welcome)
        self.column.addWidget(self.intro)
        self.column.addSpacing(PAD_PX)
        for mark in self._marks.values():
            mark.setMinimumHeight(TOUCH_PX - PAD_PX)
            self.column.addWidget(mark)
        self.column.addStretch()
        self.column.addWidget(self.later_button)
        self.inside.setContentsMargins(1, 1, 1, EDGE_PX)
        self.inside.addWidget(self.parts, stretch=1)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE_PX + GAP_PX, 0, EDGE_PX, 0)
        foot.setSpacing(PAD_PX)
        foot.addWidget(self.back_button)
        foot.addStretch()
        foot.addWidget(self.next_button)
        self.inside.addLayout(foot)

    def _retranslate(self) -> None:
        self.welcome.setText(self.tr("Welcome"))
        self.intro.setHidden(words_are_large())  # the way out stays in sight
        self.intro.setText(self.tr("A few minutes to the first bread sold."))
        self.later_button.set_words(self.tr("Go on later"))
        self.back_button.set_words(self.tr("Back"))
        at = self._steps.index(self._now) if self._now in self._steps else 0
        for number, (step, mark) in enumerate(self._marks.items()):
            is_done = number < at and step not in self._left_out
            sign = "✓" if is_done else ("–" if number < at else str(number + 1))
            mark.setText(f"{sign}　{step_words(step)}")
            kinds = {True: "strong", False: "good" if is_done else "muted"}
            mark.setProperty("words", kinds[number == at])
            restyle(mark)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.offer_next(skips=self._skips)
            self._retranslate()
