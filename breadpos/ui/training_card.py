"""Training in the shop's words: one large button, how far it is, and which of two to use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from breadpos.application.training_desk import Event, Knob, ModelVersion
from breadpos.application.training_pace import PaceMaker, Step
from breadpos.domain.product import Product
from breadpos.ui.curves import Curves
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.model_comparison import ModelComparison
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX, Palette
from breadpos.ui.training_knobs import TrainingKnobs
from breadpos.ui.version_list import VersionList

_MINUTE_S = 60
_FINE = 1_000
"""Steps of the bar."""


class TrainingCard(QFrame):
    """Shows one of: ready, under way, what came of it, the options, the versions."""

    start_requested = Signal(object)  # command line options, a list of str
    cancel_requested = Signal()
    use_requested = Signal(str)  # version
    report_requested = Signal(str)  # version

    def __init__(
        self,
        palette: Palette,
        knobs: Callable[[], Sequence[Knob]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._photos, self._products, self._estimate_s = 0, 0, 0.0
        self._words: tuple[str, ...] = ()
        self._pace = PaceMaker()
        self.title = Prose()
        self.title.setProperty("words", "heading")
        self.facts = Prose()
        self.facts.setProperty("words", "muted")
        self.outcome = named("hint_box", Prose())
        self.start_button = KeyButton(kind="primary", keys=("F8",), stacked=True)
        self.start_button.setMinimumHeight(PRIMARY_HEIGHT_PX)
        self.advanced_button = KeyButton(kind="plain", icon="gear")
        self.versions_button = KeyButton(kind="plain", icon="clock-counter-clockwise")
        self.progress = QProgressBar(textVisible=False)
        self.step = Prose()
        self.step.setProperty("words", "line")
        self.curves = Curves(palette)
        self.cancel_button = KeyButton(icon="x", keys=("F7",))  # Esc goes back everywhere else
        self.comparison = ModelComparison(palette)
        self.knobs = TrainingKnobs(knobs)
        self.versions = VersionList()
        self.knobs_head, self.versions_head = PanelHead(), PanelHead()
        self.pages = QStackedWidget()
        self.ready, self.running = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_facts(self, photos: int, products: int, estimate_s: float) -> None:
        """What there is to train on, and how long it will take."""
        self._photos, self._products, self._estimate_s = photos, products, estimate_s
        self._retranslate()

    def show_versions(self, versions: Sequence[ModelVersion]) -> None:
        self.versions.show_versions(versions)
        self.versions_button.setVisible(bool(versions))

    def show_running(self) -> None:
        """A training has begun."""
        self.curves.clear()
        self._pace = PaceMaker()
        self.progress.setRange(0, 0)
        self.outcome.hide()
        self.pages.setCurrentWidget(self.running)
        self._retranslate()

    @Slot(object)
    def show_event(self, event: Event) -> None:
        """What the training has just said."""
        if event.get("event") == "pass":
            self.curves.add(event)
        pace = self._pace.hear(event)
        if pace.share:
            self.progress.setRange(0, _FINE)
            self.progress.setValue(round(pace.share * _FINE))
        self._retranslate()

    def show_comparison(self, report: Mapping[str, Any], products: Sequence[Product] = ()) -> None:
        """Both models side by side, and which one to use."""
        self.comparison.show_report(report, products)
        self.pages.setCurrentWidget(self.comparison)

    def show_ready(self, outcome: str = "") -> None:
        """Nothing runs; a sentence says what came of the last one, if anything."""
        self.outcome.setText(outcome)
        self.outcome.setVisible(bool(outcome))
        self.facts.setHidden(bool(outcome) and words_are_large())  # what came of it comes first
        self.pages.setCurrentWidget(self.ready)
        self._retranslate()

    def _lay_out(self) -> None:
        for widget, parts in (
            (
                self.ready,
                (
                    self.facts,
                    self.outcome,
                    self.start_button,
                    self.advanced_button,
                    self.versions_button,
                ),
            ),
            (self.running, (self.step, self.progress, self.curves, self.cancel_button)),
        ):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(PAD_PX)
            for part in parts:
                column.addWidget(part, stretch=int(part is self.curves))
            if widget is self.ready:
                column.addStretch()
        self.outcome.hide()
        self.progress.setFixedHeight(GAP_PX + 4)
        for widget in (self.ready, self.running, self.comparison):
            self.pages.addWidget(widget)
        for head, body in ((self.knobs_head, self.knobs), (self.versions_head, self.versions)):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(PAD_PX)
            column.addWidget(head)
            column.addWidget(body, stretch=1)
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(PAD_PX)
        layout.addWidget(self.title)
        layout.addWidget(self.pages, stretch=1)

    def _connect(self) -> None:
        self.pages.currentChanged.connect(self._show_title)
        self.start_button.clicked.connect(lambda: self.start_requested.emit(self.knobs.arguments()))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.advanced_button.clicked.connect(self._open_knobs)
        self.versions_button.clicked.connect(lambda: self._open(self.versions))
        for head in (self.knobs_head, self.versions_head):
            head.back_requested.connect(self.show_ready)
        self.comparison.use_requested.connect(self.use_requested)
        self.comparison.kept.connect(self.show_ready)
        self.versions.use_requested.connect(self.use_requested)
        self.versions.report_requested.connect(self.report_requested)

    def _show_title(self) -> None:
        plain = (self.ready, self.running, self.comparison)
        self.title.setVisible(self.pages.currentWidget() in plain)

    def _open_knobs(self) -> None:
        self.knobs.fill()
        self._open(self.knobs)

    def _open(self, body: QWidget) -> None:
        page = body.parentWidget()
        if page is not None:
            self.pages.setCurrentWidget(page)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Learning from the photos"))
        self.knobs_head.show_title(self.tr("Advanced"))
        self.versions_head.show_title(self.tr("Earlier ones"))
        self.advanced_button.set_words(self.tr("Advanced"))
        self.versions_button.set_words(self.tr("Go back to an earlier one"))
        self.cancel_button.set_words(self.tr("Cancel"))
        self.facts.setText(
            self.tr("%n photo(s)", "", self._photos)
            + " ・ "
            + self.tr("%n bread(s)", "", self._products)
            + "\n"
            + self.tr("The register goes on selling meanwhile.")
        )
        missing = self._missing()
        self.start_button.setEnabled(not missing)
        self.start_button.set_words(
            self.tr("Train tonight's model"), missing or self._duration(self._estimate_s)
        )
        self.step.setText(self._step())

    def _missing(self) -> str:
        """What there must be before a training makes sense; empty when it is there."""
        if self._products < 2:
            return self.tr("photograph two breads")
        if self._photos <= self._products:
            return self.tr("more photos are needed")
        return ""

    def _step(self) -> str:
        pace = self._pace.pace
        match pace.step:
            case Step.READING:
                words = self.tr("Finding the breads in the photos: %1 of %2")
            case Step.LOOKING:
                words = self.tr("Looking at the photos: %1 of %2")
            case Step.LEARNING:
                words = self.tr("Learning: round %1 of at most %2")
            case Step.WEIGHING:
                words = self.tr("Comparing with the one in use: photo %1 of %2")
            case _:
                return self.tr("Getting ready…")
        told = words.replace("%1", f"{pace.done:,}").replace("%2", f"{pace.of:,}")
        if pace.remaining_s is None:
            return told
        left = self.tr("%1 left").replace("%1", self._duration(pace.remaining_s))
        return f"{told}\n{left}"

    def _duration(self, seconds: float) -> str:
        if seconds < _MINUTE_S:
            return self.tr("less than a minute")
        return self.tr("about %n minute(s)", "", round(seconds / _MINUTE_S))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
