"""From a cart to what is due: places, discounts, sets and tax."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from breadpos.domain.cart import Cart, CartLine
from breadpos.domain.discount import Discount
from breadpos.domain.money import ZERO, Money
from breadpos.domain.sale import SaleLine
from breadpos.domain.set_price import Pieces, SetPrice, set_offs
from breadpos.domain.shares import shares
from breadpos.domain.tax import Place, Rounding, TaxClass, TaxSplit, TaxTable, split_by_rate


@dataclass(frozen=True, slots=True)
class Bill:
    """What a cart costs.

    Attributes:
        taxes: once per rate, lowest first.
        share_label: what was taken off the whole cart is called on paper.
    """

    lines: tuple[SaleLine, ...]
    taxes: tuple[TaxSplit, ...]
    share_label: str = ""

    @property
    def total(self) -> Money:
        return Money(sum(line.amount.minor for line in self.lines))

    @property
    def off(self) -> Money:
        """All that was taken off."""
        return Money(sum(line.off.minor + line.share.minor for line in self.lines))


@dataclass(frozen=True, slots=True)
class SaleRules:
    """What the shop has settled about charging.

    Attributes:
        language: of the names frozen on the receipt, "ja" or "en".
        sets: the first that fits takes its pieces first.
        discount_limit_percent: a larger discount needs a manager.
    """

    table: TaxTable
    rounding: Rounding = Rounding.FLOOR
    language: str = "ja"
    sets: tuple[SetPrice, ...] = ()
    discount_limit_percent: int = 20

    def bill(self, cart: Cart, on: date, *, prices_on: date | None = None) -> Bill:
        """What a cart costs on a day.

        Discounts of a line come first; sets take what no discount has touched; what is taken off
        the whole cart is split by amount over rates, then over lines.

        Args:
            prices_on: the day whose set prices hold, if another: the amount a customer was told
                does not change at midnight.
        """
        lines = [part for line in cart.lines for part in self._parts(line, cart.place, on)]
        sets = [offer for offer in self.sets if offer.holds_on(prices_on or on)]
        priced = _with_shares(_with_sets(lines, sets), cart.discount)
        taxes = split_by_rate(((line.rate_bp, line.amount) for line in priced), self.rounding)
        return Bill(tuple(priced), taxes, cart.discount.label if cart.discount else "")

    def food_rates_bp(self, on: date) -> tuple[tuple[Place, int], ...]:
        """The rate of food on a day, by where it is eaten, in basis points."""
        return tuple((place, self.table.rate(TaxClass.FOOD, place, on).rate_bp) for place in Place)

    def _parts(self, line: CartLine, place: Place, on: date) -> Iterator[SaleLine]:
        """A line's pieces by where they are eaten, the discount split over both."""
        counts = [(place, line.count - line.away), (place.other, line.away)]
        parts = [self._line(line, where, count, on) for where, count in counts if count]
        if line.discount is None:
            yield from parts
            return
        off = line.discount.off(line.amount)
        for part, own in zip(parts, shares(off, [p.gross.minor for p in parts]), strict=True):
            yield replace(part, off=own, off_label=line.discount.label)

    def _line(self, line: CartLine, place: Place, count: int, on: date) -> SaleLine:
        product = line.product
        rate = self.table.rate(product.tax_class, place, on)
        return SaleLine(
            product.product_id,
            product.label(self.language),
            product.price,
            count,
            product.tax_class,
            rate.rate_bp,
            rate.reduced,
            place,
        )


def _with_sets(lines: Sequence[SaleLine], sets: Sequence[SetPrice]) -> list[SaleLine]:
    able = [
        Pieces(n, line.product_id, line.unit_price, line.count)
        for n, line in enumerate(lines)
        if not line.off_label
    ]
    found = list(lines)
    for taken in set_offs(able, sets):
        line = found[taken.line]
        names = line.off_label.split(" ・ ") if line.off_label else []
        label = " ・ ".join(dict.fromkeys([*names, taken.name]))
        found[taken.line] = replace(line, off=line.off + taken.off, off_label=label)
    return found


def _with_shares(lines: Sequence[SaleLine], discount: Discount | None) -> list[SaleLine]:
    if discount is None:
        return list(lines)
    whole = sum((line.amount for line in lines), ZERO)
    rates = sorted({line.rate_bp for line in lines})
    by_rate = [[n for n, line in enumerate(lines) if line.rate_bp == rate] for rate in rates]
    weights = [sum(lines[n].amount.minor for n in numbers) for numbers in by_rate]
    found = list(lines)
    for numbers, part in zip(by_rate, shares(discount.off(whole), weights), strict=True):
        own = shares(part, [lines[n].amount.minor for n in numbers])
        for n, share in zip(numbers, own, strict=True):
            found[n] = replace(lines[n], share=share)
    return found
