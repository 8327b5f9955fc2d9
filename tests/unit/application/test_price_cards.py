from dataclasses import replace
from datetime import date

from breadpos.application.price_cards import CardSize, PriceCard, cards_of, sheets_of
from breadpos.domain.allergen import Allergen
from breadpos.domain.money import YEN, ZERO, Money
from breadpos.domain.product import PlannedPrice, Product, ProductId

TODAY = date(2026, 11, 24)
ANPAN = Product(ProductId("anpan"), "あんぱん", Money(180), name_en="Anpan")


def test_a_card_tells_both_names_the_price_of_the_day_and_what_it_contains() -> None:
    product = replace(
        ANPAN,
        allergens=frozenset({Allergen.SOY, Allergen.WHEAT}),
        planned=(PlannedPrice(date(2026, 11, 1), Money(190)),),
    )
    card = PriceCard("あんぱん", "Anpan", "¥190", ("小麦", "大豆"))
    assert cards_of([product], YEN, TODAY) == (card,)


def test_nothing_said_of_allergens_is_not_none_of_them() -> None:
    unsaid, none = cards_of([ANPAN, replace(ANPAN, allergens=frozenset())], YEN, TODAY)
    assert unsaid.allergens is None
    assert none.allergens == ()


def test_what_has_no_price_gets_no_card() -> None:
    assert cards_of([replace(ANPAN, price=ZERO)], YEN, TODAY) == ()


def test_sheets_are_counted_whole() -> None:
    sheets = [sheets_of(cards, CardSize.LARGE) for cards in (0, 1, 8, 9)]
    assert sheets == [0, 1, 1, 2]
    assert sheets_of(25, CardSize.SMALL) == 2
