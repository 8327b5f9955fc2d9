"""From the counter's state to the one value that a window shows."""

from collections.abc import Sequence
from datetime import date

from breadpos.application.counter_tray import CounterTray
from breadpos.application.counter_view import Block, CounterView, Question, SeenItem
from breadpos.application.current_cart import CurrentCart
from breadpos.application.notices import Notices
from breadpos.application.price_list import PriceList
from breadpos.application.shop_rules import ShopRules
from breadpos.domain.product import Product
from breadpos.domain.recognition import Status
from breadpos.domain.tray import TrayItem, TrayPhase


class ViewComposer:
    """Reads the counter's parts, changes none."""

    def __init__(
        self,
        price_list: PriceList,
        there: CounterTray,
        current: CurrentCart,
        notices: Notices,
        rules: ShopRules,
    ) -> None:
        self._price_list = price_list
        self._there = there
        self._current = current
        self._notices = notices
        self._rules = rules

    def view(self, today: date, *, held_count: int, prices_on: date | None = None) -> CounterView:
        """The counter as it stands, with the rates of a day, and the set prices of another."""
        cart, there = self._current.cart, self._there
        bill = self._rules.current.bill(cart, today, prices_on=prices_on)
        questions = self._questions
        asked = self._alike(questions)
        # while something moves, an outline would lie beside its bread or on a bare counter
        is_read = there.tray.phase is TrayPhase.SETTLED
        is_asked_later = there.tray.phase is TrayPhase.GONE and bool(questions)
        shown = there.tray.items if is_read or is_asked_later else ()
        return CounterView(
            cart=cart,
            bill=bill,
            phase=there.tray.phase,
            size=there.size,
            items=tuple(self._seen(item, asked=item in asked) for item in shown),
            question=self._question(asked) if asked else None,
            open_count=len(questions),
            block=self.block,
            notice=self._notices.shown,
            held_count=held_count,
            can_undo=self._current.can_undo,
            paying=self._current.still,
            tray_closed=there.is_there and there.is_closed,
            tray_held=there.is_there and there.is_held,
            food_rates_bp=self._rules.current.food_rates_bp(today),
            reduced_product_ids=frozenset(line.product_id for line in bill.lines if line.reduced),
        )

    @property
    def block(self) -> Block | None:
        """Why the cart cannot be paid yet, if it cannot."""
        if self._questions:
            return Block.QUESTIONS
        if self._current.cart.is_empty:
            return Block.EMPTY
        if not all(line.product.is_priced for line in self._current.cart.lines):
            return Block.UNPRICED
        return None

    @property
    def _questions(self) -> tuple[TrayItem, ...]:
        return () if self._current.still else self._there.questions

    def _seen(self, item: TrayItem, *, asked: bool) -> SeenItem:
        product_id = item.product_id
        return SeenItem(
            item_id=item.item_id,
            box=item.detection.box,
            outline=item.detection.outline,
            status=item.status,
            product=self._price_list.known(product_id) if product_id else None,
            candidates=self._candidates(item),
            dismissed=item.dismissed,
            asked=asked,
            cut=item.detection.cut,
        )

    def _alike(self, questions: Sequence[TrayItem]) -> list[TrayItem]:
        """The first question, and those that ask the same of other items."""
        if not questions:
            return []
        first = questions[0]
        choice = set(self._candidates(first))
        if first.status is not Status.UNSURE or len(choice) < 2:
            return [first]
        return [item for item in questions if set(self._candidates(item)) == choice]

    def _question(self, items: Sequence[TrayItem]) -> Question:
        return Question(
            tuple(item.item_id for item in items),
            items[0].status,
            self._candidates(items[0]),
            cut=any(item.detection.cut for item in items),
        )

    def _candidates(self, item: TrayItem) -> tuple[Product, ...]:
        named = (candidate.product_id for candidate in item.detection.candidates)
        return tuple(self._price_list.get(p) for p in named if self._price_list.is_on_sale(p))
