import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.money import YEN, ZERO, Currency, Money

amounts = st.integers(-(10**9), 10**9).map(Money)


@given(amounts, amounts)
def test_taking_away_what_was_added_leaves_the_amount(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert one + (-one) == ZERO


@given(amounts, st.integers(0, 50))
def test_times_a_count_is_adding_that_often(amount: Money, count: int) -> None:
    assert amount * count == sum([amount] * count, ZERO)


@pytest.mark.parametrize("slip", [1.0, True, "100", None])
def test_only_whole_numbers_are_money(slip: object) -> None:
    with pytest.raises(TypeError, match="minor units must be int"):
        Money(slip)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minor", "written"), [(0, "¥0"), (1321, "¥1,321"), (-180, "-¥180"), (1234567, "¥1,234,567")]
)
def test_yen_are_written_with_thousands_and_the_sign_first(minor: int, written: str) -> None:
    assert YEN.format(Money(minor)) == written


def test_a_currency_brings_its_own_symbol() -> None:
    assert Currency("円").format(Money(5)) == "円5"


def test_amounts_are_ordered() -> None:
    assert Money(-1) < ZERO < Money(1)
