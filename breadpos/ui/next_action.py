"""What the next action's key does while a sale's receipt still lies over the cart."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from breadpos.ui.key_button import KeyButton


class NextAction(QObject):
    """A key of the cart ends the receipt and does at once what it says.

    The receipt's own keys stay its own, and a key that would do nothing ends nothing.

    Args:
        end: puts the cart back in sight.
    """

    def __init__(self, receipt: QWidget, cart: QWidget, end: Callable[[], None]) -> None:
        super().__init__(receipt)
        self._cart, self._end = cart, end
        taken = _keys(receipt)
        for key in sorted(_keys(cart) - taken):
            QShortcut(QKeySequence(key), receipt).activated.connect(partial(self._do, key))

    def _do(self, key: str) -> None:
        buttons = self._cart.findChildren(KeyButton)
        button = next((each for each in buttons if each.answers(key)), None)
        if button is not None:
            self._end()
            button.click()


def _keys(panel: QWidget) -> set[str]:
    return {key for button in panel.findChildren(KeyButton) for key in button.keys}
