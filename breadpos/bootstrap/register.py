"""The register put together: camera, recognition, checkout and window, and how they end."""

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from breadpos.application.approvals import StaffApprovals
from breadpos.application.checkout import Checkout
from breadpos.application.desk import Desk
from breadpos.application.drawer import Drawer
from breadpos.application.frames import Frame
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.mailbox import Mailbox
from breadpos.application.opening import opening_notes
from breadpos.application.papers import PaperOutput, Papers
from breadpos.application.ports import Clock, FrameSource, Recogniser
from breadpos.application.price_list import PriceList
from breadpos.application.returns import Returns
from breadpos.application.seller import Seller
from breadpos.application.witness import Witness
from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.corrections import watch_corrections
from breadpos.bootstrap.early_imports import import_early
from breadpos.bootstrap.pages import offer_pages
from breadpos.bootstrap.patience import patience
from breadpos.bootstrap.people import guard_till
from breadpos.bootstrap.photos_tab import PhotosTab
from breadpos.bootstrap.printing import Printing
from breadpos.bootstrap.settings_tab import Running, SettingsTab, volume_of
from breadpos.bootstrap.shop import Shop, letterhead, open_shop, open_source
from breadpos.bootstrap.thumbnails import PhotoThumbnails
from breadpos.bootstrap.tidy import keep_log_short
from breadpos.bootstrap.witness import ShopReplays, make_witness
from breadpos.capture.camera import CameraState as CaptureState
from breadpos.capture.camera import CaptureThread
from breadpos.devices.speaker import Speaker
from breadpos.domain.errors import BreadposError
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Recognition
from breadpos.logs import end_logs, set_up_logs
from breadpos.settings import Home
from breadpos.ui.appearance import Appearance
from breadpos.ui.camera_state import CameraState
from breadpos.ui.counter_controller import CounterController
from breadpos.ui.counter_cues import CounterCues
from breadpos.ui.inference_worker import InferenceWorker
from breadpos.ui.language import LanguageSwitch, spoken_language
from breadpos.ui.main_window import MainWindow
from breadpos.ui.replay_panels import ReplayPanels
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.thumbnails import Thumbnails
from breadpos.ui.till_controller import TillController
from breadpos.ui.till_guard import TillGuard
from breadpos.ui.till_panels import TillPanels

_log = logging.getLogger(__name__)

_STACK_BYTES = 8 * 1024 * 1024
"""macOS gives a thread 512 KB, which numpy's BLAS has overrun."""
_END_MS = 5_000
_MOST_WAITS = 24
"""On a busy computer the networks may import for a minute, and a thread cannot be left running."""
_WARMING_MS = 40


@dataclass(frozen=True, slots=True)
class Register:
    """What runs behind one window."""

    window: MainWindow
    controller: CounterController
    zone: tzinfo
    guard: TillGuard
    settings: SettingsTab


class _Relay(QObject):
    """Carries what other threads say into the GUI thread."""

    frame_waiting = Signal()
    camera_changed = Signal(object)  # capture's CameraState or BreadposError
    crashed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.camera_changed.connect(self._show_camera)

    @Slot(object)
    def _show_camera(self, state: CaptureState | BreadposError) -> None:
        if isinstance(state, BreadposError):
            self._window.show_failure(state)
        elif state is CaptureState.WORKING:
            self._window.show_camera_state(CameraState.GOOD)


def begin_register(
    home: Home, pin: str, stack: ExitStack, app: QApplication, languages: LanguageSwitch
) -> Register:
    """The register of a shop, in a window not shown yet; the stack ends it.

    Args:
        pin: of the shop's first person, who need not type it; empty if they must.

    Raises:
        BreadposError: the shop cannot be opened.
    """
    from breadpos.bootstrap.setup import begin_setup  # here: it needs what this module builds

    shop = stack.enter_context(open_shop(home))
    set_up_logs(home.logs)
    stack.callback(end_logs)
    register = build_register(
        stack,
        shop,
        app,
        lambda: open_source(shop.settings.camera, shop.has_customer),
        partial(build_recogniser, shop),
        languages,
    )
    shop.has_customer = lambda: not register.controller.view().cart.is_empty
    if pin:
        register.guard.let_in(shop.staff.all()[0].person_id, pin)
    begin_setup(shop, register)
    return register


def build_recogniser(shop: Shop) -> Recogniser:
    """The recogniser in use; imported where it runs, for the window need not wait for torch."""
    from breadpos.bootstrap.recognition import build_recogniser as build

    return build(shop)


def build_register(
    stack: ExitStack,
    shop: Shop,
    app: QApplication,
    open_camera: Callable[[], FrameSource],
    build: Callable[[], Recogniser],
    languages: LanguageSwitch | None = None,
) -> Register:
    """Everything behind one window, running; the stack ends it: camera, inference, window.

    Args:
        open_camera: called on the camera's thread, again after each loss.
        build: makes the recogniser, on the thread that uses it.
        languages: where the program speaks already.
    """
    waiting, preview = Mailbox[Frame](), Mailbox[Frame]()
    clock = SystemClock(shop.settings.register.zone())
    approvals = StaffApprovals(shop.staff)
    desk, witness = _desk(shop, clock, approvals), make_witness(stack, shop)
    controller = CounterController(_checkout(shop, desk, clock, witness))
    front, languages = _front(shop), languages or LanguageSwitch(app)
    appearance = Appearance(app, front.palette, shop.settings.screen)
    window = MainWindow(controller, preview, front, languages)
    printing = _printing(stack, window, shop, desk, front)
    counted = offer_pages(window, shop, controller, front, desk)
    _at_end(stack, languages.use_none, window.deleteLater, window.close)
    _warm(
        stack, window, front.thumbnails, [product.product_id for product in controller.products()]
    )
    speaker = _speaker(stack, shop, controller)
    settings_tab = printing.offered(
        SettingsTab(shop, Running(window, front, desk, appearance, speaker))
    )
    relay = _Relay(window)
    album, looks = watch_corrections(stack, shop, controller, desk)
    worker = _start_inference(stack, window, relay, waiting, build, witness.beside(looks.note))

    photos = PhotosTab(window, shop, controller, front, worker, album)
    previews = preview, counted, settings_tab.mailbox, *photos.mailboxes

    def publish(frame: Frame) -> None:
        for mailbox in previews:
            mailbox.put(frame)
        if waiting.put(frame):  # the box was empty: ring once, not once a frame
            relay.frame_waiting.emit()

    capture = CaptureThread(
        open_camera, publish, relay.camera_changed.emit, **patience(shop.settings.camera)
    )
    settings_tab.drive(capture)
    settings_tab.vision_changed.connect(photos.model_changed)
    _start_capture(stack, capture, window, worker)
    _look_after(stack, shop)
    guard = guard_till(window, shop, controller, desk, approvals, settings_tab)
    return Register(window, controller, shop.settings.register.zone(), guard, settings_tab)


def _speaker(stack: ExitStack, shop: Shop, controller: CounterController) -> Speaker:
    """Sounds what happens at the counter; silent where there is no real screen either."""
    speaker = Speaker(volume_of(shop.settings.sound))
    if QApplication.platformName() != "offscreen":
        CounterCues(controller, speaker, parent=controller)
    stack.callback(speaker.stop)
    return speaker


def _start_capture(
    stack: ExitStack, capture: CaptureThread, window: MainWindow, worker: InferenceWorker
) -> None:
    window.reconnect_camera_requested.connect(capture.reconnect)
    stack.callback(capture.stop)
    _once_in_sight(stack, window, capture.start)
    early = import_early(stack, window, worker.ready)
    window.can_make = early.has
    window.tab_awaited.connect(early.want)
    early.imported.connect(window.show_awaited)
    stack.callback(window.hide)  # first of all: whoever closes it need not watch it end


def _at_end(stack: ExitStack, *ends: Callable[[], object]) -> None:
    """Have the last of these done first when the stack unwinds."""
    for end in ends:
        stack.callback(end)


def _warm(
    stack: ExitStack, window: MainWindow, thumbnails: Thumbnails, product_ids: list[ProductId]
) -> None:
    """Read the products' pictures before the grid is first opened, not all at once."""
    stack.callback(thumbnails.stop)
    timer = QTimer(window)
    waiting = iter(product_ids)

    def read_one() -> None:
        product_id = next(waiting, None)
        if product_id is None:
            timer.stop()
        else:
            thumbnails(product_id)

    timer.timeout.connect(read_one)
    timer.start(_WARMING_MS)


def _start_inference(
    stack: ExitStack,
    window: MainWindow,
    relay: _Relay,
    waiting: Mailbox[Frame],
    build: Callable[[], Recogniser],
    on_read: Callable[[Frame, Recognition], None],
) -> InferenceWorker:
    worker = InferenceWorker(build, waiting, on_read=on_read)
    thread = QThread()
    thread.setStackSize(_STACK_BYTES)
    worker.moveToThread(thread)
    thread.started.connect(worker.prepare)
    relay.frame_waiting.connect(worker.process_latest)
    worker.recognised.connect(window.show_recognition)
    worker.failed.connect(window.show_failure)
    worker.ready.connect(window.show_recogniser_ready)
    window.reload_recogniser_requested.connect(worker.prepare)
    stack.callback(_stop, thread, worker, relay)
    _once_in_sight(stack, window, thread.start)
    return worker


def _once_in_sight(stack: ExitStack, window: MainWindow, begin: Callable[[], None]) -> None:
    """Begin what imports much when the window has been painted, for importing holds it up."""
    timer = QTimer(window, singleShot=True)
    timer.timeout.connect(begin)
    timer.start()
    stack.callback(timer.stop)


def _stop(thread: QThread, worker: InferenceWorker, relay: _Relay) -> None:
    relay.frame_waiting.disconnect(worker.process_latest)
    thread.quit()
    for waits in range(1, _MOST_WAITS + 1):
        if thread.wait(_END_MS):
            return
        _log.warning("recognition has not ended within %d ms", waits * _END_MS)


def _desk(shop: Shop, clock: Clock, approvals: StaffApprovals) -> Desk:
    register = shop.settings.register
    return Desk(
        clock,
        shop.days,
        shop.journal,
        approvals,
        register=register.name,
        day_ends=register.day_ends_at(),
    )


def _checkout(shop: Shop, desk: Desk, clock: Clock, witness: Witness) -> Checkout:
    return Checkout(
        PriceList(shop.products, clock),
        Seller(desk, shop.sales, shop.rules),
        KeptCarts(shop.carts, clock),
        witness,
    )


def _printing(
    stack: ExitStack, window: MainWindow, shop: Shop, desk: Desk, front: ShopFront
) -> Printing:
    """The till's work beside selling, and its papers."""
    printing = Printing(shop, lambda: front.letterhead)
    stack.callback(printing.end)
    printing.follow(window.page, _add_till(window, shop, desk, printing, front))
    return printing


def _add_till(
    window: MainWindow, shop: Shop, desk: Desk, output: PaperOutput, front: ShopFront
) -> TillController:
    """What the till does beside selling."""
    till = TillController(
        Returns(desk, shop.sales, shop.finder),
        Drawer(desk, shop.days, window.page.has_open_cart),
        Papers(desk, output, lambda: front.letterhead),
        window,
    )
    panels = TillPanels(window.page, till, front)
    ReplayPanels(window.page, panels.past, ShopReplays(shop), front)
    number = front.issuer.registration_number
    window.page.tell_opening(opening_notes(desk, shop.days, shop.journal, number))
    return till


def _front(shop: Shop) -> ShopFront:
    settings = shop.settings
    return ShopFront(
        issuer=letterhead(settings).issuer,
        zone=settings.register.zone(),
        language=spoken_language(settings.language),
        receipt_columns=settings.register.receipt_columns,
        practice=settings.register.practice,
        printer=settings.printer,
        thumbnails=Thumbnails(PhotoThumbnails(shop.photos, shop.photo_store).read),
    )


def _look_after(stack: ExitStack, shop: Shop) -> None:
    keep_log_short(stack, shop.engine)
    _hear_crashes(stack)


def _hear_crashes(stack: ExitStack) -> None:
    """Log what is a bug, on any thread; the cart is on disk already and the window stays."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _log.critical("bug", exc_info=(kind, error, trace))

    def report_thread(crash: threading.ExceptHookArgs) -> None:
        if crash.exc_value is not None:
            report(crash.exc_type, crash.exc_value, crash.exc_traceback)

    stack.callback(setattr, sys, "excepthook", sys.excepthook)
    stack.callback(setattr, threading, "excepthook", threading.excepthook)
    sys.excepthook = report
    threading.excepthook = report_thread
