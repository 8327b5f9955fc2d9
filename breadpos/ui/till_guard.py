"""Between who may do what and the window: signing in, locking, and asking for a PIN in place."""

from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from breadpos.application.approvals import StaffApprovals
from breadpos.application.ports import Action
from breadpos.application.staff import Staff
from breadpos.domain.errors import (
    ApprovalNeeded,
    BreadposError,
    OwnerMissing,
    PinThrottled,
    SignInNeeded,
)
from breadpos.domain.money import YEN
from breadpos.domain.person import Person, Role
from breadpos.domain.pin import SealedPin
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.errand import Errand, beside
from breadpos.ui.failures import message_for
from breadpos.ui.main_window import MainWindow
from breadpos.ui.owner_panel import OwnerPanel
from breadpos.ui.people_words import action_words
from breadpos.ui.pin_panel import Asking, PinPanel
from breadpos.ui.side_overlay import SideOverlay

_SECOND_MS = 1_000

Again = Callable[[], None]


def _nothing() -> None:
    """Nothing was interrupted."""


class TillGuard(QObject):
    """Asks in the window, then lets what was interrupted go on by itself."""

    signed_in = Signal()
    locked = Signal()

    def __init__(
        self,
        window: MainWindow,
        controller: CounterController,
        approvals: StaffApprovals,
        staff: Staff,
    ) -> None:
        super().__init__(window)
        self._window, self._controller = window, controller
        self._approvals, self._staff = approvals, staff
        self._action: Action | None = None
        self._again: Again = _nothing
        self.pin, self.owner = PinPanel(), OwnerPanel(self.seal)
        self._checking = Errand(self, beside)
        self._checking.done.connect(self._allow)
        self._checking.failed.connect(self._refuse)
        self._checking.crashed.connect(self._take_another)
        self.overlay = SideOverlay(window, self.pin, self.owner)
        self._seconds = QTimer(self, interval=_SECOND_MS)
        self._seconds.timeout.connect(self.count_down)
        self.pin.chosen.connect(self.count_down)
        self.pin.left.connect(self._checking.drop)
        self.pin.entered.connect(self._enter)
        self.pin.cancelled.connect(self.cancel)
        self.pin.lock_requested.connect(self.lock)
        self.owner.made.connect(self._make_owner)
        self.owner.cancelled.connect(self.cancel)
        controller.view_changed.connect(self.pin.refresh)
        window.header.cashier_requested.connect(self.change_cashier)
        window.page.ask = self.ask

    def start(self) -> None:
        """Ask who works the register, if the shop has people."""
        if self._approvals.has_people():
            self.lock()

    def let_in(self, person_id: str, pin: str) -> None:
        """Sign somebody in who need not be asked, as in a demonstration."""
        self.admit(self._approvals.check_pin(person_id, pin))

    def admit(self, person: Person) -> None:
        """Sign in somebody whose PIN is known to be theirs."""
        self._approvals.admit(person)
        self.cancel()
        self._show_cashier()

    def refresh(self) -> None:
        """The people have changed: whoever has left is at the register no longer."""
        if self._approvals.who() is None and self._approvals.has_people():
            self.lock()
        self._show_cashier()

    def seal(self, pin: str) -> SealedPin:
        """A new PIN as it is kept; takes a while, on any thread."""
        return self._staff.seal(pin)

    def admit_owner(self, name: str, pin: SealedPin) -> None:
        """Make the shop's first person, who is at the register then; or a BreadposError."""
        self._approvals.admit(self._staff.add(name, Role.OWNER, pin))
        self._show_cashier()

    def ask(self, error: BreadposError, again: Again) -> bool:
        """Ask for the PIN that turns a refusal into a yes; False if none does."""
        if isinstance(error, OwnerMissing):
            self._again = again
            self.owner.form.start()
            self.overlay.open_panel(self.owner)
            self.owner.form.name.line.setFocus()
        elif isinstance(error, SignInNeeded):
            self._ask_who(again, can_cancel=False)
        elif isinstance(error, ApprovalNeeded):
            self._ask_approval(Action(error.action), again)
        else:
            return False
        return True

    def change_cashier(self) -> None:
        """Let somebody else work the register; not in the middle of a payment."""
        if self.overlay.isHidden() and not self._controller.view().paying:
            self._ask_who(_nothing, can_cancel=True)

    def lock(self) -> None:
        """Let nobody work the register until somebody signs in; the cart stays."""
        self._approvals.lock()
        self._show_cashier()
        self._window.open_counter()
        self._ask_who(_nothing, can_cancel=False)
        self.locked.emit()

    def lock_if_idle(self) -> None:
        """Lock, unless it is locked, somebody pays, or a PIN is being asked for."""
        is_busy = self._controller.view().paying or not self.overlay.isHidden()
        if self._approvals.who() is not None and not is_busy:
            self.lock()

    def cancel(self) -> None:
        """Nothing is allowed, and all is as it was."""
        self._again = _nothing
        self._close()

    def count_down(self) -> None:
        """Say how long the chosen person's next try is away."""
        person = self.pin.person
        wait_s = 0 if person is None else self._approvals.wait_s(person.person_id)
        self.pin.pad.show_wait(wait_s)
        if wait_s:
            self._seconds.start()
        else:
            self._seconds.stop()

    def _ask_approval(self, action: Action, again: Again) -> None:
        self._action, self._again = action, again
        self._open(
            Asking(
                lambda: self.tr("Who allows it?"),
                lambda: self._sentence(action),
                self._approvals.who_may(action),
            )
        )

    def _sentence(self, action: Action) -> str:
        words = self.tr("%1 needs a manager's PIN.")
        if action is Action.MANAGE_PEOPLE:
            words = self.tr("%1 needs the owner's PIN.")
        return words.replace("%1", action_words(action))

    def _ask_who(self, again: Again, *, can_cancel: bool) -> None:
        self._action, self._again = None, again
        self._open(
            Asking(
                lambda: self.tr("Who is at the register?"),
                lambda: (
                    self.tr("Tap your name, then type your PIN.")
                    if can_cancel
                    else self.tr("The register is locked. The cart is kept.")
                ),
                self._approvals.people(),
                can_cancel=can_cancel,
                can_lock=can_cancel,
                note=self._total,
            )
        )

    def _total(self) -> str:
        """What lies on the tray goes on being added up."""
        view = self._controller.view()
        words = self.tr("In the cart: %n item(s), %1", "", view.cart.count)
        return "" if view.cart.is_empty else words.replace("%1", YEN.format(view.total))

    def _open(self, asking: Asking) -> None:
        self._checking.drop()
        self.pin.ask(asking)
        self.overlay.open_panel(self.pin)

    def _close(self) -> None:
        self._checking.drop()
        self._seconds.stop()
        self.overlay.close_panel()

    def _enter(self, person_id: str, pin: str) -> None:
        """Look at a PIN beside the window, which would stand still for as long."""
        self._checking.run(lambda: self._approvals.check_pin(person_id, pin))

    @Slot(object)
    def _allow(self, person: Person) -> None:
        with ExitStack() as allowing:
            try:
                if self._action is None:
                    self._approvals.admit(person)
                else:
                    allowing.enter_context(self._approvals.allowed(self._action, person))
            except BreadposError as error:
                self._refuse(error)
                return
            self._go_on()

    def _go_on(self) -> None:
        again, self._again = self._again, _nothing
        is_signing_in = self._action is None
        self._close()
        self._show_cashier()
        if is_signing_in:
            self.signed_in.emit()
        again()

    @Slot(object)
    def _refuse(self, error: BreadposError) -> None:
        message = message_for(error)
        is_told = not isinstance(error, PinThrottled)  # or else the seconds are
        self.pin.pad.show_problem(f"{message.title} {message.sentence}" if is_told else "")
        self.count_down()

    @Slot()
    def _take_another(self) -> None:
        self.pin.pad.show_problem("")

    def _make_owner(self, name: str, pin: SealedPin) -> None:
        try:
            self.admit_owner(name, pin)
        except BreadposError as error:
            message = message_for(error)
            self.owner.form.show_problem(f"{message.title} {message.sentence}")
            return
        self._action = None
        self._go_on()

    def _show_cashier(self) -> None:
        person = self._approvals.who()
        self._window.header.show_cashier(person.name if person else "")
