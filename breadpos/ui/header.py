"""The bar at the top: the shop, the screen, the camera, the time."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from breadpos.ui.camera_state import CameraState
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.icons import Icon
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named, restyle
from breadpos.ui.tokens import EDGE_PX, GAP_PX, HEADER_PX

_CLOCK_MS = 1_000
_OTHER = {"ja": "en", "en": "ja"}
_NAMES = {"ja": "日本語", "en": "English"}  # a language is always named in itself


class Header(QFrame):
    """Tells where one is; its one button changes the language."""

    language_requested = Signal(str)

    def __init__(self, shop_name: str, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._zone = zone
        self._state = CameraState.OPENING
        self.setFixedHeight(HEADER_PX)
        self.shop = ElidedLabel(shop_name)
        self.shop.setProperty("words", "shop")
        self.shop.setMaximumWidth(320)
        self.tab = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.tab.setProperty("words", "tab")
        self.tab.setFixedHeight(HEADER_PX)
        self.chip = named("chip", QFrame())
        self.chip_icon, self.chip_words = Icon("camera", 18), QLabel()
        self.language_button = KeyButton(kind="plain")
        self.clock = QLabel()
        self._lay_out()
        self.language_button.clicked.connect(self._ask_for_other)
        self._timer = QTimer(self, interval=_CLOCK_MS)
        self._timer.timeout.connect(self._show_time)
        self._timer.start()
        self._retranslate()

    def show_camera_state(self, state: CameraState) -> None:
        self._state = state
        self._retranslate()

    def _lay_out(self) -> None:
        chip = QHBoxLayout(self.chip)
        chip.setContentsMargins(GAP_PX + 4, 0, GAP_PX + 4, 0)
        chip.setSpacing(GAP_PX - 2)
        chip.addWidget(self.chip_icon)
        chip.addWidget(self.chip_words)
        self.chip.setFixedHeight(32)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE_PX + 4, 0, EDGE_PX + 4, 0)
        layout.setSpacing(EDGE_PX + 4)
        layout.addWidget(self.shop)
        layout.addWidget(self.tab)
        layout.addStretch()
        for widget in (self.chip, self.language_button, self.clock):
            layout.addWidget(widget)

    def _ask_for_other(self) -> None:
        self.language_requested.emit(_OTHER[language_of(self)])

    def _show_time(self) -> None:
        self.clock.setText(f"{datetime.now(self._zone):%H:%M}")

    def _retranslate(self) -> None:
        self.tab.setText(self.tr("Register"))
        self.language_button.set_words(_NAMES[_OTHER[language_of(self)]])
        is_lost = self._state is CameraState.LOST
        self.chip_icon.show_icon("camera-slash" if is_lost else "camera")
        self.chip_words.setText(self._camera_words())
        for widget in (self.chip_icon, self.chip_words):
            widget.setProperty("words", "warn" if is_lost else "good" if self._good() else "muted")
            restyle(widget)
        self._show_time()

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
