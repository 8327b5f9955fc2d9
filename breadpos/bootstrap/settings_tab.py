"""The page of settings, and what each of them does to the running register."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from breadpos.application.desk import Desk
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.tax_desk import TaxDesk
from breadpos.bootstrap.patience import patience
from breadpos.bootstrap.settings_guard import save_guarded
from breadpos.bootstrap.shop import Shop, base_rules, letterhead
from breadpos.capture.camera import CaptureThread
from breadpos.capture.cameras import found_cameras
from breadpos.devices.speaker import Speaker
from breadpos.domain.errors import BreadposError
from breadpos.settings import Settings, SoundSettings, overrides
from breadpos.ui.appearance import Appearance
from breadpos.ui.camera_settings import CameraForm
from breadpos.ui.language import spoken_language
from breadpos.ui.main_window import MainWindow
from breadpos.ui.register_settings import RegisterForm
from breadpos.ui.screen_settings import ScreenForm
from breadpos.ui.settings_book import SettingsBook
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.shop_settings import ShopForm
from breadpos.ui.sound_settings import SoundForm
from breadpos.ui.tab import Tab
from breadpos.ui.tax_settings import TaxForm

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """What settings change while it runs."""

    window: MainWindow
    front: ShopFront
    desk: Desk
    appearance: Appearance
    speaker: Speaker


class SettingsTab(QObject):
    """Offers the page, and lets every change take effect at once: nothing needs a restart.

    Attributes:
        mailbox: wants each frame of the camera.
        sections: others offer theirs here before the page is first opened.
    """

    camera_changed = Signal()
    vision_changed = Signal()

    def __init__(self, shop: Shop, running: Running) -> None:
        super().__init__(running.window)
        self._shop, self._running = shop, running
        self.book = SettingsBook(
            shop.settings, partial(save_guarded, shop, running.desk), overrides(), parent=self
        )
        self.book.ask = self._ask
        self.book.changed.connect(self._take_effect)
        running.appearance.changed.connect(running.window.dress)
        self.mailbox = Mailbox[Frame]()
        self.sections: dict[Section, Callable[[], QWidget]] = {}
        running.window.language_changed.connect(self._remember_language)
        running.window.pages.offer(Tab.SETTINGS, self._build)

    def drive(self, capture: CaptureThread) -> None:
        """Let the camera follow the settings too."""
        self.camera_changed.connect(lambda: capture.reopen(**patience(self.book.settings.camera)))

    def _build(self) -> SettingsPage:
        page = SettingsPage()
        book, days = self.book, self._shop.days
        own: dict[Section, Callable[[], QWidget]] = {
            Section.SHOP: lambda: ShopForm(book),
            Section.SCREEN: lambda: ScreenForm(book),
            Section.SOUND: lambda: SoundForm(book, self._running.speaker),
            Section.CAMERA: self.camera_form,
            Section.TAX: self._tax_form,
            Section.REGISTER: lambda: RegisterForm(book, lambda: bool(days.open_days())),
        }
        offered = {**own, **self.sections}
        for section in Section:
            if section in offered:
                page.offer(section, offered[section])
        return page

    def camera_form(self) -> CameraForm:
        """The camera to choose, with its picture."""
        form = CameraForm(self.book, found_cameras, self.mailbox, self._running.front.palette)
        self.camera_changed.connect(form.picture.await_picture)
        self._running.window.camera_lost.connect(form.picture.forget_picture)
        return form

    def _tax_form(self) -> TaxForm:
        shop = self._shop
        page = self._running.window.page
        desk = TaxDesk(shop.tax_rates, self._running.desk)
        form = TaxForm(desk, page.ask)
        form.switched.connect(shop.rules.reload)
        return form

    def _ask(self, error: BreadposError, again: Callable[[], None]) -> bool:
        return self._running.window.page.ask(error, again)

    @Slot(str)
    def _remember_language(self, language: str) -> None:
        """Keep what the header's button chose."""
        try:
            self.book.change({("language",): language})
        except BreadposError as error:
            _log.warning("language not remembered: %s", error)

    @Slot(object, object)
    def _take_effect(self, before: Settings, now: Settings) -> None:
        self._shop.settings = now
        running = self._running
        if now.language != before.language:
            running.window.speak(spoken_language(now.language))
        if now.screen != before.screen:
            running.appearance.wear(now.screen)
        running.speaker.volume_percent = volume_of(now.sound)
        if now.camera != before.camera:
            self.camera_changed.emit()
        if now.vision != before.vision:
            self.vision_changed.emit()
        self._take_papers(now)

    def _take_papers(self, now: Settings) -> None:
        """What charging, counting and printing need; cheap enough for every change."""
        running, shop, register = self._running, self._shop, now.register
        shop.rules.change(base_rules(now))
        shop.days.register = running.desk.register = register.name
        running.desk.day_ends = register.day_ends_at()
        running.front.issuer = letterhead(now).issuer
        running.front.receipt_columns = register.receipt_columns
        running.front.printer = now.printer
        running.window.show_shop()


def volume_of(sound: SoundSettings) -> int:
    return sound.volume_percent if sound.on else 0
