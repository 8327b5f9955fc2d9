"""What a product contains, one tap each."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from breadpos.domain.allergen import JAPAN_ALLERGENS, Allergen, Duty
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.tokens import GAP_PX, TOUCH_PX

_MOST_COLUMNS = 3


class AllergenPicker(QWidget):
    """The law's allergens of a day; saying that there are none is an answer of its own."""

    changed = Signal()

    def __init__(self, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: frozenset[Allergen] = frozenset()
        self.none_button = KeyButton(kind="chip")
        self.none_button.setCheckable(True)
        self.none_button.clicked.connect(self._say_none)
        self._heads: dict[Duty, QLabel] = {}
        self._grids: dict[Duty, QGridLayout] = {}
        self._on = on
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.none_button)
        for duty in (Duty.MANDATORY, Duty.RECOMMENDED):
            self._heads[duty] = QLabel()
            self._heads[duty].setProperty("words", "note")
            layout.addWidget(self._heads[duty])
            self._grids[duty] = QGridLayout()
            self._grids[duty].setSpacing(GAP_PX)
            layout.addLayout(self._grids[duty])
        self._retranslate()

    @cached_property
    def _buttons(self) -> dict[Allergen, KeyButton]:
        """Made when a product is first shown: the page with the price list need not wait."""
        buttons: dict[Allergen, KeyButton] = {}
        for duty, grid in self._grids.items():
            made = {each: self._chip(each) for each in JAPAN_ALLERGENS.named(duty, self._on)}
            for place, button in enumerate(made.values()):
                grid.addWidget(button, place // _MOST_COLUMNS, place % _MOST_COLUMNS)
            buttons |= made
        return buttons

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word; with less room there are fewer beside each other."""
        chips = [self.none_button, *self.__dict__.get("_buttons", {}).values()]
        widest = max(chip.minimumSizeHint().width() for chip in chips)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """As many beside each other as there is room for."""
        if "_buttons" not in self.__dict__:
            return
        for duty, grid in self._grids.items():
            chips = [self._buttons[each] for each in JAPAN_ALLERGENS.named(duty, self._on)]
            columns = _columns_in(self.width(), [c.minimumSizeHint().width() for c in chips])
            for place, chip in enumerate(chips):
                grid.addWidget(chip, place // columns, place % columns)

    def button(self, allergen: Allergen) -> KeyButton:
        return self._buttons[allergen]

    def show_allergens(self, allergens: frozenset[Allergen] | None) -> None:
        """Show what is said of a product; None while nothing is."""
        said = allergens or frozenset()
        self._kept = said - self._buttons.keys()  # named under an older law
        for allergen, button in self._buttons.items():
            button.setChecked(allergen in said)
        self.none_button.setChecked(allergens is not None and not said)

    def allergens(self) -> frozenset[Allergen] | None:
        """What is said now."""
        chosen = frozenset(each for each, button in self._buttons.items() if button.isChecked())
        if chosen or self._kept:
            return chosen | self._kept
        return frozenset() if self.none_button.isChecked() else None

    def _chip(self, allergen: Allergen) -> KeyButton:
        button = KeyButton(allergen.label(language_of(self)), kind="chip")
        button.setCheckable(True)
        button.setMinimumHeight(TOUCH_PX)
        button.clicked.connect(self._say_some)
        return button

    def _say_none(self) -> None:
        if self.none_button.isChecked():
            for button in self._buttons.values():
                button.setChecked(False)
            self._kept = frozenset()
        self.changed.emit()

    def _say_some(self) -> None:
        self.none_button.setChecked(False)
        self.changed.emit()

    def _retranslate(self) -> None:
        self.none_button.set_words(self.tr("Contains none of these"))
        self._heads[Duty.MANDATORY].setText(self.tr("Must be named"))
        self._heads[Duty.RECOMMENDED].setText(self.tr("Should be named"))
        if "_buttons" in self.__dict__:
            for allergen, button in self._buttons.items():
                button.set_words(allergen.label(language_of(self)))
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _columns_in(room_px: int, widths_px: Sequence[int]) -> int:
    """How many columns of such chips fit, at least one."""
    for columns in range(_MOST_COLUMNS, 1, -1):
        needed = sum(max(widths_px[column::columns], default=0) for column in range(columns))
        if needed + (columns - 1) * GAP_PX <= room_px:
            return columns
    return 1
