"""The page of settings: its sections on the left, the open one on the right."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX, STEP_PX
from breadpos.ui.two_columns import TwoColumns


class Section(Enum):
    """What is settled, in the order of the list; the value is its icon."""

    SHOP = "storefront"
    SCREEN = "monitor"
    SOUND = "speaker-high"
    CAMERA = "camera"
    REGISTER = "receipt"
    TAX = "percent"
    PRINTER = "printer"
    PEOPLE = "users"
    PRACTICE = "graduation-cap"
    SETUP = "flag"


class SettingsPage(TwoColumns):
    """Lists the sections that are offered; each is made when it is first opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._builders: dict[Section, Callable[[], QWidget]] = {}
        self._made: dict[Section, QWidget] = {}
        self._buttons: dict[Section, KeyButton] = {}
        self._group = QButtonGroup(self)
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self._list = QVBoxLayout()
        self.parts = QStackedWidget()
        self._lay_out()
        self._retranslate()

    def offer(self, section: Section, build: Callable[[], QWidget]) -> None:
        """List a section, made by `build` when it is first opened; the first one is open."""
        self._builders[section] = build
        number = len(self._builders)
        key = number % 10
        button = KeyButton(kind="section", icon=section.value, keys=(f"Ctrl+{key}",))
        button.set_words("", f"Ctrl {key}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.open_section(section))
        self._buttons[section] = button
        self._group.addButton(button)
        self._list.addWidget(button)
        self._retranslate()
        if number == 1:
            self.open_section(section)

    def sections(self) -> tuple[Section, ...]:
        return tuple(self._builders)

    def button(self, section: Section) -> KeyButton:
        return self._buttons[section]

    def section(self, section: Section) -> QWidget:
        """A section's own page, made now if it never was."""
        if section not in self._made:
            self._made[section] = self._builders[section]()
            self.parts.addWidget(self._made[section])
        return self._made[section]

    def open_section(self, section: Section) -> None:
        self._buttons[section].setChecked(True)
        self.parts.setCurrentWidget(self.section(section))

    def _lay_out(self) -> None:
        self.column.setSpacing(GAP_PX)
        head = QHBoxLayout()
        head.setContentsMargins(GAP_PX, 0, 0, GAP_PX)
        head.addWidget(self.title)
        self.column.addLayout(head)
        self._list.setSpacing(STEP_PX)
        self.column.addLayout(self._list)
        self.column.addStretch()
        self.inside.addWidget(self.parts)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Settings"))
        words = {
            Section.SHOP: self.tr("Shop and invoice"),
            Section.SCREEN: self.tr("Language and look"),
            Section.SOUND: self.tr("Sounds"),
            Section.CAMERA: self.tr("Camera and tray"),
            Section.REGISTER: self.tr("Register, receipts"),
            Section.TAX: self.tr("Tax rates"),
            Section.PRINTER: self.tr("Printer"),
            Section.PEOPLE: self.tr("People and rights"),
            Section.PRACTICE: self.tr("Practice"),
            Section.SETUP: self.tr("First set-up"),
        }
        for section, button in self._buttons.items():
            button.set_words(words[section])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        sections = self.sections()
        now = next(n for n, each in enumerate(sections) if self._buttons[each].isChecked())
        self.open_section(sections[(now + step) % len(sections)])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
