"""The set-up of a new shop, put together."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from breadpos.application.setup_steps import SetupNote, SetupStep, first_step
from breadpos.bootstrap.register import Register
from breadpos.bootstrap.settings_tab import SettingsTab
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import StorageError
from breadpos.domain.person import Role
from breadpos.settings import Home
from breadpos.ui.breads_choice import BreadsChoice
from breadpos.ui.owner_step import OwnerStep
from breadpos.ui.screen_settings import ScreenForm
from breadpos.ui.settings_page import Section
from breadpos.ui.setup_guide import SetupGuide
from breadpos.ui.setup_part import SetupPart
from breadpos.ui.shop_settings import ShopForm
from breadpos.whole_file import write_whole

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SetupFile:
    """Where the set-up stands, in one word in the shop's folder."""

    home: Home

    def read(self) -> str:
        try:
            return (self.home.folder / "setup").read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def write(self, standing: str) -> None:
        try:
            write_whole(self.home.folder / "setup", f"{standing}\n".encode())
        except OSError as error:
            _log.warning("the set-up's step is not remembered: %s", error)


@dataclass(frozen=True, slots=True)
class _Help:
    """What the set-up cannot do itself."""

    shop: Shop
    settings: SettingsTab

    def furnish_demo(self) -> None:
        """The demo's breads, and its counter for a camera."""
        from breadpos.bootstrap.demo_shop import COUNTER_SEED, furnish_demo  # here: rarely wanted

        try:
            furnish_demo(self.shop)
        except OSError as error:
            raise StorageError(f"demo shop not furnished: {error.strerror}") from error
        source = f"simulated:{COUNTER_SEED}"
        if not self.settings.book.variable(("camera", "source")):
            self.settings.book.change({("camera", "source"): source})
        self.settings.vision_changed.emit()  # what is learnt is another now


def begin_setup(shop: Shop, register: Register, note: SetupNote | None = None) -> SetupGuide | None:
    """Lead a new shop to its first sale, or go on where that was left; None for any other."""
    note = note or SetupFile(shop.home)
    step = first_step(
        note.read(),
        sells=bool(shop.sales.newest(1)),
        has_products=bool(shop.products.all()),
    )
    if step is None:
        return None
    tab, guard = register.settings, register.guard
    pages: dict[SetupStep, Callable[[], QWidget]] = {
        SetupStep.LOOK: partial(ScreenForm, tab.book),
        SetupStep.SHOP: partial(ShopForm, tab.book),
        SetupStep.OWNER: partial(OwnerStep, partial(_owner, shop), guard.admit_owner, guard.seal),
        SetupStep.CAMERA: tab.camera_form,
        SetupStep.BREADS: BreadsChoice,
    }
    if Section.PRINTER in tab.sections:
        pages[SetupStep.PRINTER] = tab.sections[Section.PRINTER]
    guide = SetupGuide(register.window, register.controller, pages, note, _Help(shop, tab))
    guard.signed_in.connect(guide.show_again)
    guide.show(step)
    tab.sections[Section.SETUP] = partial(_part, guide)
    return guide


def _part(guide: SetupGuide) -> SetupPart:
    part = SetupPart()
    part.show_next(guide.next)
    part.resume_requested.connect(guide.resume)
    guide.step_changed.connect(part.show_next)
    return part


def _owner(shop: Shop) -> str:
    owners = [each.name for each in shop.staff.all() if each.active and each.role is Role.OWNER]
    return owners[0] if owners else ""
