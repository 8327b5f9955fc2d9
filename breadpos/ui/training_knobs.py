"""Every option of a training, for whoever knows what they mean."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from breadpos.application.training_desk import Knob
from breadpos.ui.choice_box import choice_box
from breadpos.ui.knob_words import knob_name, knob_note, value_words
from breadpos.ui.named import named
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import PAD_PX, STEP_PX, TOUCH_PX


class KnobRow(QWidget):
    """One option: what it is called, its value, and a line on it."""

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = knob
        self.label, self.note = Prose(), Prose()
        self.label.setProperty("words", "strong")
        self.note.setProperty("words", "note")
        self.field = self._field()
        self.field.setMinimumHeight(TOUCH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP_PX)
        for part in (self.label, self.field, self.note):
            column.addWidget(part)
        self._retranslate()

    def value(self) -> str:
        """As the command line takes it."""
        field = self.field
        return str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()

    def arguments(self) -> list[str]:
        """Nothing where it is the default."""
        value, option = self.value(), self._knob.name.replace("_", "-")
        if not value or value == self._knob.default:
            return []
        if value in {"yes", "no"}:
            return [f"--{option}" if value == "yes" else f"--no-{option}"]
        takes_several = " " in self._knob.default  # a file's name may have spaces, too
        values = value.split() if takes_several else [value]
        return [part for one in values for part in (f"--{option}", one)]

    def _field(self) -> QComboBox | QLineEdit:
        if not self._knob.choices:
            return QLineEdit(self._knob.default)
        box = choice_box()
        for choice in self._knob.choices:
            box.addItem(choice, choice)
        box.setCurrentText(self._knob.default)
        return box

    def _retranslate(self) -> None:
        name = self._knob.name
        self.label.setText(knob_name(name))
        self.note.setText(knob_note(name))
        self.note.setVisible(bool(self.note.text()))
        self.field.setAccessibleName(knob_name(name))
        self.field.setAccessibleDescription(knob_note(name))
        if isinstance(self.field, QComboBox):
            for row, choice in enumerate(self._knob.choices):
                self.field.setItemText(row, value_words(choice))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


class TrainingKnobs(QScrollArea):
    """One row an option, made when they are first looked at."""

    def __init__(self, knobs: Callable[[], Sequence[Knob]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._knobs = knobs
        self.rows: dict[str, KnobRow] = {}

    def fill(self) -> None:
        """Have the rows there; what was set in them stays."""
        if self.rows:
            return
        inside = named("scrolled", QWidget())
        column = QVBoxLayout(inside)
        column.setSpacing(PAD_PX)
        self.rows = {knob.name: KnobRow(knob) for knob in self._knobs()}
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch()
        self.setWidget(inside)

    def arguments(self) -> list[str]:
        """What differs from the defaults, as the command line takes it."""
        return [part for row in self.rows.values() for part in row.arguments()]
