"""The people to choose from, one large tile each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from breadpos.domain.person import Person
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.people_words import role_words
from breadpos.ui.tokens import GAP_PX, PAD_PX, PRIMARY_HEIGHT_PX

_COLUMNS = 2
_KEYS = 9


class PersonTiles(QScrollArea):
    """Name and role; the first nine have the number keys."""

    chosen = Signal(str)  # person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self.tiles: dict[str, KeyButton] = {}
        self.setWidgetResizable(True)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show people, in the order they came."""
        self._people = tuple(people)
        self._fill()

    def _fill(self) -> None:
        if (old := self.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # one of its tiles may just be being pressed
        ground = named("scrolled", QWidget())
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP_PX)
        self.tiles = {}
        for place, person in enumerate(self._people):
            tile = self._tile(place, person)
            self.tiles[person.person_id] = tile
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(self._people), 1)
        self.setWidget(ground)
        self._fit()

    def _fit(self) -> None:
        """A name that is longer than its tile ends in an ellipsis."""
        room = (self.viewport().width() - GAP_PX) // _COLUMNS - 2 * PAD_PX
        for person in self._people:
            tile = self.tiles[person.person_id]
            metrics = tile.face.fontMetrics()
            shown = metrics.elidedText(person.name, Qt.TextElideMode.ElideRight, room)
            tile.face.setText(shown)
            tile.setAccessibleName(person.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tile(self, place: int, person: Person) -> KeyButton:
        key = str(place + 1) if place < _KEYS else ""
        tile = KeyButton(kind="person", keys=(key,) if key else (), stacked=True)
        role = role_words(person.role)
        tile.set_words(person.name, f"{role} ・ {key}" if key else role)
        tile.setMinimumSize(1, PRIMARY_HEIGHT_PX)
        tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tile.clicked.connect(lambda: self.chosen.emit(person.person_id))
        return tile

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
