"""The register's window: lays out and connects, and decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.errors import BreadposError
from breadpos.domain.recognition import Recognition
from breadpos.ui.banner_message import Topic
from breadpos.ui.camera_state import CameraState
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.counter_page import CounterPage
from breadpos.ui.failures import topic_of
from breadpos.ui.fonts import text_percent
from breadpos.ui.header import Header
from breadpos.ui.language import LanguageSwitch
from breadpos.ui.manual_opener import ManualOpener
from breadpos.ui.opening_window import window_title
from breadpos.ui.pages import Looker, Pages
from breadpos.ui.practice_band import PracticeBand
from breadpos.ui.screen_fit import FIRST_PX, LEAST_PX
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.style_sheet import style_sheet
from breadpos.ui.tab import Tab


class MainWindow(QMainWindow):
    """Facts in by slots, wishes out by signals.

    Args:
        preview: the newest frame; its picture is shown as soon as it comes.
        languages: speaks `front.language` from now on.
    """

    reconnect_camera_requested = Signal()
    reload_recogniser_requested = Signal()
    language_changed = Signal(str)
    camera_lost = Signal()
    tab_awaited = Signal(object)  # Tab, to be shown once `show_awaited` says that it can be made

    def __init__(
        self,
        controller: CounterController,
        preview: Mailbox[Frame],
        front: ShopFront,
        languages: LanguageSwitch,
    ) -> None:
        super().__init__()
        self._controller, self._languages, self._front = controller, languages, front
        self._lookers: list[Looker] = []
        self.can_make: Callable[[Tab], bool] = lambda _tab: True
        self.setMinimumSize(*LEAST_PX)
        self.resize(*FIRST_PX)
        self.header = Header(front.issuer.name, front.zone)
        self.page = CounterPage(controller, preview, front)
        self.pages = Pages(self.page)
        self.manual = ManualOpener(self.pages, self.page.side)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if front.practice:
            self._column.addWidget(PracticeBand())
        self._column.addWidget(self.header)
        self._column.addWidget(self.pages, stretch=1)
        self.setCentralWidget(whole)
        self.page.side.setFocus()
        self._connect()
        self.dress()
        self.show_shop()
        self.speak(front.language)

    def speak(self, language: str) -> None:
        """Say everything in a language from now on."""
        self.setLocale(QLocale(language))  # product names follow the locale
        self._languages.use(language)

    @Slot()
    def dress(self) -> None:
        """Put on the palette and the text size of now."""
        self.setStyleSheet(style_sheet(self._front.palette, text_percent()))

    def show_shop(self) -> None:
        """Say whose register it is."""
        name = self._front.issuer.name
        self.setWindowTitle(window_title(name, practice=self._front.practice))
        self.header.shop.set_text(name)

    def add_strip(self, strip: QWidget) -> None:
        """Lay something between the tabs and the pages."""
        self._column.insertWidget(self._column.indexOf(self.pages), strip)

    def let_look(self, page: Looker) -> None:
        """Let a page have what the camera shows while it wants it."""
        self._lookers.append(page)

    @Slot(object)
    def open_tab(self, tab: Tab) -> None:
        """Show a page; the register goes on behind it."""
        self.header.tabs.show_tab(tab)
        page = self.pages.open_tab(tab)
        (self.page.side if tab is Tab.COUNTER else page).setFocus()

    @Slot(object)
    def open_soon(self, tab: Tab) -> None:
        """Show a page; where it would hold up the window, as soon as it does no longer."""
        if self.pages.has(tab) or self.can_make(tab):
            self.open_tab(tab)
            return
        self.header.tabs.show_tab(tab)
        self.pages.await_tab(tab)
        self.tab_awaited.emit(tab)

    @Slot(object)
    def show_awaited(self, tab: Tab) -> None:
        """Make a page that somebody still waits for, and show it a moment later."""
        if not self.pages.awaits(tab):
            return
        if self.pages.has(tab):
            self.open_tab(tab)
            return
        self.pages.page(tab)
        QTimer.singleShot(0, self, lambda: self.show_awaited(tab))

    @Slot()
    def open_counter(self) -> None:
        """Back to the register."""
        self.open_tab(Tab.COUNTER)

    @Slot(object)
    def show_recognition(self, recognition: Recognition) -> None:
        """Take in what a frame showed; it is not for sale while another page looks at it."""
        looker = next((page for page in self._lookers if page.takes_recognitions), None)
        if looker is not None:
            looker.see(recognition)
            return
        self.page.banner.withdraw(Topic.RECOGNISER)
        self._controller.see(recognition)

    @Slot(object)
    def show_failure(self, error: BreadposError) -> None:
        """Say what failed; without a camera, show no picture either."""
        self.page.show_failure(error)
        if topic_of(error) is Topic.CAMERA:
            self.header.show_camera_state(CameraState.LOST)
            self.page.tray.camera.forget_picture()
            self.camera_lost.emit()

    @Slot(object)
    def show_camera_state(self, state: CameraState) -> None:
        self.header.show_camera_state(state)

    @Slot()
    def show_recogniser_ready(self) -> None:
        self.page.banner.withdraw(Topic.RECOGNISER)

    @Slot()
    def _show_picture_arrived(self) -> None:
        self.header.show_camera_state(CameraState.GOOD)
        self.page.banner.withdraw(Topic.CAMERA)

    @Slot(str)
    def change_language(self, language: str) -> None:
        self.speak(language)
        self.language_changed.emit(language)

    def _connect(self) -> None:
        self.header.tabs.chosen.connect(self.open_soon)
        self.header.help_requested.connect(self.manual.toggle)
        self.pages.counter_requested.connect(self.open_counter)
        self.header.language_requested.connect(self.change_language)
        self.page.reconnect_camera_requested.connect(self.reconnect_camera_requested)
        self.page.reload_recogniser_requested.connect(self.reload_recogniser_requested)
        self.page.tray.camera.picture_arrived.connect(self._show_picture_arrived)
