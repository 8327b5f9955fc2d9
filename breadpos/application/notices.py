"""What happened by itself, kept until the cashier has seen it."""

from collections import Counter

from breadpos.application.counter_view import Notice, NoticeKind
from breadpos.domain.product import Product

_FIRST_SHOWN = (
    NoticeKind.TRAY_CHANGED,
    NoticeKind.NOT_CHARGED,
    NoticeKind.CLOSED_TRAY_MOVED,
    NoticeKind.QUESTIONS_LEFT,
    NoticeKind.CART_HELD,
    NoticeKind.CART_NOT_KEPT,
)


class Notices:
    """One notice a kind at most; the most pressing is shown, and dismissing shows the next."""

    def __init__(self) -> None:
        self._waiting: dict[NoticeKind, Notice] = {}

    @property
    def shown(self) -> Notice | None:
        return next((self._waiting[kind] for kind in _FIRST_SHOWN if kind in self._waiting), None)

    def get(self, kind: NoticeKind) -> Notice:
        """The notice of a kind; an empty one if nothing was said."""
        return self._waiting.get(kind, Notice(kind))

    def say(self, notice: Notice) -> None:
        self._waiting[notice.kind] = notice

    def drop(self, *kinds: NoticeKind) -> None:
        for kind in kinds:
            self._waiting.pop(kind, None)

    def tray_changed(self, more: tuple[Product, ...], fewer: tuple[Product, ...]) -> None:
        """Say it, on top of what was said and not yet seen.

        Breads bagged one after another must all stand in one notice, not only the last.
        """
        old = self.get(NoticeKind.TRAY_CHANGED)
        added = _difference(old.added + more, old.removed + fewer)
        removed = _difference(old.removed + fewer, old.added + more)
        if added or removed:
            self.say(Notice(NoticeKind.TRAY_CHANGED, added, removed))
        else:
            self.drop(NoticeKind.TRAY_CHANGED)


def _difference(some: tuple[Product, ...], others: tuple[Product, ...]) -> tuple[Product, ...]:
    by_id = {product.product_id: product for product in some}
    left = Counter(p.product_id for p in some) - Counter(p.product_id for p in others)
    return tuple(by_id[product_id] for product_id in left.elements())
