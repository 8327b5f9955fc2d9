"""Every option of a training, for whoever knows what they mean."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from breadpos.application.training_desk import Knob
from breadpos.ui.named import named
from breadpos.ui.tokens import GAP_PX, TOUCH_PX


class TrainingKnobs(QScrollArea):
    """One row an option, under the name it has on the command line."""

    def __init__(self, knobs: Sequence[Knob], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._defaults = {knob.name: knob.default for knob in knobs}
        self.fields: dict[str, QComboBox | QLineEdit] = {}
        inside = named("scrolled", QWidget())
        column = QVBoxLayout(inside)
        rows = QFormLayout()
        rows.setVerticalSpacing(GAP_PX)
        for knob in knobs:
            field = self._field(knob)
            field.setAccessibleName(knob.name)
            label = QLabel(knob.name.replace("_", " "))
            label.setProperty("words", "note")
            rows.addRow(label, field)
            self.fields[knob.name] = field
        column.addLayout(rows)
        column.addStretch()
        self.setWidget(inside)

    def arguments(self) -> list[str]:
        """What differs from the defaults, as the command line takes it."""
        told: list[str] = []
        for name, field in self.fields.items():
            value = field.currentText() if isinstance(field, QComboBox) else field.text().strip()
            if value == self._defaults[name]:
                continue
            option = name.replace("_", "-")
            if value in {"yes", "no"}:
                told.append(f"--{option}" if value == "yes" else f"--no-{option}")
            elif value:
                told += [part for one in value.split() for part in (f"--{option}", one)]
        return told

    def _field(self, knob: Knob) -> QComboBox | QLineEdit:
        if not knob.choices:
            line = QLineEdit(knob.default)
            line.setMinimumHeight(TOUCH_PX)
            return line
        box = QComboBox()
        box.addItems(list(knob.choices))
        box.setCurrentText(knob.default)
        box.setMinimumHeight(TOUCH_PX)
        return box
