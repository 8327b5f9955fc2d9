"""One person in full: name, role, PIN, and whether they work here."""

from enum import Enum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from breadpos.domain.person import LONGEST_NAME, Person, Role
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.form_field import FormField
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.new_pin_pad import NewPinPad, Seal
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.people_words import right_words, role_words
from breadpos.ui.prose import Prose
from breadpos.ui.side_by_side import SideBySide
from breadpos.ui.tokens import EDGE_PX, PAD_PX, PRIMARY_HEIGHT_PX

_ROLES = tuple(Role)


class PinFor(Enum):
    """What a new PIN is for."""

    NEW_PERSON = "new_person"
    CHANGE = "change"
    RETURN = "return"


class PersonCard(QFrame):
    """Changes name and role, or asks for a PIN twice; who is new or comes back always gets one."""

    save_requested = Signal(str, object)  # name, Role
    pin_decided = Signal(object, object)  # PinFor, SealedPin
    retire_requested = Signal()

    def __init__(self, seal: Seal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("card", self)
        self._person: Person | None = None
        self._role, self._pin_for = Role.CASHIER, PinFor.NEW_PERSON
        self.title, self.rights = QLabel(), Prose()
        self.title.setProperty("words", "heading")
        self.rights.setProperty("words", "muted")
        self.name = FormField()
        self.name.line.setMaxLength(LONGEST_NAME)
        self.roles = ChoiceRow(("F5", "F6", "F7"))
        self.pin_button = KeyButton(icon="lock", keys=("F8",))
        self.retire_button = KeyButton(icon="archive")
        self.save_button = KeyButton(kind="primary", keys=("Ctrl+S",), stacked=True)
        self.save_button.setMinimumHeight(PRIMARY_HEIGHT_PX)
        self.head, self.pin = PanelHead(), NewPinPad(seal)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_person(self, person: Person | None) -> None:
        """Begin with somebody as they are; None for somebody new."""
        self._person = person
        self._role = person.role if person else Role.CASHIER
        self.name.set_text(person.name if person else "")
        self._pages.setCurrentIndex(0)
        self._retranslate()

    @property
    def person(self) -> Person | None:
        return self._person

    @property
    def role(self) -> Role:
        """As it is chosen."""
        return self._role

    def _lay_out(self) -> None:
        form, pin = QWidget(), QWidget()
        column, inside = QVBoxLayout(form), QVBoxLayout(pin)
        for layout in (column, inside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(PAD_PX)
        for widget in (self.title, self.name, self.roles, self.rights):
            column.addWidget(widget)
        column.addStretch()
        column.addWidget(SideBySide(self.pin_button, self.retire_button))
        column.addWidget(self.save_button)
        inside.addWidget(self.head)
        inside.addWidget(self.pin, stretch=1)
        self._pages.addWidget(form)
        self._pages.addWidget(pin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.name.changed.connect(self._retranslate)
        self.name.line.returnPressed.connect(self.save_button.click)
        self.roles.chosen.connect(self._choose)
        self.save_button.clicked.connect(self._go_on)
        self.pin_button.clicked.connect(lambda: self._ask_pin(PinFor.CHANGE))
        self.retire_button.clicked.connect(self.retire_requested)
        self.head.back_requested.connect(lambda: self._pages.setCurrentIndex(0))
        self.pin.decided.connect(lambda pin: self.pin_decided.emit(self._pin_for, pin))

    def _choose(self, number: int) -> None:
        self._role = _ROLES[number]
        self._retranslate()

    def _go_on(self) -> None:
        if self._person is None:
            self._ask_pin(PinFor.NEW_PERSON)
        elif not self._person.active:
            self._ask_pin(PinFor.RETURN)
        else:
            self.save_requested.emit(self.name.text(), self._role)

    def _ask_pin(self, purpose: PinFor) -> None:
        self._pin_for = purpose
        self.pin.start()
        self._pages.setCurrentIndex(1)
        self._retranslate()
        self.pin.setFocus()

    def _missing(self) -> str:
        """What stands in the way of the large button."""
        if not self.name.text():
            return self.tr("type a name")
        person = self._person
        if person is None or not person.active:
            return ""
        is_same = (self.name.text(), self._role) == (person.name, person.role)
        return self.tr("nothing changed") if is_same else ""

    def _retranslate(self) -> None:
        person = self._person
        works_here = person is not None and person.active
        has_left = person is not None and not person.active
        self.title.setText(person.name if person else self.tr("Somebody new"))
        self.head.show_title(self.name.text() or self.title.text())
        self.name.set_words(self.tr("Name"), self.tr("as receipts print it"))
        self.roles.show_words([role_words(role) for role in _ROLES], _ROLES.index(self._role))
        self.rights.setText(
            self.tr("Works here no longer. Old receipts keep the name.")
            if has_left
            else right_words(self._role)
        )
        self.name.setEnabled(not has_left)
        self.roles.setEnabled(not has_left)
        self.pin_button.set_words(self.tr("New PIN"))
        self.retire_button.set_words(self.tr("Leaves the shop"))
        for button in (self.pin_button, self.retire_button):
            button.setVisible(works_here)
        missing = self._missing()
        self.save_button.setEnabled(not missing)
        words = self.tr("Save") if works_here else self.tr("Next: the PIN")
        words = self.tr("Works here again") if has_left else words
        self.save_button.set_words(words, missing or "Ctrl S")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
