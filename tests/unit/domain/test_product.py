from dataclasses import replace
from datetime import date

import pytest

from breadpos.domain.errors import ProductInvalid
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId

ANPAN = Product(ProductId("anpan"), "あんぱん", Money(180), name_en="Anpan")


@pytest.mark.parametrize(
    "name", ["", "  ", "　", "x" * 61, "a\nb", "a\x00", "a\x85b", "a\u2028b", "\ud800"]
)
def test_a_name_that_cannot_be_printed_on_one_line_is_refused(name: str) -> None:
    with pytest.raises(ProductInvalid, match="1 to 60 characters"):
        Product(ProductId("anpan"), name)
    with pytest.raises(ProductInvalid, match="1 to 60 characters"):
        Product(ProductId(name), "あんぱん")


@pytest.mark.parametrize("text", ["x" * 61, "a\nb"])
def test_other_texts_must_fit_on_a_line_too(text: str) -> None:
    with pytest.raises(ProductInvalid, match="at most 60 characters"):
        Product(ProductId("anpan"), "あんぱん", name_en=text)
    with pytest.raises(ProductInvalid, match="at most 60 characters"):
        Product(ProductId("anpan"), "あんぱん", category=text)
    with pytest.raises(ProductInvalid, match="at most 60 characters"):
        Product(ProductId("anpan"), "あんぱん", reading=text)


@pytest.mark.parametrize("minor", [-1, 10_000_000])
def test_a_price_nobody_asks_is_refused(minor: int) -> None:
    with pytest.raises(ProductInvalid, match="a price lies in 0 to"):
        Product(ProductId("anpan"), "あんぱん", Money(minor))


def test_a_product_without_a_price_is_known_as_such() -> None:
    assert ANPAN.is_priced
    assert not Product(ProductId("new"), "新作").is_priced


def test_the_label_is_english_only_where_there_is_an_english_name() -> None:
    assert (ANPAN.label("ja"), ANPAN.label("en")) == ("あんぱん", "Anpan")
    assert Product(ProductId("curry"), "カレーパン").label("en") == "カレーパン"


@pytest.mark.parametrize("barcode", ["4901234 567894", "x" * 21, "四九"])
def test_a_barcode_no_scanner_types_is_refused(barcode: str) -> None:
    with pytest.raises(ProductInvalid, match="a barcode is at most 20 digits or letters"):
        replace(ANPAN, barcode=barcode)


APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
PLANNED = replace(ANPAN, planned=(PlannedPrice(APRIL, Money(190)), PlannedPrice(MAY, Money(200))))


@pytest.mark.parametrize(
    ("day", "yen", "still_planned"),
    [
        (date(2026, 3, 31), 180, 2),
        (APRIL, 190, 1),
        (date(2026, 4, 30), 190, 1),
        (MAY, 200, 0),
        (date(2027, 1, 1), 200, 0),
    ],
)
def test_a_planned_price_holds_from_its_day_on(day: date, yen: int, still_planned: int) -> None:
    there = PLANNED.on(day)
    assert there.price == Money(yen)
    assert len(there.planned) == still_planned


def test_a_planned_price_must_be_one() -> None:
    with pytest.raises(ProductInvalid, match="a price lies in 0 to"):
        replace(ANPAN, planned=(PlannedPrice(APRIL, Money(-1)),))


def test_sold_out_lasts_a_day() -> None:
    gone = replace(ANPAN, sold_out_on=APRIL)
    assert gone.is_sold_out(APRIL)
    assert not gone.is_sold_out(date(2026, 4, 2))
    assert not ANPAN.is_sold_out(APRIL)
