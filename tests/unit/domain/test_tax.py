import math
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.errors import NoTaxRate
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tax import (
    ANNOUNCED,
    JAPAN,
    Place,
    Rounding,
    TaxClass,
    TaxRate,
    TaxTable,
    split_by_rate,
    split_gross,
)

amounts = st.integers(-(10**8), 10**8).map(Money)
rates_bp = st.integers(0, 9_999)
roundings = st.sampled_from(Rounding)
lines = st.lists(st.tuples(st.sampled_from([0, 100, 800, 1000]), amounts), max_size=12)
TODAY = date(2026, 5, 1)


def tax_by_the_law(gross: int, rate_bp: int, rounding: Rounding) -> int:
    """The rule in exact fractions: gross x rate / (1 + rate), its size rounded once."""
    rate = Fraction(rate_bp, 10_000)
    exact = abs(gross) * rate / (1 + rate)
    size = {
        Rounding.FLOOR: math.floor(exact),
        Rounding.CEILING: math.ceil(exact),
        Rounding.HALF_UP: math.floor(exact + Fraction(1, 2)),
    }[rounding]
    return size if gross >= 0 else -size


@given(amounts, rates_bp, roundings)
def test_net_and_tax_add_up_to_the_gross(gross: Money, rate_bp: int, rounding: Rounding) -> None:
    split = split_gross(gross, rate_bp, rounding)
    assert split.net + split.tax == gross == split.gross


@given(amounts, rates_bp, roundings)
def test_the_tax_is_the_exact_fraction_rounded_once(
    gross: Money, rate_bp: int, rounding: Rounding
) -> None:
    assert split_gross(gross, rate_bp, rounding).tax == Money(
        tax_by_the_law(gross.minor, rate_bp, rounding)
    )


@given(amounts, rates_bp, roundings)
def test_a_refund_mirrors_its_sale(gross: Money, rate_bp: int, rounding: Rounding) -> None:
    assert split_gross(-gross, rate_bp, rounding).tax == -split_gross(gross, rate_bp, rounding).tax


@given(st.integers(0, 10**8).map(Money), rates_bp)
def test_half_up_lies_between_floor_and_ceiling_which_are_a_yen_apart(
    gross: Money, rate_bp: int
) -> None:
    floor, half, ceiling = (
        split_gross(gross, rate_bp, rounding).tax.minor
        for rounding in (Rounding.FLOOR, Rounding.HALF_UP, Rounding.CEILING)
    )
    assert floor <= half <= ceiling <= floor + 1


def test_exactly_half_a_yen_goes_up_only_half_up_and_ceiling() -> None:
    # 3 yen at 20 %: 3 x 0.2 / 1.2 = 0.5
    taxes = {r: split_gross(Money(3), 2_000, r).tax.minor for r in Rounding}
    assert taxes == {Rounding.FLOOR: 0, Rounding.HALF_UP: 1, Rounding.CEILING: 1}


@given(lines, roundings)
def test_tax_is_worked_out_once_per_rate_over_all_lines(
    charged: list[tuple[int, Money]], rounding: Rounding
) -> None:
    splits = split_by_rate(charged, rounding)
    rates = sorted({rate_bp for rate_bp, _ in charged})
    assert [split.rate_bp for split in splits] == rates
    for split in splits:
        gross = sum(amount.minor for rate_bp, amount in charged if rate_bp == split.rate_bp)
        assert split.gross == Money(gross)
        assert split.tax.minor == tax_by_the_law(gross, split.rate_bp, rounding)
    assert sum((s.gross for s in splits), ZERO) == sum((amount for _, amount in charged), ZERO)


@given(lines, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_tax(
    charged: list[tuple[int, Money]], random: object
) -> None:
    shuffled = sorted(charged, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert split_by_rate(shuffled) == split_by_rate(charged)


def test_the_worked_example_splits_to_the_yen() -> None:
    food = [(800, Money(yen)) for yen in (180, 180, 216, 259, 151)]
    other = [(1000, Money(330)), (1000, Money(5))]

    reduced, standard = split_by_rate(food + other)

    assert (reduced.gross, reduced.tax) == (Money(986), Money(73))
    assert (standard.gross, standard.tax) == (Money(335), Money(30))
    assert sum(split_gross(amount, rate).tax.minor for rate, amount in food) != 73


@pytest.mark.parametrize(
    ("tax_class", "place", "rate_bp", "reduced"),
    [
        (TaxClass.FOOD, Place.TAKEOUT, 800, True),
        (TaxClass.FOOD, Place.EAT_IN, 1000, False),
        (TaxClass.STANDARD, Place.TAKEOUT, 1000, False),
        (TaxClass.STANDARD, Place.EAT_IN, 1000, False),
        (TaxClass.EXEMPT, Place.TAKEOUT, 0, False),
        (TaxClass.EXEMPT, Place.EAT_IN, 0, False),
    ],
)
def test_japan_taxes_by_class_and_place(
    tax_class: TaxClass, place: Place, rate_bp: int, *, reduced: bool
) -> None:
    rate = JAPAN.rate(tax_class, place, TODAY)
    assert (rate.rate_bp, rate.reduced) == (rate_bp, reduced)


def test_a_new_law_holds_from_its_day_on_by_one_more_row() -> None:
    begins = date(2027, 4, 1)
    new = TaxRate(TaxClass.FOOD, Place.TAKEOUT, begins, 100, reduced=True)
    table = TaxTable((new, *JAPAN.rates))
    eve = begins - timedelta(days=1)
    assert table.rate(TaxClass.FOOD, Place.TAKEOUT, eve).rate_bp == 800
    assert table.rate(TaxClass.FOOD, Place.TAKEOUT, begins).rate_bp == 100
    assert table.rate(TaxClass.FOOD, Place.EAT_IN, begins).rate_bp == 1000


def test_the_announced_change_is_one_row_that_ends_after_two_years() -> None:
    table = JAPAN.having(ANNOUNCED)

    def food(day: date) -> int:
        return table.rate(TaxClass.FOOD, Place.TAKEOUT, day).rate_bp

    assert [food(date(2027, 3, 31)), food(date(2027, 4, 1))] == [800, 100]
    assert [food(date(2029, 3, 31)), food(date(2029, 4, 1))] == [100, 800]
    assert len(table.rates) == len(JAPAN.rates) + 1


def test_the_announced_change_is_no_fact_until_the_owner_says_so() -> None:
    assert JAPAN.rate(TaxClass.FOOD, Place.TAKEOUT, date(2028, 1, 1)).rate_bp == 800


def test_a_rate_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        replace(ANNOUNCED, valid_until=ANNOUNCED.valid_from)


def test_before_the_first_row_there_is_no_rate_to_guess() -> None:
    with pytest.raises(NoTaxRate, match="no tax rate for food takeout on 2019-09-30"):
        JAPAN.rate(TaxClass.FOOD, Place.TAKEOUT, date(2019, 9, 30))


@pytest.mark.parametrize("rate_bp", [-1, 10_000])
def test_a_rate_is_a_share_of_the_price(rate_bp: int) -> None:
    with pytest.raises(ValueError, match="0 to 9999 basis points"):
        TaxRate(TaxClass.FOOD, Place.TAKEOUT, TODAY, rate_bp)
