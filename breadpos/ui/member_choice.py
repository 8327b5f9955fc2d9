"""One of a few, side by side."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import TOUCH_PX


class MemberChoice(QFrame):
    """The chosen one is filled."""

    chosen = Signal(object)  # the member

    def __init__(self, members: Sequence[Hashable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("member_choice")
        self._buttons: dict[Hashable, KeyButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for member in members:
            self._buttons[member] = self._button(member)
            layout.addWidget(self._buttons[member], stretch=1)

    def button(self, member: Hashable) -> KeyButton:
        return self._buttons[member]

    def choose(self, member: Hashable) -> None:
        """Show a member as chosen; None for no one."""
        self._group.setExclusive(False)  # or none could not be
        for each, button in self._buttons.items():
            button.setChecked(each == member)
        self._group.setExclusive(True)

    def value(self) -> Hashable:
        """The chosen member; the first where none is."""
        checked = (member for member, button in self._buttons.items() if button.isChecked())
        return next(checked, next(iter(self._buttons)))

    def set_words(self, words: Mapping[Any, str]) -> None:
        for member, button in self._buttons.items():
            button.set_words(words[member])

    def _button(self, member: Hashable) -> KeyButton:
        button = KeyButton(kind="choice")
        button.setCheckable(True)
        button.setMinimumHeight(TOUCH_PX)
        button.clicked.connect(lambda: self.chosen.emit(member))
        self._group.addButton(button)
        return button
