"""Turns a cart and the money for it into a sale on disk."""

from collections.abc import Sequence
from datetime import date

from breadpos.application.desk import Desk, utc
from breadpos.application.ports import Action, SaleRepository
from breadpos.application.shop_rules import ShopRules
from breadpos.domain.cart import Cart
from breadpos.domain.discount import Discount
from breadpos.domain.errors import DiscountInvalid
from breadpos.domain.money import Money
from breadpos.domain.sale import Sale
from breadpos.domain.tender import Tender, settle


class Seller:
    """Sells at one desk, by the shop's rules."""

    def __init__(self, desk: Desk, sales: SaleRepository, rules: ShopRules) -> None:
        self.desk = desk
        self.rules = rules
        self._sales = sales

    def due(self, cart: Cart) -> Money:
        """What a cart would cost today."""
        return self.rules.current.bill(cart, self.desk.now().date()).total

    def allow(self, discount: Discount, amount: Money) -> str:
        """Who allows a discount off an amount; empty where nobody needs to.

        Raises:
            DiscountInvalid: it is more than the amount.
            ApprovalNeeded: it is over the shop's limit, and a manager must allow it first.
        """
        if discount.yen > amount:
            raise DiscountInvalid(f"{discount.yen.minor} off {amount.minor}")
        if discount.is_over(self.rules.current.discount_limit_percent, amount):
            return self.desk.sign(Action.DISCOUNT).approver
        return ""

    def sell(
        self, cart_id: str, cart: Cart, tenders: Sequence[Tender], *, prices_on: date | None
    ) -> Sale:
        """Sell a cart; the sale is on disk when this returns.

        The cart's id is the sale's, so that a second try can never sell twice.

        Args:
            prices_on: the day the customer was told the amount.

        Raises:
            TenderTooSmall, TenderInvalid: the tenders do not pay it.
            StorageError: nothing was written.
        """
        now = self.desk.now()  # once, for at midnight the day decides the rate
        rules = self.rules.current
        bill = rules.bill(cart, now.date(), prices_on=prices_on)
        sale = Sale(
            cart_id,
            utc(now),
            cart.place,
            bill.lines,
            bill.taxes,
            settle(bill.total, tenders),
            self.desk.business_day(now),
            register=self.desk.register,
            cashier=self.desk.sign().cashier,
            approver=cart.approver,
            note=cart.note,
            customers=cart.customers,
            share_label=bill.share_label,
            rounding=rules.rounding,
        )
        return self._sales.add(sale, cart_id=cart_id)
