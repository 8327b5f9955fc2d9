"""The demo where there is no display: the simulated shop sells by itself."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from breadpos.application.counter_view import CounterView, Question
from breadpos.bootstrap.demo_shop import COUNTER_SEED, open_demo_shop
from breadpos.bootstrap.display import make_application
from breadpos.bootstrap.register import Register, build_recogniser, build_register
from breadpos.bootstrap.shop import open_shop
from breadpos.capture.simulated_source import SimulatedSource
from breadpos.domain.money import Money
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.domain.receipt import Issuer, receipt_text
from breadpos.domain.recognition import Box
from breadpos.domain.sale import Sale
from breadpos.domain.tender import Tender, TenderKind
from breadpos.domain.tray import TrayPhase
from breadpos.settings import Home
from breadpos.simulation.breads import KINDS
from breadpos.simulation.scripted_counter import ScriptedCounter
from breadpos.vision.evaluation import iou

_STEP_MS = 50
_LOOKING_STEPS = 6
_PATIENCE_STEPS = 1_200
"""A minute for one tray; what takes longer is broken."""


def run_demo(home: Home, trays: int, screenshot: Path, say: Callable[[str], None]) -> int:
    """A number of trays sold in the demo shop's window, which nobody sees.

    Args:
        home: an empty folder.
        screenshot: where the picture of the first tray goes.
        say: takes receipts and remarks, line by line.

    Returns:
        The exit status.
    """
    open_demo_shop(home)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = make_application()
    with ExitStack() as stack:
        shop = stack.enter_context(open_shop(home))
        counter = OrderedCounter(COUNTER_SEED)
        register = build_register(
            stack,
            shop,
            app,
            partial(SimulatedSource, counter),
            partial(build_recogniser, shop),
        )
        register.guard.let_in(shop.staff.all()[0].person_id, PRACTICE_PIN)
        register.window.show()
        cashier = DemoCashier(register, counter, trays, screenshot, say)
        cashier.done.connect(app.exit)
        return app.exec()


class OrderedCounter:
    """A scripted counter that takes its orders from another thread, one between two frames."""

    def __init__(self, seed: int) -> None:
        self._counter = ScriptedCounter(seed)
        self._orders: SimpleQueue[list[str]] = SimpleQueue()
        self.truth: dict[str, list[Box]] = {}

    def order(self, slugs: list[str]) -> None:
        """Put down a tray with these instead of what lies there; none takes it away."""
        self._orders.put(slugs)

    def frame_at(self, _time_s: float) -> NDArray[np.uint8]:
        """The next frame, after what was ordered."""
        try:
            slugs = self._orders.get_nowait()
        except Empty:
            return self._counter.frame()
        if slugs:
            self._counter.place(slugs)
        else:
            self._counter.clear()
        tray = self._counter.truth()
        self.truth = {}
        for item in tray.items:
            left, top, width, height = map(float, item.box)
            self.truth.setdefault(item.slug, []).append((left, top, width, height))
        return tray.pixels_bgr


class DemoCashier(QObject):
    """Sells one tray after another by the register's own controls, as a cashier would."""

    done = Signal(int)

    def __init__(
        self,
        register: Register,
        counter: OrderedCounter,
        trays: int,
        screenshot: Path,
        say: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._register = register
        self._counter = counter
        self._left = trays
        self._screenshot: Path | None = screenshot
        self._say = say
        self._zone = register.zone
        self._rng = np.random.default_rng(COUNTER_SEED)
        self._waited = 0
        self._looked = 0
        self._placed = False
        register.controller.paid.connect(self._show_receipt)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(_STEP_MS)

    @Slot()
    def _step(self) -> None:
        """Do the one thing that comes next, if it can be done yet."""
        self._waited += 1
        if self._waited > _PATIENCE_STEPS:
            self._say("the demo is stuck: the tray was not read within a minute")
            self._finish(1)
            return
        view = self._register.controller.view()
        if not self._placed:
            self._place(view)
        elif view.phase is TrayPhase.SETTLED and not view.tray_closed:
            self._serve(view)

    def _place(self, view: CounterView) -> None:
        if view.phase not in {TrayPhase.EMPTY, TrayPhase.GONE}:
            return
        if self._left == 0:
            self._finish(0)
            return
        count = int(self._rng.integers(3, 7))
        self._counter.order(
            [str(slug) for slug in self._rng.choice([k.slug for k in KINDS], count)]
        )
        self._placed, self._waited, self._looked = True, 0, 0

    def _serve(self, view: CounterView) -> None:
        self._looked += 1
        if self._looked < _LOOKING_STEPS:  # as long as a person looks, and a window lays itself out
            return
        if view.open_count <= 1:
            self._take_screenshot()
        if view.question is not None:
            self._answer(view, view.question)
        elif view.block is None:
            self._register.controller.begin_payment()
            self._register.controller.pay(_handed_over(view.total))
        else:
            self._say(f"nothing to sell here: {view.block.value}")
            self._next_tray()

    def _answer(self, view: CounterView, question: Question) -> None:
        """Say what it really is: a cashier sees that."""
        item = next(item for item in view.items if item.item_id == question.item_id)
        overlaps = {
            slug: max(iou(item.box, box) for box in boxes)
            for slug, boxes in self._counter.truth.items()
        }
        slug = max(overlaps, key=lambda slug: overlaps[slug])
        if overlaps[slug] < 0.3:
            self._register.controller.dismiss_item(question.item_id)
            return
        self._say(f"asked: {question.status.value}, it is {slug}")
        self._looked = 0
        self._register.controller.name_item(question.item_id, slug)

    @Slot(object)
    def _show_receipt(self, sale: Sale) -> None:
        receipt = receipt_text(sale, Issuer("こむぎ堂（デモ）"), self._zone)
        for line in receipt.splitlines():
            self._say(line)
        self._next_tray()

    def _next_tray(self) -> None:
        self._left -= 1
        self._placed, self._waited = False, 0
        self._counter.order([])

    def _take_screenshot(self) -> None:
        if self._screenshot is not None:
            self._register.window.grab().save(str(self._screenshot))
            self._say(f"screenshot: {self._screenshot}")
            self._screenshot = None

    def _finish(self, status: int) -> None:
        self._timer.stop()
        self.done.emit(status)


def _handed_over(total: Money) -> tuple[Tender, ...]:
    """The next whole thousand yen, in cash."""
    return (Tender(TenderKind.CASH, Money(-(-total.minor // 1000) * 1000)),)
