"""What a cashier does at the register, by hand: each way returns the taps it took."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from breadpos.ui.tab import Tab
from tests.window.live_window import LiveWindow
from tests.window.tour import Tour

Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done.

    Attributes:
        taps: touches and keys it took; letters typed are counted too.
    """

    name: str
    taps: int


class Shift:
    """A cashier at a live window."""

    def __init__(self, live: LiveWindow, shelf: Path, size: tuple[int, int]) -> None:
        self.live = live
        self.tour = Tour(live, shelf, size)
        self.side, self.page = live.side, live.page

    def count(self, act: Callable[[], None]) -> int:
        """The taps of an act."""
        before = self.live.taps
        act()
        return self.live.taps - before

    # Ways to sell.

    def sell(self, tray: str = "sure") -> int:
        """The common sale: the tray is read, Pay, the amount handed over."""
        self.tour.lay(tray)
        taps = self.count(self._pay)
        self._next()
        return taps

    def sell_asked(self) -> int:
        """One bread is asked about first."""
        self.tour.lay("asked")

        def answer_and_pay() -> None:
            self.live.tap(self.page.tray.question.candidate_buttons[0])
            self.live.wait_until(lambda: self.live.view.question is None, "still asking")
            self._pay()

        taps = self.count(answer_and_pay)
        self._next()
        return taps

    def sell_with_coffee(self) -> int:
        """A product that is not on the tray is added from the list."""
        self.tour.lay("sure")

        def add_and_pay() -> None:
            self.live.key(Key.Key_F2)
            self.live.tap_tile("butter_roll")
            self.live.key(Key.Key_Escape)
            self._pay()

        taps = self.count(add_and_pay)
        self._next()
        return taps

    def sell_by_card(self) -> int:
        """Paid by card: the tender, then its exact amount."""
        self.tour.lay("single")

        def pay() -> None:
            self.live.key(Key.Key_Return)
            self.live.key(Key.Key_F6)
            self.live.tap(self.side.payment.quick_buttons[0])
            self.live.wait_until(self.side.receipt.isVisible, "no receipt")

        taps = self.count(pay)
        self._next()
        return taps

    # What a beginner has to learn beside it.

    def look_around(self) -> None:
        """Every page once, and back."""
        for tab in Tab:
            self.live.open_tab(tab)
            self.live.breathe()
        self.live.open_tab(Tab.COUNTER)

    def correct(self) -> None:
        """The register took a bread for another: tap it, and say what it is."""
        self.tour.lay("sure")
        self.live.tap_item(0)
        self.live.tap(self.page.tray.question.other_button)
        self.live.type("anpan")
        self.live.tap_tile("anpan")
        names = {line.product.product_id for line in self.live.view.cart.lines}
        assert "anpan" in names, names
        assert "melonpan" not in names, names

    def discount(self) -> None:
        """Ten percent off the cart that is open."""
        total = self.live.view.total
        self.live.key(Key.Key_F3)
        self.live.tap(self.side.discount.quick_buttons[1])
        self.live.key(Key.Key_Return)
        self.live.wait_until(lambda: self.live.view.total < total, "no discount")

    def pay_and_go(self) -> None:
        self._pay()
        self._next()

    def refund_last(self) -> None:
        """One piece of the newest receipt is taken back."""
        panels = self.tour.panels
        self.live.key(Key.Key_Return)  # the receipt before is done with
        self.tour.more(Key.Key_3)
        self.live.tap(panels.sales.rows[max(panels.sales.rows)])
        self.live.tap(panels.past.steppers[0].more_button)
        self.live.tap(panels.past.reason.buttons[1])
        before = panels.past.head.title.text()
        self.live.tap(panels.past.refund_button)
        self.live.wait_until(lambda: panels.past.head.title.text() != before, "not taken back")
        self.side.show_cart()

    def hold_and_resume(self) -> None:
        """A customer has forgotten something: aside, serve the next, take it up again."""
        self.tour.lay("asked")
        self.live.key(Key.Key_F8)
        self.live.take_away()
        self.sell("single")
        self.live.key(Key.Key_Return)
        self.live.key(Key.Key_F9)
        self.live.key(Key.Key_1)
        self.live.wait_until(lambda: not self.live.view.cart.is_empty, "not taken up again")

    def _pay(self) -> None:
        self.live.tap(self.side.cart.total_bar.pay_button)
        self.live.tap(self.side.payment.quick_buttons[1])
        self.live.wait_until(self.side.receipt.isVisible, "no receipt")

    def _next(self) -> None:
        self.live.take_away()


def first_five_minutes(shift: Shift) -> list[Step]:
    """What somebody does who has never seen the program, and must manage with it by noon."""
    steps = {
        "look at every page": shift.look_around,
        "sell the first tray": lambda: _done(shift.sell()),
        "answer a question and sell": lambda: _done(shift.sell_asked()),
        "say what a bread is": shift.correct,
        "take ten percent off": shift.discount,
        "take the money": shift.pay_and_go,
        "take a piece back": shift.refund_last,
        "put aside, serve another, take up": shift.hold_and_resume,
    }
    done = [Step(name, shift.count(act)) for name, act in steps.items()]
    shift.live.start_afresh()
    return done


def _done(_taps: int) -> None:
    """The whole way's taps are counted by who called."""
