from datetime import time, timedelta

import pytest

from breadpos.application.desk import Desk
from breadpos.application.drawer import Drawer
from breadpos.application.papers import Papers
from breadpos.application.ports import Action
from breadpos.domain.cash import CashCount, MovementKind
from breadpos.domain.errors import (
    ApprovalNeeded,
    CartsOpen,
    CashInvalid,
    CountUnexplained,
    DayNotClosable,
)
from breadpos.domain.formal_receipt import Addressee
from breadpos.domain.money import ZERO, Money
from breadpos.domain.receipt import Issuer, Letterhead
from breadpos.domain.slip import Slip
from tests.unit.application.fakes import ANPAN, CURRY, JST, NOON, FakeClock, Shop, cash

TODAY = NOON.date()
FLOAT = CashCount((3, 0, 0, 0, 0, 0, 0, 0, 0, 0))


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def drawer(shop: Shop) -> Drawer:
    return Drawer(shop.desk, shop.days, lambda: shop.till.has_open_cart)


def sell(shop: Shop, product_id: str = ANPAN) -> None:
    shop.till.add(product_id)  # type: ignore[arg-type]
    shop.till.payment.pay(cash(1_000))


def test_each_opening_is_recorded_with_who_and_why(shop: Shop, drawer: Drawer) -> None:
    drawer.move(MovementKind.FLOAT, Money(30_000))
    drawer.move(MovementKind.PAY_IN, Money(5_000), "両替")
    drawer.move(MovementKind.PAY_OUT, Money(1_200), " 牛乳  代 ")
    drawer.move(MovementKind.OPENED, reason="小銭の確認")

    assert [(m.number, m.reason, m.cashier, m.approver) for m in shop.days.moved] == [
        (1, "", "佐藤", ""),
        (2, "両替", "佐藤", "店長"),
        (3, "牛乳 代", "佐藤", "店長"),
        (4, "小銭の確認", "佐藤", "店長"),
    ]
    assert shop.approvals.asked == [Action.MOVE_CASH, Action.MOVE_CASH, Action.OPEN_DRAWER]
    assert drawer.x_report().drawer.expected == Money(33_800)


def test_a_drawer_opened_without_a_reason_stays_shut(shop: Shop, drawer: Drawer) -> None:
    with pytest.raises(CashInvalid):
        drawer.move(MovementKind.OPENED)
    assert shop.approvals.asked == []
    shop.approvals.manager = None
    with pytest.raises(ApprovalNeeded):
        drawer.move(MovementKind.OPENED, reason="確認")
    assert shop.days.moved == []


def test_x_changes_nothing_and_z_closes_what_x_said(shop: Shop, drawer: Drawer) -> None:
    drawer.move(MovementKind.FLOAT, Money(30_000))
    sell(shop)
    x = drawer.x_report()
    assert drawer.x_report() == x

    z = drawer.z_report(FLOAT.counting(100, 1).counting(50, 1).counting(10, 3))

    assert (z.figures, z.number, z.difference) == (x, 1, ZERO)
    assert (z.cashier, z.approver) == ("佐藤", "店長")
    assert (x.net, x.drawer.expected) == (Money(180), Money(30_180))


def test_a_drawer_that_is_off_is_not_closed_without_a_reason(shop: Shop, drawer: Drawer) -> None:
    sell(shop)
    with pytest.raises(CountUnexplained):
        drawer.z_report(CashCount())
    assert shop.days.filed == []
    assert shop.approvals.asked == []
    z = drawer.z_report(CashCount(), " 金庫に 移した ")
    assert (z.difference, z.reason) == (Money(-180), "金庫に 移した")


def test_a_cart_on_the_screen_is_paid_or_held_before_the_day_is_closed(
    shop: Shop, drawer: Drawer
) -> None:
    shop.till.add(CURRY)
    with pytest.raises(CartsOpen):
        drawer.z_report(CashCount())
    shop.till.aside.hold()
    drawer.z_report(CashCount())
    assert [
        line.product.product_id for kept in shop.till.aside.held() for line in kept.cart.lines
    ] == [CURRY]


def test_no_day_is_closed_twice_and_what_is_sold_after_counts_for_the_next(
    shop: Shop, drawer: Drawer
) -> None:
    sell(shop)
    drawer.z_report(CashCount(), "試し")
    with pytest.raises(DayNotClosable, match="clock has not come"):
        drawer.z_report(CashCount())

    sell(shop)
    assert shop.sales.sold[-1].business_day == TODAY + timedelta(days=1)
    assert drawer.day_to_close() == TODAY + timedelta(days=1)

    shop.clock.times = [NOON + timedelta(days=1)]
    z = drawer.z_report(CashCount(), "試し")
    assert (z.number, z.figures.net, z.grand_total) == (2, Money(180), Money(360))


def test_a_day_left_open_is_closed_before_the_one_after(shop: Shop, drawer: Drawer) -> None:
    sell(shop)
    shop.clock.times = [NOON + timedelta(days=1)]
    sell(shop, CURRY)

    first = drawer.z_report(CashCount(), "昨日")
    second = drawer.z_report(CashCount(), "今日")

    assert (first.figures.day, first.figures.net) == (TODAY, Money(180))
    assert (second.figures.day, second.figures.net) == (TODAY + timedelta(days=1), Money(259))


def test_a_clock_set_back_brings_no_closed_day_back(shop: Shop, drawer: Drawer) -> None:
    sell(shop)
    drawer.z_report(CashCount(), "試し")
    shop.clock.times = [NOON - timedelta(days=30)]

    sell(shop)

    assert shop.sales.sold[-1].business_day == TODAY + timedelta(days=1)
    assert shop.sales.sold[-1].number == 2


def test_the_night_belongs_to_the_day_before() -> None:
    shop = Shop(FakeClock(NOON.replace(hour=1, minute=30)))
    desk = Desk(shop.clock, shop.days, shop.journal, shop.approvals, day_ends=time(2))
    drawer = Drawer(desk, shop.days)
    drawer.move(MovementKind.OPENED, reason="確認")
    assert shop.days.moved[0].business_day == TODAY - timedelta(days=1)
    assert drawer.x_report(TODAY - timedelta(days=1)).drawer.opened_count == 1


def test_a_receipt_handed_out_again_is_counted_by_its_form(shop: Shop) -> None:
    assert [shop.desk.note_receipt(7, "領収書") for _ in range(2)] == [0, 1]
    assert shop.desk.note_receipt(7, "レシート") == 0
    assert shop.desk.note_receipt(8, "領収書") == 0


class Shelf:
    """Keeps the papers that were made out."""

    def __init__(self) -> None:
        self.made: dict[str, Slip] = {}

    def put(self, slip: Slip, name: str) -> str:
        self.made[name] = slip
        return name


def test_papers_are_made_out_marked_and_known_to_the_journal(shop: Shop) -> None:
    shelf = Shelf()
    papers = Papers(shop.desk, shelf, lambda: Letterhead(Issuer("麦の家"), JST))
    sell(shop)
    (sale,) = shop.sales.sold

    assert papers.reprint(sale) == "000001-1"
    assert papers.reprint(sale) == "000001-2"
    assert papers.formal(sale, Addressee("山田")) == "000001-formal-1"
    assert papers.formal(sale, Addressee("山田")) == "000001-formal-2"

    marked = {name: "再発行" in slip.text for name, slip in shelf.made.items()}
    assert marked == {
        "000001-1": True,
        "000001-2": True,
        "000001-formal-1": False,
        "000001-formal-2": True,
    }
    assert [entry.kind for entry in shop.journal.about(1)] == ["receipt_issued"] * 4
