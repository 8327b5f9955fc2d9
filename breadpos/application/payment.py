"""Taking the money for the cart on the screen."""

from collections.abc import Sequence
from datetime import date

from breadpos.application.counter_tray import CounterTray, Lying
from breadpos.application.current_cart import CurrentCart
from breadpos.application.seller import Seller
from breadpos.application.view_composer import ViewComposer
from breadpos.application.visitor import Visitor
from breadpos.application.witness import Seen, Witness
from breadpos.domain.errors import BreadposError, CartNotPayable
from breadpos.domain.sale import Sale
from breadpos.domain.tender import Tender


class Payment:
    """The cart stands still while it is paid; its tray is charged as it lay when that began.

    Attributes:
        told_on: the day on which the customer was told what it costs; None between payments.
    """

    def __init__(
        self,
        current: CurrentCart,
        there: CounterTray,
        composer: ViewComposer,
        visitor: Visitor,
        seller: Seller,
        witness: Witness,
    ) -> None:
        self._current = current
        self._there = there
        self._composer = composer
        self._visitor = visitor
        self._seller = seller
        self._witness = witness
        self._charged: Lying = {}
        self._seen: Seen | None = None
        self.told_on: date | None = None

    def begin(self) -> None:
        """Let the cart stand still.

        Raises:
            CartNotPayable: it is empty, has a question open, or a line without a price.
            SignInNeeded: the register is locked.
        """
        if not self._current.still:
            self._seller.desk.sign()
            self._stop()
            self.told_on = self._seller.desk.now().date()

    def cancel(self) -> None:
        """Back to the cart, which follows the tray again."""
        if self._current.still:
            self._current.still = False
            self.told_on = None
            self._current.reprice()
            self._current.follow_tray(say_so=True)
            self._visitor.end()

    def pay(self, tenders: Sequence[Tender]) -> Sale:
        """Sell the cart; the sale is on disk when this returns.

        Raises:
            TenderTooSmall, TenderInvalid: the tenders do not pay it; the cart stays.
            CartNotPayable: as for begin.
            StorageError: nothing was written; the cart stays, unpaid.
        """
        current, was_paying = self._current, self._current.still
        if not was_paying:
            self._stop()
        try:
            stored = self._seller.sell(
                current.cart_id, current.cart, tenders, prices_on=self.told_on
            )
        except BreadposError:
            current.still = was_paying
            raise
        current.still, self.told_on = False, None
        if current.is_of_tray:
            self._there.close(self._charged)
        current.start()
        current.follow_tray()
        self._visitor.end()
        if self._seen is not None:
            self._witness.file(stored, self._seen)
        return stored

    def _stop(self) -> None:
        block = self._composer.block
        if block is not None:
            raise CartNotPayable(block.value)
        self._current.still, self._current.is_nobodys = True, False
        self._charged = self._there.lying
        self._seen = self._there.as_seen() if self._current.is_of_tray else None
        if self._seen is not None:
            self._witness.hold(self._seen)
