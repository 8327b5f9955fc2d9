"""One setting: what it is, its value, and what is allowed beside it."""

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from breadpos.ui.fonts import words_are_large
from breadpos.ui.member_choice import MemberChoice
from breadpos.ui.named import restyle
from breadpos.ui.prose import Prose
from breadpos.ui.settings_book import Place
from breadpos.ui.tokens import GAP_PX, STEP_PX

_ROW_PX = 480
_SHORT_PX = 160


class SettingRow(QWidget):
    """The words around a setting; how it is entered, a subclass says."""

    changed = Signal()

    def __init__(self, place: Place, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._editor = editor
        self.setFocusProxy(editor)
        self._hint, self._variable, self._is_wrong = "", "", False
        self.label = QLabel()
        self.label.setProperty("words", "strong")
        self.note = Prose()
        self.unit = QLabel()
        self.unit.setProperty("words", "muted")
        line = QHBoxLayout()
        line.setSpacing(GAP_PX)
        line.addWidget(editor, stretch=1)
        line.addWidget(self.unit)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP_PX)
        layout.addWidget(self.label)
        layout.addLayout(line)
        layout.addWidget(self.note)

    def value(self) -> object:
        """As entered."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Begin with a value."""
        raise NotImplementedError

    def set_words(self, label: str, hint: str = "", unit: str = "") -> None:
        """Say what it is, what is allowed, and in what it is counted."""
        self.label.setText(label)
        self._editor.setAccessibleName(label)
        self._hint = hint
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self._show_note()

    def mark(self, *, wrong: bool) -> None:
        """Say the hint as what stands in the way, or as a hint again."""
        self._is_wrong = wrong
        self._show_note()

    def lock(self, variable: str) -> None:
        """Leave it to an environment variable; an empty one leaves it to the owner."""
        self._variable = variable
        self._editor.setEnabled(not variable)
        self._show_note()

    @property
    def is_locked(self) -> bool:
        return bool(self._variable)

    def _show_note(self) -> None:
        words = self._hint
        if self._variable:
            words = self.tr("Set by %1, and not here.").replace("%1", self._variable)
        if self._is_wrong:
            words = f"！ {words}"
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.note.setProperty("words", "problem" if self._is_wrong else "note")
        restyle(self.note)
        self._editor.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show_note()


class TextRow(SettingRow):
    """A setting that is typed."""

    def __init__(self, place: Place, *, short: bool = False) -> None:
        self.line = QLineEdit()
        super().__init__(place, self.line)
        self.line.setMinimumWidth(_SHORT_PX)
        self.line.setMaximumWidth(_SHORT_PX if short else _ROW_PX)
        self.line.textEdited.connect(self.changed)

    def value(self) -> str:
        return self.line.text().strip()

    def show_value(self, value: object) -> None:
        self.line.setText(f"{value:g}" if isinstance(value, float) else str(value))
        self.line.setCursorPosition(0)


class OptionRow(SettingRow):
    """A setting with few values: all of them side by side."""

    def __init__(self, place: Place, options: Sequence[Hashable], *, short: bool = False) -> None:
        self._least_px = 2 * _SHORT_PX if short else _ROW_PX
        self.options = MemberChoice(options)
        super().__init__(place, self.options)
        self._options, self._shown = tuple(options), options[0]
        self.options.chosen.connect(self._choose)
        self.options.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def value(self) -> object:
        return self._shown

    def show_value(self, value: object) -> None:
        """A value that is none of the options, written into the file by hand, is kept."""
        if isinstance(value, Hashable):
            self._shown = value
            self.options.choose(value if value in self._options else None)

    def name_options(self, words: Mapping[Hashable, str]) -> None:
        self.options.set_words(words)
        self._make_room()

    def _make_room(self) -> None:
        """All are as wide as the widest; of large words each as wide as it must be."""
        wide = [self.options.button(each).sizeHint().width() for each in self._options]
        is_large = words_are_large()
        needed = sum(wide) if is_large else max(wide) * len(wide)
        self.options.setFixedWidth(max(self._least_px, needed + 2 * STEP_PX))

    def _choose(self, value: Hashable) -> None:
        self._shown = value
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()
