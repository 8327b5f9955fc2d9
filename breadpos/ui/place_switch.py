"""Takeout or eat in: one switch for the whole cart."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QWidget

from breadpos.domain.tax import Place
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import TOUCH_PX


class PlaceSwitch(QFrame):
    """Two halves, one of them chosen; F4 goes to the other."""

    place_requested = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place_switch")
        self._place = Place.TAKEOUT
        self._rates_bp: dict[Place, int] = {}
        self.takeout_button = KeyButton(kind="choice", keys=("F4",))
        self.eat_in_button = KeyButton(kind="choice", keys=("F4",))
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for button in (self.takeout_button, self.eat_in_button):
            button.setCheckable(True)
            button.setMinimumHeight(TOUCH_PX)
            group.addButton(button)
            layout.addWidget(button, stretch=1)
        self.takeout_button.clicked.connect(lambda: self.place_requested.emit(Place.TAKEOUT))
        self.eat_in_button.clicked.connect(lambda: self.place_requested.emit(Place.EAT_IN))
        self.show_place(Place.TAKEOUT)
        self._retranslate()

    def show_place(self, place: Place, food_rates_bp: tuple[tuple[Place, int], ...] = ()) -> None:
        """Show which half is chosen, and food's rate there; the other one carries the key."""
        self._place = place
        if food_rates_bp and dict(food_rates_bp) != self._rates_bp:
            self._rates_bp = dict(food_rates_bp)
            self._retranslate()
        takeout = place is Place.TAKEOUT
        self.takeout_button.setChecked(takeout)
        self.eat_in_button.setChecked(not takeout)
        self.takeout_button.show_key(shown=not takeout)
        self.eat_in_button.show_key(shown=takeout)

    def _retranslate(self) -> None:
        self.takeout_button.set_words(self.tr("Takeout") + self._rate(Place.TAKEOUT))
        self.eat_in_button.set_words(self.tr("Eat in") + self._rate(Place.EAT_IN))

    def _rate(self, place: Place) -> str:
        return f" {self._rates_bp[place] / 100:g}%" if place in self._rates_bp else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
