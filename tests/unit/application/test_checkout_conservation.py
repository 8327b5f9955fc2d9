"""Whatever happens in whatever order, each bread is in exactly one cart or sale."""

from collections import Counter
from operator import attrgetter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from breadpos.domain.errors import BreadposError
from breadpos.domain.money import Money
from breadpos.domain.recognition import Detection
from tests.unit.application.fakes import ANPAN, COFFEE, CURRY, MELON, Shop, cash, row

trays = st.lists(st.sampled_from([ANPAN, CURRY, MELON]), min_size=1, max_size=3)


class BusyDay(RuleBasedStateMachine):
    """A counter where every bread that is shown or entered must be accounted for."""

    def __init__(self) -> None:
        super().__init__()
        self.shop = Shop()
        self.wanted: Counter[str] = Counter()
        self.lying: list[Detection] = []

    @property
    def is_paying(self) -> bool:
        return self.shop.till.view().paying

    @precondition(lambda self: not self.is_paying)
    @rule(tray=trays)
    def a_customer_comes(self, tray: list[str]) -> None:
        self.shop.is_bare()
        self.lying = row(*tray)
        self.shop.shows(*self.lying)
        self.wanted.update(tray)

    @rule()
    def the_tray_leaves(self) -> None:
        self.shop.is_bare()
        self.lying = []

    @rule()
    def a_hand_passes(self) -> None:
        self.shop.moves()
        self.shop.shows(*self.lying)

    @precondition(lambda self: not self.is_paying)
    @rule()
    def a_coffee_is_added(self) -> None:
        self.shop.till.add(COFFEE)
        self.wanted[COFFEE] += 1

    @rule()
    def the_disk_fills_up_or_is_freed(self) -> None:
        self.shop.disk.is_full = not self.shop.disk.is_full

    @rule(
        action=st.sampled_from(["payment.begin", "payment.cancel", "aside.hold", "dismiss_notice"])
    )
    def the_cashier_acts(self, action: str) -> None:
        self.tries(action)

    @rule()
    def the_customer_pays(self) -> None:
        self.tries("payment.pay", cash(99_999))

    @rule(which=st.integers(0, 5))
    def a_kept_cart_is_resumed(self, which: int) -> None:
        interrupted = self.shop.till.aside.interrupted()
        kept = [*self.shop.till.aside.held(), *([interrupted] if interrupted else [])]
        if kept:
            self.tries("aside.resume", kept[which % len(kept)].cart_id)

    @precondition(lambda self: not self.shop.disk.is_full)
    @rule()
    def the_power_fails_after_the_tray_has_left(self) -> None:
        self.the_tray_leaves()
        self.shop.till.payment.cancel()
        self.shop.till.dismiss_notice()
        self.shop.till.set_price(COFFEE, Money(330))  # writes what the disk had refused
        self.shop.start()

    def tries(self, action: str, *arguments: object) -> None:
        try:
            attrgetter(action)(self.shop.till)(*arguments)
        except BreadposError:
            return

    @invariant()
    def every_bread_is_in_one_place(self) -> None:
        till = self.shop.till
        found: Counter[str] = Counter()
        for counts in (*self.shop.sold, *self.shop.held, self.shop.counts):
            found.update(counts)
        on_screen = till._current.cart_id
        for kept in self.shop.carts.carts.values():
            if not kept.held and kept.cart_id not in self.aside(on_screen):
                found.update({line.product.product_id: line.count for line in kept.cart.lines})
        assert found == self.wanted

    def aside(self, on_screen: str) -> set[str]:
        """Carts counted already; the disk may not know yet that one was put aside."""
        return {on_screen, *(kept.cart_id for kept in self.shop.till.aside.held())}

    @invariant()
    def receipts_are_numbered_without_gaps(self) -> None:
        numbers = [sale.number for sale in self.shop.sales.sold]
        assert numbers == list(range(1, len(numbers) + 1))


TestEveryBreadIsChargedOnce = BusyDay.TestCase
TestEveryBreadIsChargedOnce.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None
)
