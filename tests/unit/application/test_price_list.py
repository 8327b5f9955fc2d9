from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from breadpos.application.price_list import PriceList
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId
from tests.unit.application.fakes import FakeClock, FakeDisk, FakeProducts

EVENING = datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC)
ANPAN = Product(
    ProductId("anpan"),
    "あんぱん",
    Money(180),
    planned=(PlannedPrice(date(2026, 12, 1), Money(190)),),
)


def test_a_planned_price_begins_to_hold_at_midnight_while_the_register_runs() -> None:
    clock = FakeClock(EVENING)
    price_list = PriceList(FakeProducts(FakeDisk(), (ANPAN,)), clock)
    assert price_list.get(ANPAN.product_id).price == Money(180)

    clock.times = [EVENING + timedelta(seconds=1)]

    assert price_list.get(ANPAN.product_id).price == Money(190)
    assert price_list.known(ANPAN.product_id).price == Money(190)
    assert price_list.all() == (replace(ANPAN, price=Money(190), planned=()),)
