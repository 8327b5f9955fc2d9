"""Choosing days: one, a week, a month, or from one day to another."""

from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from breadpos.domain.errors import SpanInvalid
from breadpos.domain.report import Span, month_of, week_of
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.days import span_words
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.tokens import GAP_PX

_FIELD_PX = 156
_KINDS_PX = 320


class Kind(IntEnum):
    """How long."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    ANY = 3


class SpanBar(QWidget):
    """Tells a span whenever it is chosen anew."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._kind = today, Kind.MONTH
        self.span = month_of(today)
        self.kinds = ChoiceRow(("F5", "F6", "F7", "F8"))
        self.kinds.setMinimumWidth(_KINDS_PX)
        self.before_button = KeyButton(icon="caret-left", keys=("PgUp",), shown_key="")
        self.after_button = KeyButton(icon="caret-right", keys=("PgDown",), shown_key="")
        self.words, self.problem = QLabel(), QLabel()
        self.words.setProperty("words", "line")
        self.problem.setProperty("words", "problem")
        self.first, self.last = QLineEdit(), QLineEdit()
        self._until = QLabel("–")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        widgets: tuple[QWidget, ...] = (
            *(self.kinds, self.before_button, self.after_button, self.words),
            *(self.first, self._until, self.last, self.problem),
        )
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch()
        for field in (self.first, self.last):
            field.setFixedWidth(_FIELD_PX)
            field.editingFinished.connect(self._take_fields)
        self.kinds.chosen.connect(self._choose)
        self.before_button.clicked.connect(lambda: self._step(-1))
        self.after_button.clicked.connect(lambda: self._step(1))
        self._retranslate()

    def _choose(self, kind: int) -> None:
        self._kind = Kind(kind)
        if self._kind is not Kind.ANY:
            day = min(max(self._today, self.span.first), self.span.last)
            self._take(self._around(day))
        self._retranslate()

    def _around(self, day: date) -> Span:
        match self._kind:
            case Kind.WEEK:
                return week_of(day)
            case Kind.MONTH:
                return month_of(day)
            case _:
                return Span(day, day)

    def _step(self, by: int) -> None:
        """The same length before or after."""
        if self._kind is Kind.ANY:
            shift = timedelta(days=by * self.span.length)
            self._take(Span(self.span.first + shift, self.span.last + shift))
        else:
            end = self.span.last + timedelta(days=1)
            self._take(self._around(end if by > 0 else self.span.first - timedelta(days=1)))

    def _take_fields(self) -> None:
        try:
            days = [date.fromisoformat(field.text().strip()) for field in (self.first, self.last)]
            span = Span(*days)
        except ValueError:
            self.problem.setText(self.tr("Write days as 2026-04-01."))
            return
        except SpanInvalid:
            self.problem.setText(self.tr("The first day is before the last, ten years at most."))
            return
        if span != self.span:
            self._take(span)

    def _take(self, span: Span) -> None:
        self.span = span
        self._retranslate()
        self.changed.emit()

    def _retranslate(self) -> None:
        words = (self.tr("Day"), self.tr("Week"), self.tr("Month"), self.tr("From – to"))
        self.kinds.show_words(words, int(self._kind))
        self.before_button.setAccessibleName(self.tr("Earlier"))
        self.after_button.setAccessibleName(self.tr("Later"))
        is_any = self._kind is Kind.ANY
        self.words.setText(span_words(self.span, language_of(self)))
        self.words.setVisible(not is_any)
        self.problem.clear()
        for field, day in ((self.first, self.span.first), (self.last, self.span.last)):
            field.setVisible(is_any)
            field.setText(day.isoformat())
        self._until.setVisible(is_any)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self._retranslate()
