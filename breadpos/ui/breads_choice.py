"""The first breads: the shop's own, or the demo's to try with."""

from enum import Enum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX


class Breads(Enum):
    OWN = "own"
    DEMO = "demo"


class BreadsChoice(QWidget):
    """Two large choices."""

    chosen = Signal(object)  # Breads

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self.own_button = KeyButton(kind="option", icon="camera", keys=("1",))
        self.demo_button = KeyButton(kind="option", icon="bread", keys=("2",))
        self.own, self.demo = Prose(), Prose()
        self.problem = named("verdict", Prose())
        self.problem.setProperty("tone", "warn")
        self.problem.hide()
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + GAP_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.title)
        layout.addSpacing(GAP_PX)
        for button, words in ((self.own_button, self.own), (self.demo_button, self.demo)):
            button.setCheckable(True)
            button.setMinimumHeight(PRIMARY_HEIGHT_PX)
            button.clicked.connect(self._choose)
            self._group.addButton(button)
            words.setProperty("words", "muted")
            layout.addWidget(button)
            layout.addWidget(words)
            layout.addSpacing(EDGE_PX)
        self.own_button.setChecked(True)
        layout.addWidget(self.problem)
        layout.addStretch()
        self._retranslate()

    def choice(self) -> Breads:
        return Breads.DEMO if self.demo_button.isChecked() else Breads.OWN

    def show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _choose(self) -> None:
        self.show_problem("")
        self.chosen.emit(self.choice())

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Which breads will be sold first?"))
        self.own_button.set_words(self.tr("Photograph my own breads"))
        self.own.setText(
            self.tr(
                "Three to begin with, five photos each, with the counter's camera. A minute a"
                " bread."
            )
        )
        self.demo_button.set_words(self.tr("Try with the demo shop"))
        self.demo.setText(
            self.tr(
                "Breads that are known already, on a simulated counter. They can be taken off"
                " the list later."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
