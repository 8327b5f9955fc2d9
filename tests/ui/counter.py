"""The real window on a till in memory, worked with mouse and keys as a cashier does."""

from datetime import datetime, tzinfo

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from breadpos.application.counter_view import CounterView
from breadpos.application.drawer import Drawer
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.papers import Papers
from breadpos.application.returns import Returns
from breadpos.domain.product import Product
from breadpos.domain.receipt import Issuer
from breadpos.domain.recognition import Detection, Recognition
from breadpos.ui.cart_line import CartLineRow
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import LanguageSwitch
from breadpos.ui.main_window import MainWindow
from breadpos.ui.pin_pad import PinPad
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.till_controller import TillController
from breadpos.ui.till_panels import TillPanels
from tests.ui.fakes import SIZE, TOKYO, FixedClock, Till, looks


class Counter:
    """What a cashier sees and does."""

    def __init__(
        self,
        qtbot: QtBot,
        languages: LanguageSwitch,
        till: Till,
        language: str,
        size: tuple[int, int],
    ) -> None:
        self.qtbot = qtbot
        self.till = till
        self.preview = Mailbox[Frame]()
        self.controller = CounterController(till.checkout)

        def clock(_zone: tzinfo) -> datetime:
            return FixedClock().now()

        issuer = Issuer("こむぎ堂")
        self.front = front = ShopFront(issuer=issuer, zone=TOKYO, language=language, clock=clock)
        self.window = MainWindow(self.controller, self.preview, front, languages)
        self.panels = TillPanels(self.window.page, self._till_controller(front), front)
        self.window.resize(*size)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.page = self.window.page
        self.side, self.tray, self.banner = self.page.side, self.page.tray, self.page.banner
        self.cart = self.side.cart
        self.pay_button = self.cart.total_bar.pay_button

    def _till_controller(self, front: ShopFront) -> TillController:
        till = self.till
        return TillController(
            Returns(till.desk, till.sales, till.sales),
            Drawer(till.desk, till.days, lambda: till.checkout.has_open_cart),
            Papers(till.desk, till.papers, lambda: front.letterhead),
            self.window,
        )

    @property
    def view(self) -> CounterView:
        return self.controller.view()

    # The camera's side.

    def film(self) -> None:
        """Let a picture come from the camera."""
        self.preview.put(Frame(np.full((SIZE[1], SIZE[0], 3), 120, np.uint8), 0.0, 0))
        self.tray.camera.refresh()

    def see(self, *detections: Detection) -> None:
        """A picture, and what was recognised in it."""
        self.film()
        self.window.show_recognition(looks(*detections))

    def hear(self, recognition: Recognition) -> None:
        self.window.show_recognition(recognition)

    def take_away(self) -> None:
        """An empty counter for long enough."""
        for _ in range(8):
            self.see()

    # The cashier's hands.

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"{widget} cannot be seen"
        assert widget.isEnabled(), f"{widget} cannot be pressed"
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self._focused(), key, modifier)

    def type(self, text: str) -> None:
        """Letter by letter; kana come from an input method, as they do in a shop."""
        for letter in text:
            if letter.isascii():
                self.qtbot.keyClicks(self._focused(), letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self._focused(), event)

    def wait_for_pin(self, pad: PinPad) -> None:
        """Until a PIN that was typed has been looked at."""
        self.qtbot.waitUntil(lambda: not pad.is_busy, timeout=5_000)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def tap_item(self, place: tuple[float, float]) -> None:
        """Tap the picture at a place of the frame."""
        camera = self.tray.camera
        area = camera.picture_area()
        scale = area.width() / SIZE[0]
        point = QPoint(round(area.x() + place[0] * scale), round(area.y() + place[1] * scale))
        self.qtbot.mouseClick(camera, Qt.MouseButton.LeftButton, pos=point)

    def tap_tile(self, product: Product) -> None:
        tiles = self.tray.grid.tiles
        place = tiles.place_of(product.product_id)
        self.qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # The cashier's eyes.

    def row(self, product: Product) -> CartLineRow:
        return self.cart.lines.row(product.product_id)

    def rows(self) -> dict[str, str]:
        """Name and count of each line."""
        lines = self.view.cart.lines
        return {
            self.row(x.product).name.text(): self.row(x.product).stepper.count.text() for x in lines
        }

    def total(self) -> str:
        return self.cart.total_bar.total_label.text()

    def banner_text(self) -> str:
        if not self.banner.isVisible():
            return ""
        return f"{self.banner.title.text()}{self.banner.sentence.text()}"

    def is_asking(self) -> bool:
        return self.tray.question.isVisible()

    def words(self) -> list[str]:
        """Every word in sight."""
        found = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        elided = self.window.findChildren(ElidedLabel)
        return [*found, *(label.text() for label in elided if label.isVisible())]

    def cut_words(self) -> list[str]:
        """Words that have less room than they need, or stand outside the window."""
        labels = cut_labels(self.window)
        buttons = [
            f"{button.accessibleName()} {button.width()} of {button.minimumSizeHint().width()}"
            for button in self.buttons_in_sight()
            if button.width() < button.minimumSizeHint().width()
        ]
        return labels + buttons

    def buttons_in_sight(self) -> list[KeyButton]:
        return [button for button in self.window.findChildren(KeyButton) if button.isVisible()]

    def small_targets(self) -> list[str]:
        """Buttons in sight that are smaller than a finger."""
        return [
            f"{b.accessibleName()} {b.width()}x{b.height()}"
            for b in self.buttons_in_sight()
            if b.width() < 48 or b.height() < 48
        ]


def _is_cut(label: QLabel) -> bool:
    """A line of Noto Sans JP leaves a quarter of its height free above and below its letters."""
    enough = label.fontMetrics().height() * 3 // 4
    return label.width() < label.sizeHint().width() or label.height() < enough


def cut_labels(window: QWidget) -> list[str]:
    """Labels of one line that have less room than they need, or stand outside their window."""
    return [
        f"{label.text()} {label.size().toTuple()} of {label.sizeHint().toTuple()}"
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text() and not label.wordWrap() and _is_cut(label)
    ]
