"""Asks who it is, then for their PIN."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from breadpos.domain.person import Person
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.people_words import role_words
from breadpos.ui.person_tiles import PersonTiles
from breadpos.ui.pin_pad import PinPad
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import BUTTON_PX, EDGE_PX, GAP_PX, ROW_PX

Words = Callable[[], str]
"""In the language of now."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question for a PIN.

    Attributes:
        people: any of whom may answer.
        can_cancel: the way back is open; to a locked register there is none.
        can_lock: the register may be locked from here.
        note: what else is worth knowing now.
    """

    title: Words
    sentence: Words
    people: tuple[Person, ...]
    can_cancel: bool = True
    can_lock: bool = False
    note: Words = str


class PinPanel(QFrame):
    """Tiles first, unless only one could answer; then the keypad."""

    chosen = Signal(str)  # person, whose PIN is about to be typed
    left = Signal()  # the keypad, with a PIN on it perhaps
    entered = Signal(str, str)  # person, PIN
    cancelled = Signal()
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("card", self)
        self._asking = Asking(str, str, ())
        self._person: Person | None = None
        self.head = PanelHead()
        self.head.setMinimumHeight(BUTTON_PX)
        self.sentence = Prose()
        self.sentence.setProperty("words", "muted")
        self.note = QLabel()
        self.note.setProperty("words", "line")
        self.tiles, self.pad = PersonTiles(), PinPad()
        self.person_button = KeyButton(icon="user", keys=("F10",))
        self.person_button.setMinimumHeight(ROW_PX)
        self.only = named("hint_box", QLabel(alignment=Qt.AlignmentFlag.AlignCenter))
        self.only.setMinimumHeight(ROW_PX)
        self.lock_button = KeyButton(icon="lock", keys=("F12",))
        self._steps = QStackedWidget()
        self._lay_out()
        self.head.back_requested.connect(self.cancelled)
        self.tiles.chosen.connect(self._choose)
        self.person_button.clicked.connect(self._show_tiles)
        self.pad.entered.connect(self._enter)
        self.lock_button.clicked.connect(self.lock_requested)
        self._retranslate()

    def ask(self, asking: Asking) -> None:
        """Begin with the people; with the keypad if there is only one."""
        self._asking = asking
        self.tiles.show_people(asking.people)
        if len(asking.people) == 1:
            self._choose(asking.people[0].person_id)
        else:
            self._show_tiles()

    def refresh(self) -> None:
        """Say the note as it is now."""
        note = self._asking.note()
        self.note.setText(note)
        self.note.setVisible(bool(note))

    @property
    def person(self) -> Person | None:
        """Whose PIN is being typed."""
        return self._person

    def _lay_out(self) -> None:
        pin = QWidget()
        inside = QVBoxLayout(pin)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP_PX)
        for person in (self.person_button, self.only):  # the one or the other
            inside.addWidget(person)
        inside.addWidget(self.pad, stretch=1)
        self._steps.addWidget(self.tiles)
        self._steps.addWidget(pin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        for widget in (self.head, self.sentence, self.note):
            layout.addWidget(widget)
        layout.addWidget(self._steps, stretch=1)
        layout.addWidget(self.lock_button)

    def _choose(self, person_id: str) -> None:
        self._person = next(x for x in self._asking.people if x.person_id == person_id)
        self._steps.setCurrentIndex(1)
        self.pad.start()
        self._retranslate()
        self.chosen.emit(person_id)

    def _show_tiles(self) -> None:
        self._person = None
        self.left.emit()
        self._steps.setCurrentIndex(0)
        self._retranslate()

    def _enter(self, pin: str) -> None:
        if self._person is not None:
            self.entered.emit(self._person.person_id, pin)

    def _retranslate(self) -> None:
        asking = self._asking
        self.head.show_title(asking.title())
        self.head.back_button.setVisible(asking.can_cancel)
        self.sentence.setText(asking.sentence())
        self.refresh()
        self.lock_button.set_words(self.tr("Lock the register"))
        self.lock_button.setVisible(asking.can_lock and self._person is None)
        if self._person is not None:
            words = f"{self._person.name} ・ {role_words(self._person.role)}"
            several = len(asking.people) > 1
            self.person_button.set_words(words, self.tr("somebody else F10"))
            self.person_button.setVisible(several)
            self.only.setText(words)
            self.only.setVisible(not several)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
