"""The people of the shop: list left, the chosen person right. The owner's page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from breadpos.application.staff import Staff
from breadpos.domain.errors import BreadposError
from breadpos.domain.person import Person, Role
from breadpos.domain.pin import SealedPin
from breadpos.ui.asking import Ask, ask_nobody
from breadpos.ui.failures import message_for
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named, restyle
from breadpos.ui.owner_form import OwnerForm
from breadpos.ui.people_words import role_words
from breadpos.ui.person_card import PersonCard, PinFor
from breadpos.ui.prose import Prose
from breadpos.ui.tokens import DETAIL_PX, EDGE_PX, GAP_PX, PAD_PX


class PeoplePage(QWidget):
    """Adds, renames, promotes and retires; the first of all is the owner.

    Args:
        ask: has the owner's PIN asked for where somebody else is at the register.
    """

    changed = Signal()
    owner_made = Signal(object)  # Person

    def __init__(self, staff: Staff, ask: Ask = ask_nobody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._staff, self._ask = staff, ask
        self._chosen: Person | None = None
        self.rows: dict[str, KeyButton] = {}
        self.title, self.told = QLabel(), Prose()
        self.title.setProperty("words", "heading")
        self.add_button = KeyButton(icon="plus", keys=("Ctrl+N",))
        self.card, self.owner = PersonCard(staff.seal), OwnerForm(staff.seal)
        self._list = QScrollArea(widgetResizable=True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a tap puts no frame around it
        self._side = QStackedWidget()
        self._lay_out()
        self.add_button.clicked.connect(lambda: self._choose(None))
        self.card.save_requested.connect(self._save)
        self.card.pin_decided.connect(self._take_pin)
        self.card.retire_requested.connect(self._retire)
        self.owner.made.connect(self._make_owner)
        self._retranslate()

    def refresh(self) -> None:
        """Read the people again."""
        try:
            people = self._staff.everybody()
        except BreadposError as error:
            self._complain(error)
            return
        known = {person.person_id: person for person in people}
        if self._chosen is not None:
            self._chosen = known.get(self._chosen.person_id)
        self._fill(sorted(people, key=lambda person: not person.active))
        self._side.setCurrentWidget(self.card if people else self.owner)
        self.add_button.setVisible(bool(people))
        self.card.show_person(self._chosen)
        if not people:
            self._tell(self.tr("Nobody yet. The owner comes first: a name and a PIN."), "muted")

    # What the owner does.

    def _choose(self, person: Person | None) -> None:
        self._chosen = person
        self._tell("")
        self.refresh()
        if person is None:
            self.card.name.line.setFocus()

    def _save(self, name: str, role: Role) -> None:
        person = self._chosen
        if person is not None:
            words = self.tr("%1 is saved.").replace("%1", name)
            self._do(lambda: self._staff.change(person, name, role), words)

    def _retire(self) -> None:
        person = self._chosen
        if person is not None:
            words = self.tr("%1 works here no longer.").replace("%1", person.name)
            self._do(lambda: self._staff.retire(person), words)

    def _take_pin(self, purpose: PinFor, pin: SealedPin) -> None:
        person, name, role = self._chosen, self.card.name.text(), self.card.role
        if purpose is PinFor.NEW_PERSON:
            words = self.tr("%1 can sign in now.").replace("%1", name)
            self._do(lambda: self._add(name, role, pin), words)
        elif person is not None and purpose is PinFor.CHANGE:
            words = self.tr("%1 has a new PIN.").replace("%1", person.name)
            self._do(lambda: self._staff.set_pin(person.person_id, pin), words)
        elif person is not None:
            words = self.tr("%1 can sign in now.").replace("%1", person.name)
            self._do(lambda: self._staff.take_back(person, pin), words)

    def _add(self, name: str, role: Role, pin: SealedPin) -> None:
        self._chosen = self._staff.add(name, role, pin)

    def _make_owner(self, name: str, pin: SealedPin) -> None:
        def act() -> None:
            self._add(name, Role.OWNER, pin)
            self.owner_made.emit(self._chosen)

        self._do(act, self.tr("%1 is the owner.").replace("%1", name))

    def _do(self, act: Callable[[], object], words: str) -> None:
        """Do it, or ask the owner and do it then; a refusal leaves the form as it is."""
        try:
            act()
        except BreadposError as error:
            if not self._ask(error, lambda: self._do(act, words)):
                self._complain(error)
            return
        self.changed.emit()
        self.refresh()
        self._tell(words)

    # What it shows.

    def _fill(self, people: list[Person]) -> None:
        if (old := self._list.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # one of its rows may just be being pressed
        ground = named("scrolled", QWidget())
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, PAD_PX, 0)
        column.setSpacing(GAP_PX)
        self.rows = {}
        for person in people:
            row = KeyButton(kind="section", icon="user")
            row.setCheckable(True)
            left = self.tr("has left")
            row.set_words(person.name, role_words(person.role) if person.active else left)
            row.setChecked(person == self._chosen)
            row.clicked.connect(lambda _=False, person=person: self._choose(person))
            self.rows[person.person_id] = row
            column.addWidget(row)
        column.addStretch()
        self._list.setWidget(ground)

    def _tell(self, words: str, kind: str = "good") -> None:
        self.told.setText(words)
        self.told.setProperty("words", kind)
        restyle(self.told)

    def _complain(self, error: BreadposError) -> None:
        message = message_for(error)
        self._tell(f"{message.title} {message.sentence}", "problem")

    def _lay_out(self) -> None:
        self._side.addWidget(self.card)
        self._side.addWidget(self.owner)
        self._side.setFixedWidth(DETAIL_PX)
        left = QVBoxLayout()
        left.setSpacing(PAD_PX)
        parts: tuple[QWidget, ...] = (self.title, self.add_button, self.told)
        for widget in parts:
            left.addWidget(widget)
        left.addWidget(self._list, stretch=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + GAP_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(EDGE_PX)
        layout.addLayout(left, stretch=1)
        layout.addWidget(self._side)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("People"))
        self.add_button.set_words(self.tr("Add somebody"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell("")
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
