"""Taking sales back, and finding them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

from breadpos.application.desk import Desk, utc
from breadpos.application.ports import Action, SaleFinder, SaleHead, SaleRepository, SaleSearch
from breadpos.domain.errors import SaleNotFound
from breadpos.domain.journal import Signature
from breadpos.domain.refund import Slip, left_of, refund_of, void_of
from breadpos.domain.sale import Sale, SaleKind


@dataclass(frozen=True, slots=True)
class PastSale:
    """A receipt as it stands now.

    Attributes:
        left: how many pieces of the line at each position have not been taken back.
        voidable: it can still be taken back whole, as if it had not been.
    """

    sale: Sale
    refunds: tuple[Sale, ...]
    left: Mapping[int, int]
    voidable: bool

    @property
    def is_refundable(self) -> bool:
        return self.sale.kind is SaleKind.SALE and any(self.left.values())


class Returns:
    """Voids and refunds at one desk."""

    def __init__(self, desk: Desk, sales: SaleRepository, finder: SaleFinder) -> None:
        self._desk = desk
        self._sales = sales
        self._finder = finder

    def find(self, wanted: SaleSearch, days_back: int | None = None) -> Sequence[SaleHead]:
        """Receipts, newest first; of this business day and some before it, or of all days."""
        if days_back is not None:
            today = self._desk.business_day(self._desk.now())
            wanted = replace(wanted, days=(today - timedelta(days=days_back), today))
        return self._finder.find(wanted)

    def look_up(self, number: int) -> PastSale:
        """A receipt and what has become of it.

        Raises:
            SaleNotFound: there is none of that number.
        """
        sale = self._sales.get(number)
        if sale is None:
            raise SaleNotFound(number)
        refunds = tuple(self._sales.refunds_of(number))
        is_today = sale.business_day == self._desk.business_day(self._desk.now())
        voidable = sale.kind is SaleKind.SALE and not refunds and is_today
        return PastSale(sale, refunds, left_of(sale, refunds), voidable)

    def void(self, number: int, reason: str) -> Sale:
        """Take a whole sale of this business day back.

        Raises:
            NotVoidable, ReasonMissing, SaleNotFound: nothing was written.
            ApprovalNeeded: a manager must allow it first.
            StorageError: nothing was written.
        """
        past = self.look_up(number)
        void_of(past.sale, past.refunds, self._slip(reason, Signature()))  # before a PIN is asked
        slip = self._slip(reason, self._desk.sign(Action.VOID))
        return self._sales.take_back(void_of(past.sale, past.refunds, slip), past.refunds)

    def refund(
        self, number: int, counts: Mapping[int, int], reason: str, *, in_cash: bool = False
    ) -> Sale:
        """Take pieces of a sale back, whenever it was.

        Raises:
            NotRefundable, RefundTooMuch, ReasonMissing, SaleNotFound: nothing was written.
            ApprovalNeeded: a manager must allow it first.
            StorageError: nothing was written.
        """
        past = self.look_up(number)
        refund_of(past.sale, past.refunds, counts, self._slip(reason, Signature()))
        slip = self._slip(reason, self._desk.sign(Action.REFUND))
        refund = refund_of(past.sale, past.refunds, counts, slip, in_cash=in_cash)
        return self._sales.take_back(refund, past.refunds)

    def _slip(self, reason: str, by: Signature) -> Slip:
        now = self._desk.now()
        return Slip(
            refund_id=uuid4().hex,
            at=utc(now),
            business_day=self._desk.business_day(now),
            reason=reason,
            register=self._desk.register,
            cashier=by.cashier,
            approver=by.approver,
        )
