"""Leads from an empty shop to the first bread sold, and knows where it stands."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from breadpos.application.setup_steps import DONE, SetupNote, SetupStep
from breadpos.domain.errors import BreadposError
from breadpos.ui.banner_message import Remedy, Topic
from breadpos.ui.breads_choice import Breads, BreadsChoice
from breadpos.ui.camera_settings import CameraForm
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.failures import message_for
from breadpos.ui.main_window import MainWindow
from breadpos.ui.notices import message_for_setup
from breadpos.ui.owner_step import OwnerStep
from breadpos.ui.settings_form import SettingsForm
from breadpos.ui.setup_page import SetupPage
from breadpos.ui.setup_strip import SetupStrip
from breadpos.ui.tab import Tab

_TABS = {SetupStep.PHOTOS: Tab.PHOTOS, SetupStep.SELL: Tab.COUNTER}
"""Steps that are done on the register's own pages."""
_TYPED = {SetupStep.SHOP, SetupStep.OWNER, SetupStep.PHOTOS}
"""Steps that begin with a name, which can be typed at once."""


class SetupHelp(Protocol):
    """What the set-up cannot do itself."""

    def furnish_demo(self) -> None:
        """Make it the demo's shop; a refusal is a BreadposError."""
        ...


class SetupGuide(QObject):
    """Shows one step at a time; each is noted, so that a later start goes on there.

    Args:
        pages: makes the page of each step that has one; a step with neither page nor tab is left
            out.
    """

    step_changed = Signal(object)  # SetupStep that comes next; None once all is done

    def __init__(
        self,
        window: MainWindow,
        controller: CounterController,
        pages: Mapping[SetupStep, Callable[[], QWidget]],
        note: SetupNote,
        aid: SetupHelp,
    ) -> None:
        super().__init__(window)
        self._window, self._controller = window, controller
        self._builders, self._made = pages, dict[SetupStep, QWidget]()
        self._note, self._help = note, aid
        self.steps = tuple(step for step in SetupStep if step in pages or step in _TABS)
        self.step: SetupStep | None = None
        self.next: SetupStep | None = self.steps[0]
        self._wants_photos = True
        self.page, self.strip = SetupPage(self.steps), SetupStrip()
        window.pages.addWidget(self.page)
        window.add_strip(self.strip)
        self.strip.hide()
        for place in (self.page, self.strip):
            place.next_requested.connect(self.go_on)
            place.back_requested.connect(self.go_back)
            place.later_requested.connect(self.leave)
        controller.succeeded.connect(self._count)
        controller.paid.connect(self._finish)
        window.page.banner.acted.connect(self._on_banner)

    @Slot()
    def show_again(self) -> None:
        """Show the step after something else has shown its page."""
        if self.step is not None:
            self.show(self.step)

    @Slot()
    def resume(self) -> None:
        """Go on where it was left."""
        if self.next is not None:
            self.show(self.next)

    def show(self, step: SetupStep) -> None:
        """Go to a step."""
        step = step if step in self.steps else self.steps[0]
        self.step = step
        self._note_next(step)
        self._window.page.banner.withdraw(Topic.SETUP)
        is_strip = step in _TABS
        self._window.header.setVisible(is_strip)
        self.strip.setVisible(is_strip)
        if is_strip:
            self.strip.show_step(step, self._breads())
            self._window.open_tab(_TABS[step])
            self._focus(self._window.pages.currentWidget())
            return
        self.page.show_step(step, self._page(step), self._left_out(step))
        self._window.pages.setCurrentWidget(self.page)
        self._offer_next()
        self._page(step).setFocus()
        self._focus(self._page(step))

    def _focus(self, page: QWidget | None) -> None:
        """Let what the step asks for be typed at once."""
        field = page.findChild(QLineEdit) if page and self.step in _TYPED else None
        if field is not None and field.isVisible():
            field.setFocus()

    @Slot()
    def go_on(self) -> None:
        """To the next step, if this one is complete."""
        if self.step is None:
            self.leave()
            return
        page = self._made.get(self.step)
        if isinstance(page, SettingsForm) and not page.save():
            return
        if isinstance(page, BreadsChoice) and not self._take_breads(page):
            return
        self.show(self._neighbour(+1))

    @Slot()
    def go_back(self) -> None:
        if self.step is not None:
            self.show(self._neighbour(-1))

    @Slot()
    def leave(self) -> None:
        """Let the register be used; it goes on at this step, here or at the next start."""
        self.step = None
        if self.next is not None:
            self._window.page.banner.announce(Topic.SETUP, message_for_setup)
        self.strip.hide()
        self._window.header.show()
        self._window.open_counter()

    def _page(self, step: SetupStep) -> QWidget:
        if step not in self._made:
            page = self._made[step] = self._builders[step]()
            if isinstance(page, SettingsForm):
                page.save_button.hide()
            if isinstance(page, CameraForm):
                page.chosen.connect(page.save)  # its picture tells whether it is the right one
            if isinstance(page, OwnerStep):
                page.made.connect(self.go_on)
        return self._made[step]

    def _left_out(self, now: SetupStep) -> frozenset[SetupStep]:
        """The steps before this one in which nothing was set."""
        left_out = set() if self._wants_photos else {SetupStep.PHOTOS}
        before = self.steps[: self.steps.index(now)]
        if SetupStep.OWNER in before:
            owner = self._page(SetupStep.OWNER)
            if isinstance(owner, OwnerStep) and not owner.is_done():
                left_out.add(SetupStep.OWNER)
        return frozenset(left_out)

    def _offer_next(self) -> None:
        page = self.page.parts.currentWidget()
        self.page.offer_next(skips=isinstance(page, OwnerStep) and not page.is_done())

    def _neighbour(self, way: int) -> SetupStep:
        wanted = [step for step in self.steps if step is not SetupStep.PHOTOS or self._wants_photos]
        at = wanted.index(self.step) if self.step in wanted else len(wanted) - 1
        return wanted[min(max(at + way, 0), len(wanted) - 1)]

    def _take_breads(self, page: BreadsChoice) -> bool:
        self._wants_photos = page.choice() is Breads.OWN
        if self._wants_photos:
            return True
        try:
            self._help.furnish_demo()
        except BreadposError as error:
            message = message_for(error)
            page.show_problem(f"{message.title} {message.sentence}")
            return False
        self._controller.reload_products()
        return True

    def _breads(self) -> int:
        return sum(product.is_priced for product in self._controller.products())

    @Slot()
    def _count(self) -> None:
        if self.step is SetupStep.PHOTOS:
            self.strip.show_step(self.step, self._breads())

    @Slot(object)
    def _finish(self, _sale: object) -> None:
        if self.next is None:
            return
        self._note_next(None)
        self._window.page.banner.withdraw(Topic.SETUP)
        if self.step is not None:
            self.step = None
            self.strip.show_sold()

    def _note_next(self, step: SetupStep | None) -> None:
        self.next = step
        self._note.write(step.value if step else DONE)
        self.step_changed.emit(step)

    @Slot(object, object)
    def _on_banner(self, _topic: Topic, remedy: Remedy) -> None:
        if remedy is Remedy.RESUME_SETUP:
            self.resume()
