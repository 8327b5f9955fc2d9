from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from breadpos.application.ports import SaleSearch
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.refund import Slip, refund_of, void_of
from breadpos.domain.sale import Sale, SaleKind
from breadpos.domain.set_price import SetPrice
from breadpos.domain.tax import ANNOUNCED, JAPAN
from breadpos.storage.rules import SqlSetPrices, SqlTaxRates
from breadpos.storage.sale_finder import SqlSaleFinder
from breadpos.storage.sales import SqlSales

SaleMaker = Callable[..., Sale]
Find = Callable[..., list[int]]

DAY = date(2026, 4, 2)


@pytest.fixture
def find(engine: Engine, make_sale: SaleMaker) -> Find:
    """Numbers of what is found among: 1 to 4 on four days, 3 with a コーヒー, 5 refunds of 2."""
    ledger = SqlSales(engine)
    for n in range(4):
        sale = make_sale(f"s{n}")
        if n == 2:
            coffee = replace(sale.lines[1], product_id=ProductId("coffee"), name="コーヒー100%")
            sale = replace(sale, lines=(*sale.lines, coffee))
        ledger.add(replace(sale, business_day=DAY + timedelta(days=n)))
    sold = ledger.get(2)
    assert sold is not None
    at = datetime(2026, 5, 1, tzinfo=UTC)
    slip = Slip(refund_id="r", at=at, business_day=date(2026, 5, 1), reason="返品")
    ledger.take_back(refund_of(sold, (), {0: 2}, slip), ())
    finder = SqlSaleFinder(engine)

    def numbers(**wanted: object) -> list[int]:
        return [head.number for head in finder.find(SaleSearch(**wanted))]  # type: ignore[arg-type]

    return numbers


def test_without_a_wish_the_newest_come_first(find: Find) -> None:
    assert find() == [5, 4, 3, 2, 1]
    assert find(limit=2) == [5, 4]
    assert find(before=4, limit=2) == [3, 2]


def test_a_receipt_tells_what_was_taken_back_of_it(find: Find, engine: Engine) -> None:
    assert find(number=2) == [2]
    ledger = SqlSales(engine)
    sold = ledger.get(4)
    assert sold is not None
    at = datetime(2026, 5, 1, tzinfo=UTC)
    slip = Slip(refund_id="v", at=at, business_day=sold.business_day, reason="打ち間違い")
    ledger.take_back(void_of(sold, (), slip), ())
    heads = {head.number: head for head in SqlSaleFinder(engine).find(SaleSearch())}
    assert [number for number, head in heads.items() if head.is_voided] == [4]
    assert {
        number: head.given_back for number, head in heads.items() if head.given_back > ZERO
    } == {2: -heads[5].total}


def test_receipts_are_found_by_number_day_and_kind(find: Find) -> None:
    assert find(number=3) == [3]
    assert find(number=99) == []
    assert find(days=(DAY, DAY + timedelta(days=1))) == [2, 1]
    assert find(kind=SaleKind.REFUND) == [5]


def test_amounts_are_those_of_the_receipt_and_of_refunds_by_size(find: Find) -> None:
    assert find(amounts=(Money(365), Money(365))) == [4, 2, 1]
    assert find(amounts=(Money(360), Money(370))) == [5, 4, 3, 2, 1]
    assert find(amounts=(Money(360), Money(360))) == [5]


def test_where_most_amounts_match_the_newest_still_come_first(
    find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("breadpos.storage.sale_finder._FEW", 2)
    assert find(amounts=(Money(365), Money(370)), limit=2) == [4, 3]


def test_items_are_found_by_a_part_of_their_name_or_key(find: Find) -> None:
    assert find(item="メロン") == [5, 4, 3, 2, 1]
    assert find(item="COFF") == [3]
    assert find(item="100%") == [3]
    assert find(item="%") == [3]
    assert find(item="あんぱん") == []


def test_wishes_are_met_together(find: Find) -> None:
    assert find(item="メロン", days=(DAY, DAY + timedelta(days=2))) == [3, 2, 1]
    assert find(item="メロン", amounts=(Money(370), Money(370))) == [3]
    assert find(item="メロン", before=3, limit=1) == [2]


def test_a_head_says_what_a_list_shows(engine: Engine, make_sale: SaleMaker) -> None:
    SqlSales(engine).add(replace(make_sale(), cashier="佐藤"))
    (head,) = SqlSaleFinder(engine).find(SaleSearch())
    assert (head.number, head.kind, head.total, head.pieces) == (1, SaleKind.SALE, Money(365), 3)
    assert (head.first_name, head.cashier, head.business_day) == ("メロンパン", "佐藤", DAY)


def test_a_new_shop_has_japan_s_rates_and_an_announced_one_switched_off(engine: Engine) -> None:
    rates = SqlTaxRates(engine)
    assert {rate for rate, active in rates.all() if active} == set(JAPAN.rates)
    assert [rate for rate, active in rates.all() if not active] == [ANNOUNCED]
    rates.put(ANNOUNCED, active=True)
    assert (ANNOUNCED, True) in rates.all()
    assert len(rates.all()) == len(JAPAN.rates) + 1


def test_set_prices_keep_their_order_and_are_replaced_by_name(engine: Engine) -> None:
    sets = SqlSetPrices(engine)
    three = SetPrice("3個", frozenset({ProductId("a"), ProductId("b")}), 3, Money(500), DAY)
    two = SetPrice("2個", frozenset({ProductId("a")}), 2, Money(350), DAY)
    sets.put(three)
    sets.put(two)
    ended = replace(three, valid_until=DAY + timedelta(days=9))
    sets.put(ended)
    assert sets.all() == [ended, two]
