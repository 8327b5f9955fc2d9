"""A page of settings: shown, checked, and saved together."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.domain.errors import BreadposError
from breadpos.ui.failures import message_for
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import restyle
from breadpos.ui.prose import Prose
from breadpos.ui.rolling import Rolling
from breadpos.ui.setting_row import SettingRow
from breadpos.ui.settings_book import Place, SettingsBook
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import EDGE_PX, GAP_PX, PAD_PX

_BUTTON_WIDE_PX = 200
_LAID_OUT_MS = 50
"""Until what is said below the lines has its place."""


class SettingsForm(QWidget):
    """Rows of settings over one button that saves them.

    Args:
        at_once: what is chosen holds at once, without the button.
    """

    saved = Signal()

    def __init__(
        self,
        book: SettingsBook,
        rows: Sequence[SettingRow],
        *,
        at_once: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._rows, self._at_once = book, tuple(rows), at_once
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self.save_button = KeyButton(kind="step", keys=("Ctrl+S",))
        self.save_button.setMinimumWidth(_BUTTON_WIDE_PX)
        self.told = Prose()
        self.column = QVBoxLayout()
        self._lay_out()
        for row in self._rows:
            self.column.addWidget(row)
            row.changed.connect(self._on_change)
        self.save_button.clicked.connect(self.save)
        book.changed.connect(self.show_settings)
        self.show_settings()
        self._word_button()

    def show_settings(self) -> None:
        """Begin anew with what is set."""
        for row in self._rows:
            row.lock(self._book.variable(row.place))
            row.show_value(self._book.value(row.place))
            row.mark(wrong=False)
        self._word_button()

    def save(self) -> bool:
        """Keep what was entered, all or nothing; whether it could be."""
        values = {row.place: row.value() for row in self._edited()}
        wrong = self._book.wrong(values) | self.missing()
        for row in self._rows:
            row.mark(wrong=row.place in wrong)
        if wrong:
            first = next(row for row in self._rows if row.place in wrong)
            first.setFocus()
            QTimer.singleShot(_LAID_OUT_MS, first, lambda: self._scroll.ensureWidgetVisible(first))
            self._tell(self.tr("Nothing is saved yet: look at the marked lines."), "problem")
            return False
        try:
            self.check(values)
            self._book.change(values)
        except BreadposError as error:
            if not self._book.ask(error, self._save_again):
                self._tell(self.words_for(error), "problem")
            return False
        self._tell("" if self._at_once else self.tr("Saved ✓"), "good")
        self.saved.emit()
        return True

    def _save_again(self) -> None:
        self.save()

    def side_by_side(self, left: QWidget, right: QWidget) -> None:
        """Put two rows that stand one below the other into one line."""
        at = self.column.indexOf(left)
        for row in (left, right):
            self.column.removeWidget(row)
        self.column.insertWidget(at, SideBySide(left, right, gap_px=EDGE_PX))

    def put_beside(self, right: QWidget) -> None:
        """Show something beside the rows, or below them where there is no room."""
        at = self._layout.indexOf(self._scroll)
        both = SideBySide(self._scroll, right, gap_px=EDGE_PX, fills=True)
        both.follow_shape()
        self._layout.insertWidget(at, both, stretch=1)

    def missing(self) -> set[Place]:
        """What may not be left empty, and is."""
        return set()

    def check(self, values: dict[tuple[str, ...], object]) -> None:
        """Refuse, by a BreadposError, what only this page knows cannot be."""

    def words_for(self, error: BreadposError) -> str:
        """A refusal in one line."""
        message = message_for(error)
        return f"{message.title} {message.sentence}"

    def _edited(self) -> list[SettingRow]:
        return [
            row
            for row in self._rows
            if not row.is_locked and row.value() != _as_shown(row, self._book.value(row.place))
        ]

    def _on_change(self) -> None:
        self._tell("", "muted")
        if self._at_once:
            self.save()
        self._word_button()

    def _tell(self, words: str, kind: str) -> None:
        self.told.setText(words)
        self.told.setProperty("words", kind)
        self.told.setHidden(self._at_once and not words)
        restyle(self.told)
        self._word_button()

    def _word_button(self) -> None:
        is_edited = bool(self._edited())
        self.save_button.setEnabled(is_edited)
        self.save_button.set_words(
            self.tr("Save"), "Ctrl S" if is_edited else self.tr("nothing changed")
        )

    def _lay_out(self) -> None:
        self.column.setSpacing(EDGE_PX)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, PAD_PX, 0)
        whole.addLayout(self.column)
        whole.addStretch()
        self._scroll = Rolling(whole)
        foot = QHBoxLayout()
        foot.setSpacing(PAD_PX)
        foot.addWidget(self.save_button)
        foot.addWidget(self.told, stretch=1)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + GAP_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addWidget(self.title)
        layout.addWidget(self._scroll, stretch=1)
        layout.addLayout(foot)
        self.save_button.setVisible(not self._at_once)

    def retranslate(self) -> None:
        """Word the rows and the title; each page its own."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell("", "muted")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._tell("", "muted")


def _as_shown(row: SettingRow, value: object) -> object:
    """A value as the row would give it back unchanged."""
    before = row.value()
    if isinstance(before, str) and not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return value
