"""The section of the settings from which a set-up that was left goes on."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.application.setup_steps import SetupStep
from breadpos.ui.empty_state import EmptyState
from breadpos.ui.setup_words import step_words


class SetupPart(QWidget):
    """Says which step comes next, and has one button; none once the set-up is done."""

    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next: SetupStep | None = None
        self.state = EmptyState("flag", ("Ctrl+R",))
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        self.state.acted.connect(self.resume_requested)

    def show_next(self, step: SetupStep | None) -> None:
        """Offer to go on at a step; None when there is none left."""
        self._next = step
        self._retranslate()

    def _retranslate(self) -> None:
        if self._next is None:
            told = self.tr("Everything in it can be changed here in the settings.")
            self.state.show_words(self.tr("The set-up is done."), told, "")
            return
        told = self.tr("Next comes “%1”. What was entered so far is kept.")
        self.state.show_words(
            self.tr("The set-up is not finished."),
            told.replace("%1", step_words(self._next)),
            self.tr("Go on with it"),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
