"""What a cashier and a customer agree on beside the goods: places, discounts, notes."""

from datetime import date, datetime, timedelta

import pytest

from breadpos.application.approvals import OpenApprovals
from breadpos.application.counter_view import CounterView
from breadpos.application.ports import Action
from breadpos.application.shop_rules import ShopRules
from breadpos.domain.charging import SaleRules
from breadpos.domain.discount import Discount
from breadpos.domain.errors import ApprovalNeeded, DiscountInvalid
from breadpos.domain.money import Money
from breadpos.domain.set_price import SetPrice
from breadpos.domain.tax import ANNOUNCED, JAPAN, Place, TaxRate
from breadpos.domain.tender import Tender, TenderKind
from tests.unit.application.fakes import ANPAN, CURRY, JST, MELON, NOON, FakeClock, Shop, cash


@pytest.fixture
def shop() -> Shop:
    shop = Shop()
    for product_id in (ANPAN, ANPAN, CURRY):
        shop.till.add(product_id)
    return shop


def places(view: CounterView) -> list[tuple[str, Place, int]]:
    return [(line.product_id, line.place, line.count) for line in view.bill.lines]


def test_pieces_of_a_line_go_one_by_one_to_the_other_place_and_back(shop: Shop) -> None:
    seen = []
    for _ in range(4):
        shop.till.move_piece(ANPAN)
        seen.append(shop.till.view().cart.lines[0].away)
    assert seen == [1, 2, 0, 1]
    assert places(shop.till.view()) == [
        (ANPAN, Place.TAKEOUT, 1),
        (ANPAN, Place.EAT_IN, 1),
        (CURRY, Place.TAKEOUT, 1),
    ]
    shop.till.undo()
    assert shop.till.view().cart.lines[0].away == 0


def test_the_switch_of_the_sale_takes_every_piece_along(shop: Shop) -> None:
    shop.till.move_piece(CURRY)
    shop.till.set_place(Place.EAT_IN)
    assert {place for _, place, _ in places(shop.till.view())} == {Place.EAT_IN}


def test_what_is_not_in_the_cart_goes_nowhere(shop: Shop) -> None:
    before = shop.till.view()
    shop.till.move_piece(MELON)
    shop.till.discount(Discount(percent=10), MELON)
    assert shop.till.view() == before


def test_a_discount_is_charged_and_can_be_taken_away_again(shop: Shop) -> None:
    shop.till.discount(Discount(Money(19)))
    assert shop.total == 600
    shop.till.discount(Discount(percent=10), CURRY)
    assert shop.total == 575
    shop.till.discount(None)
    shop.till.discount(None, CURRY)
    assert shop.total == 619
    assert shop.approvals.asked == []


def test_a_large_discount_needs_a_manager_whose_name_stands_on_the_sale(shop: Shop) -> None:
    shop.approvals.manager = None
    with pytest.raises(ApprovalNeeded):
        shop.till.discount(Discount(percent=50))
    assert shop.total == 619

    shop.approvals.manager = "店長"
    shop.till.discount(Discount(percent=50))
    sale = shop.till.payment.pay(cash(1_000))

    assert shop.approvals.asked == [Action.DISCOUNT] * 2
    assert (sale.total, sale.approver, sale.share_label) == (Money(310), "店長", "50%")


def test_a_discount_of_more_than_there_is_to_pay_is_refused(shop: Shop) -> None:
    with pytest.raises(DiscountInvalid):
        shop.till.discount(Discount(Money(620)))
    with pytest.raises(DiscountInvalid):
        shop.till.discount(Discount(Money(361)), ANPAN)
    assert shop.total == 619


def test_a_new_discount_replaces_the_old_one(shop: Shop) -> None:
    shop.till.discount(Discount(Money(600)))
    shop.till.discount(Discount(Money(500)))
    assert shop.total == 119


def test_while_it_is_paid_nothing_is_agreed_any_more(shop: Shop) -> None:
    shop.till.payment.begin()
    before = shop.till.view()
    shop.till.discount(Discount(Money(19)))
    shop.till.note("のし付き")
    shop.till.set_customers(4)
    shop.till.move_piece(ANPAN)
    assert shop.till.view() == before


def test_note_and_customers_stand_on_the_sale_and_not_on_the_next(shop: Shop) -> None:
    shop.till.note("  10時  受取 ")
    shop.till.set_customers(3)
    sale = shop.till.payment.pay(cash(1_000))
    assert (sale.note, sale.customers, sale.cashier) == ("10時 受取", 3, "佐藤")
    shop.till.add(ANPAN)
    assert (shop.till.view().cart.note, shop.till.view().cart.customers) == ("", 1)


def test_an_emptied_cart_forgets_what_was_agreed(shop: Shop) -> None:
    shop.till.discount(Discount(Money(100)))
    shop.till.note("のし付き")
    shop.till.remove(ANPAN)
    shop.till.remove(CURRY)
    shop.till.add(MELON)
    assert (shop.total, shop.till.view().cart.note) == (151, "")


def test_what_was_agreed_survives_the_hold_and_the_crash(shop: Shop) -> None:
    shop.till.discount(Discount(Money(100)))
    shop.till.discount(Discount(percent=10), CURRY)
    shop.till.move_piece(ANPAN)
    shop.till.set_customers(2)
    before = shop.till.view()
    shop.till.aside.hold()
    (held,) = shop.till.aside.held()
    assert shop.till.due(held.cart) == before.total

    shop.start()
    shop.till.aside.resume(held.cart_id)

    after = shop.till.view()
    assert (after.bill, after.cart.customers) == (before.bill, 2)


def test_mixed_tenders_pay_a_cart(shop: Shop) -> None:
    sale = shop.till.payment.pay(
        [Tender(TenderKind.CASH, Money(500)), Tender(TenderKind.QR, Money(200))]
    )
    assert [(p.kind, p.amount.minor, p.change.minor) for p in sale.payments] == [
        (TenderKind.QR, 200, 0),
        (TenderKind.CASH, 419, 81),
    ]


def test_a_sale_over_the_change_of_rate_has_the_price_told_and_the_rate_of_its_time() -> None:
    eve = datetime(2027, 3, 31, 23, 59, 59, tzinfo=JST)
    shop = Shop(FakeClock(eve))
    three = SetPrice(
        "3個500円", frozenset({ANPAN}), 3, Money(500), date(2027, 1, 1), ANNOUNCED.valid_from
    )
    shop.rules.change(SaleRules(JAPAN.having(ANNOUNCED), sets=(three,)))
    for _ in range(3):
        shop.till.add(ANPAN)
    shop.till.payment.begin()
    shop.clock.times = [eve + timedelta(seconds=2)]

    assert shop.total == 500
    sale = shop.till.payment.pay(cash(500))

    assert [(tax.rate_bp, tax.gross.minor, tax.tax.minor) for tax in sale.taxes] == [(100, 500, 4)]
    assert sale.sold_at.astimezone(JST).date() == sale.business_day == date(2027, 4, 1)


def test_a_payment_given_up_forgets_the_day_it_began(shop: Shop) -> None:
    three = SetPrice(
        "3個500円",
        frozenset({ANPAN, CURRY}),
        3,
        Money(500),
        NOON.date(),
        NOON.date() + timedelta(days=1),
    )
    shop.rules.change(SaleRules(JAPAN, sets=(three,)))
    shop.till.payment.begin()
    shop.clock.times = [NOON + timedelta(days=1)]
    assert shop.total == 500
    shop.till.payment.cancel()
    assert shop.total == 619


class Rates:
    def __init__(self) -> None:
        self.rows = [(rate, True) for rate in JAPAN.rates] + [(ANNOUNCED, False)]

    def all(self) -> list[tuple[TaxRate, bool]]:
        return self.rows

    def put(self, rate: TaxRate, *, active: bool) -> None:
        self.rows = [row for row in self.rows if row[0] != rate] + [(rate, active)]


class Sets:
    def __init__(self) -> None:
        self.rows: list[SetPrice] = []

    def all(self) -> list[SetPrice]:
        return self.rows

    def put(self, offer: SetPrice) -> None:
        self.rows.append(offer)


def test_rates_and_set_prices_are_read_again_when_they_have_changed() -> None:
    rates, sets = Rates(), Sets()
    rules = ShopRules(None, rates, sets)
    day = date(2028, 1, 1)
    assert rules.current.food_rates_bp(day)[0] == (Place.TAKEOUT, 800)
    assert rules.current.sets == ()

    rates.put(ANNOUNCED, active=True)
    sets.put(SetPrice("3個", frozenset({ANPAN}), 3, Money(500), day))
    rules.reload()

    assert rules.current.food_rates_bp(day)[0] == (Place.TAKEOUT, 100)
    assert rules.current.sets == tuple(sets.rows)


def test_where_nobody_signs_in_nobody_is_asked() -> None:
    approvals = OpenApprovals()
    assert (approvals.cashier(), approvals.approve(Action.VOID)) == ("", "")


def test_a_changed_price_is_signed_by_who_allowed_it_and_a_first_one_needs_nobody(
    shop: Shop,
) -> None:
    shop.till.set_price(ANPAN, Money(190))
    assert shop.approvals.asked == [Action.PRICE_CHANGE]
    shop.till.set_price(MELON, Money(0))
    shop.till.set_price(MELON, Money(150))
    assert shop.approvals.asked == [Action.PRICE_CHANGE] * 2
