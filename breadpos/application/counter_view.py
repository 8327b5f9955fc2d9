"""What the counter shows at one moment, as plain values for any window."""

from dataclasses import dataclass
from enum import Enum

from breadpos.domain.cart import Cart
from breadpos.domain.charging import Bill
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Box, Point, Status
from breadpos.domain.tax import Place, TaxSplit
from breadpos.domain.tray import TrayPhase


@dataclass(frozen=True, slots=True)
class SeenItem:
    """One item to outline.

    Attributes:
        product: None while nobody knows, or when it is dismissed.
        candidates: what it may be, likeliest first; only what the shop sells.
        asked: this is an item the question is about.
        cut: a part of it is outside the picture.
    """

    item_id: int
    box: Box
    outline: tuple[Point, ...]
    status: Status
    product: Product | None
    candidates: tuple[Product, ...] = ()
    dismissed: bool = False
    asked: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """The one thing a person must say now: which of these is it?

    Attributes:
        item_ids: one item, or several about which the same is asked.
        candidates: likeliest first; empty when nothing is likely.
        cut: a part of an item is outside the picture.
    """

    item_ids: tuple[int, ...]
    status: Status
    candidates: tuple[Product, ...]
    cut: bool = False

    @property
    def item_id(self) -> int:
        """The first of the items."""
        return self.item_ids[0]


class Block(Enum):
    """Why the cart cannot be paid yet."""

    EMPTY = "empty"
    QUESTIONS = "questions"
    UNPRICED = "unpriced"


class NoticeKind(Enum):
    """Something that happened by itself and deserves one line."""

    TRAY_CHANGED = "tray_changed"
    NOT_CHARGED = "not_charged"
    """Something was laid on a tray that was paid or put on hold already."""
    CLOSED_TRAY_MOVED = "closed_tray_moved"
    """The breads of such a tray lie elsewhere now: it may be another customer's, with the same."""
    QUESTIONS_LEFT = "questions_left"
    """The cart taken up again had guesses or unnamed things when it was put aside."""
    CART_HELD = "cart_held"
    CART_NOT_KEPT = "cart_not_kept"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line about what happened by itself.

    Attributes:
        added: products the tray has more of than before.
        removed: products it has fewer of.
        cart_id: of a cart that was put aside because another came.
    """

    kind: NoticeKind
    added: tuple[Product, ...] = ()
    removed: tuple[Product, ...] = ()
    cart_id: str = ""


@dataclass(frozen=True, slots=True)
class CounterView:
    """Everything the counter's window shows.

    Attributes:
        size: width and height of the frame the boxes belong to, pixels.
        items: what lies on the tray; empty while nothing does, or something moves.
        bill: what it costs, with discounts and tax.
        open_count: items a person must still name.
        held_count: carts put aside.
        tray_closed: what lies there was paid or put on hold, and is not charged again.
        tray_held: it is closed because its cart was put on hold.
        food_rates_bp: the rate of food today, by where it is eaten, in basis points.
        reduced_product_ids: lines at the reduced rate, marked ※.
    """

    cart: Cart
    bill: Bill
    phase: TrayPhase
    size: tuple[int, int]
    items: tuple[SeenItem, ...]
    question: Question | None
    open_count: int
    block: Block | None
    notice: Notice | None
    held_count: int
    can_undo: bool
    paying: bool
    tray_closed: bool
    tray_held: bool
    food_rates_bp: tuple[tuple[Place, int], ...]
    reduced_product_ids: frozenset[ProductId] = frozenset()

    @property
    def total(self) -> Money:
        return self.bill.total

    @property
    def taxes(self) -> tuple[TaxSplit, ...]:
        """What is due per rate, lowest rate first."""
        return self.bill.taxes
