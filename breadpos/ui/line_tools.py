"""What else can be done to a line of the cart."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from breadpos.domain.tax import Place
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX


class LineTools(QWidget):
    """Stands below the one line that is open."""

    place_requested = Signal(str)  # product
    discount_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._product_id, self._place = "", Place.EAT_IN
        self.place_button = KeyButton()
        self.discount_button = KeyButton()
        self.change_button = KeyButton(icon="pencil-simple")
        self.remove_button = KeyButton(icon="trash")
        self.back_button = KeyButton(kind="plain", icon="x")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addStretch()
        wishes = (
            (self.place_button, self.place_requested),
            (self.discount_button, self.discount_requested),
            (self.change_button, self.change_requested),
            (self.remove_button, self.remove_requested),
        )
        for button, wish in wishes:
            button.clicked.connect(lambda *_, wish=wish: wish.emit(self._product_id))
            layout.addWidget(button)
        self.back_button.clicked.connect(self.closed)
        layout.addWidget(self.back_button)
        self._retranslate()

    def serve(self, product_id: str, place: Place) -> None:
        """Stand for a line; a piece of it can go to a place."""
        self._product_id, self._place = product_id, place
        self._retranslate()

    def controls(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from the left."""
        about_it = (self.place_button, self.discount_button, self.change_button)
        return *about_it, self.remove_button, self.back_button

    def _retranslate(self) -> None:
        places = {Place.TAKEOUT: self.tr("Takeout"), Place.EAT_IN: self.tr("Eat in")}
        self.place_button.set_words(places[self._place])
        self.discount_button.set_words(self.tr("Discount"))
        self.change_button.setAccessibleName(self.tr("Change"))
        self.remove_button.setAccessibleName(self.tr("Remove"))
        self.back_button.setAccessibleName(self.tr("Back"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
