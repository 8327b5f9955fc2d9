from datetime import timedelta

import pytest

from breadpos.application.ports import Action, SaleSearch
from breadpos.application.returns import Returns
from breadpos.domain.cash import CashCount
from breadpos.domain.day import ZReport
from breadpos.domain.errors import (
    ApprovalNeeded,
    DiskFull,
    NotVoidable,
    ReasonMissing,
    RefundTooMuch,
    SaleNotFound,
)
from breadpos.domain.sale import Sale, SaleKind
from tests.unit.application.fakes import ANPAN, CURRY, NOON, Shop, cash


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def returns(shop: Shop) -> Returns:
    return Returns(shop.desk, shop.sales, shop.sales)


def sell(shop: Shop, *product_ids: str) -> Sale:
    for product_id in product_ids:
        shop.till.add(product_id)  # type: ignore[arg-type]
    return shop.till.payment.pay(cash(10_000))


def test_a_sale_of_today_is_voided_with_who_why_and_by_whose_leave(
    shop: Shop, returns: Returns
) -> None:
    sale = sell(shop, ANPAN, CURRY)

    void = returns.void(sale.number, " 打ち間違い ")

    assert (void.kind, void.number, void.of_number) == (SaleKind.VOID, 2, 1)
    assert (void.total, void.cash) == (-sale.total, -sale.total)
    assert (void.reason, void.cashier, void.approver) == ("打ち間違い", "佐藤", "店長")
    assert shop.approvals.asked == [Action.VOID]


def test_after_its_day_a_sale_is_refunded_not_voided(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN, ANPAN)
    shop.clock.times = [NOON + timedelta(days=3)]

    assert not returns.look_up(sale.number).voidable
    with pytest.raises(NotVoidable):
        returns.void(sale.number, "返品")
    refund = returns.refund(sale.number, {0: 1}, "返品", in_cash=True)

    assert (refund.kind, refund.count) == (SaleKind.REFUND, -1)
    assert refund.business_day == (NOON + timedelta(days=3)).date()
    assert shop.approvals.asked == [Action.REFUND]


def test_after_the_z_of_its_day_a_sale_is_not_voided(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN)
    figures = shop.days.figures(sale.business_day)
    count = CashCount().counting(100, 1).counting(50, 1).counting(10, 3)
    shop.days.close(ZReport(figures=figures, count=count, closed_at=NOON))
    assert not returns.look_up(sale.number).voidable
    with pytest.raises(NotVoidable):
        returns.void(sale.number, "返品")


def test_what_is_left_of_a_sale_is_known(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN, ANPAN, CURRY)
    returns.refund(sale.number, {0: 1}, "返品")

    past = returns.look_up(sale.number)

    assert past.left == {0: 1, 1: 1}
    assert (past.is_refundable, past.voidable) == (True, False)
    returns.refund(sale.number, {0: 1, 1: 1}, "返品")
    assert not returns.look_up(sale.number).is_refundable
    assert not returns.look_up(2).is_refundable


def test_nothing_is_taken_back_twice(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN)
    returns.void(sale.number, "打ち間違い")
    with pytest.raises(NotVoidable):
        returns.void(sale.number, "打ち間違い")
    with pytest.raises(RefundTooMuch):
        returns.refund(sale.number, {0: 1}, "返品")
    assert len(shop.sales.sold) == 2


def test_without_a_manager_nothing_is_taken_back(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN)
    shop.approvals.manager = None
    with pytest.raises(ApprovalNeeded):
        returns.void(sale.number, "打ち間違い")
    with pytest.raises(ApprovalNeeded):
        returns.refund(sale.number, {0: 1}, "返品")
    assert len(shop.sales.sold) == 1


def test_nobody_is_asked_for_what_cannot_be(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN)
    with pytest.raises(ReasonMissing):
        returns.void(sale.number, "")
    with pytest.raises(SaleNotFound, match="no receipt 99"):
        returns.look_up(99)
    assert shop.approvals.asked == []


def test_on_a_full_disk_nothing_is_taken_back(shop: Shop, returns: Returns) -> None:
    sale = sell(shop, ANPAN)
    shop.disk.is_full = True
    with pytest.raises(DiskFull):
        returns.void(sale.number, "打ち間違い")
    shop.disk.is_full = False
    assert returns.look_up(sale.number).voidable


def test_receipts_are_found_by_days_back_from_this_business_day(
    shop: Shop, returns: Returns
) -> None:
    sell(shop, ANPAN)
    shop.clock.times = [NOON + timedelta(days=3)]
    sell(shop, CURRY)

    def found(days_back: int | None) -> list[int]:
        return [head.number for head in returns.find(SaleSearch(), days_back)]

    assert (found(0), found(2), found(3), found(None)) == ([2], [2], [2, 1], [2, 1])
