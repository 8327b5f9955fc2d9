"""The bar at the top: the shop, the pages, the camera, the cashier, the time."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from breadpos.ui.camera_state import CameraState
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.fonts import text_percent
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named, restyle
from breadpos.ui.tab_row import TabRow
from breadpos.ui.tokens import EDGE_PX, GAP_PX, HEADER_PX

_CLOCK_MS = 1_000
_LEAST_SHOP_PX, _MOST_SHOP_PX = 96, 240
_NARROW_PX = 1_200
_OTHER = {"ja": "en", "en": "ja"}
_NAMES = {"ja": "日本語", "en": "English"}  # a language is always named in itself


class Header(QFrame):
    """Leads from page to page; tells the camera, who is at the till, and the time."""

    language_requested = Signal(str)
    cashier_requested = Signal()
    help_requested = Signal()

    def __init__(self, shop_name: str, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._zone = zone
        self._state = CameraState.OPENING
        self.setFixedHeight(HEADER_PX)
        self.shop = ElidedLabel(shop_name)
        self.shop.setProperty("words", "shop")
        self.shop.setMaximumWidth(_MOST_SHOP_PX)
        self.tabs = TabRow()
        self.chip = named("chip", QFrame())
        self.chip_icon, self.chip_words = Icon("camera", 18), QLabel()
        self.cashier_button = KeyButton(kind="cashier", icon="user", keys=("F10",), shown_key="")
        self.cashier_button.hide()
        self.language_button = KeyButton(kind="plain")
        self.help_button = KeyButton(kind="plain", icon="info", keys=("F1",), shown_key="")
        self.clock = QLabel()
        self._lay_out()
        self.language_button.clicked.connect(self._ask_for_other)
        self.cashier_button.clicked.connect(self.cashier_requested)
        self.help_button.clicked.connect(self.help_requested)
        self._timer = QTimer(self, interval=_CLOCK_MS)
        self._timer.timeout.connect(self._show_time)
        self._timer.start()
        self._retranslate()

    def show_camera_state(self, state: CameraState) -> None:
        self._state = state
        self._retranslate()

    def show_cashier(self, name: str) -> None:
        """Say who is at the till; nobody is told of where the shop has no people yet."""
        self.cashier_button.set_words(name)
        self.cashier_button.setVisible(bool(name))

    def _lay_out(self) -> None:
        chip = QHBoxLayout(self.chip)
        chip.setContentsMargins(GAP_PX + 4, 0, GAP_PX + 4, 0)
        chip.setSpacing(GAP_PX - 2)
        chip.addWidget(self.chip_icon)
        chip.addWidget(self.chip_words)
        self.chip.setFixedHeight(32)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + 4, 0, EDGE_PX + 4, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.shop)
        layout.addWidget(self.tabs)
        layout.addStretch()
        for widget in (
            self.chip,
            self.cashier_button,
            self.language_button,
            self.help_button,
            self.clock,
        ):
            layout.addWidget(widget)

    def _ask_for_other(self) -> None:
        self.language_requested.emit(_OTHER[language_of(self)])

    def _show_time(self) -> None:
        self.clock.setText(f"{datetime.now(self._zone):%H:%M}")

    def _retranslate(self) -> None:
        self.help_button.setAccessibleName(self.tr("Help"))
        self.language_button.set_words(_NAMES[_OTHER[language_of(self)]])
        is_lost = self._state is CameraState.LOST
        self.chip_icon.show_icon("camera-slash" if is_lost else "camera")
        self.chip_words.setText(self._camera_words())
        self.chip.setAccessibleName(self._camera_words())
        for widget in (self.chip_icon, self.chip_words):
            widget.setProperty("words", "warn" if is_lost else "good" if self._good() else "muted")
            restyle(widget)
        self._make_room()
        self._show_time()

    def _make_room(self) -> None:
        """In a narrow window the camera is an icon."""
        has_room = self.width() * 100 >= _NARROW_PX * text_percent()
        self.chip_words.setVisible(has_room)
        self.shop.setMinimumWidth(_LEAST_SHOP_PX if has_room else _LEAST_SHOP_PX // 2)

    def _good(self) -> bool:
        return self._state is CameraState.GOOD

    def _camera_words(self) -> str:
        match self._state:
            case CameraState.OPENING:
                return self.tr("Opening the camera")
            case CameraState.GOOD:
                return self.tr("Camera is good")
            case CameraState.LOST:
                return self.tr("No camera")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
