"""The dated tax rates; an announced change waits here, switched off."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from breadpos.application.tax_desk import TaxDesk
from breadpos.domain.errors import BreadposError, NoTaxRate
from breadpos.domain.tax import Place, TaxClass, TaxRate
from breadpos.ui.asking import Ask, ask_nobody
from breadpos.ui.failures import message_for
from breadpos.ui.member_choice import MemberChoice
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX, STEP_PX

_SWITCH_PX = 220


class TaxForm(QWidget):
    """One switch for all rates that begin on a day.

    Args:
        ask: has a manager's PIN asked for where somebody else is at the register.
    """

    switched = Signal()

    def __init__(self, desk: TaxDesk, ask: Ask = ask_nobody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self.hint = Prose()
        self.hint.setProperty("words", "muted")
        self.told = Prose()
        self.told.setProperty("words", "problem")
        self.switches: dict[date, MemberChoice] = {}
        self._lay_out()
        self._retranslate()

    def show_rates(self) -> None:
        """Show the table as it is on disk."""
        self._tell("")
        self.switches = {}
        inside = named("scrolled", QWidget())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, PAD_PX, 0)
        column.setSpacing(EDGE_PX)
        try:
            rows = self._desk.rates()
        except BreadposError as error:
            self._complain(error)
            rows = ()
        for begins, group in groupby(rows, key=lambda row: row[0].valid_from):
            column.addLayout(self._group(begins, tuple(group)))
        column.addStretch()
        if (old := self._scroll.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # one of its switches may just be being pressed
        self._scroll.setWidget(inside)

    def _group(self, begins: date, rows: Sequence[tuple[TaxRate, bool]]) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(STEP_PX)
        head = QLabel(self.tr("From %1").replace("%1", begins.isoformat()))
        head.setProperty("words", "strong")
        words.addWidget(head)
        for rate, _ in rows:
            words.addWidget(QLabel(self._words_of(rate), wordWrap=True))
        switch = MemberChoice((True, False))
        switch.setMinimumWidth(_SWITCH_PX)
        switch.set_words({True: self.tr("In use"), False: self.tr("Not used")})
        switch.choose(all(active for _, active in rows))
        switch.chosen.connect(lambda active: self._switch(begins, active=active))
        switch.setAccessibleName(head.text())
        self.switches[begins] = switch
        line = QHBoxLayout()
        line.addLayout(words, stretch=1)
        line.addWidget(switch, alignment=Qt.AlignmentFlag.AlignTop)
        return line

    def _switch(self, begins: date, *, active: bool) -> None:
        try:
            self._desk.switch(begins, active=active)
        except BreadposError as error:
            self.show_rates()
            if not self._ask(error, lambda: self._switch(begins, active=active)):
                self._complain(error)
        else:
            self.show_rates()
            self.switched.emit()

    def _complain(self, error: BreadposError) -> None:
        if isinstance(error, NoTaxRate):
            self._tell(self.tr("Without these, no rate would hold today: they stay in use."))
            return
        message = message_for(error)
        self._tell(f"{message.title} {message.sentence}")

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _words_of(self, rate: TaxRate) -> str:
        classes = {
            TaxClass.FOOD: self.tr("Food"),
            TaxClass.STANDARD: self.tr("Not food"),
            TaxClass.EXEMPT: self.tr("Exempt"),
        }
        places = {Place.TAKEOUT: self.tr("take-out"), Place.EAT_IN: self.tr("eat-in")}
        percent = f"{rate.rate_bp / 100:g} %"
        words = f"{classes[rate.tax_class]} ・ {places[rate.place]} ・ {percent}"
        if rate.reduced:
            words += " ※"
        if rate.valid_until is not None:
            last = rate.valid_until - timedelta(days=1)
            words += " ・ " + self.tr("until %1").replace("%1", last.isoformat())
        return words

    def _lay_out(self) -> None:
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + GAP_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        for widget in (self.title, self.hint):
            layout.addWidget(widget)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self.told)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Tax rates"))
        self.hint.setText(
            self.tr(
                "A sale keeps the rates of its day. An announced change can wait here until it is"
                " law; ※ is the reduced rate."
            )
        )
        self.show_rates()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_rates()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
