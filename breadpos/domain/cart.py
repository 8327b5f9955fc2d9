"""What one customer is about to buy."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from breadpos.domain.discount import Discount
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import Place

MOST_OF_ONE = 999
"""The largest count of one line; more is a slip of the finger."""

MOST_CUSTOMERS = 99
LONGEST_NOTE = 100


@dataclass(frozen=True, slots=True)
class CartLine:
    """One product in the cart.

    Attributes:
        seen: how many of it the tray shows.
        by_hand: how many the cashier added on top.
        open_questions: how many of those seen are best guesses nobody has confirmed.
        elsewhere: how many go to the other place than the cart; never mind more than there are.
    """

    product: Product
    seen: int = 0
    by_hand: int = 0
    open_questions: int = 0
    elsewhere: int = 0
    discount: Discount | None = None

    @property
    def count(self) -> int:
        return self.seen + self.by_hand

    @property
    def amount(self) -> Money:
        """At the price list's price."""
        return self.product.price * self.count

    @property
    def away(self) -> int:
        """How many of its pieces go to the other place than the cart."""
        return min(self.elsewhere, self.count)


@dataclass(frozen=True, slots=True)
class Cart:
    """Immutable; each edit returns a new cart. Lines keep their place while it fills.

    Attributes:
        unnamed: how many things the tray shows that nobody has named, so that no line has them.
        discount: off the whole cart.
        note: the cashier's, on the receipt and on record.
        customers: how many people it is for.
        approver: who allowed its discounts, where somebody had to.
    """

    lines: tuple[CartLine, ...] = ()
    place: Place = Place.TAKEOUT
    unnamed: int = 0
    discount: Discount | None = None
    note: str = ""
    customers: int = 1
    approver: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def count(self) -> int:
        return sum(line.count for line in self.lines)

    @property
    def seen(self) -> Counter[ProductId]:
        """How many of each product the tray shows."""
        return Counter({line.product.product_id: line.seen for line in self.lines if line.seen})

    @property
    def has_questions(self) -> bool:
        """Whether it has guesses nobody has confirmed, or things nobody has named."""
        return self.unnamed > 0 or any(line.open_questions for line in self.lines)

    @property
    def gross(self) -> Money:
        """Before discounts and set prices, which the shop's rules know."""
        return sum((line.amount for line in self.lines), ZERO)

    def line(self, product_id: ProductId) -> CartLine | None:
        return next((line for line in self.lines if line.product.product_id == product_id), None)

    def seeing(self, seen: Sequence[tuple[Product, bool]], unnamed: int = 0) -> "Cart":
        """The cart with what the tray shows now, whatever it showed before.

        Args:
            seen: each named item's product, and whether it is still a question.
            unnamed: how many more things lie there.
        """
        products = {product.product_id: product for product, _ in seen}
        counts = Counter(product.product_id for product, _ in seen)
        questions = Counter(product.product_id for product, is_open in seen if is_open)
        kept = [
            replace(
                line,
                seen=counts.pop(line.product.product_id, 0),
                open_questions=questions[line.product.product_id],
            )
            for line in self.lines
        ]
        new = [
            CartLine(products[product_id], seen=count, open_questions=questions[product_id])
            for product_id, count in counts.items()
        ]
        return self._with_lines(kept + new, unnamed)

    def seen_since(self, before: "Cart") -> tuple[tuple[Product, ...], tuple[Product, ...]]:
        """Products the tray shows more of than before, and fewer of; each as often as it is."""
        products = {line.product.product_id: line.product for line in (*before.lines, *self.lines)}
        more, fewer = self.seen - before.seen, before.seen - self.seen
        return (
            tuple(products[product_id] for product_id in more.elements()),
            tuple(products[product_id] for product_id in fewer.elements()),
        )

    def adding(self, product: Product, count: int = 1) -> "Cart":
        """The cart with some of a product added by hand; a negative count takes some back.

        Those the tray shows are never taken back here, and a line holds at most MOST_OF_ONE.
        """
        old = self.line(product.product_id) or CartLine(product)
        by_hand = min(max(old.by_hand + count, 0), max(MOST_OF_ONE - old.seen, 0))
        new = replace(old, by_hand=by_hand)
        if old not in self.lines:
            return self._with_lines([*self.lines, new])
        return self._with_lines([new if line is old else line for line in self.lines])

    def without(self, product_id: ProductId) -> "Cart":
        return self._with_lines(
            [line for line in self.lines if line.product.product_id != product_id]
        )

    def by_hand_only(self) -> "Cart":
        """The same purchase with no tray behind it, as when it is taken up again later."""
        lines = [replace(line, seen=0, by_hand=line.count, open_questions=0) for line in self.lines]
        return self._with_lines(lines, unnamed=0)

    def joined(self, other: "Cart") -> "Cart":
        """The cart with all of another of the same customer, whose tray is gone.

        The other came first: its place holds for both, and so does what was agreed on there
        unless something else was agreed on here.
        """
        cart = self if self.place is other.place else self.placed(other.place)
        for line in other.by_hand_only().lines:
            product_id = line.product.product_id
            own = cart.line(product_id) or CartLine(line.product)
            cart = cart.adding(line.product, line.count)
            cart = cart.with_elsewhere(product_id, own.elsewhere + line.away)
            if own.discount is None:
                cart = cart.discounted(line.discount, product_id)
        return replace(
            cart,
            discount=cart.discount or other.discount,
            note=cart.note or other.note,
            customers=max(cart.customers, other.customers),
            approver=cart.approver or other.approver,
        )

    def laid_down(self, pieces: Mapping[ProductId, int]) -> "Cart":
        """The cart without pieces that were counted by hand, for the tray is about to show them."""
        return self._with_lines(
            [
                replace(line, by_hand=max(line.by_hand - pieces.get(line.product.product_id, 0), 0))
                for line in self.lines
            ]
        )

    def placed(self, place: Place) -> "Cart":
        """The cart going to one place with all its pieces."""
        lines = tuple(replace(line, elsewhere=0) for line in self.lines)
        return replace(self, place=place, lines=lines)

    def with_elsewhere(self, product_id: ProductId, pieces: int) -> "Cart":
        """The cart with so many pieces of a line going to the other place."""
        return self._changing(product_id, lambda line: replace(line, elsewhere=max(pieces, 0)))

    def discounted(
        self,
        discount: Discount | None,
        product_id: ProductId | None = None,
        *,
        approver: str = "",
    ) -> "Cart":
        """The cart with a discount on one line, or on the whole of it; None takes it away."""
        approver = approver or self.approver
        if product_id is None:
            return replace(self, discount=discount, approver=approver)
        cart = self._changing(product_id, lambda line: replace(line, discount=discount))
        return replace(cart, approver=approver)

    def noted(self, note: str) -> "Cart":
        """The cart with the cashier's note, cut to what a receipt can bear."""
        return replace(self, note=" ".join(note.split())[:LONGEST_NOTE])

    def for_customers(self, customers: int) -> "Cart":
        return replace(self, customers=min(max(customers, 1), MOST_CUSTOMERS))

    def repriced(self, products: Iterable[Product]) -> "Cart":
        """The cart with products as the price list has them now."""
        now = {product.product_id: product for product in products}
        return self._with_lines(
            [
                replace(line, product=now.get(line.product.product_id, line.product))
                for line in self.lines
            ]
        )

    def _changing(self, product_id: ProductId, change: Callable[[CartLine], CartLine]) -> "Cart":
        lines = [
            change(line) if line.product.product_id == product_id else line for line in self.lines
        ]
        return self._with_lines(lines)

    def _with_lines(self, lines: Sequence[CartLine], unnamed: int | None = None) -> "Cart":
        kept = tuple(line for line in lines if line.count > 0)
        unnamed = self.unnamed if unnamed is None else unnamed
        if self.lines and not kept:  # what was agreed with one customer is not the next one's
            return Cart(place=self.place, unnamed=unnamed)
        return replace(self, lines=kept, unnamed=unnamed)
