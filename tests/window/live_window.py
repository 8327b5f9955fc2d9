"""The register as shipped, on the demo's shop and a known counter, worked by mouse and keys."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from breadpos.application.counter_view import CounterView
from breadpos.bootstrap.demo_shop import open_demo_shop
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import Register, build_register
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.domain.product import ProductId
from breadpos.domain.tray import TrayPhase
from breadpos.settings import Home, ScreenSettings, load_settings, save_settings
from breadpos.ui.banner import Banner
from breadpos.ui.practice_band import PracticeBand
from breadpos.ui.tab import Tab
from tests.window.known_counter import KnownCounter, KnownTray

NO_KEY = Qt.KeyboardModifier.NoModifier
_PATIENCE_S = 20.0
_TICK_MS = 5
_HELD_MS = 30
"""A finger rests on a button for two or three times as long."""


class Impatient(AssertionError):
    """What was waited for did not come."""


class LiveWindow:
    """What a cashier sees and does; `taps` counts what the hands did."""

    def __init__(self, register: Register, counter: KnownCounter, owner_id: str) -> None:
        self.register, self.counter = register, counter
        self.owner_id = owner_id
        self.window, self.controller = register.window, register.controller
        self.page = self.window.page
        self.side, self.tray = self.page.side, self.page.tray
        self.taps = 0

    @property
    def view(self) -> CounterView:
        return self.controller.view()

    # Time.

    def wait_until(self, is_so: Callable[[], bool], what: str = "") -> None:
        """Let the program run until something is so."""
        ends_at = time.monotonic() + _PATIENCE_S
        while not is_so():
            if time.monotonic() > ends_at:
                raise Impatient(what or "nothing came of it")
            QTest.qWait(_TICK_MS)

    def breathe(self, milliseconds: int = 60) -> None:
        """Let layouts and pictures follow."""
        QTest.qWait(milliseconds)

    # The customer's side.

    def lay(self, tray: KnownTray) -> None:
        """Put a tray down, and wait until it is read."""
        before = self.view.phase
        self.counter.lay(tray)
        self.wait_until(
            lambda: (
                self.view.phase is TrayPhase.SETTLED
                and len(self.view.items) == len(tray.detections)
            ),
            f"the tray was not read: {before} to {self.view.phase}",
        )

    def take_away(self) -> None:
        """Take the tray away, and wait until that is seen."""
        self.counter.lay(None)
        self.wait_until(
            lambda: self.view.phase in {TrayPhase.EMPTY, TrayPhase.GONE}, "the tray did not leave"
        )

    # The cashier's hands.

    def tap(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Tap what is in sight."""
        assert widget.isVisible(), f"{widget} cannot be seen"
        assert widget.isEnabled(), f"{widget.accessibleName()} cannot be pressed"
        self.taps += 1
        place = place or widget.rect().center()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, NO_KEY, place)
        self.breathe(_HELD_MS)  # no finger is so quick that the program sees nothing between
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NO_KEY, place)
        self.breathe(_HELD_MS)

    def tap_button(self, words: str, inside: QWidget | None = None) -> None:
        """Tap the button in sight that a screen reader would call so."""
        self.tap(self.button(words, inside))

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button in sight that a screen reader would call so."""
        for button in (inside or self.window).findChildren(QAbstractButton):
            if button.isVisible() and button.accessibleName().startswith(words):
                return button
        raise Impatient(f"no button {words} in sight")

    def tap_item(self, number: int) -> None:
        """Tap an item in the picture."""
        left, top, width, height = self.view.items[number].box
        camera = self.tray.camera
        area = camera.picture_area()
        scale = area.width() / self.view.size[0]
        middle = (left + width / 2, top + height / 2)
        point = QPoint(round(area.x() + middle[0] * scale), round(area.y() + middle[1] * scale))
        self.tap(camera, point)

    def tap_tile(self, product_id: str) -> None:
        """Tap a product in the grid."""
        tiles = self.tray.grid.tiles
        self.tap(tiles.viewport(), tiles.place_of(ProductId(product_id)))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        self.taps += 1
        QTest.keyPress(self._focused(), key, modifier)
        self.breathe(_HELD_MS)
        QTest.keyRelease(self._focused(), key, modifier)
        self.breathe(_HELD_MS)

    def type(self, text: str) -> None:
        """Letter by letter; kana come from an input method, as they do in a shop."""
        for letter in text:
            self.taps += 1
            if letter.isascii():
                QTest.keyClicks(self._focused(), letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self._focused(), event)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def open_tab(self, tab: Tab) -> QWidget:
        """Open a page by its tab."""
        self.tap(self.window.header.tabs.button(tab))
        self.wait_until(lambda: not self.window.pages.awaits(tab), "the page did not come")
        page = self.window.pages.currentWidget()
        assert page is not None
        return page

    def sign_in(self) -> None:
        """Be the demo's owner, who need not be asked."""
        self.register.guard.let_in(self.owner_id, PRACTICE_PIN)

    def _close_dialogs(self) -> None:
        """Change one's mind about whatever was asked over the window."""
        while over := QApplication.activePopupWidget() or QApplication.activeModalWidget():
            over.close()
            self.breathe()

    def start_afresh(self) -> None:
        """An empty counter, an empty cart, the register's page: how each screen begins."""
        self.sign_in()
        self._close_dialogs()
        self.window.activateWindow()
        for band in self.window.findChildren(PracticeBand):
            band.setParent(None)
        self.window.open_counter()
        self.counter.is_plugged = True
        self.window.reconnect_camera_requested.emit()
        self.wait_until(lambda: not self.tray.camera.no_picture.isVisible(), "no picture came")
        self.take_away()
        if self.view.paying:
            self.controller.cancel_payment()
        self.tray.close_grid()
        self.page.allergens.hide()
        for line in self.view.cart.lines:
            self.controller.remove(line.product.product_id)
        for kept in self.controller.held():
            self.controller.discard(kept.cart_id)
        self.controller.dismiss_notice()
        self.side.show_cart()
        for banner in self.window.findChildren(Banner):
            for topic in tuple(banner._standing):
                banner.withdraw(topic)
        self.breathe(20)


@contextmanager
def open_window(
    folder: Path,
    counter: KnownCounter,
    size: tuple[int, int] = (1366, 768),
    screen: ScreenSettings | None = None,
) -> Iterator[LiveWindow]:
    """The demo's shop in its window, running; everything has ended when this ends."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    home = Home(folder)
    if not home.database.exists():
        open_demo_shop(home)
    if screen is not None:
        save_settings(home, replace(load_settings(home), screen=screen))
    with ExitStack() as stack:
        shop = stack.enter_context(open_shop(home))
        register = build_register(stack, shop, app, lambda: counter, lambda: counter)
        register.window.resize(*size)
        register.window.show()
        register.window.activateWindow()
        live = LiveWindow(register, counter, shop.staff.all()[0].person_id)
        live.sign_in()
        live.wait_until(lambda: not live.tray.camera.no_picture.isVisible(), "no picture came")
        yield live
