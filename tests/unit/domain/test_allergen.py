from datetime import date, timedelta

import pytest

from breadpos.domain.allergen import JAPAN_ALLERGENS, Allergen, Duty

TODAY = date(2026, 11, 24)
NINE = "えび かに くるみ 小麦 そば 卵 乳 落花生 カシューナッツ"


def named(duty: Duty, on: date) -> list[str]:
    return [each.label("ja") for each in JAPAN_ALLERGENS.named(duty, on)]


def test_nine_are_mandatory() -> None:
    assert " ".join(named(Duty.MANDATORY, TODAY)) == NINE


def test_twenty_are_recommended() -> None:
    assert len(named(Duty.RECOMMENDED, TODAY)) == 20
    assert "ピスタチオ" in named(Duty.RECOMMENDED, TODAY)
    assert "まつたけ" not in named(Duty.RECOMMENDED, TODAY)


@pytest.mark.parametrize(
    ("allergen", "day", "before", "after"),
    [
        (Allergen.WALNUT, date(2023, 3, 9), Duty.RECOMMENDED, Duty.MANDATORY),
        (Allergen.CASHEW, date(2026, 4, 1), Duty.RECOMMENDED, Duty.MANDATORY),
        (Allergen.PISTACHIO, date(2026, 4, 1), Duty.NONE, Duty.RECOMMENDED),
        (Allergen.MACADAMIA, date(2024, 3, 28), Duty.NONE, Duty.RECOMMENDED),
        (Allergen.MATSUTAKE, date(2024, 3, 28), Duty.RECOMMENDED, Duty.NONE),
    ],
)
def test_the_law_changes_from_one_day_to_the_next(
    allergen: Allergen, day: date, before: Duty, after: Duty
) -> None:
    assert JAPAN_ALLERGENS.duty(allergen, day - timedelta(days=1)) is before
    assert JAPAN_ALLERGENS.duty(allergen, day) is after


def test_every_allergen_has_a_name_of_its_own_in_both_languages() -> None:
    for language in ("ja", "en"):
        assert len({each.label(language) for each in Allergen}) == len(Allergen)
